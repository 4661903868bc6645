"""Whose picture it is: the credit at the end of a caption, in a few unmistakable shapes."""

from __future__ import annotations

import re

from cleaner.metadata.tidy import line

_LONGEST = 100
_PICTURE = r"(?:photo(?:graph)?s?|pictures?|images?|illustration|fotos?|bild(?:er)?|фото|写真|图片|照片|사진)"
_OF = r"(?:by|credits?|courtesy(?: of)?|copyright|source|von|par|de|:)"
_MARK = (
    rf"(?:copyright\b(?: ?©| ?\(c\))?:?|©|\(c\)(?= ?\w)|{_PICTURE} ?[:：/]|{_PICTURE} {_OF}:?|"
    r"credits? ?[:：]|cr[ée]dito?s? ?(?:photos? ?)?[:：]|courtesy of)"
)
_MARKED = re.compile(rf"(?:^|(?<=[\s(\[（,.|/-]))[(\[（]? ?{_MARK} ?(?P<credit>\S.*)$", re.IGNORECASE)
_NAME = r"[^\W\d_a-z](?:\.|[\w'’-]*)(?: [^\W\d_](?:\.|[\w'’-]*)){0,4}"
_AGENCY = (
    r"(?:AFP|AP|AP Photo|Reuters|REUTERS|dpa|EPA(?:-EFE)?|EFE|ANSA|APA|PA|PA Media|Xinhua|TASS|Bloomberg|"
    r"Getty(?: Images)?|Shutterstock|iStock(?:photo)?|Alamy(?: Stock Photo)?|Unsplash|Pexels|Pixabay|Flickr|"
    r"Wikimedia Commons|NurPhoto|Anadolu|Kyodo|Yonhap|PTI|ANI|Imago|IMAGO|Zuma(?: Press)?|picture alliance)"
)
_AGENCY_AT_END = re.compile(
    rf"(?:^|(?<=[.!?\"”’»)] )|[(\[（]|(?<= [-–—|] ))"
    rf"(?P<credit>(?:{_NAME} ?(?:/|via|for) ?)+{_AGENCY}|{_AGENCY}(?: ?(?:/|via) ?{_NAME})*)[\])）.]?$"
)
_TAKEN_BY = re.compile(r"(?:^|[\s。])(?P<credit>[\u3400-\u9fff·]{2,12} ?(?:摄影|攝影|撮影|摄|攝))[)）。]?$")
_SENTENCE_AFTER = re.compile(r"\w{4,}[.!?] +\S")
_LEAD = re.compile(rf"^[(\[（]? ?{_MARK} ?(?:by )?", re.IGNORECASE)
_ENDS = (_AGENCY_AT_END, _MARKED, _TAKEN_BY)
_EDGES = " -–—|/,;:[]()（）"


def split_credit(text: str) -> tuple[str | None, str | None]:
    """The caption without the credit at its end, and the credit without what introduces it; None for neither."""
    text = line(text, 5_000) or ""
    start = max(0, len(text) - 2 * _LONGEST)
    match = next(filter(None, (end.search(text, start) for end in _ENDS)), None)
    credit = clean_credit(match["credit"]) if match else None
    if match is None or credit is None or _SENTENCE_AFTER.search(match["credit"]):
        return text or None, None
    return line(
        text[: match.start("credit") if match.re is _TAKEN_BY else match.start()].rstrip(" -–—|/,;:[(（")
    ), credit


def clean_credit(text: str) -> str | None:
    """The name in a credit line: without "Photo:", "©" and brackets."""
    name = _LEAD.sub("", text.strip()).strip(_EDGES).removesuffix(".")
    return line(name) if 1 < len(name) <= _LONGEST else None
