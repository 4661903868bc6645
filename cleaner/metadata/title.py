"""The headline that a reader sees, without the site's name, its section or "- Page 2"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from cleaner.block import Block, Page, Role
from cleaner.metadata.dates import find_date
from cleaner.metadata.tidy import line
from cleaner.metadata.zone import is_seen
from cleaner.wording import plain_words

_SEPARATOR = re.compile(
    r"(?<!\s)\s++(?:(?:[|\-–—·•»«:/~>]|::|\\)\s+|[|｜»]\s*|[_＿]\s*)"
    r"|[|｜»]\s*|(?<=\w):\s+|[＿_](?=[\u3040-\u9fff])"
)
_PAGE_NUMBER = re.compile(
    r"(?:page|seite|página|pagina|strona|sida|side|стр(?:аница)?\.?|صفحة|صفحه|पृष्ठ|หน้า)\s*\d+(?:\s*(?:of|/|von|de)\s*\d+)?"
    r"|第\s*\d+\s*[页頁ページ]+|\d+\s*페이지",
    re.IGNORECASE,
)
_BARS = frozenset("|｜»")
_EDGES = " |-–—·•»«:/~"
_LABEL = re.compile(r"(?:title|headline)\s*:\s*(?=\S)", re.IGNORECASE)
"""What is written in front of a title for those who cannot see it."""
_PLACES = frozenset("blog news home homepage article articles".split())
_LONGEST = 300
_LONG = 100
"""Characters beyond which a text with a full stop is no headline."""
_FULL = 4
"""Words of a headline that can stand for itself."""
_NEAR = 60
"""Blocks between the headline and the story: menus and share rows may stand there."""


class Headline(NamedTuple):
    """The title, the source that it came from, and the block that shows it, if one does."""

    text: str | None
    source: str
    block: Block | None


class Site(NamedTuple):
    """What a site is called: its names and the parts of its host, each in one word without spaces."""

    names: frozenset[str]
    host: tuple[str, ...]


def site_called(names: Iterable[str], host: str) -> Site:
    """The site with these names at this host."""
    parts = plain_words(host)
    return Site(frozenset("".join(plain_words(name)) for name in names), (*parts, "".join(parts)) if parts else ())


def headline(
    page: Page,
    roles: Mapping[Role, tuple[Block, ...]],
    body: Sequence[Block],
    stated: Iterable[tuple[str | None, str]],
    site_names: Iterable[str],
) -> Headline:
    """The page's title. `stated` holds the titles of the other sources, the most trusted first, with their sources.

    A heading that says a stated title wins; then one that says part of it, or more than it; then the one beside the
    body; then the stated titles.
    """
    if page.plain:
        block = next(iter(roles.get("title", ())), None)
        return Headline(without_site(block.text, site_called((), page.host)) if block else None, "text", block)
    site = site_called(site_names, page.host)
    once: dict[str, str] = {}
    for title, source in stated:
        if title:
            once.setdefault(title, source)
    titles = [(short, source) for title, source in once.items() if (short := without_site(title, site))]
    block = _shown(page, roles, body, site, [plain_words(title) for title, _ in titles])
    if block:
        return Headline(_undated(without_site(block.text, site), titles), "page", block)
    return Headline(*titles[0], None) if titles else Headline(None, "page", None)


def without_site(title: str, site: Site) -> str | None:
    """The title without the parts at its ends that name the site or count pages, and without what follows a bar."""
    title = _LABEL.sub("", line(title, _LONGEST) or "")
    address, _, rest = title.partition(" ")
    if rest and "." in address and "".join(plain_words(address)) in site.host[-1:]:
        title = rest
    cuts = [(match.start(), match.end()) for match in _SEPARATOR.finditer(title)]
    if not cuts:
        return title or None
    start, end = 0, len(title)
    for first, after in cuts:
        is_bar = not _BARS.isdisjoint(title[first:after])
        if is_bar and len(plain_words(title[:first])) > 1 and not _is_chrome(title[:first], site):
            end = first
            break
    cuts = [cut for cut in cuts if cut[0] < end]
    while cuts and _is_chrome(title[cuts[-1][1] : end], site):
        end = cuts.pop()[0]
    while cuts and _is_chrome(title[start : cuts[0][0]], site):
        start = cuts.pop(0)[1]
    return title[start:end].strip(_EDGES) or title


def _undated(headline: str | None, titles: Sequence[tuple[str, str]]) -> str | None:
    """The stated title that the headline says, where it says a day besides and nothing else."""
    for title, _ in titles:
        before, same, after = (headline or "").partition(title)
        rest = f"{before} {after}".strip(_EDGES + ",")
        if same and any(map(str.isdigit, rest)) and find_date(rest):
            return title
    return headline


def _is_chrome(part: str, site: Site) -> bool:
    """The part names the site or a place on it, or a page of several."""
    words = plain_words(part)
    joined = "".join(words)
    if not words or joined in site.names or joined in _PLACES or _PAGE_NUMBER.fullmatch(part.strip()):
        return True
    if len(words) > 2 and "".join(word[0] for word in words) in site.host:
        return True
    return any(joined == name or (len(name) > 3 < len(joined) and _alike(joined, name)) for name in site.host)


def _alike(joined: str, name: str) -> bool:
    """One is the other with little added: "exampletimes" and "example"."""
    return joined in name or (joined.startswith(name) and len(joined) < 1.5 * len(name))


def _shown(
    page: Page, roles: Mapping[Role, tuple[Block, ...]], body: Sequence[Block], site: Site, titles: Sequence[list[str]]
) -> Block | None:
    """The block that shows the headline: what filters call so and h1 first, then other headings above the story."""
    headings = [block for block in page.original if block.kind == "heading" and is_seen(block)]
    named = {block.index: block for block in roles.get("title", ())}
    named |= {block.index: block for block in headings if block.level == 1}
    top = [named[index] for index in sorted(named) if _may_be_headline(named[index], site)]
    if block := _agreeing(top, titles):
        return block
    low = [block for block in headings if block.level != 1 and _may_be_headline(block, site)]
    last = body[0].index + 3 if body else len(page.original)
    near = [block for block in low if last - _NEAR <= block.index <= last]
    return (
        _agreeing(low, titles)
        or _beside_body([block for block in (*top, *near) if not titles or _shares_words(block, titles)], body)
        or _lonely([block for block in top if block.level == 1], body)
        or next(iter(top if not titles else ()), None)
    )


def _may_be_headline(block: Block, site: Site) -> bool:
    """It is neither too long, nor a long sentence, nor the site's name."""
    text = block.text
    is_sentence = len(text) > _LONG and text.endswith((".", "。"))
    return len(text) <= _LONGEST and not is_sentence and not _is_chrome(text, site)


