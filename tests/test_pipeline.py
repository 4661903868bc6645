"""The Cleaner: its settings, its fingerprint, and the way of a page through it."""

from __future__ import annotations

import dataclasses
import json
import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest
from by_hand import STORY

from cleaner import Article, Cleaner, FilterError, NotHTMLError, PageTooLargeError, clean, clean_text, read
from cleaner.filters import DEFAULT, Drop, Page
from cleaner.filters.teasers import teasers
from cleaner.model import JUDGEMENT, Judgement
from cleaner.model.weights import load, save

TITLE = "Ferry to the islands runs again"
CARDS = (
    '<div class="item"><a href="/a">The storm of 1954</a></div><div class="item"><a href="/b">Larch or oak</a></div>'
)
PAGE = f"""<html lang="en"><head><title>{TITLE}</title></head><body><nav><a href="/">Home</a></nav>
<article><h1>{TITLE}</h1><p>By Ada Quill</p><p>{"</p><p>".join(STORY)}</p>
<div class="bio">Ada Quill keeps bees.</div></article><div>{CARDS}</div></body></html>"""
PLAIN = "\n\n".join((TITLE, *STORY))


def everything(page: Page) -> Iterator[Drop]:
    """A filter for tests: nothing is body."""
    for block in page.blocks:
        yield Drop(block.index, "a test")


def mentioning(page: Page, *, word: str = "mail") -> Iterator[Drop]:
    """A filter for tests, with a threshold."""
    for block in page.blocks:
        if word in block.text:
            yield Drop(block.index, f"mentions {word!r}")


def broken(page: Page) -> Iterator[Drop]:
    """A filter for tests that a page makes raise."""
    raise KeyError("pier")


def judging(page: Page, *, confidence: float = 0.1) -> Iterator[Drop]:
    """A filter for tests that is as sure of itself as it is told to be."""
    scores = (0.5,) * len(page.original)
    page.shared[JUDGEMENT] = Judgement("article", confidence, scores, (True,) * len(scores), 0.5, (0.0,) * len(scores))
    yield from ()


def scores(article: Article) -> set[float | None]:
    return {block.score for block in article.blocks} | {removal.score for removal in article.removed}


def leaning(path: Path, bias: float) -> Path:
    """A file of weights that add so much to the score of each block."""
    weights = load("page")
    last = weights.last._replace(bias=weights.last.bias + np.float32(bias))
    save(weights._replace(last=last), path)
    return path


@pytest.fixture
def strict(tmp_path: Path) -> Path:
    """Weights that let no block pass for body."""
    return leaning(tmp_path / "strict.npz", -1e6)


def names(cleaner: Cleaner) -> list[str]:
    return [name for name, _ in cleaner.filters]


# ---------------------------------------------------------------- settings
def test_the_default_has_all_filters_in_order() -> None:
    assert tuple(Cleaner().filters) == DEFAULT


def test_with_another_threshold() -> None:
    changed = Cleaner().with_filters(teasers={"min_cards": 3})
    assert names(changed) == names(Cleaner())
    assert Cleaner().clean(PAGE).removed_words["teasers"] == 7
    assert "teasers" not in changed.clean(PAGE).removed_words


def test_thresholds_add_up() -> None:
    twice = Cleaner().with_filters(captions={"near": 2}).with_filters(captions={"longest": 100})
    once = Cleaner().with_filters(captions={"near": 2, "longest": 100})
    assert twice.fingerprint == once.fingerprint


def test_without_a_filter() -> None:
    without = Cleaner(keep=("biographies",)).with_filters(biographies=None)
    assert names(without) == [name for name in names(Cleaner()) if name != "biographies"]
    assert without.keep == ()


def test_with_filters_leaves_the_cleaner_itself_as_it_was() -> None:
    cleaner = Cleaner(keep=("captions",))
    cleaner.with_filters(teasers=None)
    assert cleaner == Cleaner(keep=("captions",))


def test_it_is_shown_by_its_filters_names_and_what_is_not_the_default() -> None:
    cleaner = Cleaner([("everything", everything), ("mentioning", partial(mentioning, word="goat"))])
    assert repr(cleaner) == "Cleaner(filters=['everything', 'mentioning'])"
    other = Cleaner([("everything", everything)], keep="everything", ledger="counts")
    assert repr(other) == "Cleaner(filters=['everything'], keep=('everything',), ledger='counts')"


