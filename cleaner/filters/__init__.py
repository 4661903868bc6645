"""The filters, in the order in which they run, and what one needs to write one's own.

A filter is a plain function from a `Page` to the verdicts it has on blocks; its thresholds are keyword-only.
"""

from __future__ import annotations

from cleaner.block import Block, Drop, Facts, Filter, Keep, Page
from cleaner.filters.advertisements import advertisements
from cleaner.filters.appended import appended
from cleaner.filters.biographies import biographies
from cleaner.filters.boilerplate import boilerplate
from cleaner.filters.bylines import bylines
from cleaner.filters.captions import captions
from cleaner.filters.comments import comments
from cleaner.filters.consent import consent
from cleaner.filters.copyright import copyright
from cleaner.filters.headline import headline
from cleaner.filters.hidden import hidden
from cleaner.filters.navigation import navigation
from cleaner.filters.newsletter import newsletter
from cleaner.filters.repeats import repeats
from cleaner.filters.sharing import sharing
from cleaner.filters.tags import tags
from cleaner.filters.teasers import teasers

__all__ = ["DEFAULT", "Block", "Drop", "Facts", "Filter", "Keep", "Page"]

DEFAULT: tuple[tuple[str, Filter], ...] = (
    ("hidden", hidden),
    ("navigation", navigation),
    ("consent", consent),
    ("advertisements", advertisements),
    ("sharing", sharing),
    ("newsletter", newsletter),
    ("headline", headline),
    ("captions", captions),
    ("bylines", bylines),
    ("tags", tags),
    ("teasers", teasers),
    ("appended", appended),
    ("comments", comments),
    ("biographies", biographies),
    ("copyright", copyright),
    ("repeats", repeats),
    ("boilerplate", boilerplate),
)
"""Every filter by name, in order. A later filter sees only the blocks that the earlier ones left."""
