"""Page and ledger to `Article`."""

from __future__ import annotations

from cleaner import metadata
from cleaner._version import __version__
from cleaner.article import Article, Kind, Removal, TextBlock
from cleaner.block import Block, Page
from cleaner.ledger import Entry, Ledger


def assemble(page: Page, ledger: Ledger, *, full: bool, pipeline: str) -> Article:
    """The Article of a page whose blocks the ledger has judged; its `removed` stays empty unless `full`."""
    fields = metadata.describe(page, ledger.roles, ledger.kept)
    removed_words: dict[str, int] = {}
    for entry in ledger.removed:
        removed_words[entry.filter] = removed_words.get(entry.filter, 0) + len(entry.block.text.split())
    return Article(
        blocks=tuple(map(_text_block, ledger.kept)),
        title=fields.title,
        description=fields.description,
        site=fields.site,
        section=fields.section,
        authors=fields.authors,
        tags=fields.tags,
        published=fields.published,
        modified=fields.modified,
        url=page.url,
        canonical_url=fields.canonical_url,
        language=fields.language,
        images=metadata.images(page, ledger.roles, ledger.kept),
        license=fields.license,
        paywalled=fields.paywalled,
        removed=tuple(map(_removal, ledger.removed)) if full else (),
        removed_words=removed_words,
        sources=fields.sources,
        warnings=page.facts.warnings,
        cleaner_version=__version__,
        pipeline=pipeline,
    )


def _text_block(block: Block) -> TextBlock:
    return TextBlock(index=block.index, kind=_kind(block), text=block.text, level=block.level, rows=block.rows)


def _removal(entry: Entry) -> Removal:
    block = entry.block
    return Removal(index=block.index, filter=entry.filter, reason=entry.reason, text=block.text, kind=_kind(block))


def _kind(block: Block) -> Kind:
    return "other" if block.kind == "caption" else block.kind
