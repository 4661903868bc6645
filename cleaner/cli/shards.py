"""The folder beside the output in which a batch grows, shard by shard, until it is complete.

A shard is the rows of consecutive documents. It counts when its account is there, which is written last: whatever is
killed in between leaves a shard that does not count, and is written again. `OUT` appears when all shards are joined.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from typing import Any

from cleaner.cli.refusal import Refusal
from cleaner.cli.tally import Tally
from cleaner.errors import shown
from cleaner.io import LEDGER_COLUMNS, columns, jsonl, parquet
from cleaner.io.jsonl import jsonl_table
from cleaner.io.parquet import join_parquet, parquet_table
from cleaner.io.rows import WriteRow
from cleaner.io.targets import clear_partial, written

try:
    import fcntl
except ImportError:  # so it is on Windows, where nobody is kept from starting a batch twice
    fcntl = None  # type: ignore[assignment]

ENDINGS = (*jsonl.ENDINGS, *parquet.ENDINGS)
_OURS = re.compile(r"\.?(\d{8}|manifest)\..+")
_LOCK = "lock"
_MUST_AGREE = {
    "ledger": "another --ledger",  # which is also another pipeline
    "pipeline": "another pipeline (other filters, settings, or another version)",
    "schema_version": "a version that writes other columns",
    "inputs": "other input files",
    "fields": "another --field",
    "keep": "another --keep",
}


class Shards:
    """The working folder of one output, for one `manifest`: what must not change between a batch and its resumption."""

    def __init__(self, out: str, manifest: dict[str, Any]) -> None:
        [self._ending] = [ending for ending in ENDINGS if out.lower().endswith(ending)]
        self._out = out
        self.folder = f"{out}.parts"
        self._manifest = manifest
        self._keep = manifest["keep"]
        self._full = manifest["ledger"] == "full"
        self._tallies: list[Tally] = []
        self.documents = 0
        """How many documents of the input the shards hold."""
        self.complete = False
        """Whether the last shard is there."""

    def is_done(self) -> bool:
        """Whether OUT is there and no batch to it is unfinished. Clears away what one that ended just then has left."""
        if not os.path.exists(self._out) or self._json("manifest") is not None:
            return False
        if os.path.isdir(self.folder):
            self._lock()
            self._clear()
        return True

    def begin(self, resume: bool) -> None:
        """Makes the folder, or goes on with the one that is there. Refuses to mix, and to throw away."""
        os.makedirs(self.folder, exist_ok=True)
        self._lock()
        there = self._json("manifest")
        if there is None or self._json(_stem(0)) is None:
            self._remove()
            self._write_json("manifest", self._manifest)
        elif not resume:
            raise Refusal(
                f"{shown(self.folder)} holds a batch that was not finished; "
                f"go on with it by --resume, or remove the folder to start again."
            )
        else:
            self._check(there)
            self._take_up()

    def _check(self, there: Mapping[str, Any]) -> None:
        for name, meaning in _MUST_AGREE.items():
            if there.get(name) != self._manifest[name]:
                raise Refusal(
                    f"{shown(self.folder)} was begun with {meaning}, and the results of both must not be mixed; "
                    f"give the same again, or remove the folder to start anew."
                )

    def _take_up(self) -> None:
        """Counts the shards that are there, and removes what came after them."""
        while (account := self._json(_stem(len(self._tallies)))) is not None:
            self._count(Tally.of_json(account["tally"]), account["last"])
        self._remove(but={"manifest", *map(_stem, range(len(self._tallies)))})

    def _lock(self) -> None:
        """Holds the folder until this process ends, however it ends; its workers do not hold it."""
        held = os.open(os.path.join(self.folder, _LOCK), os.O_RDWR | os.O_CREAT)
        try:
            if fcntl is not None:
                fcntl.lockf(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise Refusal(f"{shown(self.folder)} is being worked on by another process; wait for its end.") from error

    @contextmanager
    def next(self) -> Iterator[tuple[WriteRow, WriteRow | None]]:
        """Functions that write a row of the next shard, and one of its ledger where there is one."""
        path = self._path(len(self._tallies))
        ledger = self._table(ledger_of(path), LEDGER_COLUMNS) if self._full else nullcontext()
        with self._table(path, columns(self._keep)) as write, ledger as write_removed:
            yield write, write_removed

    def commit(self, tally: Tally, last: bool) -> None:
        """Makes the shard that was written count."""
        self._write_json(_stem(len(self._tallies)), {"last": last, "tally": tally.as_json()})
        self._count(tally, last)

    def _count(self, tally: Tally, last: bool) -> None:
        self._tallies.append(tally)
        self.documents += tally.pages
        self.complete = last

    def tally(self) -> Tally:
        """The account of all shards."""
        total = Tally()
        for one in self._tallies:
            total.merge(one)
        return total

    def finish(self) -> None:
        """Joins the shards to the output, and removes the folder."""
        for out in (self._out, ledger_of(self._out)):  # of a batch that was killed while it joined them
            clear_partial(out)
        paths = [self._path(number) for number in range(len(self._tallies))]
        if self._full:
            ledgers = [ledger_of(path) for path in paths]
            self._join(ledgers, ledger_of(self._out), LEDGER_COLUMNS)
        else:
            with suppress(FileNotFoundError):  # of an output that this one takes the place of
                os.remove(ledger_of(self._out))
        self._join(paths, self._out, columns(self._keep))
        self._clear()

    def leave(self) -> None:
        """Removes the folder where no shard is done: there is nothing to go on from."""
        if not self._tallies:
            self._clear()

    def _clear(self) -> None:
        self._remove()
        os.remove(os.path.join(self.folder, _LOCK))
        with suppress(OSError):  # it is not ours alone
            os.rmdir(self.folder)

    def _join(self, paths: list[str], out: str, columns: Any) -> None:
        if self._ending in parquet.ENDINGS:
            join_parquet(paths, out, columns)
            return
        with written(out) as stream:  # members of gzip and frames of zstd stand side by side
            for path in paths:
                with open(path, "rb") as part:
                    shutil.copyfileobj(part, stream, 1 << 20)

    def _table(self, path: str, columns: Any) -> Any:
        return parquet_table(path, columns) if self._ending in parquet.ENDINGS else jsonl_table(path)

    def _path(self, number: int) -> str:
        return os.path.join(self.folder, _stem(number) + self._ending)

    def _json(self, stem: str) -> dict[str, Any] | None:
        try:
            with open(os.path.join(self.folder, f"{stem}.json"), encoding="utf-8") as file:
                content: dict[str, Any] = json.load(file)
        except FileNotFoundError:
            return None
        return content

    def _write_json(self, stem: str, content: dict[str, Any]) -> None:
        with written(os.path.join(self.folder, f"{stem}.json")) as stream:
            stream.write(json.dumps(content, ensure_ascii=False).encode())

    def _remove(self, but: Collection[str] = ()) -> None:
        """Removes what is ours, the manifest first: without it nothing in the folder counts."""
        names = [name for name in os.listdir(self.folder) if _OURS.fullmatch(name) and name.split(".")[0] not in but]
        for name in sorted(names, key=lambda name: not name.startswith("manifest")):
            os.remove(os.path.join(self.folder, name))


def ledger_of(out: str) -> str:
    """Where the table of removed blocks goes: `out.ledger.parquet` beside `out.parquet`."""
    [ending] = [ending for ending in ENDINGS if out.lower().endswith(ending)]
    return out[: -len(ending)] + ".ledger" + out[-len(ending) :]


def _stem(number: int) -> str:
    return f"{number:08}"