def test_settings_are_by_keyword() -> None:
    with pytest.raises(TypeError):
        Cleaner(DEFAULT, ("captions",))  # type: ignore[call-arg]  # that is the point


def test_it_is_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Cleaner().ledger = "counts"  # type: ignore[misc]  # that is the point


def test_filters_may_come_from_any_iterable() -> None:
    assert Cleaner(pair for pair in DEFAULT) == Cleaner()
    assert Cleaner(keep=(name for name in ("captions",))) == Cleaner(keep=("captions",))


# ---------------------------------------------------------------- fingerprint
def test_equal_settings_have_equal_fingerprints() -> None:
    assert Cleaner().fingerprint == Cleaner(list(DEFAULT)).fingerprint
    assert Cleaner(keep=("tags", "captions")).fingerprint == Cleaner(keep=("captions", "tags")).fingerprint
    three = {"min_cards": 3}
    assert Cleaner().with_filters(teasers=three).fingerprint == Cleaner().with_filters(teasers=three).fingerprint


def test_whatever_changes_the_article_changes_the_fingerprint() -> None:
    cleaners = (
        Cleaner(),
        Cleaner().with_filters(teasers={"min_cards": 3}),
        Cleaner().with_filters(teasers={"min_cards": 4}),
        Cleaner().with_filters(biographies=None),
        Cleaner(reversed(DEFAULT)),
        Cleaner([*DEFAULT, ("mentioning", mentioning)]),
        Cleaner([*DEFAULT, ("other", mentioning)]),
        Cleaner([*DEFAULT, ("mentioning", partial(mentioning, word="goat"))]),
        Cleaner(keep=("captions",)),
        Cleaner(fallback="body"),
        Cleaner(fallback="all"),
        Cleaner(ledger="counts"),
    )
    assert len({cleaner.fingerprint for cleaner in cleaners}) == len(cleaners)


def test_the_article_says_which_pipeline_made_it() -> None:
    cleaner = Cleaner(keep=("captions",))
    assert cleaner.clean(PAGE).pipeline == cleaner.clean_text(PLAIN).pipeline == cleaner.fingerprint


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_the_fingerprint_is_the_same_in_every_process(seed: str) -> None:
    code = """
from cleaner import Cleaner
print(Cleaner(keep=("tags", "captions")).with_filters(teasers={"min_cards": 3}).fingerprint)
"""
    own = Cleaner(keep=("tags", "captions")).with_filters(teasers={"min_cards": 3}).fingerprint
    assert run(code, seed) == own


def test_the_fingerprint_of_a_set_is_the_same_in_every_process() -> None:
    code = """
from functools import partial
from cleaner import Cleaner
from cleaner.filters.teasers import teasers
print(Cleaner([("a", partial(teasers, min_cards=frozenset(("one", "two", "three", "four"))))]).fingerprint)
"""
    assert len({run(code, str(seed)) for seed in range(4)}) == 1


def test_a_filter_may_have_a_threshold_of_any_type() -> None:
    def named(page: Page, *, words: frozenset[str] = frozenset(("mail", "goat"))) -> Iterator[Drop]:
        yield from ()

    assert Cleaner([("named", named)]).clean(PAGE).blocks


def run(code: str, seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, timeout=120, check=True
    )
    return done.stdout.strip()


# ---------------------------------------------------------------- weights
def test_weights_of_ones_own_judge_the_page(strict: Path, tmp_path: Path) -> None:
    article = Cleaner(weights=strict).clean(PAGE)
    assert article.blocks == ()
    assert {entry.text for entry in article.removed if entry.filter == "boilerplate"} >= {*STORY}
    lenient = Cleaner(weights=leaning(tmp_path / "lenient.npz", 1e6)).clean(PAGE)
    assert {block.text for block in lenient.blocks} >= {*STORY}


def test_weights_may_be_given_as_any_path(strict: Path) -> None:
    assert Cleaner(weights=str(strict)).fingerprint == Cleaner(weights=strict).fingerprint
    assert repr(Cleaner(weights=str(strict))).endswith(f", weights={str(strict)!r})")


