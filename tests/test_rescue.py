"""What comes back into the body, what stands in for it, and what stays removed."""

from __future__ import annotations

import json

import pytest
from by_hand import STORY, Line, box, h, link, page

from cleaner import Article, Cleaner
from cleaner.block import Drop, Keep, Page
from cleaner.filters import DEFAULT
from cleaner.ledger import Ledger, run
from cleaner.model import JUDGEMENT, Judgement
from cleaner.pipeline import read
from cleaner.rescue import Rescued, rescue

TITLE = "Ferry to the islands runs again"
BODY = "\n\n".join(STORY)
RULES = tuple(pair for pair in DEFAULT if pair[0] != "boilerplate")


def removing(made: Page, name: str, *indices: int) -> Ledger:
    return run([(name, lambda page: [Drop(index, "x") for index in indices])], made)


def news(body: object = BODY) -> dict[str, object]:
    return {"@type": "NewsArticle", "headline": TITLE, "articleBody": body}


def kept(rescued: Rescued) -> list[str]:
    return [block.text for block in rescued.ledger.kept]


def indices(rescued: Rescued) -> list[int]:
    return [block.index for block in rescued.ledger.kept] + [entry.block.index for entry in rescued.ledger.removed]


# ---------------------------------------------------------------- the stated body comes back
def test_what_json_ld_states_comes_back() -> None:
    made = page("Menu", *STORY, "Pier Street 3", json_ld=(news(),))
    rescued = rescue(made, removing(made, "teasers", *range(8)))
    assert kept(rescued) == list(STORY)
    assert [entry.block.index for entry in rescued.ledger.removed] == [0, 7]
    assert not rescued.from_json_ld


@pytest.mark.parametrize("markup", ["<p>{}</p>", "{}<br/><br/>", "&lt;p&gt;{}&lt;/p&gt;", "<b>{}</b>\n", "{}\r\n"])
def test_it_may_be_written_in_html(markup: str) -> None:
    made = page(*STORY, json_ld=(news("".join(map(markup.format, STORY))),))
    assert kept(rescue(made, removing(made, "teasers", *range(6)))) == list(STORY)


def test_a_body_that_has_most_of_it_is_left_alone() -> None:
    made = page(*STORY, json_ld=(news(),))
    ledger = removing(made, "teasers", 4, 5)
    assert rescue(made, ledger) == Rescued(ledger)


def test_a_stated_teaser_tells_little() -> None:
    made = page(STORY[0], *STORY, json_ld=(news(STORY[0]),))
    ledger = removing(made, "teasers", 0, 1)
    assert rescue(made, ledger) == Rescued(ledger)


def test_what_a_reader_cannot_see_stays_removed_and_is_not_shown_in_another_way() -> None:
    made = page("Allow scripts", *STORY, json_ld=(news(),))
    ledger = removing(made, "hidden", *range(1, 7))
    assert rescue(made, ledger) == Rescued(ledger)


def test_links_and_captions_that_stand_in_a_sentence_stay_removed() -> None:
    made = page(
        link("outer islands"), link("Friday"), Line("The tool shed", "caption"), *STORY, "Two storms", json_ld=(news(),)
    )
    assert kept(rescue(made, removing(made, "x", *range(10)))) == list(STORY)


def test_without_a_stated_body_nothing_comes_back() -> None:
    made = page(*STORY, json_ld=({"@type": "NewsArticle", "headline": TITLE},))
    ledger = removing(made, "teasers", *range(6))
    assert rescue(made, ledger) == Rescued(ledger)


# ---------------------------------------------------------------- it stands in
def test_where_scripts_draw_the_page_the_stated_body_stands_in() -> None:
    made = page("Please allow scripts.", "© 2024", json_ld=(news(),))
    rescued = rescue(made, removing(made, "copyright", 1))
    assert kept(rescued) == list(STORY)
    assert rescued.from_json_ld
    assert indices(rescued) == [2, 3, 4, 5, 6, 7, 0, 1]
    assert [(entry.filter, entry.reason) for entry in rescued.ledger.removed] == [
        ("boilerplate", "beside the body that JSON-LD states"),
        ("copyright", "x"),
    ]


def test_beside_what_a_filter_wants_to_keep() -> None:
    made = page("Please allow scripts.", "Our verdict: go", json_ld=(news(),))
    rescued = rescue(made, run([("verdicts", lambda page: [Keep(1, "ours")])], made))
    assert kept(rescued) == ["Our verdict: go", *STORY]
    assert sorted(indices(rescued)) == list(range(8))


def test_a_body_of_half_the_size_is_not_given_up_for_it() -> None:
    made = page(*("The mail boat takes no goats on Sundays." for _ in range(10)), json_ld=(news(),))
    ledger = run((), made)
    assert rescue(made, ledger) == Rescued(ledger)


def test_what_markup_hides_does_not_stand_in() -> None:
    hidden = "<p hidden>Goats</p><template>Mail</template><script>x</script>"
    made = page("Loading", json_ld=(news("".join(f"<p>{text}</p>" for text in STORY) + hidden),))
    assert kept(rescue(made, run((), made))) == list(STORY)


def test_entities_controls_and_broken_characters_are_tidied() -> None:
    body = f"\ud800{BODY}\n\nAT&amp;T &lt; 3\x00\x07\n \n"
    made = page("Loading", json_ld=(news(body),))
    assert kept(rescue(made, run((), made))) == [f"?{STORY[0]}", *STORY[1:], "AT&T < 3"]


