"""The body as JSON-LD states it: whose text counts, and whose does not."""

from __future__ import annotations

import json
from typing import Any

import pytest
from by_hand import STORY, h, page

from cleaner.metadata.stated import stated_body
from cleaner.parse.structured import read_json_ld

URL = "https://example.org/ferry"


def stated(*things: Any, title: str | None = None, url: str | None = URL) -> tuple[str, ...]:
    made = page(h(1, "Ferry runs again"), title=title, url=url, json_ld=read_json_ld([json.dumps(things)]))
    return stated_body(made)


@pytest.mark.parametrize("kind", ["NewsArticle", "http://schema.org/Article", ["Thing", "BlogPosting"], "Recipe"])
@pytest.mark.parametrize("key", ["articleBody", "text", "reviewBody"])
def test_the_body_of_the_pages_own_thing(kind: object, key: str) -> None:
    assert stated({"@type": kind, key: STORY[0], "description": "A ferry."}) == (STORY[0],)


def test_the_first_body_that_a_thing_has_is_the_one() -> None:
    assert stated({"@type": "Article", "text": STORY[1], "articleBody": STORY[0]}) == (STORY[0],)
    assert stated({"@type": "Article", "text": STORY[1], "articleBody": " \n"}) == (STORY[1],)


@pytest.mark.parametrize("kind", ["Product", ["Product", "Thing"], "Course", "SportsEvent", "JobPosting"])
def test_what_has_no_body_has_its_description(kind: object) -> None:
    assert stated({"@type": kind, "description": STORY[0]}) == (STORY[0],)


@pytest.mark.parametrize("kind", ["NewsArticle", "WebPage", "VideoObject", "Organization", "ProductCollection"])
def test_the_description_of_anything_else_is_no_body(kind: str) -> None:
    assert stated({"@type": kind, "description": STORY[0]}) == ()


def test_a_product_that_a_story_speaks_of_is_none_of_the_pages_own() -> None:
    story, boat = {"@type": "Article", "headline": "x"}, {"@type": "Product", "description": STORY[0]}
    assert stated(story, boat) == ()
    assert stated({**story, "articleBody": STORY[1]}, boat) == (STORY[1],)


def test_questions_and_answers() -> None:
    answers = [{"@type": "Answer", "text": STORY[2]}, {"@type": "Answer", "text": STORY[3]}]
    question = {"@type": "Question", "name": "When?", "text": STORY[0], "acceptedAnswer": {"text": STORY[1]}}
    asked = {"@type": "QAPage", "mainEntity": {**question, "suggestedAnswer": answers}}
    assert stated(asked) == STORY[:4]


def test_a_question_without_a_text_is_its_name() -> None:
    questions = [
        {"@type": ["Question"], "name": "When does it run?", "acceptedAnswer": {"@type": "Answer", "text": STORY[0]}},
        {"@type": "Question", "name": "Who pays?", "acceptedAnswer": {"@type": "Answer", "text": STORY[1]}},
    ]
    assert stated({"@type": "FAQPage", "mainEntity": questions}) == (
        "When does it run?",
        STORY[0],
        "Who pays?",
        STORY[1],
    )


def test_a_post_and_what_is_said_in_answer() -> None:
    inner = {"@type": "Comment", "text": STORY[2]}
    comments = [{"@type": "Comment", "text": STORY[1], "comment": inner}, {"@type": "Comment", "text": STORY[3]}]
    assert stated({"@type": "DiscussionForumPosting", "text": STORY[0], "comment": comments}) == STORY[:4]


def test_what_readers_say_of_an_article_is_not_its_body() -> None:
    comments = [{"@type": "Comment", "text": STORY[1]}]
    assert stated({"@type": "NewsArticle", "articleBody": STORY[0], "comment": comments}) == (STORY[0],)


def test_articles_that_a_page_lists_are_not_its_body() -> None:
    posts = [{"@type": "BlogPosting", "articleBody": text, "url": f"{URL}/{n}"} for n, text in enumerate(STORY)]
    blog = {"@type": "CollectionPage", "mainEntity": posts}
    assert stated(blog, *posts) == ()


def test_the_body_of_another_page_is_not_this_pages() -> None:
    other = {"@type": "Article", "headline": "Larch or oak", "articleBody": STORY[0]}
    assert stated({**other, "url": "https://example.org/larch"}) == ()
    assert stated({**other, "url": URL}) == (STORY[0],)
    assert stated({**other, "url": "https://example.org/larch"}, title="Larch or oak | Example") == (STORY[0],)
    assert stated(other) == (STORY[0],)


def test_a_text_that_several_things_state_is_one() -> None:
    article = {"@type": "Article", "url": URL, "articleBody": STORY[0]}
    assert stated(article, {**article, "@type": "NewsArticle"}) == (STORY[0],)


@pytest.mark.parametrize("value", [None, 3, 1.5, True, "", [], {}, [STORY[0]], [[[]]], [None, 3], {"@value": "x"}])
@pytest.mark.parametrize("key", ["@type", "articleBody", "text", "name", "description", "mainEntity", "comment"])
def test_any_value_may_be_of_any_type(key: str, value: object) -> None:
    for kind in ("Article", "Product", "DiscussionForumPosting", "Question"):
        inner = {"@type": "Question", key: value}
        stated({"@type": kind, "mainEntity": [inner, value], "comment": inner, key: value})


def test_nested_beyond_use_is_not_looked_into() -> None:
    comment: dict[str, Any] = {"@type": "Comment", "text": "the innermost"}
    for number in range(20):
        comment = {"@type": "Comment", "text": str(number), "comment": [comment]}
    found = stated({"@type": "DiscussionForumPosting", "text": "the post", "comment": comment})
    assert found == ("the post", "19", "18", "17", "16")


def test_a_thread_of_any_length_has_an_end() -> None:
    comments = [{"@type": "Comment", "text": str(number)} for number in range(1_000)]
    assert len(stated({"@type": "DiscussionForumPosting", "comment": comments})) == 200


def test_nothing_is_stated_by_a_page_without_such_data() -> None:
    assert stated() == ()
    assert stated({"@type": "WebPage", "name": "x"}) == ()