def test_other_weights_have_another_fingerprint_and_the_same_weights_the_same(strict: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.npz"
    copy.write_bytes(strict.read_bytes())
    save(load("page"), other := tmp_path / "other.npz")
    prints = [Cleaner(weights=path).fingerprint for path in (strict, copy, other)]
    assert prints[0] == prints[1]
    assert len({*prints, Cleaner().fingerprint}) == 3


def test_weights_are_read_once_and_go_along(strict: Path) -> None:
    cleaner = Cleaner(weights=strict)
    before = cleaner.clean(PAGE)
    strict.unlink()
    again = pickle.loads(pickle.dumps(cleaner))
    assert again.clean(PAGE) == before
    changed = again.with_filters(teasers={"min_cards": 9})
    assert (changed.weights, names(changed)) == (strict, names(cleaner))
    assert changed.clean(f"<p>{'</p><p>'.join(STORY)}</p>").blocks == ()


def test_without_the_filter_that_uses_them_there_are_no_weights(strict: Path) -> None:
    without = Cleaner(weights=strict).with_filters(boilerplate=None)
    assert without.weights is None
    assert without.fingerprint == Cleaner().with_filters(boilerplate=None).fingerprint


def test_a_page_cleaned_without_the_model_has_no_score_of_the_time_before() -> None:
    page, without = read(PAGE), Cleaner().with_filters(boilerplate=None)
    judged = Cleaner().clean_page(page)
    unjudged = without.clean_page(page)
    assert (judged.page_type is None, judged.confidence is None) == (False, False)
    assert None not in scores(judged)
    assert (unjudged.page_type, unjudged.confidence) == (None, None)
    assert scores(unjudged) == {None}
    assert unjudged == without.clean(PAGE)
    assert Cleaner().clean_page(page) == judged


# ---------------------------------------------------------------- the way of a page
def test_it_pickles_with_its_thresholds() -> None:
    cleaner = Cleaner([*DEFAULT, ("mentioning", partial(mentioning, word="goat"))], keep=("tags",), ledger="counts")
    again = pickle.loads(pickle.dumps(cleaner.with_filters(teasers={"min_cards": 3})))
    assert again.fingerprint == cleaner.with_filters(teasers={"min_cards": 3}).fingerprint
    assert again.clean(PAGE) == cleaner.with_filters(teasers={"min_cards": 3}).clean(PAGE)
    assert pickle.loads(pickle.dumps(Cleaner())) == Cleaner()


def test_threads_give_the_same_articles() -> None:
    cleaner = Cleaner()
    pages = [PAGE.replace("pier", f"pier {number}") for number in range(8)] * 4
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(cleaner.clean, pages)) == [cleaner.clean(page) for page in pages]


def test_to_read_and_then_clean_the_page_is_to_clean() -> None:
    context: dict[str, Any] = {"url": "https://example.org/ferry", "charset": "utf-8", "crawled": date(2024, 3, 2)}
    assert Cleaner().clean_page(read(PAGE.encode(), **context)) == clean(PAGE.encode(), **context)


def test_a_page_can_be_cleaned_twice() -> None:
    page = read(PAGE)
    assert Cleaner().clean_page(page) == Cleaner().clean_page(page)


def test_a_filter_of_ones_own() -> None:
    article = Cleaner([*DEFAULT, ("mentioning", mentioning)]).clean(PAGE)
    assert article.text == "\n\n".join(text for text in STORY if "mail" not in text)
    assert [(entry.reason, entry.text) for entry in article.removed if entry.filter == "mentioning"] == [
        ("mentions 'mail'", STORY[4])
    ]
    assert Cleaner([("mentioning", mentioning)]).with_filters(mentioning={"word": "goat"}).clean(PAGE).removed == ()


def test_without_any_filter_all_blocks_are_body() -> None:
    article = Cleaner(()).clean(PAGE)
    assert [block.text for block in article.blocks] == [block.text for block in read(PAGE).blocks]
    assert article.removed == ()


def test_a_filter_that_raises_is_an_error_with_its_name_and_cause() -> None:
    with pytest.raises(FilterError, match="'broken' raised KeyError: 'pier'") as caught:
        Cleaner([*DEFAULT, ("broken", broken)]).clean(PAGE)
    assert caught.value.filter == "broken"
    assert isinstance(caught.value.__cause__, KeyError)