def test_a_line_said_twice_is_said_twice_but_a_text_stated_twice_is_stated_once() -> None:
    poem = f"{BODY}\nAnd the mail.\nA goat.\nAnd the mail."
    marked = "".join(f"<p>{line}</p>" for line in poem.split("\n"))
    made = page("Loading", json_ld=(news(poem), news(marked)), title=TITLE)
    assert kept(rescue(made, run((), made)))[6:] == ["And the mail.", "A goat.", "And the mail."]


# ---------------------------------------------------------------- prose on a page left all but empty
def judged(page_type: str, made: Page) -> Page:
    made.shared[JUDGEMENT] = Judgement(
        page_type, 0.1, (0.0,) * len(made.original), (False,) * len(made.original), 0.5, (0.0,) * len(made.original)
    )
    return made


PROSE = tuple(f"{text} {text}" for text in STORY)


def test_the_prose_of_an_article_left_empty_comes_back() -> None:
    made = judged("article", page(box("div", "Menu"), box("article", *PROSE, h(2, "Fares")), box("div", STORY[0])))
    rescued = rescue(made, removing(made, "boilerplate", *range(9)))
    assert kept(rescued) == list(PROSE)
    assert sorted(indices(rescued)) == list(range(9))


@pytest.mark.parametrize(
    ("page_type", "name", "gone"),
    [
        ("product", "boilerplate", range(6)),  # whose body may be a line
        ("article", "teasers", range(6)),  # rules know what they take
        ("article", "boilerplate", range(5)),  # something is left
        ("article", "boilerplate", range(2)),
    ],
)
def test_other_prose_stays_removed(page_type: str, name: str, gone: range) -> None:
    made = judged(page_type, page(*PROSE))
    ledger = removing(made, name, *gone)
    assert rescue(made, ledger) == Rescued(ledger)


def test_a_page_without_blocks_stays_empty() -> None:
    assert rescue(Page(()), run((), Page(()))) == Rescued(Ledger((), (), {}))


# ---------------------------------------------------------------- from the page to the Article
def cleaned(markup: str, *things: object, title: str = TITLE) -> Article:
    scripts = "".join(f'<script type="application/ld+json">{json.dumps(thing)}</script>' for thing in things)
    html = f"<html lang=en><head><title>{title}</title>{scripts}</head><body>{markup}</body></html>"
    article = Cleaner().clean(html)
    numbers = [block.index for block in article.blocks] + [entry.index for entry in article.removed]
    assert sorted(numbers) == list(range(len(numbers)))
    assert len(numbers) >= len(read(html).blocks)
    assert Article.model_validate_json(article.model_dump_json()) == article
    return article


SHELL = '<div id="app">Loading</div><noscript>Please allow scripts to read this page.</noscript>'
POSTS = [{"@type": "Comment", "text": text} for text in STORY[1:]]


@pytest.mark.parametrize(
    "thing",
    [
        news(),
        {"@type": "Product", "name": TITLE, "description": BODY},
        {"@type": "DiscussionForumPosting", "headline": TITLE, "text": STORY[0], "comment": POSTS},
        {
            "@type": "QAPage",
            "mainEntity": {
                **{"@type": "Question", "name": TITLE, "text": STORY[0]},
                "acceptedAnswer": {"@type": "Answer", "text": f"<p>{STORY[1]}</p><p>{STORY[2]}</p>"},
                "suggestedAnswer": [{"@type": "Answer", "text": text} for text in STORY[3:]],
            },
        },
    ],
    ids=["article", "product", "forum", "question"],
)
def test_a_page_that_scripts_draw_has_the_body_that_it_states(thing: object) -> None:
    article = cleaned(SHELL, thing)
    assert article.text == BODY
    assert article.sources["text"] == "json-ld"
    assert article.warnings == ("body_from_json_ld",)
    assert article.confidence is not None
    assert article.confidence <= 0.5
    assert {block.score for block in article.blocks} == {None}


def test_a_page_without_any_block_has_the_body_that_it_states() -> None:
    assert cleaned("", news()).text == BODY


def test_a_story_in_a_box_of_teasers_comes_back() -> None:
    cards = "".join(
        f'<div class="card"><a href="/{number}"><p>{text}</p></a></div>' for number, text in enumerate(STORY)
    )
    markup = f'<h1>{TITLE}</h1><section class="related teasers"><h2>Related stories</h2>{cards}</section>'
    assert not {*STORY} & {block.text for block in Cleaner(RULES).clean(markup).blocks}
    article = cleaned(markup, news())
    assert [block.text for block in article.blocks if block.text in STORY] == list(STORY)
    assert "text" not in article.sources
    assert article.warnings == ()


def test_an_abstract_in_json_ld_changes_nothing() -> None:
    markup = f"<article><h1>{TITLE}</h1><p>{'</p><p>'.join(STORY)}</p></article>"
    abstract = "In short: the ferry, the pier, the storms, and what all of it has cost the islands in one long winter."
    with_it, without = cleaned(markup, news(abstract)), cleaned(markup, news(""))
    assert with_it.blocks == without.blocks
    assert with_it.warnings == ()


@pytest.mark.parametrize("body", ["<", "&", "&lt;", "<p", "<!--", "<![CDATA[", "\x00", "]]>", "</p>", "<script>"])
def test_no_stated_body_is_an_error(body: str) -> None:
    for text in (body, body * 200, f"{BODY}{body}", f"{body}{BODY}"):
        cleaned(SHELL, news(text.replace("</", "<\\/")))
