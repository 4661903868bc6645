"""Page and ledger to `Article`."""

from __future__ import annotations

from typing import Any

from cleaner import metadata
from cleaner._version import __version__
from cleaner.article import Article, Kind
from cleaner.block import Block, BlockKind, Page
from cleaner.ledger import Ledger

_KIND: dict[BlockKind, Kind] = {"caption": "other"}
"""The kinds of which an Article knows nothing."""


def assemble(page: Page, ledger: Ledger, *, full: bool, pipeline: str) -> Article:
    """The Article of a page whose blocks the ledger has judged; its `removed` stays empty unless `full`."""
    fields = metadata.describe(page, ledger.roles, ledger.kept)
    removed_words: dict[str, int] = {}
    for entry in ledger.removed:
        removed_words[entry.filter] = removed_words.get(entry.filter, 0) + len(entry.block.text.split())
    # Plain dicts, so that pydantic is entered once a page rather than once a block.
    return Article.model_validate(
        {
            "blocks": [_text_block(block) for block in ledger.kept],
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
            "removed": [_removal(*entry) for entry in ledger.removed] if full else (),
            "removed_words": removed_words,
            "sources": fields.sources,
            "warnings": page.facts.warnings,
            "cleaner_version": __version__,
            "pipeline": pipeline,
        }
    )


def _text_block(block: Block) -> dict[str, Any]:
    return {
        "index": block.index,
        "kind": _KIND.get(block.kind, block.kind),
        "text": block.text,
        "level": block.level,
        "rows": block.rows,
    }


def _removal(block: Block, filter: str, reason: str) -> dict[str, Any]:
    return {
        "index": block.index,
        "filter": filter,
        "reason": reason,
        "text": block.text,
        "kind": _KIND.get(block.kind, block.kind),
    }