def test_kept_finds_stay_in_the_body_and_fill_their_field() -> None:
    article = Cleaner(keep=("bylines",)).clean(PAGE)
    assert [block.text for block in article.blocks] == ["By Ada Quill", *STORY]
    assert article.authors == ("Ada Quill",)


def test_counts_leave_out_the_ledger_and_nothing_else() -> None:
    full, counts = Cleaner().clean(PAGE), Cleaner(ledger="counts").clean(PAGE)
    assert counts.removed == ()
    assert full.removed
    assert counts.model_copy(update={"removed": full.removed, "pipeline": full.pipeline}) == full


@pytest.mark.parametrize(
    "url", [None, "", " HTTP://Example.org/a b?x=1#y ", "no url at all", "http://[broken", "/ferry"]
)
def test_the_url_is_the_callers_key_and_never_changed(url: str | None) -> None:
    assert clean(PAGE, url=url).url == url
    assert clean_text(PLAIN, url=url).url == url


@pytest.mark.parametrize("page", ["", " \n", "<html></html>", "<p></p>", "<!-- nothing -->", b"", b"\xef\xbb\xbf"])
def test_an_empty_page_is_a_page(page: str | bytes) -> None:
    article = clean(page)
    assert (article.text, article.blocks, article.removed, article.title) == ("", (), (), None)


def test_an_empty_text_is_a_page() -> None:
    assert clean_text(" \n ").blocks == ()


# ---------------------------------------------------------------- errors
def test_a_page_may_have_as_many_bytes_as_allowed_and_no_more() -> None:
    size = len(PAGE.encode())
    assert size > len(PAGE)
    assert Cleaner(max_bytes=size).clean(PAGE).text == Cleaner(max_bytes=size).clean(PAGE.encode()).text
    for page in (PAGE, PAGE.encode()):
        with pytest.raises(PageTooLargeError, match=f"has {size:,} bytes, more than the limit of {size - 1:,}"):
            Cleaner(max_bytes=size - 1).clean(page)
    with pytest.raises(PageTooLargeError):
        Cleaner(max_bytes=10).clean_text(PLAIN)


@pytest.mark.parametrize("page", [None, 3, ["<p>One</p>"], memoryview(b"<p>One</p>")])
def test_a_page_of_another_type_is_a_type_error_that_names_it(page: Any) -> None:
    for call in (clean, read, Cleaner().clean):
        with pytest.raises(TypeError, match=type(page).__name__):
            call(page)


@pytest.mark.parametrize("text", [None, 3, PLAIN.encode()])
def test_a_text_of_another_type_is_a_type_error_that_names_it(text: Any) -> None:
    with pytest.raises(TypeError, match=type(text).__name__):
        clean_text(text)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"url": 3}, "url must be a str or None, not int; pass the page's address"),
        ({"url": b"https://example.org/"}, "url must be a str or None, not bytes"),
        ({"crawled": "2024-03-02"}, "crawled must be a date or None, not str; pass a day, as date"),
    ],
)
def test_what_is_known_of_a_page_is_of_its_type(given: dict[str, Any], said: str) -> None:
    for call in (clean, read, Cleaner().clean, clean_text, Cleaner().clean_text):
        with pytest.raises(TypeError, match=said):
            call(PLAIN, **given)


def test_a_charset_of_another_type_is_a_type_error_that_says_so() -> None:
    for call in (clean, read, Cleaner().clean):
        with pytest.raises(TypeError, match="charset must be a str or None, not int; pass its name"):
            call(PLAIN, charset=3)  # type: ignore[arg-type]  # that is the point


def test_a_moment_stands_for_its_day() -> None:
    page = '<meta property="article:published_time" content="2024-03-02"><p>One</p>'
    assert clean(page, crawled=datetime(2024, 3, 2, 9, tzinfo=UTC)).published == date(2024, 3, 2)
    assert clean(page, crawled=datetime(2024, 3, 1, 9, tzinfo=UTC)).published is None
    assert read(page, crawled=datetime(2024, 3, 1, 9, tzinfo=UTC)).crawled == date(2024, 3, 1)


