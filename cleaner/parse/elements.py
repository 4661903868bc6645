"""What each HTML element means for segmenting, after the rendering section of the HTML standard."""

from __future__ import annotations

from cleaner.block import BlockKind

CONTAINERS = frozenset(
    "html body main article section aside nav header footer div p address center details dialog dir dl fieldset figure "
    "form frameset hgroup hr legend menu multicol noembed no-frames noscript ol optgroup search summary template "
    "ul caption colgroup tbody tfoot thead h1 h2 h3 h4 h5 h6 li dt dd blockquote figcaption pre listing xmp plaintext "
    "button select textarea video audio canvas object "
    "datalist marquee".split()
)
"""Elements that begin and end a block (table, tr, td and th are handled by themselves)."""

SKIPPED = frozenset("script style svg iframe".split())
"""Elements whose content is never rendered text."""

ENDS_DRAWING = frozenset(
    "b big blockquote body br center code dd div dl dt em embed foreignobject h1 h2 h3 h4 h5 h6 head hr i img li "
    "listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var".split()
)
"""Elements that `svg` does not have: HTML goes on where one of them begins (in `foreignobject`, until that ends)."""

KIND: dict[str, BlockKind] = {
    "li": "list_item",
    "dt": "list_item",
    "dd": "list_item",
    "blockquote": "quote",
    "figcaption": "caption",
    "pre": "code",
    "listing": "code",
    "xmp": "code",
    "plaintext": "code",
    "button": "other",
    "select": "other",
    "textarea": "other",
    "summary": "other",
    "legend": "other",
    "article": "paragraph",
    "section": "paragraph",
    "main": "paragraph",
    "aside": "paragraph",
    "table": "paragraph",
    "td": "paragraph",
    "th": "paragraph",
}
"""The kind of the blocks in an element; in any other, they are of the kind of the element around it."""

TRANSPARENT: dict[str, BlockKind] = {"button": "heading", "section": "list_item", "aside": "list_item"}
"""Elements that leave the kind as it is where they stand in this one: the questions of an accordion are headings."""

CODE = frozenset(tag for tag, kind in KIND.items() if kind == "code")

HEADINGS = {f"h{level}": level for level in range(1, 7)}

CONTEXTUAL = frozenset((*KIND, *HEADINGS, "ul", "ol"))
"""Elements that change the kind or the level of the blocks inside."""

PLAIN = frozenset(("p", "tr", "tbody", "thead", "tfoot", "html", "body", *HEADINGS))
"""Elements that get no box of their own where they have no attributes: their blocks say all there is to say."""

PHRASES = {
    **dict.fromkeys(("em", "i"), "emphasis"),
    **dict.fromkeys(("strong", "b"), "strong"),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), "code"),
    "sub": "sub",
    "sup": "sup",
}
"""Inline elements whose look is part of what the text says, and what it says."""

UNRENDERED = {
    "template": "in a template",
    "noscript": "in noscript",
    "noembed": "in noembed",
    "no-frames": "in noframes",
    "datalist": "in a datalist",
    "video": "fallback of a video",
    "audio": "fallback of an audio player",
    "canvas": "fallback of a canvas",
    "object": "fallback of an object",
}
"""Containers whose text a browser does not show, and why."""

UNRENDERED_INLINE = {
    "annotation": "annotation of a formula",
    "annotation-xml": "annotation of a formula",
    "rp": "fallback of ruby text",
    "rt": "reading of ruby text",
}
"""The same for elements inside a line of text, and readings, which stand above it and say it again."""

VOID = frozenset("area base br col embed hr image img input link meta param source track wbr bgsound keygen".split())
"""Elements without content; libxml2 takes some of them for open until the one around them ends."""
FORMATTING = frozenset(("a", "b", "big", "i", "s", "small", "strike", "tt", "u", "font"))
"""Inline elements that browsers open anew where a container ends them."""
