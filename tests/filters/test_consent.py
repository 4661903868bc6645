"""Cookie banners go; stories about cookies stay."""

from __future__ import annotations

from by_hand import STORY, box, button, h, li, page, verdicts

from cleaner.block import Drop
from cleaner.filters.consent import consent

PAGE = box("div", *STORY, *STORY, *STORY)
"""More than a banner holds, as is any page that has room for one."""
NOTICE = "We use cookies to improve this site and to count our visitors."


def test_a_box_named_after_consent_goes() -> None:
    made = page(*STORY, box("div.cookie.bar", "Your choice", button("OK")))
    assert verdicts(consent, made) == [Drop(6, "in a box named 'cookie'"), Drop(7, "in a box named 'cookie'")]


def test_a_banner_without_a_name_goes_whole() -> None:
    made = page(PAGE, box("div", "Before you go on", NOTICE, button("Fine")))
    assert verdicts(consent, made) == [
        Drop(18, "beside a block that says 'we use cookies'"),
        Drop(19, "says 'we use cookies'"),
        Drop(20, "beside a block that says 'we use cookies'"),
    ]


def test_the_heading_of_a_banner_takes_its_sentences_along() -> None:
    told = "Strictly necessary cookies are always active. You can choose whether to allow the other categories."
    made = page(PAGE, box("div", h(2, "Privacy Preference Center"), told, button("Fine")))
    assert [verdict.index for verdict in verdicts(consent, made)] == [18, 19, 20]


def test_a_notice_on_a_small_page_goes_with_its_box() -> None:
    made = page(box("main", *STORY), box("div", "Before you go on", NOTICE, button("Fine")))
    assert [verdict.index for verdict in verdicts(consent, made)] == [6, 7, 8]


def test_a_notice_in_another_language_goes() -> None:
    made = page(PAGE, box("div", "Wir verwenden Cookies."), lang="de")
    assert verdicts(consent, made) == [Drop(18, "says 'wir verwenden cookies'")]


def test_a_story_that_quotes_a_notice_is_left_alone() -> None:
    assert verdicts(consent, page(PAGE, box("div", "The window said: we use cookies.", *STORY))) == []


def test_a_notice_beside_prose_is_left_alone() -> None:
    assert verdicts(consent, page(PAGE, box("div", NOTICE, STORY[3]))) == []


def test_a_notice_beside_prose_goes_where_a_button_asks_too() -> None:
    why = "With one click you can see what the harbour office wrote to its friends, and it learns that you did."
    notice = "By loading the post, you agree to what its host stores."
    made = page(PAGE, box("div", notice, why, button("Load external content")))
    assert [verdict.index for verdict in verdicts(consent, made)] == [18, 19, 20]
    assert "says 'by loading the post, you'" in [verdict.reason for verdict in verdicts(consent, made)]
    alone = page(PAGE, box("div", button("Cookies"), STORY[1], STORY[2]))  # an answer under its question
    assert verdicts(consent, alone) == []
    quoted = page(PAGE, box("section", "The banner said:", NOTICE, box("ul", li("Accept all"), li("Reject all")), why))
    assert verdicts(consent, quoted) == []


def test_a_policy_is_left_alone_for_it_is_most_of_the_page() -> None:
    assert verdicts(consent, page(box("div.privacy", *STORY))) == []


def test_how_large_a_banner_and_how_long_its_text_may_be() -> None:
    made = page(PAGE, box("div", "Before you go on", NOTICE))
    assert verdicts(consent, made, banner=20) == [Drop(19, "says 'we use cookies'")]
    assert verdicts(consent, made, longest=20) == []