def test_text_is_not_refused_for_its_control_characters() -> None:
    assert "mended" in clean_text("\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0fThe pier is mended.").text


def test_bytes_of_another_kind_are_an_error_that_names_it() -> None:
    with pytest.raises(NotHTMLError, match="a PDF"):
        clean(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj")


def test_a_bytearray_is_a_page() -> None:
    assert clean(bytearray(PAGE.encode())) == clean(PAGE.encode())


# ---------------------------------------------------------------- fallback
def empty(fallback: Any) -> Article:
    return Cleaner([("everything", everything)], fallback=fallback).clean(PAGE)


def test_no_fallback_leaves_an_empty_body_empty() -> None:
    assert empty("none").blocks == ()


def test_a_body_from_the_fallback_comes_out_of_the_ledger() -> None:
    article = empty("body")
    assert [block.text for block in article.blocks if len(block.text) > 80] == list(STORY)
    assert article.sources["text"] == "trafilatura"
    indices = [block.index for block in article.blocks] + [entry.index for entry in article.removed]
    assert sorted(indices) == list(range(len(read(PAGE).blocks)))


def test_a_body_of_our_own_is_not_asked_for_again() -> None:
    article = Cleaner(fallback="body").clean(PAGE)
    assert article.text == clean(PAGE).text
    assert "text" not in article.sources


def test_a_body_that_is_doubted_is_asked_for_again() -> None:
    doubtful = Cleaner([("mentioning", mentioning), ("judging", judging)], fallback="body")
    article = doubtful.clean(PAGE)
    assert STORY[4] in article.text
    assert article.sources["text"] == "trafilatura"
    sure = doubtful.with_filters(judging={"confidence": 0.5}).clean(PAGE)
    assert STORY[4] not in sure.text
    assert "text" not in sure.sources


def test_a_body_that_stands_in_is_not_asked_for_again() -> None:
    stated = json.dumps({"@type": "Article", "articleBody": "\n".join(STORY)})
    page = f'<script type="application/ld+json">{stated}</script><p>{STORY[0]}</p>'
    article = Cleaner([("judging", judging)], fallback="body").clean(page)
    assert article.text == "\n\n".join(STORY)
    assert article.sources["text"] == "json-ld"
    assert article.warnings == ("body_from_json_ld",)


def test_an_empty_page_stays_empty() -> None:
    assert Cleaner(fallback="all").clean("").blocks == ()


HINTS = '<span class="username">Jo Lens</span><abbr class="published" title="2019-03-14">a while ago</abbr>'


def test_an_author_and_a_date_from_the_fallback() -> None:
    page = PAGE.replace("By Ada Quill", HINTS)
    article = Cleaner(fallback="all").clean(page)
    assert clean(page).authors == ()
    assert (article.authors, article.sources["authors"]) == (("Jo Lens",), "trafilatura")
    assert (article.published, article.sources["published"]) == (date(2019, 3, 14), "htmldate")
    assert (Cleaner(fallback="body").clean(page).authors, Cleaner(fallback="body").clean(page).published) == ((), None)


def test_an_author_of_our_own_is_not_asked_for_again() -> None:
    article = Cleaner(fallback="all").clean(PAGE.replace("<p>By", f"{HINTS}<p>By"))
    assert (article.authors, article.sources["authors"]) == (("Ada Quill",), "page")


def test_a_threshold_that_is_given_by_partial_can_be_changed() -> None:
    cleaner = Cleaner([("teasers", partial(teasers, min_cards=9))]).with_filters(teasers={"min_cards": 2})
    assert cleaner.clean(PAGE).removed_words == {"teasers": 7}


def test_cleaners_that_do_the_same_are_equal() -> None:
    one, other = (Cleaner().with_filters(teasers={"min_cards": 3}) for _ in range(2))
    assert one == other == pickle.loads(pickle.dumps(one))
    assert hash(one) == hash(other)
    assert one != Cleaner()
    assert one != dataclasses.replace(one, max_bytes=5)
    assert one != one.fingerprint


def test_what_is_no_page_is_said() -> None:
    with pytest.raises(TypeError, match=r"clean_page takes a Page, as read makes it, not NoneType; or use clean\."):
        Cleaner().clean_page(cast(Any, None))