def _agreeing(blocks: Iterable[Block], titles: Sequence[list[str]]) -> Block | None:
    """The block that says a stated title word for word, that of the most trusted source first."""
    said = [(block, plain_words(block.text)) for block in blocks]
    return next((block for title in titles for block, words in said if words == title), None)


def _shares_words(block: Block, titles: Iterable[list[str]]) -> bool:
    """Half of its words, or of a title's, are the other's too; for lesser headings, most of both."""
    said = set(plain_words(block.text))
    for title in titles:
        words = set(title)
        shared = len(said & words)
        if shared >= 0.5 * min(len(said), len(words)):
            return block.level == 1 or shared >= 0.7 * max(len(said), len(words))
    return False


def _beside_body(blocks: Sequence[Block], body: Sequence[Block]) -> Block | None:
    """The last h1 before the story, else the last heading of another level."""
    first = body[0].index if body else 0
    before = [block for block in blocks if block.index <= first + 2]
    best = [block for block in before if block.level == 1] or before
    return best[-1] if best else None


def _lonely(top: Sequence[Block], body: Sequence[Block]) -> Block | None:
    """The one h1 that stands before the story and is a sentence's length, whatever is stated elsewhere."""
    if len(top) == 1 and len(plain_words(top[0].text)) >= _FULL and (not body or top[0].index <= body[0].index):
        return top[0]
    return None
