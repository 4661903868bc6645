"""Comments under a story go; a forum's posts are its body."""

from __future__ import annotations

from dataclasses import replace

from by_hand import STORY, box, h, page, verdicts

from cleaner.block import Drop, Facts
from cleaner.filters.comments import comments

THREAD = box("div.comments", "Jo, on Friday", "At last! We have eaten tinned fish since Christmas.")


def test_a_box_named_so_under_the_story_goes() -> None:
    assert verdicts(comments, page(*STORY, THREAD)) == [
        Drop(6, "in a box named 'comments' under the story"),
        Drop(7, "in a box named 'comments' under the story"),
    ]


def test_labels_and_rules_go() -> None:
    made = page(*STORY, h(3, "Leave a reply"), "Your email address will not be published.", "Tell us what you think")
    assert verdicts(comments, made) == [
        Drop(6, "says 'leave a reply'"),
        Drop(7, "says 'your email address will not be published'"),
        Drop(8, "says 'tell us what you think'"),
    ]


def test_posts_without_a_story_before_them_are_left_alone() -> None:
    assert verdicts(comments, page(STORY[0], box("div.comment", *STORY[1:]))) == []


def test_a_page_that_says_it_is_a_forum_is_left_alone() -> None:
    assert verdicts(comments, page(*STORY, THREAD, json_ld=({"@type": "DiscussionForumPosting"},))) == []
    assert verdicts(comments, page(box("div.forum", *STORY, THREAD))) == []


def test_a_story_about_comments_is_left_alone() -> None:
    told = "Comments from the harbour office were not to be had before Friday, when the ferry had left for the islands."
    assert verdicts(comments, page(*STORY[:3], told, *STORY[3:])) == []


def test_how_much_prose_is_a_story_and_how_long_a_label_may_be() -> None:
    assert verdicts(comments, page(*STORY, THREAD), story=1000) == []
    assert verdicts(comments, page(*STORY, "Leave a reply"), longest=5) == []


# -- customers' reviews ------------------------------------------------------------------------------------------------

PRODUCT = ({"@type": "Product", "name": "Larch chair"}, {"@type": "Review"})
REVIEWS = box("section.customer.reviews", h(3, "Reviews"), "Sturdy, and it came on the day they said it would.")


def test_what_customers_say_of_a_product_goes() -> None:
    assert verdicts(comments, page(h(1, "Larch chair"), *STORY[:2], REVIEWS, json_ld=PRODUCT)) == [
        Drop(3, "in a box named 'reviews' on the page of a product"),
        Drop(4, "in a box named 'reviews' on the page of a product"),
    ]


def test_however_much_of_the_page_they_are() -> None:
    made = page(STORY[0], box("div.review", box("div.review", *STORY[1:])), json_ld=PRODUCT)
    assert [drop.index for drop in verdicts(comments, made)] == [1, 2, 3, 4, 5]


def test_a_page_may_state_its_product_in_other_ways() -> None:
    made = page(*STORY[:2], REVIEWS)
    for facts in (Facts(meta={"og:type": ("og:product",)}), Facts(itemtypes=("Product", "Review"))):
        assert [drop.index for drop in verdicts(comments, replace(made, facts=facts))] == [2, 3]


def test_a_review_of_a_product_is_left_alone() -> None:
    told = page(h(1, "A chair of larch"), box("div.review", *STORY))
    for types in (("Review", "Product"), ("Product", "NewsArticle"), ("BlogPosting", "Product"), ()):
        stated = tuple({"@type": kind} for kind in types)
        assert verdicts(comments, replace(told, facts=Facts(json_ld=stated))) == []


def test_a_box_around_the_headline_is_left_alone_and_those_in_it_go() -> None:
    made = page(box("main.has.reviews", h(1, "Larch chair"), STORY[0], REVIEWS), json_ld=PRODUCT)
    assert [drop.index for drop in verdicts(comments, made)] == [2, 3]


def test_testimonials_are_left_alone() -> None:
    made = page(*STORY[:2], box("div.review.testimonials", "Sturdy, and it came on the day."), json_ld=PRODUCT)
    assert verdicts(comments, made) == []


def test_a_tab_of_the_description_and_the_reviews_is_left_alone_and_the_reviews_in_it_go() -> None:
    reviews = box("div.reviews", "Sturdy, and it came on the day.")
    made = page(box("div.product.description.reviews", *STORY[:2], reviews), *STORY[2:], json_ld=PRODUCT)
    assert [drop.index for drop in verdicts(comments, made)] == [2]
    said = page(*STORY[:2], box("div.review.description", "Sturdy, and it came on the day."), json_ld=PRODUCT)
    assert [drop.index for drop in verdicts(comments, said)] == [2]
