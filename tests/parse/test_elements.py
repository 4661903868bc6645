"""The names of elements are names of elements, and the groups of them agree."""

from __future__ import annotations

import re

import pytest
from lxml.html import defs

from cleaner.parse import elements, parse

KNOWN = defs.tags | frozenset(
    "amp-img annotation annotation-xml bgsound datalist dialog embed foreignobject head image keygen listing main "
    "marquee menu multicol nobr noembed no-frames picture plaintext rp rt ruby search source summary svg template "
    "track wbr xmp".split()
)
GROUPS = {name: frozenset(group) for name, group in vars(elements).items() if name.isupper()}


@pytest.mark.parametrize("group", GROUPS.values(), ids=GROUPS)
def test_every_name_is_that_of_an_element(group: frozenset[str]) -> None:
    assert all(re.fullmatch(r"[a-z][a-z0-9]*(-[a-z]+)?", name) for name in group)
    assert group <= KNOWN


def test_what_is_not_rendered_is_a_container() -> None:
    assert elements.UNRENDERED.keys() <= elements.CONTAINERS
    assert elements.CONTAINERS.isdisjoint(elements.UNRENDERED_INLINE)
    assert elements.CONTAINERS.isdisjoint(elements.SKIPPED)


@pytest.mark.parametrize("tag", elements.UNRENDERED)
def test_what_is_not_rendered_is_hidden_and_parts_the_line(tag: str) -> None:
    blocks = parse(f"<div>a<{tag}>b</{tag}>c</div>").blocks
    assert [(block.text, block.hidden) for block in blocks] == [
        *(("a", None), ("b", elements.UNRENDERED[tag]), ("c", None)),
    ]
