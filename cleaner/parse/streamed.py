"""Text that React sends behind the page, for a script to put in its place: put there.

React's server renderer sends a page as soon as it can. For what is not ready it sends `<template id="B:0"></template>`
and a fallback up to `<!--/$-->`, or `P:0` without one; and later, behind the page, `<div hidden id="S:0">` with the
text, which a script moves to a template: the one that its call names, which since React 19 has the segment's number
(`ReactFizzConfigDOM.js` of React 18 and 19). As it stands, such a page has text hidden that every reader sees, in the
order in which it was ready. Segments of tables and drawings are left where they are.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

_MARK = b'id="S:'
"""Hardly a page has it, and to look for it costs next to nothing."""
_TOKEN = re.compile(
    rb"""<div\ hidden(?:="")?\ id="S:(?P<segment>[0-9a-f]{1,8})">
    | <template\ id="(?P<template>[BP]:[0-9a-f]{1,8})"></template>
    | (?P<open><!--\$[?!~]?-->)
    | (?P<close><!--/\$-->)
    | (?P<body></body)
    | <!--.*?--> | <script\b.*?</script""",
    re.VERBOSE | re.DOTALL,
)
_CALL = re.compile(rb'\$R(?:[CR]\("(?P<boundary>B:\w+)","|S\(")S:(?P<segment>[0-9a-f]{1,8})"(?:,"(?P<part>P:\w+)")?')

Parts = list[bytes | int]
"""Markup, and the numbers of segments that belong in between."""


def in_place(page: bytes) -> bytes:
    """The page with each segment where its template stands, and fallbacks hidden; the same page where it has none."""
    if _MARK not in page:
        return page
    shell, segments = _parts(page)
    return b"".join(_joined(shell, segments)) if segments else page


def _parts(page: bytes) -> tuple[Parts, dict[int, Parts]]:
    """What the page was before any segment came, and the segments by number, each with its end tag."""
    tokens = [token for token in _TOKEN.finditer(page) if token.lastgroup]
    shell: Parts = []
    segments: dict[int, Parts] = {int(token["segment"], 16): [] for token in tokens if token["segment"]}
    waited_for = _waited_for(page, segments)
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
                parts += (b"<div hidden>", page[at : token.start()], b"</div>")
                at, fallback = token.end(), 0
            depth = max(depth - 1, 0)
        elif not fallback and token["template"] in waited_for:
            parts += (page[at : token.start()], waited_for.pop(token["template"]))
            at, fallback = token.end(), depth if token["template"][:1] == b"B" else 0
    parts.append(page[at:])
    return shell, segments


def _waited_for(page: bytes, segments: Collection[int]) -> dict[bytes, int]:
    """By the id of a template, the number of the segment that belongs there."""
    called = {call["boundary"] or call["part"] or b"": int(call["segment"], 16) for call in _CALL.finditer(page)}
    others = set(segments).difference(called.values())
    alike = {b"%c:%x" % (kind, number): number for number in others for kind in b"BP"}
    return {template: one for template, one in {**alike, **called}.items() if one in segments}


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
