"""Page and ledger to `Article`: what was kept, what was removed, and the fields that removed blocks fill."""

from __future__ import annotations

from typing import Any

from by_hand import STORY, Line, box, h, img, page

from cleaner import Article, Removal, TextBlock, __version__
from cleaner.assemble import assemble
from cleaner.block import Block, Drop, Page
from cleaner.ledger import run


def assembled(made: Page, *drops: Drop, full: bool = True) -> Article:
    ledger = run([("odd", lambda page: drops[::2]), ("even", lambda page: drops[1::2])], made)
    return assemble(made, ledger, full=full, pipeline="1a2b")


def test_blocks_keep_their_place_kind_and_structure() -> None:
    made = page(h(2, "Timber"), "Oak", Line("Larch", "list_item", 2))
    assert assembled(made, Drop(1, "why")).blocks == (
        TextBlock(index=0, kind="heading", text="Timber", level=2),
        TextBlock(index=2, kind="list_item", text="Larch", level=2),
    )


def test_a_table_has_its_rows() -> None:
    rows = (("Oak", "4"), ("Larch", "5"))
    made = Page((Block(0, "Oak\t4\nLarch\t5", "table", rows=rows),))
    assert assembled(made).blocks == (TextBlock(index=0, kind="table", text="Oak\t4\nLarch\t5", rows=rows),)


def test_removals_say_which_filter_and_why() -> None:
    made = page("Oak", Line("The north pier", "caption"), "Larch")
    assert assembled(made, Drop(2, "one"), Drop(1, "two")).removed == (
        Removal(index=1, filter="even", reason="two", text="The north pier", kind="other"),
        Removal(index=2, filter="odd", reason="one", text="Larch", kind="paragraph"),
    )


def test_removed_words_are_counted_by_filter() -> None:
    article = assembled(page("One", "Two words", "Now three words"), Drop(0, "x"), Drop(1, "x"), Drop(2, "x"))
    assert article.removed_words == {"odd": 4, "even": 2}


def test_without_the_full_ledger_only_the_words_are_counted() -> None:
    article = assembled(page("One", "Two words"), Drop(0, "x"), full=False)
    assert (article.removed, article.removed_words) == ((), {"odd": 1})


def test_a_caption_fills_an_image() -> None:
    made = page(STORY[0], box("figure", img(src="/pier.jpg", alt="A pier"), "The north pier"), *STORY[1:], url=URL)
    [image] = assembled(made, Drop(1, "x", "caption")).images
    assert (image.src, image.alt, image.caption) == ("https://example.org/pier.jpg", "A pier", "The north pier")


def test_roles_fill_fields_that_the_facts_left_empty() -> None:
    drops = (Drop(0, "x", "title"), Drop(1, "x", "byline"), Drop(2, "x", "date"), Drop(9, "x", "tags"))
    made = page(h(1, "Ferry runs again"), "By Ada Quill", "2 March 2024", *STORY, "Tags: Ferries, Islands")
    assert fields(assembled(made, *drops)) == ("Ferry runs again", ("Ada Quill",), "2024-03-02", ("Ferries", "Islands"))


def test_what_the_page_declares_comes_before_its_text() -> None:
    made = page(h(1, "Ferry runs again"), "By Ada Quill", *STORY, meta={"author": ("Jo Lens",)})
    assert assembled(made, Drop(0, "x", "title"), Drop(1, "x", "byline")).authors == ("Jo Lens",)


def test_the_rest_comes_from_the_page_and_the_pipeline() -> None:
    article = assembled(page(*STORY, url=" /Ferry ", warnings=("replaced_bytes",)))
    assert (article.url, article.warnings) == (" /Ferry ", ("replaced_bytes",))
    assert (article.pipeline, article.cleaner_version) == ("1a2b", __version__)


URL = "https://example.org/ferry"


def fields(article: Article) -> tuple[Any, ...]:
    return article.title, article.authors, str(article.published), article.tags
