"""Text that React sends behind the page, for a script to put in its place: put there.

React's server renderer sends a page as soon as it can. For what is not ready it sends `<template id="B:0"></template>`
and a fallback up to `<!--/$-->`, or `P:0` without one; and later, behind the page, `<div hidden id="S:0">` with the
text, which a script moves to the template of that number (`ReactFizzConfigDOM.js` of React 18 and 19). As it stands,
such a page has text hidden that every reader sees, in the order in which it was ready.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_MARK = b'id="S:'
"""Hardly a page has it, and to look for it costs next to nothing."""
_TOKEN = re.compile(
    rb"""<div\ hidden(?:="")?\ id="S:(?P<segment>[0-9a-f]{1,8})">
    | <template\ id="(?P<kind>[BP]):(?P<number>[0-9a-f]{1,8})"></template>
    | (?P<open><!--\$[?!~]?-->)
    | (?P<close><!--/\$-->)
    | (?P<body></body)""",
    re.VERBOSE,
)

Parts = list[bytes | int]
"""What stands one behind the other: markup, and the numbers of segments that belong in between."""


def in_place(page: bytes) -> bytes:
    """The page with each segment where its template stands; the same page where it has none."""
    if _MARK not in page:
        return page
    shell, segments = _parts(page)
    return b"".join(_joined(shell, segments)) if segments else page


def _parts(page: bytes) -> tuple[Parts, dict[int, Parts]]:
    """What the page was before any segment came, and the segments by number, each with its end tag."""
    tokens = list(_TOKEN.finditer(page))
    shell: Parts = []
    segments: dict[int, Parts] = {int(token["segment"], 16): [] for token in tokens if token["segment"]}
    parts, at = shell, 0
    depth = fallback = 0  # how many boundaries are open here, and with the one whose fallback this is, if it is one
    for token in tokens:
        kind = token.lastgroup
        if kind == "segment" or kind == "body":
            parts.append(page[at : token.start()])
            parts = segments[int(token["segment"], 16)] if kind == "segment" else shell
            at = token.end() if kind == "segment" else token.start()
            depth = fallback = 0
        elif kind == "open":
            depth += 1
        elif kind == "close":
            if fallback and depth == fallback:
                at, fallback = token.end(), 0
            depth = max(depth - 1, 0)
        elif not fallback and (number := int(token["number"], 16)) in segments:
            parts += (page[at : token.start()], number)
            at, fallback = token.end(), depth if token["kind"] == b"B" else 0
    parts.append(page[at:])
    return shell, segments


def _joined(shell: Parts, segments: dict[int, Parts]) -> Iterator[bytes]:
    """The pieces of the page in order; those segments that no template waits for stay hidden, behind it."""
    inside = [iter(shell)]
    while inside:
        for part in inside[-1]:
            if isinstance(part, bytes):
                yield part
            elif part in segments:
                yield b"<div>"
                inside.append(iter(segments.pop(part)))
                break
        else:
            inside.pop()
    for parts in segments.values():
        yield b"<div hidden>"
        yield from (part for part in parts if isinstance(part, bytes))
