"""The files of a picture: which is the largest, whether two are of one picture, and which are none of a story's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from cleaner.block import Page, Picture
from cleaner.metadata.address import absolute

_LARGE = 200
"""CSS pixels; what is shown so wide and high is no icon, whatever its file is called."""
_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
_FILES = (
    "data-orig-file",
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-lazy",
    "data-lazyload",
    "data-lazy-load",
    "data-full-src",
    "data-hi-res-src",
    "data-image-src",
    "data-img-src",
    "data-cfsrc",
    "data-url",
    "src",
)
_CANDIDATE = re.compile(r",(?:\s+|(?<=\d[wx],)|(?<=\d[wx] ,))")
_DESCRIPTOR = re.compile(r"\s*(\d{1,6}(?:\.\d{1,4})?)[wx]\s*")
_NUMBER = re.compile(r"\s*(\d{1,5})(?:\.\d*)?\s*(?:px)?\s*")
_END = r"(?=[/_.\d-]|$)"
_IN_PLACE = re.compile(
    rf"(?:^|[/_.-])(?:pixel|spacer|blank|1x1|transparent|placeholder|lazyload\w*|loader|loading|spinner){_END}",
    re.IGNORECASE,
)
"""Of files that stand where scripts will put the picture."""
_NO_PICTURE = re.compile(rf"(?:^|[/_.-])(?:avatars?|gravatar|sprites?|favicons?|cta|ads?){_END}", re.IGNORECASE)
_SIGN = re.compile(rf"(?:^|[/_.-])(?:icons?|logos?|emoji|smilies){_END}", re.IGNORECASE)
_OF_SITE = re.compile(
    r"(?=.*(?:og|fb|facebook|twitter|open-?graph|social|shar(?:e|ing)|default|fallback|no-?image))"
    r"(?:(?:og|fb|facebook|twitter|open-?graph|social|media|shar(?:e|ing)|site|default|fallback|no|meta|preview"
    r"|thumbnail|image|img|card|user|\d{2,}+(?:x\d{2,}+)?)[-_.]?)++",
    re.IGNORECASE,
)
"""The name of a file that stands for a site wherever one of its pages is shared."""
_PROXIED = re.compile(r"[?&](?:url|src|image)=([^&]*(?:%2F|/)[^&]*)", re.IGNORECASE)
_SIZE_IN_NAME = re.compile(
    r"(?<![-_])(?:[-_]\d{2,4}x\d{2,4}|-scaled|[-_](?:large|medium|small|thumb|big|gross|klein|full|orig|original)|-e\d{10,13}|[@_-]\dx|(?<=.)_[0-9a-f]{10}|[-_]){1,9}$",
    re.IGNORECASE,
)
_WIDTH_AT_END = re.compile(
    r"[-_](?:150|200|300|320|360|400|480|500|512|600|640|700|720|750|768|800|900|960|1000|1024|1080|1200|1280|1366|1400"
    r"|1440|1500|1600|1680|1800|1920|2000|2048|2400|2500|2560|3000)w?$"
)
"""Widths at which files are usually made; other numbers count pictures."""
_SIZE_IN_PATH = re.compile(r"\d{2,4}x\d{2,4}|[wh]_?\d{2,4}|[a-z]{1,3}_[\w.:%]+(?:,[a-z]{1,3}_[\w.:%]+)+")
_SIZES = frozenset(
    "w h width height q quality fit crop format fm auto dpr resize scale size s ssl strip v ver itok".split()
)
"""Names of parameters that say how a file is shown, and not which."""
_IMAGE = re.compile(r"\.(?:jpe?g|png|webp|avif|gif|svg)$", re.IGNORECASE)
_TELLING = 8
"""Characters; a shorter name may be that of several files."""


def source(picture: Picture, page: Page) -> str | None:
    """The absolute address of the picture's largest file; None where it has none outside the page itself."""
    is_large = all((size(picture.attributes, side) or 0) >= _LARGE for side in ("width", "height"))
    for file in files(picture):
        url = absolute(file, page)
        if url and not is_other_file(url, shown_large=is_large):
            return url
    return None


