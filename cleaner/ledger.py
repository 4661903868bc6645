"""Runs the filters one after the other over a page and keeps the account of what each of them took, and why."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, get_args

from cleaner.block import Block, Drop, Filter, Keep, Page, Role
from cleaner.errors import FilterError, said_by, shown
from cleaner.wording import plain_words, size

_ROLES: tuple[Role, ...] = get_args(Role)
_SHORT = 40
"""Characters; a shorter text may stand in any sentence."""
_RUN = 3
"""Words in a row."""


class Entry(NamedTuple):
    """A removed block, the name of the filter that took it, and its reason."""

    block: Block
    filter: str
    reason: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """The outcome: each block of the page is in exactly one of `kept` and `removed`, both in page order."""

    kept: tuple[Block, ...]
    removed: tuple[Entry, ...]
    roles: dict[Role, tuple[Block, ...]]
    """The blocks that filters gave to a field, in page order; a filter in `keep` gives them all the same."""
    protected: frozenset[int] = frozenset()
    """The indices of blocks that are body whatever others say: by a `Keep`, or as finds of a filter in `keep`."""


def run(filters: Sequence[tuple[str, Filter]], page: Page, keep: Collection[str] = ()) -> Ledger:
    """Applies what the filters report. A `Keep` overrides every drop of its block, before and after it.

    Raises FilterError, with the filter's own exception as its cause, also for what is no verdict on this page.
    """
    by_index = {block.index: block for block in page.blocks}
    removed: dict[int, Entry] = {}
    roles: dict[Role, set[int]] = {}
    protected: set[int] = set()
    for name, filter in filters:
        changed = False
        for verdict in _ask(name, filter, page):
            if fault := _fault(verdict, by_index):
                raise FilterError(name, fault)
            if isinstance(verdict, Keep):
                protected.add(verdict.index)
                changed |= removed.pop(verdict.index, None) is not None
                continue
            if verdict.role:
                roles.setdefault(verdict.role, set()).add(verdict.index)
            if name in keep and verdict.index not in removed:
                protected.add(verdict.index)
            elif verdict.index not in protected and verdict.index not in removed:
                removed[verdict.index] = Entry(by_index[verdict.index], name, verdict.reason)
                changed = True
        if changed:
            page = page.without({index: entry.filter for index, entry in removed.items()})
    return Ledger(
        kept=page.blocks,
        removed=tuple(removed[index] for index in sorted(removed)),
        roles={role: tuple(by_index[i] for i in sorted(indices)) for role, indices in roles.items()},
        protected=frozenset(protected),
    )


def restored(ledger: Ledger, paragraphs: Iterable[str]) -> Ledger:
    """The ledger with those removed blocks back in the body whose text is among these paragraphs, or a part of them.

    Each text once, and none that the body has. Not what a reader cannot see, nor a caption, byline or the like without
    sentences. A short text comes back only as a whole paragraph, and not as a link.
    """
    texts = [tuple(plain_words(paragraph)) for paragraph in paragraphs]
    whole = set(texts)
    told = set(runs([word for words in texts for word in words]))
    fields = {block.index for blocks in ledger.roles.values() for block in blocks if not block.prose}
    said = {tuple(plain_words(block.text)) for block in ledger.kept}
    back = set()
    for block, filter, _ in ledger.removed:
        words = tuple(plain_words(block.text))
        if not words or words in said or filter == "hidden" or block.index in fields:
            continue
        if size(block.text) < _SHORT or len(words) < _RUN:
            stated = words in whole and block.link_share < 0.5
        else:
            stated = words in whole or told.issuperset(runs(words))
        if stated:
            said.add(words)
            back.add(block.index)
    return with_back(ledger, back)


def runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Every three words in a row: texts that share most of these say the same."""
    return zip(*(words[start:] for start in range(_RUN)), strict=False)


def with_back(ledger: Ledger, back: Container[int]) -> Ledger:
    """The ledger with those removed blocks back in the body that have these indices."""
    kept = [*ledger.kept, *(entry.block for entry in ledger.removed if entry.block.index in back)]
    removed = tuple(entry for entry in ledger.removed if entry.block.index not in back)
    return replace(ledger, kept=tuple(sorted(kept, key=lambda block: block.index)), removed=removed)


def _ask(name: str, filter: Filter, page: Page) -> list[Drop | Keep]:
    try:
        answer = filter(page)
        if isinstance(answer, Iterable):
            return list(answer)
    except Exception as error:
        raise FilterError(name, f"raised {type(error).__name__}: {said_by(error)}") from error
    raise FilterError(name, f"returned {shown(answer)}; it must yield Drops or return a list of them")


def _fault(verdict: object, blocks: Container[int]) -> str:
    """What is wrong with a filter's verdict on these blocks; "" where nothing is."""
    if not isinstance(verdict, (Drop, Keep)):
        return f"gave {shown(verdict)}; a verdict is a Drop(index, reason) or a Keep(index, reason)"
    if type(verdict.index) is not int:  # nor a bool, which is an int to isinstance
        return f"gave a verdict on block {shown(verdict.index)}; the index must be an int, as block.index is"
    if verdict.index not in blocks:
        return f"gave a verdict on block {verdict.index}, which the page does not have; take the index from block.index"
    if not isinstance(verdict.reason, str):
        return f"gave the reason {shown(verdict.reason)} for block {verdict.index}; a reason must be a str"
    if isinstance(verdict, Drop) and verdict.role is not None and verdict.role not in _ROLES:
        roles = ", ".join(map(repr, _ROLES))
        return f"gave block {verdict.index} the role {shown(verdict.role)}; a role is None or one of {roles}"
    return ""
