"""Page and ledger to `Article`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from cleaner import metadata
from cleaner._version import __version__
from cleaner.article import Article, Kind, Removal, TextBlock
from cleaner.block import Block, BlockKind, Page
from cleaner.ledger import Entry
from cleaner.model import judgement_of
from cleaner.rescue import STATED, Rescued
from cleaner.structure import structures
from cleaner.wording import word_count

SHOWN_BY_SCRIPTS = "shown_by_scripts"
"""The warning that some of the body is hidden, in a way that scripts are taken to undo: see the filter `hidden`."""
_UNSURE = 0.5
"""Confidence in a body that the page does not show: the model has judged what it does show."""

_Model = TypeVar("_Model", TextBlock, Removal)
_NAMES = {model: set(model.model_fields) for model in (TextBlock, Removal)}
_UNSTRUCTURED = {name: field.default for name, field in TextBlock.model_fields.items()}
"""In the order of the fields, which is that of the JSON."""

_KIND: dict[BlockKind, Kind] = {"caption": "other"}
"""The kinds of which an Article knows nothing."""


def assemble(page: Page, rescued: Rescued, *, full: bool, pipeline: str) -> Article:
    """The Article of a page whose blocks the ledger has judged; its `removed` stays empty unless `full`."""
    ledger = rescued.ledger
    judgement = judgement_of(page)
    scores = dict(enumerate(judgement.scores)) if judgement else {}
    confidence = _UNSURE if rescued.from_json_ld else judgement.confidence if judgement else None
    fields = metadata.describe(page, ledger.roles, ledger.kept)
    removed_words: dict[str, int] = {}
    for entry in ledger.removed:
        removed_words[entry.filter] = removed_words.get(entry.filter, 0) + word_count(entry.block.text)
    return Article.model_validate(
        {
            "blocks": [
                _made(TextBlock, {**_UNSTRUCTURED, **_text_block(block, scores.get(block.index)), **structure})
                for block, structure in zip(ledger.kept, structures(page, ledger.kept), strict=True)
            ],
            "title": fields.title,
            "description": fields.description,
            "site": fields.site,
            "section": fields.section,
            "authors": fields.authors,
            "tags": fields.tags,
            "published": fields.published,
            "modified": fields.modified,
            "url": page.url,
            "canonical_url": fields.canonical_url,
            "language": fields.language,
            "images": metadata.images(page, ledger.roles, ledger.kept),
            "license": fields.license,
            "paywalled": fields.paywalled,
            "page_type": judgement.page_type if judgement else None,
            "confidence": confidence,
            "removed": [_made(Removal, _removal(entry, scores.get(entry.block.index))) for entry in ledger.removed]
            if full
            else (),
            "removed_words": removed_words,
            "sources": {**fields.sources, "text": "json-ld"} if rescued.from_json_ld else fields.sources,
            "warnings": (*page.facts.warnings, *_warnings(rescued)),
            "cleaner_version": __version__,
            "pipeline": pipeline,
        }
    )


def _warnings(rescued: Rescued) -> Iterator[str]:
    """What is to be said of a body that stands elsewhere than a reader without scripts looks."""
    if rescued.from_json_ld:
        yield STATED
    if any(block.hidden for block in rescued.ledger.kept):
        yield SHOWN_BY_SCRIPTS


def _made(model: type[_Model], values: dict[str, Any]) -> _Model:
    """A model of these values, which are of its types: what `model_construct` does, in a fifth of the time.

    All models share the names of their fields: a set of them for each would be larger than most blocks.
    """
    made = model.__new__(model)
    object.__setattr__(made, "__dict__", values)
    object.__setattr__(made, "__pydantic_fields_set__", _NAMES[model])
    object.__setattr__(made, "__pydantic_extra__", None)
    object.__setattr__(made, "__pydantic_private__", None)
    return made


def _text_block(block: Block, score: float | None) -> dict[str, Any]:
    return {
        "index": block.index,
        "kind": _KIND.get(block.kind, block.kind),
        "text": block.text,
        "level": block.level,
        "rows": block.rows,
        "score": score,
    }


def _removal(entry: Entry, score: float | None) -> dict[str, Any]:
    return {
        "index": entry.block.index,
        "filter": entry.filter,
        "reason": entry.reason,
        "text": entry.block.text,
        "kind": _KIND.get(entry.block.kind, entry.block.kind),
        "score": score,
    }
