"""Whether captions leave the body, each for one image: what a tree of the page says of captions, against `clean`.

    python tests/benchmarks/captions.py FOLDER... [--show]

FOLDER holds `truth.jsonl` (a line a page, with its `id` and `url`) and `<id>.html.gz`. A caption is a `figcaption`, or
an element whose class says so, with an image in the same small element. Prints how many captions there are, how many of
them an image has, and the pages where one is a block of the body, or where more images have one than the page shows it
times. A sentence of the story may say the same as a caption: it is no caption, as it stands on the page besides it.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import lxml.html
from lxml import etree

from cleaner import Article, clean
from cleaner.decode import decode
from cleaner.wording import plain_words

NAMED = re.compile(r"(?:^|[\s_-])(?:fig-?)?(?:caption|cutline)(?:[\s_-]?text)?(?:$|[\s_-])", re.IGNORECASE)
SMALL = 700
"""Characters in the element that a caption shares with its image."""
LEVELS = 3


class Found(NamedTuple):
    """Of one page: its captions, those that an image has, those in the body, those on more images than it shows."""

    captions: list[str]
    paired: list[str]
    in_body: list[str]
    doubled: list[str]


def key(text: str) -> str:
    """What two texts have in common that say the same."""
    return " ".join(plain_words(text))


def text_in(element: etree._Element) -> str:
    """The element's text, with that of the elements in it."""
    return "".join(str(part) for part in element.itertext())


def captions(html: str) -> Iterator[str]:
    """The captions on the page, as a tree shows them."""
    tree = lxml.html.document_fromstring(html.encode(), parser=lxml.html.HTMLParser(encoding="utf-8", huge_tree=True))
    for element in tree.iter("figcaption", "div", "p", "span", "td", "em", "small"):
        if element.tag == "figcaption" or NAMED.search(element.get("class", "")):
            inner = any(
                one.tag == "figcaption" or NAMED.search(one.get("class", "")) for one in element.iterdescendants("*")
            )
            if not inner and has_image(element) and (text := key(text_in(element))):
                yield text


def has_image(inner: etree._Element) -> bool:
    """An image stands in the element, or in a small one around it."""
    element: etree._Element | None = inner
    for _ in range(LEVELS):
        if element is not None and next(element.iter("img", "amp-img"), None) is not None:
            return True
        element = element.getparent() if element is not None else None
        if element is None or len(text_in(element)) > SMALL:
            return False
    return False


def judge(html: str, article: Article) -> Found:
    """What has become of the captions of one page."""
    shown = Counter(captions(html))
    kept = Counter(key(block.text) for block in article.blocks)
    removed = Counter(key(removal.text) for removal in article.removed)
    on_images = Counter(key(image.caption) for image in article.images if image.caption)
    said = [key(part) for image in article.images for part in (image.caption, image.credit) if part]
    return Found(
        captions=[text for text in shown if kept[text] or removed[text]],
        paired=[
            text
            for text in shown
            if (kept[text] or removed[text]) and any(part in text or text in part for part in said)
        ],
        in_body=[text for text in shown if kept[text] and kept[text] + removed[text] <= shown[text]],
        doubled=[text for text, times in on_images.items() if times > max(1, times_in(text, kept + removed))],
    )


def times_in(text: str, blocks: Counter[str]) -> int:
    """How many blocks say the text, alone or with a credit."""
    return sum(times for block, times in blocks.items() if text in block)


def main() -> None:
    """Prints the counts of each folder and the offending pages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--show", action="store_true", help="print the captions too")
    given = parser.parse_args()
    for folder in given.folders:
        pages = [json.loads(line) for line in (folder / "truth.jsonl").open(encoding="utf-8")]
        counts: Counter[str] = Counter()
        for page in pages:
            html, _ = decode(gzip.decompress((folder / f"{page['id']}.html.gz").read_bytes()), None, 50_000_000)
            found = judge(html, clean(html, url=page.get("url")))
            for name, texts in found._asdict().items():
                counts[name] += len(texts)
                if name in ("in_body", "doubled") and texts:
                    print(f"  {page['id']} {name}: {len(texts)}", *(texts if given.show else ()), sep="\n      ")
        print(
            f"{folder.name}: {len(pages)} pages, {counts['captions']} captions, {counts['paired']} with an image, "
            f"{counts['in_body']} in a body, {counts['doubled']} on two images"
        )


if __name__ == "__main__":
    main()