def may_be_filled(picture: Picture) -> bool:
    """None of its files is an icon, an avatar or the like, if it has any: it lacks but the script or the address."""
    return all(_IN_PLACE.search(file_path(file)) or not is_other_file(file) for file in files(picture))


def files(picture: Picture) -> Iterator[str]:
    """The addresses of the picture's files as they stand there, the largest first.

    Those for which a width or density is stated, then those for which none is: its own, then those of its `source`s.
    """
    own: list[tuple[float, str]] = []
    for attributes in (picture.attributes, *picture.sources):
        for name in _SETS:
            if attributes.get(name):
                own += _sized(attributes[name])
    own.sort(key=lambda sized: -sized[0])
    others = [picture.attributes[name].strip() for name in _FILES if picture.attributes.get(name)]
    sized = [file for number, file in own if number]
    unsized = [file for number, file in own if not number]
    yield from (file for file in (*sized, *others, *unsized) if not file.startswith("data:"))


def is_other_file(url: str, *, shown_large: bool = False) -> bool:
    """The file's name says that it is an avatar, a pixel, or, unless it is shown large, a logo or an icon."""
    path = file_path(proxied(url))
    return bool(_IN_PLACE.search(path) or _NO_PICTURE.search(path) or (not shown_large and _SIGN.search(path)))


def is_of_site(url: str) -> bool:
    """The file's name says no more than that the page may be shared."""
    return bool(_OF_SITE.fullmatch(_stem(url).rpartition("/")[2]))


def file_path(url: str) -> str:
    """The path of an address, without the slash before it."""
    start, scheme, rest = url.partition("?")[0].partition("://")
    return rest.partition("/")[2] if scheme else start.lstrip("/")


def proxied(url: str) -> str:
    """The address of the file that a resizing service at this address is asked for; else the address itself."""
    match = _PROXIED.search(url) if "=" in url else None
    return unquote(match[1]) if match else url


def file_key(src: str) -> str:
    """What tells the file from others whatever its size: the last part of its path; if that is short, the address."""
    stem = _SIZE_IN_NAME.sub("", _stem(src))
    name = stem.rpartition("/")[2]
    if len(name) >= _TELLING:
        return name.casefold().removeprefix("csm_")
    *folders, name = stem.split("/")
    parts = [part for part in folders if not _SIZE_IN_PATH.fullmatch(part)]
    file = proxied(src)
    host = file.partition("://")[2].partition("/")[0]
    name = "" if folders and name.isdigit() and len(name) > 2 else name
    query = "" if _IMAGE.search(file.partition("?")[0]) else _asked(file)
    return "/".join([host, *parts, name]) + query


def _asked(file: str) -> str:
    """The part of the address's query that tells which picture is asked for."""
    asked = [part for part in file.partition("?")[2].split("&") if part.partition("=")[0].lower() not in _SIZES]
    return "?" + "&".join(asked) if asked else ""


def loose_key(src: str) -> str:
    """The same, where also a number at the end of its name may be a width."""
    key = file_key(src)
    shorter = _WIDTH_AT_END.sub("", key)
    return shorter if len(shorter) >= _TELLING else key


def size(attributes: Mapping[str, str], name: str) -> int | None:
    """A width or height in CSS pixels, where one is stated."""
    stated = attributes.get(name)
    match = _NUMBER.fullmatch(stated) if stated else None
    return (int(match[1]) or None) if match else None


def _stem(src: str) -> str:
    """The path of the file without its suffix."""
    path = file_path(proxied(src))
    stem, dot, suffix = path.rpartition(".")
    return stem if dot and len(suffix) <= 5 else path


def _sized(srcset: str) -> list[tuple[float, str]]:
    """The files of a `srcset`, each with its width or density, 0 where none is stated."""
    sized: list[tuple[float, str]] = []
    for candidate in _CANDIDATE.split(srcset[:10_000]):
        url, _, descriptor = candidate.strip().partition(" ")
        match = _DESCRIPTOR.fullmatch(descriptor)
        if url:
            sized.append((float(match[1]) if match else 0.0, url))
    return sized
