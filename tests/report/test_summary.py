"""Changes of many pages."""

from __future__ import annotations

import pytest

from cleaner import Article, Cleaner, Document, Removal, TextBlock
from cleaner.report import Change, compare, render_changes, summary
from report.hostile import TEXTS, article
from report.looked_at import check_harmless, text


def body(*texts: str, removed: str = "") -> Article:
    return Article(
        title="No ferry",
        blocks=tuple(TextBlock(index=n, kind="paragraph", text=one) for n, one in enumerate(texts)),
        removed=(Removal(index=9, filter="teasers", reason="a card", text=removed, kind="other"),) if removed else (),
        removed_words={"teasers": len(removed.split())} if removed else {},
        cleaner_version="1.2.3",
        pipeline=f"p{len(texts)}",
    )


CHANGES = (
    Change("same", None, body("one"), body("one")),
    Change("small", "https://skaal.example/", body("one two", "three"), body("one two", removed="three")),
    Change("lost", None, body("one"), None),
)


def test_a_summary_counts_all_and_keeps_the_largest() -> None:
    found = summary(CHANGES, most=1)
    assert (found.pages, found.changed, found.failed) == (3, 2, (0, 1))
    assert found.moved == {"teasers": 1}
    assert [change.id for change in found.largest] == ["lost"]
    assert found.pipelines == ({"1.2.3 p1", "1.2.3 p2"}, {"1.2.3 p1"})


def test_the_report_shows_what_went_and_which_filter_took_it() -> None:
    shown = text(render_changes(CHANGES))
    assert "2 of 3 pages changed" in shown
    assert "teasers +1" in shown
    assert "gone teasers a card three" in shown
    assert shown.index("lost") < shown.index("https://skaal.example/")
    assert "failed" in shown


def test_a_summary_can_be_shown_as_well() -> None:
    assert render_changes(summary(CHANGES)) == render_changes(CHANGES)


def test_nothing_changed() -> None:
    assert "0 of 0 pages changed" in text(render_changes([]))


def test_from_two_cleaners() -> None:
    page = "<p hidden>Not seen.</p><p>The ferry to Skål has been cancelled for the third day in a row, they say."
    old = Cleaner()
    content = render_changes(compare(old, old.with_filters(hidden=None), [Document(page, id="page")]))
    check_harmless(content)


def test_hostile_pages_are_harmless() -> None:
    bad = [Change(one, one, article(), Article(title=one)) for one in TEXTS]
    bad += [Change(one, one, Article(title=one), article()) for one in TEXTS]
    check_harmless(render_changes(bad))


def test_what_is_no_change_is_said() -> None:
    with pytest.raises(TypeError, match=r"^summary takes Changes; item 0 is 5\. Give it what compare yields\.$"):
        render_changes([5])  # type: ignore[list-item]
