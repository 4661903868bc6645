"""`clean_many`: any number of pages, each with exactly one result, whatever a page does to the process that cleans it.

Worker processes clean pages in chunks. What a page can do to them is the concern of `crew`, `lane` and `process`; how
much is read ahead, that of `window`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from cleaner.batch.checks import check_cleaner, check_numbers, freight
from cleaner.batch.cores import usable_cores
from cleaner.batch.outcome import outcome_of
from cleaner.batch.parcels import Chunk, chunks, labelled, page_of, parcels_of, refusal
from cleaner.batch.window import Window
from cleaner.document import Document, Result
from cleaner.items import each
from cleaner.pipeline import Cleaner

if TYPE_CHECKING:
    from cleaner.batch.crew import Crew


def clean_many(
    documents: Iterable[Document],
    *,
    cleaner: Cleaner | None = None,
    workers: int | None = None,
    timeout: float | None = 30.0,
    max_memory: int | None = None,
    ordered: bool = True,
) -> Iterator[Result]:
    """Cleans documents in worker processes: exactly one Result for each, and no page costs another its own.

    documents: any iterable, also an endless one; it is read a little ahead of what is consumed.
    cleaner: with filters that pickle: functions at the top of a module, or of the script that runs.
    workers: processes, each started when there is work for it; as many as there are cores to use, where None. 0 cleans
        in this process, as results are asked for: a page that hangs or kills it does so, and no timeout holds.
    timeout: seconds for a page, or None.
    max_memory: bytes that a worker may allocate for a page beyond what it has; on Linux only.
    ordered: results in the order of the documents, or else as they are done.

    A page's failure is in its Result; what `documents` raises is raised here, after the results of what came before.
    A page, url, charset or day of a type that `clean` does not take is the status "not_html", with what `clean` says.
    Raises TypeError and ValueError at once for arguments that make no sense, TypeError for an item that is no Document,
    and RuntimeError where worker processes cannot be started. Closing the iterator ends the workers.
    """
    items = each(documents, Document, "clean_many", "Make it one, as Document(html, url=...).")
    check_numbers(workers, timeout, max_memory, ordered)
    cleaner = Cleaner() if cleaner is None else cleaner
    check_cleaner(cleaner)
    if workers == 0:
        return _here(items, cleaner)
    from cleaner.batch.crew import Crew  # noqa: PLC0415  # pebble takes as long to import as all the rest
    from cleaner.batch.process import check_not_importing  # noqa: PLC0415  # so does multiprocessing

    check_not_importing()
    packed = freight(cleaner)
    workers = workers or usable_cores()
    crew = partial(Crew, *packed, workers=workers, timeout=timeout, max_memory=max_memory)
    return _stream(chunks(parcels_of(items, cleaner)), crew, Window(workers, ordered=ordered))


def _here(items: Iterator[Document], cleaner: Cleaner) -> Iterator[Result]:
    for number, document in enumerate(items):
        page, parcel = page_of(document), labelled(document, number)
        parcel.end(refusal(cleaner, page) or outcome_of(cleaner, page))
        yield parcel.result()


def _stream(chunks: Iterator[Chunk], make_crew: Callable[[], Crew], window: Window) -> Iterator[Result]:
    """Reads while there is room, and waits for the workers when there is none."""
    fault: Exception | None = None
    reading = True
    with closing(make_crew()) as crew:
        while reading or not window.empty:
            ended: Chunk = []
            if reading and not window.full:
                try:
                    chunk = next(chunks, None)
                except Exception as error:  # it may cost no document before it its result
                    fault, chunk = error, None
                reading = chunk is not None
                ended = _sent(chunk or [], crew, window)
            ended += crew.collect(wait=not ended and (window.full or not reading))
            for parcel in window.hand_out(ended):
                yield parcel.result()
    if fault is not None:
        raise fault


def _sent(chunk: Chunk, crew: Crew, window: Window) -> Chunk:
    """Takes a chunk in and gives the workers what they can clean of it; the rest, which has its outcome already."""
    window.add(chunk)
    if pages := [parcel for parcel in chunk if parcel.outcome is None]:
        crew.send(pages)
    return [parcel for parcel in chunk if parcel.outcome is not None]
