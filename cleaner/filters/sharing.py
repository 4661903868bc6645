"""Rows of share buttons, print and mail links."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.block import Drop, Page
from cleaner.languages import phrases
from cleaner.signs import in_named_boxes, saying

_NAMES = (
    "share", "sharing", "social", "socials", "sharebar", "sharetools", "sharethis", "addthis", "addtoany", "sharedaddy",
    "socialbar",
)  # fmt: skip
_WORD = 4
"""Characters; a shorter label, such as "X", is one only where it can be clicked."""
_LONGEST = 160
_NETWORKS = frozenset(
    "facebook twitter x linkedin whatsapp telegram reddit pinterest email e-mail mail print tumblr pocket flipboard "
    "messenger viber bluesky threads mastodon instagram youtube tiktok snapchat vk weibo wechat line xing sms".split()
)


def sharing(page: Page, *, longest: int = _LONGEST) -> Iterator[Drop]:
    """Boxes named as share tools, invitations to share, lines of names of networks, and rows of links to such tools.

    Leaves alone: sentences about sharing or about a network; blocks of over `longest` characters.
    """
    for block, why in in_named_boxes(page, _NAMES, share=0.05):
        if not block.prose and block.kind != "heading":
            yield Drop(block.index, why)
    for block, phrase in saying(page, "share", longest):
        if len(phrase) >= _WORD or block.links or block.kind == "other":
            yield Drop(block.index, f"says {phrase!r}")
    for block in page.blocks:
        if len(block.text) <= longest and block.kind != "heading" and (block.links or block.kind == "other"):
            words = block.key.replace(",", " ").replace("|", " ").split()
            if words and _NETWORKS.issuperset(words):
                yield Drop(block.index, "names of networks")
            elif block.links > 1 and block.link_share > 0.8 and (tool := _first_tool(words)):
                yield Drop(block.index, f"a row of tools that begins with {tool!r}")


def _first_tool(words: list[str]) -> str | None:
    """What the first words of a row of links say, where that is a label of share tools."""
    whole = phrases(None).whole
    for count in range(1, min(4, len(words)) + 1):
        label = " ".join(words[:count])
        if "share" in whole.get(label, ()):
            return label
    return None
