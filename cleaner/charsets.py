"""Which charset bytes are in that are not UTF-8: what a label means, and what the bytes themselves tell."""

from __future__ import annotations

import re

import webencodings

_SAMPLE = 8192  # bytes of text that are looked at
_PROSE = 40  # bytes from which on a piece of text tells more than a scrap of a menu
_NON_ASCII = bytes(range(0x80, 0x100))

_LATIN = ("cp1252", "cp1250", "cp1254", "cp1257", "iso8859-2")
_CODECS = (
    *_LATIN, "cp1251", "cp932", "euc_jp", "gb18030", "big5hkscs", "cp949", "cp1256", "cp1253", "cp874", "cp1255",
    "koi8-r", "koi8-u", "iso8859-5", "iso8859-7", "iso8859-6", "cp866", "cp1258",
)  # fmt: skip  # one codec a line would say no more
"""What detection chooses from; of codecs that fit equally well, the first."""

_LETTERS = {
    "cp1252": tuple(
        "äöüß àâæçéèêëîïôœùûüÿ áéíñóúü áàâãçéêíóôõúü àçéèíïóòúü àèéìíîòóùú åäöéæø áéíóúýþæöð éëïóöü".split()
    ),
    "cp1250": ("ąćęłńóśźż", "áčďéěíňóřšťúůýžäľĺôŕ", "áéíóöőúüű", "ăâîşţ", "čćđšž"),
    "cp1254": ("çğıöşüâîû\u0307", "əçğıöşü\u0307"),
    "cp1257": ("āčēģīķļņšūž", "ąčęėįšųūž", "äõöüšž"),
}
"""By codec, the letters beyond ASCII of each language that pages use it for."""
_MARKS = frozenset("\xa0«»‘’‚“”„–—…•·©®°€£§¡¿´ªº")
_INSTEAD = {"gbk": "gb18030", "x-user-defined": "cp1252", "iso2022_jp": "iso2022_jp_ext"} | {
    "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs",
}  # fmt: skip
"""Supersets that browsers decode with, where Python's codec of the label's name is narrower."""
_ALIASES = {"latin-1": "latin1", "utf_8": "utf-8", "euc_jp": "euc-jp", "euc_kr": "euc-kr"} | {
    "cp932": "shift_jis", "cp936": "gbk", "cp949": "euc-kr", "cp950": "big5",
}  # fmt: skip
"""Labels that pages use though the web's list does not have them."""
_OF_LANGUAGES = {
    "windows-1251": "ba be bg kk ky mk ru sah sr tg tt uk",
    "windows-1250": "cs hr sk",
    "windows-1254": "az ku tr",
    "windows-1255": "he iw",
    "windows-1256": "ar fa",
    "windows-1257": "et lt lv",
    "windows-1258": "vi",
    "windows-874": "th",
    "iso-8859-7": "el",
}
USUAL = {language: label for label, languages in _OF_LANGUAGES.items() for language in languages.split()}
"""By language, the charset of pages in it that name none, as the HTML Standard has it for browsers (13.2.3.2).

Without Chinese, Japanese and Korean, whose charsets bytes tell apart, and without Hungarian, Polish and Slovenian, of
which there are two.
"""
_NEVER = ("replacement", "utf-16-le", "utf-16-be")
"""Browsers refuse the first; and what has come as far as a label is not UTF-16, which its bytes show."""
_PIECES = re.compile(rb"[^<>;\"\r\n]+")  # cuts at bytes that are no second half of a character
_NO_WRITING = re.compile("[\x80-\x9f\uff61-\uff9f\ufffd]")  # half-width kana: what other charsets are in cp932
_RUNS = re.compile(rb"[\x80-\xff]{2,}")


def codec_of(label: str) -> str | None:
    """Python's name of the codec that browsers use for a label; None where no page can be in it."""
    encoding = webencodings.lookup(_ALIASES.get(label.lower(), label)) if label.isascii() else None
    codec = encoding.codec_info.name if encoding else "replacement"
    return None if codec in _NEVER else _INSTEAD.get(codec, codec)


def sample_of(raw: bytes) -> bytes:
    """Some of the text between tags that is not ASCII, prose if there is any, no character of two bytes halved."""
    prose: list[bytes] = []
    scraps: list[bytes] = []
    room = _SAMPLE
    for match in _PIECES.finditer(raw):
        piece = match[0].strip()
        if not piece.isascii():
            (prose if len(piece) >= _PROSE else scraps).append(piece[:room])
            room = (room - len(piece)) & ~1
        if room <= 0:
            break
    return b"\n".join(prose or scraps)


def by_letters(sample: bytes) -> str | None:
    """The codec of a language whose letters the sample has; None where it has too few, or a western language's."""
    fit = {codec: max(_fit(sample, codec, letters) for letters in alphabets) for codec, alphabets in _LETTERS.items()}
    best = max(fit, key=fit.__getitem__)
    return best if fit[best] >= 0.98 and fit["cp1252"] < fit[best] - 0.05 else None


def _fit(sample: bytes, codec: str, letters: str) -> float:
    """The share of these letters among those that are not ASCII."""
    found = [char for char in sample.decode(codec, "replace").lower() if char >= "\x80" and char not in _MARKS]
    return sum(char in letters for char in found) / len(found) if len(found) >= 8 else 0.0


def choice(sample: bytes) -> tuple[str, ...]:
    """Western letters beyond ASCII mostly stand alone; in other scripts they stand side by side."""
    beyond = len(sample) - len(sample.translate(None, _NON_ASCII))
    if sum(map(len, _RUNS.findall(sample))) >= 0.3 * beyond:
        return _CODECS
    return _LATIN if beyond >= 8 else _LATIN[:1]


def chaos_in(sample: bytes, codec: str) -> tuple[float, float]:
    """How little the sample looks like writing in this codec, 0 to 1, and how little like a known language."""
    from charset_normalizer import from_bytes  # noqa: PLC0415  # loaded when asked for: few pages are in such charsets

    text = sample.decode(codec, "replace")
    bad = len(_NO_WRITING.findall(text)) / max(1, beyond_ascii(text))
    if bad > 0.05:
        return 1.0, 0.0
    whole = text.replace("\ufffd", "").encode(codec, "ignore")
    match = from_bytes(whole, cp_isolation=[codec], enable_fallback=False, preemptive_behaviour=False).best()
    return (round(match.chaos + 10 * bad, 2), -round(match.coherence, 2)) if match else (1.0, 0.0)


def beyond_ascii(text: str) -> int:
    """How many characters of the text are not ASCII."""
    return len(text) - len(text.encode("utf-8").translate(None, _NON_ASCII))
