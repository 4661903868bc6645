"""What cleaning did, to look at: HTML files that hold all they need, run nothing of a page, and fetch nothing.

`render` shows a page, `render_index` many of them, and `compare` what another Cleaner does to the same documents, which
`render_changes` shows. Only the three that render need the extra [report].
"""

from __future__ import annotations

from cleaner.report.changes import Change, compare
from cleaner.report.index import render_index
from cleaner.report.page import render
from cleaner.report.summary import Summary, render_changes, summary

__all__ = ["Change", "Summary", "compare", "render", "render_changes", "render_index", "summary"]
