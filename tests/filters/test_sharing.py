"""Share tools go; sentences about sharing stay."""

from __future__ import annotations

from by_hand import STORY, box, button, h, link, page, verdicts

from cleaner.block import Drop
from cleaner.filters.sharing import sharing


def test_a_box_named_as_share_tools_goes() -> None:
    made = page(*STORY, box("div.social.row", "Send", "Forward"))
    assert verdicts(sharing, made) == [Drop(6, "in a box named 'social'"), Drop(7, "in a box named 'social'")]


def test_an_invitation_goes() -> None:
    made = page("Share this article", *STORY, "Like this story? Share it with a friend!")
    assert verdicts(sharing, made) == [Drop(0, "says 'share this article'"), Drop(7, "says 'like this story? '")]


def test_names_of_networks_go() -> None:
    made = page(link("Facebook Reddit Viber"), button("Mastodon | Bluesky"), *STORY)
    assert verdicts(sharing, made) == [Drop(0, "names of networks"), Drop(1, "names of networks")]


def test_a_row_of_tools_goes() -> None:
    made = page(*STORY, link("Facebook Send Bookmark", links=3))
    assert verdicts(sharing, made) == [Drop(6, "a row of tools that begins with 'facebook'")]


def test_sentences_about_sharing_are_left_alone() -> None:
    told = "Share on the islands what you have, the saying goes, and the sea will bring you the rest before the spring."
    assert verdicts(sharing, page(*STORY[:3], told, *STORY[3:])) == []


def test_sentences_and_subheads_about_a_network_are_left_alone() -> None:
    assert verdicts(sharing, page(*STORY[:3], h(2, "Facebook and Telegram"), *STORY[3:])) == []
    assert verdicts(sharing, page(*STORY[:3], "Telegram was down.", *STORY[3:])) == []


def test_prose_in_a_box_named_so_is_left_alone() -> None:
    assert verdicts(sharing, page(*STORY, box("div.share", STORY[0]))) == []


def test_how_long_a_line_may_be() -> None:
    made = page(*STORY, "Share this article")
    assert verdicts(sharing, made, longest=10) == []
