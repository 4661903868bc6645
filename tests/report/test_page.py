"""The report of one page."""

from __future__ import annotations

import re
from datetime import date

import pytest

from cleaner import Article, Cleaner, Image, Removal, TextBlock, clean
from cleaner.report import blocks, render
from report.hostile import TEXTS, article
from report.looked_at import check_harmless, classes, text

STORY = (
    "The ferry to Skål has been cancelled for the third day, and the islanders have begun to share their bread.",
    "The harbour master, who measured the wind himself, said on Tuesday that no boat would leave before the swell.",
)
PAGE = f"""<html lang="en"><title>No ferry</title><nav><a href="/">Home</a></nav><h1>No ferry</h1>
<p>{STORY[0]}</p><p>{STORY[1]}</p><footer>Copyright 2024 The Tidewater Record</footer>"""


def test_blocks_stand_in_page_order_with_filter_and_reason() -> None:
    shown = text(render(clean(PAGE)))
    places = [shown.index(part) for part in ("Home", *STORY, "Copyright 2024")]
    assert places == sorted(places)
    for removal in clean(PAGE).removed:
        assert f"{removal.filter} {removal.reason}" in shown


def test_the_legend_counts_blocks_and_characters() -> None:
    removed = tuple(Removal(index=n, filter="teasers", reason="a card", text="x" * 600, kind="other") for n in range(2))
    content = render(Article(removed=removed, removed_words={"teasers": 2}))
    assert "teasers 2 · 1,200" in text(content)
    assert "body 0 · 0" in text(content)


def test_a_filter_of_ones_own_can_be_hidden_too() -> None:
    removed = (Removal(index=0, filter="my_own", reason="since", text="x", kind="other"),)
    content = render(Article(removed=removed, removed_words={"my_own": 1}))
    [number] = [name[1:] for names in classes(content) if "gone" in names for name in names if name[0] == "f"]
    assert any(f"t{number}" in names for names in classes(content))
    assert f".page:has(.t{number}:not(:checked)) .f{number} {{ display: none; }}" in content


def test_an_article_without_ledger_says_so() -> None:
    content = text(render(Cleaner(ledger="counts").clean(PAGE)))
    assert "This article has no ledger" in content
    assert "navigation 6 words" in content
    assert "no ledger" not in text(render(clean(PAGE)))


def test_fields_with_their_sources() -> None:
    fields = Article(
        title="No ferry",
        authors=("Oda Brekvist", "Ida Ferrow"),
        published=date(2024, 2, 19),
        paywalled=False,
        url="https://skaal.example/",
        page_type="article",
        confidence=0.894,
        warnings=("cut_depth",),
        sources={"authors": "json-ld", "published": "meta"},
        cleaner_version="1.2.3",
        pipeline="abc123",
    )
    shown = text(render(fields))
    assert "authors Oda Brekvist · Ida Ferrow json-ld" in shown
    assert "published 2024-02-19 meta" in shown
    assert "paywalled no" in shown
    for part in ("article", "confidence 0.89", "cut_depth", "cleaner 1.2.3 · pipeline abc123", "5 fields"):
        assert part in shown


def test_images_are_told_and_not_loaded() -> None:
    image = Image(src="https://skaal.example/quay.jpg", caption="The quay", credit="Ida Ferrow", alt="A quay", width=9)
    content = render(Article(images=(image,)))
    assert "1 image" in text(content)
    for part in ("The quay", "Ida Ferrow", "alt: A quay", "https://skaal.example/quay.jpg"):
        assert part in text(content)
    check_harmless(content)


def test_tables_code_and_lists_keep_their_form() -> None:
    content = render(
        Article(
            blocks=(
                TextBlock(index=0, kind="table", text="a\tb\n1\t2", rows=(("a", "b"), ("1", "2")), header_rows=1),
                TextBlock(index=1, kind="code", text="if x:\n    y < z"),
                TextBlock(index=2, kind="list_item", text="deep", level=3),
            )
        )
    )
    assert content.count('<tr class="head">') == 1
    assert "if x:\n    y &lt; z" in content
    assert {"text", "list_item", "l3"} in list(classes(content))


def test_a_page_without_blocks() -> None:
    assert "There is no block on this page." in text(render(Article()))
    assert "A page without a title" in text(render(Article()))


def test_what_is_cut_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "MOST", 1)
    both = tuple(TextBlock(index=n, kind="paragraph", text="x" * 20_123) for n in range(2))
    shown = text(render(Article(blocks=both)))
    assert "… and 123 characters more." in shown
    assert "1 more blocks are not shown." in shown


def test_a_hostile_page_is_harmless() -> None:
    content = render(article())
    check_harmless(content)
    assert len(content) < 1_500_000
    for hostile in TEXTS[:9]:
        assert " ".join(hostile.split()) in text(content)
    content.encode()


def test_what_turns_the_direction_of_writing_ends_with_its_element() -> None:
    content = render(article())
    # A block's direction is its own; within a line, bdi sees to it. A cell of the fields has several texts in one.
    around = {content[: found.start()].rpartition("<")[2].split(">")[0] for found in re.finditer(TEXTS[10], content)}
    inline = {start for start in around if not re.match(r"(p|td|h1|li|footer|title|div)\b|span class=\"name\"", start)}
    assert inline == {"bdi"}


def test_what_is_no_article_is_said() -> None:
    with pytest.raises(TypeError, match=r"^render takes an Article; '<p>Hello' was given\. Give it"):
        render("<p>Hello")  # type: ignore[arg-type]
