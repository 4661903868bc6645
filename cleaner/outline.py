"""What is left outside the story, and what does not read like it, by rules of text mass and link density."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleaner.block import Block, Page
from cleaner.story import Span, home, homes, main_box, span
from cleaner.wording import reads_like_prose

_LINKED = 0.6
_SENTENCE = 40
_ENDS = ".!?。！？؟।"
_REVIEW = 120


def outside(page: Page) -> Sequence[tuple[int, str]]:
    """The indices of such blocks, each with the reason: the story is in the smallest box that holds most of the prose.

    Blocks outside that box go, as do those in it that are mostly links (over 0.6), and scraps before the first
    and after the last prose. Leaves alone: what stands in one sequence with prose of the story; a standfirst between
    headline and story; a page without any prose, of which the least linked text is all there is.
    """
    known = page.shared.get("outside")
    if known is None or known[0] is not page.blocks:
        known = page.shared["outside"] = (page.blocks, tuple(_found(page)))
    found: Sequence[tuple[int, str]] = known[1]
    return found


def _found(page: Page) -> Iterator[tuple[int, str]]:
    story = span(page)
    if story.last < 0:
        for block in page.blocks:
            if block.link_share > _LINKED or block.kind == "other":
                yield (block.index, "links or controls on a page without prose")
        return
    inside = {block.index for block in (page.blocks if page.plain else page.inside(main_box(page)))}
    told = homes(page)
    title = next((b.index for b in page.original if b.kind == "heading" and b.level == 1), story.first)
    kept = []
    above = None  # the last block that is no item of a list
    for position, block in enumerate(page.blocks):
        above = above if block.kind == "list_item" else block
        reason = _outside(page, block, story, inside, told, title) or _linked(page, position, told, above)
        if reason:
            yield (block.index, reason)
        else:
            kept.append(block)
    yield from _dangling(page, kept)


def _dangling(page: Page, kept: list[Block]) -> Iterator[tuple[int, str]]:
    """Headings, and lines that end in a colon, of which all that they announce was removed."""
    after: Block | None = None
    for block in reversed(kept):
        announces = block.kind == "heading" or (block.text[-1] in ":：" and not block.prose)
        bare = after is None or (
            after.kind == "heading" and block.kind == "heading" and (after.level or 0) <= (block.level or 0)
        )
        gone = block.index + 1 < len(page.original) and (after is None or after.index > block.index + 1)
        if announces and bare and gone:
            yield (block.index, "announces what was removed")
        else:
            after = block


def _outside(page: Page, block: Block, story: Span, inside: set[int], told: frozenset[int], title: int) -> str | None:
    if block.index not in inside:
        standfirst = title < block.index < story.first and (_is_sentence(block) or _over_sentence(page, block))
        return None if standfirst else "outside the box that holds the story"
    if story.first <= block.index <= story.last or _is_sentence(block):
        return None
    if block.kind in ("heading", "list_item", "quote", "table", "code"):
        return None
    if not page.plain and (home(block).number in told or _over_sentence(page, block)):
        return None
    return "before the story" if block.index < story.first else "after the story"


def _linked(page: Page, position: int, told: frozenset[int], above: Block | None) -> str | None:
    block = page.blocks[position]
    if block.link_share <= _LINKED or block.kind == "table":
        return None
    after = page.blocks[position + 1] if position + 1 < len(page.blocks) else None
    if block.kind == "heading" and after and after.prose and len(after.text) >= _REVIEW:
        return None
    if (
        block.kind == "paragraph"
        and block.text[-1] in _ENDS
        and home(block).number in told
        and reads_like_prose(block.text)
    ):
        return None
    under_prose = above is not None and above.kind == "paragraph" and above.prose
    if block.kind == "list_item" and home(block).number in told and under_prose:
        return None
    return "mostly links"


def _over_sentence(page: Page, block: Block) -> bool:
    after = page.at(block.index + 1)
    heads = block.kind == "heading" or block.box.tag == "summary"
    return heads and after is not None and _is_sentence(after)


def _is_sentence(block: Block) -> bool:
    return len(block.text) >= _SENTENCE and block.text[-1] in _ENDS and block.link_share < 0.5
