"""What the words beside a day make of it."""

from __future__ import annotations

import re

import pytest

from cleaner.metadata.day_words import AT_FIRST, FROM, LIFE, NOT_A_DATELINE, PAST_SENTENCE, PUBLISHED, UNTIL, UPDATED


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (UPDATED, "Last updated:"),
        (UPDATED, "Zuletzt geändert am"),
        (UPDATED, "Mis à jour le"),
        (UPDATED, "Última actualización:"),
        (UPDATED, "Ultimo aggiornamento"),
        (UPDATED, "最終更新日"),
        (UPDATED, "수정"),
        (UPDATED, "آخر تحديث"),
        (PUBLISHED, "Published on"),
        (PUBLISHED, "Veröffentlicht am"),
        (PUBLISHED, "Publié le"),
        (PUBLISHED, "Publicado:"),
        (PUBLISHED, "Опубликовано"),
        (PUBLISHED, "发布时间："),
        (PUBLISHED, "公開日"),
        (PUBLISHED, "입력"),
        (PUBLISHED, "تاريخ النشر"),
        (AT_FIRST, "This article was originally published on"),
        (AT_FIRST, "Zuerst erschienen am"),
        (AT_FIRST, "Publicado originalmente en"),
        (NOT_A_DATELINE, "© Example"),
        (NOT_A_DATELINE, "Effective beginning"),
        (LIFE, "出生日期"),
        (LIFE, "Geburtsdatum"),
    ],
)
def test_what_is_said(words: re.Pattern[str], text: str) -> None:
    assert words.search(text)


@pytest.mark.parametrize("text", ["Unpublishable", "standard", "Jane Doe", "5 min read", "Publisher"])
def test_nothing_is_said(text: str) -> None:
    assert not any(words.search(text) for words in (UPDATED, PUBLISHED, AT_FIRST, NOT_A_DATELINE, LIFE))


def test_what_lasts() -> None:
    assert FROM.search("Vienna, 9-")
    assert UNTIL.match(" - 19:00")
    assert UNTIL.match(" bis 19.00 Uhr")
    assert not UNTIL.match(" - by Jane Doe")


def test_only_the_last_sentence_counts() -> None:
    assert PAST_SENTENCE.sub("", "Published in March. Updated on ") == "Updated on "
    assert PAST_SENTENCE.sub("", "Published | Updated ") == "Updated "
    assert PAST_SENTENCE.sub("", "Updated ") == "Updated "
