"""Whose picture it is: the credit at the end of a caption, in a few unmistakable shapes."""

from __future__ import annotations

import re

from cleaner.agencies import AGENCY
from cleaner.metadata.tidy import line

_LONGEST = 100
_PICTURE = (
    r"(?:photo(?:graph)?s?|pictures?|images?|illustrations?|infographic|fotos?|fotografia|bild(?:er)?|imagen|imagem"
    r"|immagine|beeld|afbeelding|zdjęcie|fot\.|фото|фотография|写真|画像|图片|照片|사진|صورة|تصوير|عکس)"
)
_OF = r"(?:(?:by|via|credits?|courtesy(?: of)?|copyright|source|von|par|de|di|door)\b|:)"
_SOURCE = (
    r"(?:(?:photo|image|bild|foto|infographic )?(?:source|quelle|fuente|fonte|bron|źródło|источник|kaynak|المصدر|منبع)"
    r"|출처|来源|來源|出典|提供) ?[:：]"
)
_MARK = (
    rf"(?:copyright\b(?: ?©| ?\(c\))?:?|©|\(c\)(?= ?\w)"
    rf"|{_PICTURE} ?[:：/]|{_PICTURE} [-–|](?= (?-i:[^\W\da-z_]))|{_PICTURE} {_OF}:?|"
    rf"credits? ?(?:[:：]|\.\.\.|…)|cr[ée]dito?s? ?(?:photos? ?)?[:：]|courtesy of"
    rf"|(?-i:Courtesy:?(?= [^\W\da-z_]))|{_SOURCE})"
)
_MARKED = re.compile(
    rf"(?:^|(?<=[\s(\[（,.。|/-]))[(\[（]? ?(?<!AP )(?P<mark>{_MARK}) ?(?P<credit>\S.*)$", re.IGNORECASE
)
_WORD = r"[^\W\d_](?:\.|[\w'’-]*)"
_NAME = rf"[^\W\d_a-z](?:\.|[\w'’-]*)(?: (?!(?:via|on|for)\b){_WORD}){{0,4}}"
_AFTER_AGENCY = r"(?: (?:files?|handout|pool|for [^\W\d_a-z][\w ]{2,40}))?(?: hide caption)?"
_AGENCY_AT_END = re.compile(
    rf"(?:^|(?<=[.!?\"”’»)])|[(\[（]|(?<= [-–—|]))\s?"
    rf"(?P<credit>(?:{_NAME}(?: ?//? ?| (?:via|on|for) ))+{AGENCY}|{AGENCY}(?:(?: ?/ ?| via ){_NAME})*)"
    rf"{_AFTER_AGENCY}[\])）.]?$"
)
_IN_BRACKETS = re.compile(
    rf"[(\[（] ?(?P<credit>[^()\[\]（）]{{2,80}}(?:/|via ) ?{AGENCY}[^()\[\]（）]{{0,45}})[\])）]\.?$"
)
_VIA_AT_END = re.compile(r"(?<= [-–—]) via (?P<credit>[^\W\da-z_][\w .'’-]{2,40})$")
_BARE = re.compile(
    rf"(?:^|(?<=[.!?…)»”\"] ))(?:FOTO|Foto|Bild|Picture|PICTURE|Photo|PHOTO|Imagen) (?P<credit>(?!{_OF} )"
    rf"[^\W\d_a-z][\w'’-]+ [^\W\d_a-z][\w'’.-]+(?:,? {_WORD}){{0,4}})$"
)
_TAKEN_BY = re.compile(r"(?:^|[\s。、，])(?P<credit>[\u3400-\u9fff·]{2,12} ?(?:摄影|攝影|撮影|摄|攝))[)）。]?$")
_MARKED_LENGTH = 60
_BETWEEN_NAMES = frozenset("/ | & - – and for via on of the von und de et y".split())
_LAST = re.compile(r"^(?P<caption>.*\w[.!?…。][\"”’»)]?) ?(?P<credit>[^\W\da-z_][^.!?…。]{1,60})$")
"""A sentence, and something short behind it that is none."""
_SENTENCE_AFTER = re.compile(r"\w{4}[.!?] +\S")
_LEAD = re.compile(rf"^(?:[(\[（]? ?{_MARK} ?(?:by )?)+", re.IGNORECASE)
_ENDS = (_MARKED, _AGENCY_AT_END, _IN_BRACKETS, _VIA_AT_END, _BARE, _TAKEN_BY)
_BEFORE_MARK = '.!?…|)]–—-([（,;:"”»。'
_EDGES = " -–—|/,;:'\"‘’“”"
_TAIL = re.compile(r"(?<![ ,;(\[])(?:[ ,;(\[]++(?:copyright|©|hide caption))?[ ,;(\[]*+$", re.IGNORECASE)


def split_credit(text: str) -> tuple[str | None, str | None]:
    """The caption without the credit at its end, and the credit without what introduces it; None for neither."""
    text = line(text, 5_000) or ""
    start = max(0, len(text) - 2 * _LONGEST)
    for end in _ENDS:
        match = end.search(text, start)
        if match and not _SENTENCE_AFTER.search(match["credit"]) and (end is not _MARKED or _is_mark(match)):
            credit = clean_credit(match["credit"])
            if credit:
                caption = text[: match.start("credit") if end is _TAKEN_BY else match.start()]
                return line(caption.rstrip(" -–—|/,，、;:[(（")), credit
    return text or None, None


def _is_mark(match: re.Match[str]) -> bool:
    """It begins the text or a sentence of its own, and is no word in the middle of one: "a photo by the sea"."""
    before = match.string[: match.start("mark")].rstrip()
    return not before or before[-1] in _BEFORE_MARK or not match["mark"][:1].islower()


def split_marked(text: str) -> tuple[str | None, str | None]:
    """The same of a text in which some element is named as the credit: it may be what follows the last sentence."""
    caption, credit = split_credit(text)
    match = _LAST.search(caption) if caption and not credit else None
    return (line(match["caption"]), clean_credit(match["credit"])) if match else (caption, credit)


def is_names(text: str) -> bool:
    """It is short, no sentence, and nothing but capitalised words, as agencies and photographers are called."""
    words = [word for word in text.split() if word not in _BETWEEN_NAMES]
    return (
        len(text) <= _MARKED_LENGTH and bool(words) and text[-1] not in ".!?…" and all(w[:1].isupper() for w in words)
    )


def clean_credit(text: str) -> str | None:
    """The name in a credit line: without "Photo:", "©" and brackets."""
    name = _TAIL.sub("", _LEAD.sub("", text.strip())).strip(_EDGES).removesuffix(".")
    for opening, closing in ("()", "[]", "（）"):
        if name.startswith(opening) and closing not in name[:-1]:
            name = name[1:]
        if name.endswith(closing) and opening not in name:
            name = name[:-1]
        if opening in name and closing not in name:
            name += closing
    name = name.strip(_EDGES)
    return line(name) if 1 < len(name) <= _LONGEST else None
