"""Why a reader cannot see an element, as far as its own attributes tell (style sheets are not read)."""

from __future__ import annotations

from collections.abc import Mapping

from cleaner.parse.styles import hidden_by

_LONGEST = 4_000
"""Characters of a style that are read; none that is made for readers has as many."""
FOR_EDITORS = "editsection"
"""The name of what MediaWiki puts into its headings, or beside them: "[edit]", in the language of the wiki."""


def why_hidden(tag: str, attributes: Mapping[str, str]) -> str | None:
    """The reason why a reader does not see the element, else None. `html` and `body` never count: scripts show them."""
    if tag == "body" or tag == "html":
        return None
    if "hidden" in attributes and attributes["hidden"].lower() != "until-found":
        return "hidden attribute"
    if "style" in attributes and (reason := hidden_by(attributes["style"][:_LONGEST])):
        return reason
    if tag == "dialog" and "open" not in attributes:
        return "closed dialog"
    return None
