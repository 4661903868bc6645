"""The body of an Article as Markdown: CommonMark, with tables and footnotes as GitHub has them.

A Markdown parser gives the same text back: what means something in Markdown is escaped, and a span that Markdown cannot
say where it stands (bold in the middle of a word that ends in a quotation mark) is left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from cleaner.article import Article, Image, Span, TextBlock
from cleaner.markdown.escape import destination, ticks
from cleaner.markdown.frames import Nesting, bullet, frames, shared
from cleaner.markdown.inline import inline
from cleaner.markdown.pipes import table

_LINE_END = re.compile(r"\r\n?|\n")
_LANGUAGE = re.compile(r"[\w+#.-]+")


def to_markdown(article: Article, *, links: bool = True, images: bool = False) -> str:
    """The body as Markdown, without a line break at its end.

    links: whether links keep their targets; images: whether images stand in it with their captions, those of which no
    place is known at the end.
    """
    notes = _notes(article.blocks)
    pictures: dict[int, list[Image]] = {}
    for image in article.images if images else ():
        pictures.setdefault(len(article.blocks) if image.before is None else image.before, []).append(image)
    document = Nesting()
    for place, block in enumerate(article.blocks):
        around = frames(block, document.around, notes)
        for image in pictures.pop(place, ()):
            document.add(_image(image), shared(around, document.around), apart=True)
        document.add(_lines(block, links, notes), around, apart=block.kind == "table")
    for image in (image for group in pictures.values() for image in group):
        document.add(_image(image), [], apart=True)
    return document.text()


def _notes(blocks: Sequence[TextBlock]) -> dict[str, int]:
    """The numbers of the footnotes that are there and referred to, by label, in the order of the signs."""
    there = {one.label for block in blocks for one in block.within if one.kind == "note"}
    labels = [span.target for block in blocks for span in block.spans if span.kind == "note"]
    return {
        label: number for number, label in enumerate(dict.fromkeys(one for one in labels if one in there), 1) if label
    }


def _lines(block: TextBlock, links: bool, notes: Mapping[str, int]) -> list[str]:
    """The block's own lines."""
    if block.kind == "code":
        fence = ticks(block.text, 3)
        language = block.language if block.language and _LANGUAGE.fullmatch(block.language) else ""
        return [fence + language, *_LINE_END.split(block.text), fence] if block.text.strip() else []
    text, spans = _without_backs(block, notes)
    spans = [span for span in spans if links or span.kind != "link"]
    if block.kind == "table" and block.rows:
        return table(block, spans, notes)
    if block.kind == "heading":
        title = inline(text, spans, notes, "heading")
        closed = title[:-1] + "\\#" if title.endswith("#") else title
        return [f"{'#' * min(max(block.level or 1, 1), 6)} {closed}"] if closed else []
    if sign := bullet(block):
        text = text[sign.end() :]
        spans = [span._replace(start=span.start - sign.end(), end=span.end - sign.end()) for span in spans]
    return inline(text, spans, notes).split("\n") if text.strip() else []


def _without_backs(block: TextBlock, notes: Mapping[str, int]) -> tuple[str, Sequence[Span]]:
    """The text with blanks for the signs that lead back from a footnote: Markdown has its own."""
    backs = [span for span in block.spans if span.kind == "back"]
    if not backs or not any(one.kind == "note" and one.label in notes for one in block.within):
        return block.text, block.spans
    characters = list(block.text)
    for back in backs:
        characters[back.start : back.end] = " " * (min(back.end, len(characters)) - back.start)
    return "".join(characters), block.spans


def _image(image: Image) -> list[str]:
    """The image, and its caption with the credit in the line below."""
    address = destination(image.src or "")
    said = " ".join(filter(None, (image.caption, image.credit and f"({image.credit})")))
    lines = [f"![{inline(image.alt or '', (), {}, 'heading')}]({address})"] if address else []
    if said.strip():
        lines.append(inline(said, (), {}))
    return "\\\n".join(lines).split("\n") if lines else []
