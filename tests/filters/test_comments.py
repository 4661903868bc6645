"""Comments under a story go; a forum's posts are its body."""

from __future__ import annotations

from by_hand import STORY, box, h, page, verdicts

from cleaner.block import Drop
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
