"""Results made by hand: of a page with everything, of an empty one, and of one that failed."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from cleaner import Article, FilterError, Image, Removal, TextBlock
from cleaner.document import Result
from cleaner.io import RecordError

FULL = Result(
    id="a",
    url="https://www.skaal.example/ferry",
    meta={"source": "crawl 7", "weight": 3, "nested": {"à": [1]}},
    article=Article(
        blocks=(
            TextBlock(index=0, kind="paragraph", text="No ferry to Skål"),
            TextBlock(index=2, kind="paragraph", text="Bread"),
        ),
        title="Ferry",
        authors=("Ada Quill", "Jo Lens"),
        tags=("Ferries",),
        published=datetime(2024, 3, 2, 0, 30, tzinfo=timezone(timedelta(hours=1))),
        url="https://www.skaal.example/ferry",
        canonical_url="https://skaal.example/ferry?full",
        language="en",
        images=(
            Image(src="https://skaal.example/pier.jpg", caption="The pier"),
            Image(src="https://skaal.example/2.jpg"),
        ),
        page_type="article",
        confidence=0.875,
        removed=(
            Removal(index=1, filter="teasers", reason="a card", text="Larch or oak", kind="list_item", score=0.25),
            Removal(index=3, filter="copyright", reason="a line", text="© Skål", kind="paragraph"),
        ),
        removed_words={"teasers": 3, "copyright": 2},
        warnings=("replaced_bytes",),
        cleaner_version="0.3.0",
        pipeline="abc",
    ),
    error=None,
    status="ok",
    crawled=date(2024, 3, 5),
)
EMPTY = Result(
    id=1, url=None, meta=None, article=Article(cleaner_version="0.3.0", pipeline="abc"), error=None, status="empty"
)
FAILED = Result(
    id=2,
    url="https://b.example/",
    meta={},
    article=None,
    error=FilterError("ours", "raised KeyError: 'a'"),
    status="filter_error",
)
ALL = (FULL, EMPTY, FAILED)


def stop(error: RecordError) -> None:
    """For `on_error` where all is in order."""
    raise error
