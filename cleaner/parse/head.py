"""The facts that a page states outside its text: title, meta, links, structured data, pictures, times."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from cleaner.block import Box, Facts, Picture, Time
from cleaner.folding import fold
from cleaner.parse.boxes import Boxes
from cleaner.parse.structured import MAX_CHARS, read_json_ld

_MOST = 20_000
"""Of each kind of fact; a page with more is not telling facts."""
_MOST_ALIKE = 1_000
"""Of one name."""
_MOST_RELATIONS = 20
"""Of one link."""


class Head:
    """Collects facts while the page is parsed."""

    def __init__(self) -> None:
        self._title: list[str] | None = None
        self._scripts: list[list[str]] = []
        self._meta: dict[str, list[str]] = {}
        self._links: dict[str, list[str]] = {}
        self._microdata: list[tuple[str, str]] = []
        self._pictures: list[Picture] = []
        self._sources: list[Mapping[str, str]] = []
        self._times: list[Time] = []
        self._lang: str | None = None
        self._base: str | None = None

    def title_text(self) -> list[str] | None:
        """Where the text of a `title` element goes: only the page's first one counts."""
        if self._title is not None:
            return None
        self._title = []
        return self._title

    def json_ld_script(self) -> list[str]:
        """Where the text of one JSON-LD script goes."""
        self._scripts.append([])
        return self._scripts[-1]

    def add(self, tag: str, attributes: Mapping[str, str], here: Callable[[], tuple[int, Box]]) -> None:
        """Notes what an element states in its attributes; `here` tells the number of the next block and its box."""
        if tag == "img" or tag == "amp-img":
            self._add_picture(attributes, here)
        elif tag == "source":
            if "srcset" in attributes and len(self._sources) < 20:
                self._sources.append(attributes)
        elif tag == "meta":
            self._add_meta(attributes)
        elif tag == "link":
            self._add_link(attributes)
        elif tag == "time":
            if attributes.get("datetime") and len(self._times) < _MOST:
                self._times.append(Time(attributes["datetime"].strip(), here()[0]))
        elif tag == "base":
            self._base = self._base or attributes.get("href")
        elif tag == "html":
            self._lang = self._lang or attributes.get("lang") or attributes.get("xml:lang")
        if "itemprop" in attributes:
            self._add_microdata(attributes)

    def _add_picture(self, attributes: Mapping[str, str], here: Callable[[], tuple[int, Box]]) -> None:
        if len(self._pictures) < _MOST:
            self._pictures.append(Picture(attributes or {}, tuple(self._sources), *here()))
        self._sources.clear()

    def _add_meta(self, attributes: Mapping[str, str]) -> None:
        content = fold(attributes.get("content", ""))
        for naming in ("property", "name", "http-equiv"):
            if naming in attributes:
                values = self._meta.setdefault(attributes[naming].strip().lower(), [])
                if len(values) < _MOST_ALIKE:
                    values.append(content)
                return

    def _add_link(self, attributes: Mapping[str, str]) -> None:
        for rel in attributes.get("rel", "").lower().split()[:_MOST_RELATIONS]:
            hrefs = self._links.setdefault(rel, [])
            if len(hrefs) < _MOST_ALIKE:
                hrefs.append(attributes.get("href", "").strip())

    def _add_microdata(self, attributes: Mapping[str, str]) -> None:
        for naming in ("content", "datetime", "href", "src"):
            if attributes.get(naming) and len(self._microdata) < _MOST:
                self._microdata.append((attributes["itemprop"].lower(), fold(attributes[naming])))
                return

    def is_cut(self) -> bool:
        """Whether the page states more than is read."""
        most = max(len(self._pictures), len(self._times), len(self._microdata))
        return most >= _MOST or sum(len(part) for script in self._scripts for part in script) > MAX_CHARS

    def end_at(self, number: int) -> None:
        """Block `number` has become the page's last: what stood in later ones now stands in it."""
        pictures, times = self._pictures, self._times
        for place in range(len(pictures) - 1, -1, -1):
            if pictures[place].index <= number:
                break
            pictures[place] = pictures[place]._replace(index=number)
        for place in range(len(times) - 1, -1, -1):
            if times[place].index <= number:
                break
            times[place] = times[place]._replace(index=number)

    def facts(self, boxes: Boxes, warnings: tuple[str, ...]) -> Facts:
        """All that was collected, here and by the boxes, frozen."""
        return Facts(
            title=fold("".join(self._title or ())) or None,
            meta={name: tuple(values) for name, values in self._meta.items()},
            links={rel: tuple(hrefs) for rel, hrefs in self._links.items()},
            json_ld=read_json_ld("".join(script) for script in self._scripts),
            microdata=tuple(self._microdata),
            itemtypes=tuple(name.rstrip("/").rpartition("/")[2] for names in boxes.itemtypes for name in names.split()),
            pictures=tuple(self._pictures),
            times=tuple(self._times),
            lang=self._lang,
            base=self._base,
            anchors=boxes.anchors,
            counts=boxes.counts,
            warnings=warnings,
        )
