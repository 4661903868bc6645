"""Page and ledger to `Article`: what was kept, what was removed, and the fields that removed blocks fill."""

from __future__ import annotations

from typing import Any

import pytest
from by_hand import STORY, Line, box, h, img, page

from cleaner import Article, Removal, TextBlock, __version__
from cleaner.assemble import assemble
from cleaner.block import Block, Drop, Page
from cleaner.ledger import Ledger, run
from cleaner.model import JUDGEMENT, Judgement
from cleaner.rescue import Rescued


def assembled(made: Page, *drops: Drop, full: bool = True) -> Article:
    ledger = run([("odd", lambda page: drops[::2]), ("even", lambda page: drops[1::2])], made)
    return assemble(made, Rescued(ledger), full=full, pipeline="1a2b")


def judged(made: Page, confidence: float) -> Page:
    scores = tuple(index / 10 for index in range(len(made.original)))
    made.shared[JUDGEMENT] = Judgement("forum", confidence, scores, (True,) * len(scores), 0.5, (0.0,) * len(scores))
    return made


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
    made = page(h(1, "Ferry runs again"), "By Ada Quill", *STORY, meta={"author": ("Ada M. Quill",)})
    assert assembled(made, Drop(0, "x", "title"), Drop(1, "x", "byline")).authors == ("Ada M. Quill",)


def test_the_rest_comes_from_the_page_and_the_pipeline() -> None:
    article = assembled(page(*STORY, url=" /Ferry ", warnings=("replaced_bytes",)))
    assert (article.url, article.warnings) == (" /Ferry ", ("replaced_bytes",))
    assert (article.pipeline, article.cleaner_version) == ("1a2b", __version__)


def test_what_nobody_judged_has_no_score() -> None:
    article = assembled(page("One", "Two"), Drop(1, "x"))
    assert (article.page_type, article.confidence) == (None, None)
    assert (article.blocks[0].score, article.removed[0].score) == (None, None)


def test_a_judgement_gives_scores_type_and_confidence() -> None:
    article = assembled(judged(page("One", "Two", "Three"), 0.75), Drop(1, "x"))
    assert (article.page_type, article.confidence) == ("forum", 0.75)
    assert [block.score for block in article.blocks] == [0.0, 0.2]
    assert [removal.score for removal in article.removed] == [0.1]


@pytest.mark.parametrize("confidence", [0.75, 0.25, 0.0, None])
def test_a_body_that_stands_in_is_said_to(confidence: float | None) -> None:
    made = page("Loading", h(1, "Ferry runs again"), box("figure", img(src="/pier.jpg")), warnings=("replaced_bytes",))
    if confidence is not None:
        judged(made, confidence)
    ledger = run([("a", lambda page: [Drop(0, "x"), Drop(1, "x", "title")])], made)
    stood_in = Rescued(Ledger((Block(2, STORY[0]),), ledger.removed, ledger.roles), from_json_ld=True)
    article = assemble(made, stood_in, full=True, pipeline="")
    assert article.blocks == (TextBlock(index=2, kind="paragraph", text=STORY[0]),)
    assert [removal.index for removal in article.removed] == [0, 1]
    assert article.sources == {"title": "page", "text": "json-ld"}
    assert article.warnings == ("replaced_bytes", "body_from_json_ld")
    assert article.confidence == 0.5


URL = "https://example.org/ferry"


def fields(article: Article) -> tuple[Any, ...]:
    return article.title, article.authors, str(article.published), article.tags


def test_the_fields_of_a_block_stand_in_their_order_as_those_of_one_read_from_json_do() -> None:
    made = assembled(page(h(2, "Timber"), "Oak", Line("Larch", "list_item", 2)), Drop(1, "why"))
    assert Article.model_validate_json(made.model_dump_json()).model_dump_json() == made.model_dump_json()


def test_a_body_that_is_hidden_until_scripts_run_is_said_to() -> None:
    made = page(STORY[0], box("div", STORY[1], hidden="display: none"))
    assert assembled(made).warnings == ("shown_by_scripts",)
    assert assembled(made, Drop(1, "display: none")).warnings == ()
