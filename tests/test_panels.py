"""Reasons of hiding with and without that a click undoes them."""

from __future__ import annotations

from cleaner.panels import closed, is_closed, opened


def test_a_reason_tells_whether_a_click_undoes_it() -> None:
    assert closed("display: none") == "display: none, until a click"
    assert [is_closed(reason) for reason in ("display: none, until a click", "display: none", None)] == [
        True,
        False,
        False,
    ]
    assert [opened(reason) for reason in ("opacity: 0, until a click", "opacity: 0", None)] == ["opacity: 0"] * 2 + [
        None
    ]
