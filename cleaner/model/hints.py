"""What address, structured data and names tell of a page's type, each hint by itself: columns of `Features.page`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import parse_qsl, urlsplit

import numpy as np

from cleaner.block import Page
from cleaner.model.scale import FULL, NEUTRAL, Bytes

_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 50
"""Objects of structured data; the first ones tell what the page is."""
_LONGEST = 40
"""Characters; no type's name is longer."""


class Hints(NamedTuple):
    """How much each hint tells for each kind of page."""

    rows: Mapping[str, int]
    """By the hint: its row in `table`."""
    table: Bytes
    """(hints + 1, kinds): 50 tells nothing, more is for the kind and less against it; 12 is a unit of log odds."""


def hints(page: Page) -> frozenset[str]:
    """Words of the address, its host and its query, types of structured data, `og:type`, the generator's name."""
    facts = page.facts
    try:
        address = urlsplit(page.url or "")
        host, path, query = address.hostname or "", address.path, address.query
    except ValueError:  # no address at all
        host = path = query = ""
    found = {f"path {word}" for word in _WORD.findall(path.lower())}
    found.update(f"host {label}" for label in host.split(".")[:-1])
    found.update(f"query {key}" for key, _ in parse_qsl(query[:1000]))
    found.update(f"type {str(item.get('@type'))[:_LONGEST]}" for item in facts.json_ld[:_LOOKED_AT])
    found.add(f"og {facts.first_meta('og:type')}")
    found.update(f"generator {word}" for word in _WORD.findall((facts.first_meta("generator") or "").lower())[:2])
    return frozenset(found)


def told(page: Page, table: Hints) -> Bytes:
    """(kinds,): what the page's hints tell together, at half their weight since they repeat each other."""
    known = [table.rows[hint] for hint in hints(page) if hint in table.rows]
    sums = (table.table[known].astype(np.int64) - NEUTRAL).sum(axis=0)
    sum_of_all: Bytes = (NEUTRAL + sums // 2).clip(0, FULL).astype(np.uint8)
    return sum_of_all
