"""Page and ledger to `Article`."""

from __future__ import annotations

from typing import Any

from cleaner import metadata
from cleaner._version import __version__
from cleaner.article import Article, Kind
from cleaner.block import Block, BlockKind, Page
from cleaner.ledger import Entry
from cleaner.model import judgement_of
from cleaner.rescue import STATED, Rescued

_UNSURE = 0.5
"""Confidence in a body that the page does not show: the model has judged what it does show."""

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
        removed_words[entry.filter] = removed_words.get(entry.filter, 0) + len(entry.block.text.split())
    # Plain dicts, so that pydantic is entered once a page rather than once a block.
    return Article.model_validate(
        {
            "blocks": [_text_block(block, scores.get(block.index)) for block in ledger.kept],
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
            "removed": [_removal(entry, scores.get(entry.block.index)) for entry in ledger.removed] if full else (),
            "removed_words": removed_words,
            "sources": {**fields.sources, "text": "json-ld"} if rescued.from_json_ld else fields.sources,
            "warnings": (*page.facts.warnings, STATED) if rescued.from_json_ld else page.facts.warnings,
            "cleaner_version": __version__,
            "pipeline": pipeline,
        }
    )


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
