"""Hidden text that a click shows: panels of tabs, of accordions and the like, which a control on the page opens."""

from __future__ import annotations

CLOSED_BY = frozenset(("hidden attribute", "display: none", "visibility: hidden", "opacity: 0", "a box of size 0"))
"""The reasons for which a panel is hidden until it is opened: scripts undo them."""
_UNTIL = ", until a click"


def closed(reason: str) -> str:
    """The reason why a panel is hidden that was for such a reason, and can be opened."""
    return reason + _UNTIL


def is_closed(reason: str | None) -> bool:
    """Whether what is hidden for this reason can be opened."""
    return reason is not None and reason.endswith(_UNTIL)


def opened(reason: str | None) -> str | None:
    """The reason without that it can be."""
    return reason and reason.removesuffix(_UNTIL)
