"""What a batch reads: files of every kind, recognised by their names, as one stream of numbered documents."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import chain
from typing import Any

from cleaner.cli.refusal import Refusal
from cleaner.document import Document
from cleaner.errors import shown
from cleaner.io import (
    RecordError,
    files,
    jsonl,
    parquet,
    read_files,
    read_jsonl,
    read_parquet,
    read_warc,
    read_wet,
    warc,
    wet,
)
from cleaner.io.sources import inputs

KNOWN = (*files.ENDINGS, *jsonl.ENDINGS, *warc.ENDINGS, *wet.ENDINGS, *parquet.ENDINGS)
FIELDS = ("id", "url", "html", "text", "charset", "crawled")


def found(sources: Sequence[str], but: Iterable[str], also: Sequence[str] = ()) -> list[str]:
    """The files that are meant: those that are named, and of folders those of a known name.

    `but` is what the batch itself writes, files and folders, which may lie in a folder that it reads; `also` are
    endings of files that may be named, and are let be in folders.
    """
    own = {os.path.abspath(path) for path in but}
    paths = [str(path) for source in sources for path in inputs(source, KNOWN)]
    for source in sources:
        if os.path.abspath(source) in own:
            raise Refusal(f"{shown(source)} is both read and written; give the output another name.")
    paths = [path for path in paths if not own & {os.path.abspath(path), os.path.abspath(os.path.dirname(path))}]
    for path in paths:
        if not path.lower().endswith((*KNOWN, *also)):
            raise Refusal(f"{shown(path)} has no ending that says what it is; known are {', '.join((*KNOWN, *also))}.")
    if not paths:
        raise Refusal(f"There is no page in {', '.join(map(shown, sources))}; known endings are {', '.join(KNOWN)}.")
    return paths


def digest(paths: Iterable[str]) -> str:
    """Says whether the input is still the same: a hash over names and sizes."""
    known = sha256()
    for path in paths:
        size = os.path.getsize(path) if os.path.exists(path) else -1
        known.update(os.fsencode(path) + b"\0" + str(size).encode() + b"\n")
    return known.hexdigest()


class Inputs:
    """The documents of files, one after the other, each with an id; and what could not be read between them."""

    done = 0
    """How many documents have been cleaned already, and are passed over."""

    def __init__(self, paths: Sequence[str], names: Mapping[str, str | None], keep: Sequence[str]) -> None:
        """`names` are the fields' names where they differ from ours."""
        self._number = 0
        self._damage: deque[tuple[int, RecordError]] = deque()
        # All at once: a missing extra or file is to be said before anything is cleaned.
        self._readers = [self._reader(path, names, keep) for path in paths]

    def documents(self) -> Iterator[Document]:
        """Those that have not been cleaned yet; where one has no id, its number in the whole input."""
        for document in self._all():
            number = self._number
            self._number += 1
            if number >= self.done:
                yield replace(document, id=number) if document.id is None else document

    def damage(self, until: int | None) -> list[RecordError]:
        """What could not be read before the document of that number, and has not been asked for yet."""
        taken = []
        while self._damage and (until is None or self._damage[0][0] < until):
            taken.append(self._damage.popleft()[1])
        return taken

    def _all(self) -> Iterator[Document]:
        try:
            yield from chain.from_iterable(self._readers)
        except ValueError as error:  # a table without the columns that are asked for
            raise Refusal(f"{error}") from error

    def _note(self, error: RecordError) -> None:
        if self._number >= self.done:
            self._damage.append((self._number, error))

    def _reader(self, path: str, names: Mapping[str, Any], keep: Sequence[str]) -> Iterator[Document]:
        name = path.lower()
        if name.endswith(jsonl.ENDINGS):
            return read_jsonl(path, **names, on_error=self._note)
        if name.endswith(parquet.ENDINGS):
            return read_parquet(path, **names, keep=keep, on_error=self._note)
        if name.endswith(warc.ENDINGS):
            return read_warc(path, on_error=self._note)
        if name.endswith(wet.ENDINGS):
            return read_wet(path, on_error=self._note)
        return read_files(path, on_error=self._note)
