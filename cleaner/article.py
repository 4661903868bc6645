"""The result: an `Article` and its parts, frozen pydantic models that round-trip through JSON."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict, computed_field, model_validator

Kind = Literal["paragraph", "heading", "list_item", "quote", "code", "table", "other"]


def _from_iso(value: Any) -> Any:
    """Keeps "2023-09-17" a date: pydantic alone would make it midnight."""
    if isinstance(value, str):
        return date.fromisoformat(value) if len(value) == len("2023-09-17") else datetime.fromisoformat(value)
    return value


Moment = Annotated[datetime | date, BeforeValidator(_from_iso)]
"""A datetime where the page gives a time (with its offset when given), else a date."""


class Span(NamedTuple):
    """Inline markup in a block: `text[start:end]` is emphasised, is code, is a link, ... Spans nest, and never cross.

    A "break" is the space that stands where the page begins a new line; a "note" is the sign that refers to a footnote,
    and "back" the sign that leads from a footnote back to it.
    """

    start: int
    end: int
    kind: Literal["emphasis", "strong", "code", "link", "sub", "sup", "break", "note", "back"]
    target: str | None = None
    """The absolute address to which a link leads; the `label` of the footnote to which a note refers."""


class Container(NamedTuple):
    """What a block stands in: a quote, a footnote, a list, or an item of the list that comes right before it."""

    kind: Literal["quote", "note", "list", "item"]
    first: int
    """The `index` of the first block on the page that stands in it: blocks that share the container share this."""
    label: str = ""
    """Of a list "ordered" or "", of an item of an ordered list its number, of a footnote the name of it."""


class Merged(NamedTuple):
    """A table's cell that takes more than one column or row: which of its row's cells in `rows`, from 0."""

    row: int
    cell: int
    columns: int
    rows: int


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class TextBlock(_Model):
    """One block of the body."""

    index: int
    """The block's place on the page: one count from 0 for kept and removed blocks together."""
    kind: Kind
    text: str
    level: int | None = None
    """1 to 6 for a heading, the depth from 1 for a list item, else None."""
    rows: tuple[tuple[str, ...], ...] | None = None
    """A table's cells, row by row; its `text` is the rows line by line, cells joined by a tab."""
    score: float | None = None
    """The model's probability, 0 to 1, that the block is body; None without a model."""
    spans: tuple[Span, ...] = ()
    """The inline markup, by start, outer before inner. That of a table counts characters of `text` too."""
    within: tuple[Container, ...] = ()
    """The lists and items, quotes and the footnote that it stands in, the outermost first."""
    language: str | None = None
    """The programming language of code, where the page says it."""
    header_rows: int = 0
    """How many of a table's first rows are headers of its columns."""
    merged: tuple[Merged, ...] = ()
    """The cells of a table that take more than one column or row."""


class Removal(_Model):
    """One block that was left out, with the filter that took it and why."""

    index: int
    filter: str
    reason: str
    text: str
    kind: Kind
    score: float | None = None


class Image(_Model):
    """An image of the story; what the page does not say is None."""

    src: str | None = None
    alt: str | None = None
    caption: str | None = None
    credit: str | None = None
    width: int | None = None
    """In CSS pixels, as stated by the page."""
    height: int | None = None
    before: int | None = None
    """The place in `Article.blocks` of the block that follows the image; None where none does, or it is unknown."""


class Article(_Model):
    """What the author wrote, what the page says about it, and an account of everything that was left out.

    Equal where every field is equal; hashed by title and blocks alone, since dicts have no hash.
    """

    blocks: tuple[TextBlock, ...] = ()
    title: str | None = None
    description: str | None = None
    site: str | None = None
    section: str | None = None
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    published: Moment | None = None
    modified: Moment | None = None
    url: str | None = None
    """The address as the caller passed it in, unchanged."""
    canonical_url: str | None = None
    """The absolute address that the page says it has."""
    language: str | None = None
    """A BCP 47 tag."""
    images: tuple[Image, ...] = ()
    license: str | None = None
    paywalled: bool | None = None
    page_type: str | None = None
    confidence: float | None = None
    removed: tuple[Removal, ...] = ()
    """Every block that is not in `blocks`, in page order (empty with `ledger="counts"`)."""
    removed_words: dict[str, int] = {}
    """Words left out, by filter."""
    sources: dict[str, str] = {}
    """Where a field's value came from.

    "json-ld", "meta", "microdata", "page", "url", "text", "trafilatura" or "htmldate".
    """
    warnings: tuple[str, ...] = ()
    cleaner_version: str = ""
    pipeline: str = ""
    """The fingerprint of the filters, thresholds and weights that made this Article."""

    @computed_field  # type: ignore[prop-decorator]  # mypy knows no decorated property; pydantic documents this ignore
    @property
    def text(self) -> str:
        """The body: the blocks' texts joined by a blank line."""
        return "\n\n".join([block.text for block in self.blocks])

    def to_markdown(self, *, links: bool = True, images: bool = False) -> str:
        """The body as Markdown (CommonMark, with tables and footnotes as GitHub has them).

        links: whether links keep their targets; images: whether images stand in it, with their captions.
        """
        from cleaner.markdown import to_markdown  # noqa: PLC0415  # it stands above: it knows the Article

        return to_markdown(self, links=links, images=images)

    def __hash__(self) -> int:
        return hash((self.title, self.blocks))

    def __repr__(self) -> str:
        """Short, since the whole Article is as long as the page."""
        words = sum(len(block.text.split()) for block in self.blocks)
        removed = sum(self.removed_words.values())
        return f"Article(title={self.title!r}, {words} words in {len(self.blocks)} blocks, {removed} words removed)"

    __str__ = __repr__

    @model_validator(mode="before")
    @classmethod
    def _text_is_computed(cls, data: Any) -> Any:
        """Accepts the JSON that `model_dump_json` wrote, in which `text` stands beside the blocks it is made of."""
        if isinstance(data, dict) and "text" in data:
            data = {key: value for key, value in data.items() if key != "text"}
        return data
