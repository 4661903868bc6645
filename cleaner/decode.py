"""bytes or str -> str: the byte order mark, then UTF-8 where it holds, then the declared charset, then detection.

Whatever a page declares, bytes that are valid UTF-8 are UTF-8: other charsets do not form it by accident. A
declared charset must decode the page and look like writing; else it gives way to what detection finds.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import TypeAlias

import webencodings

from cleaner.errors import NotHTMLError, PageTooLargeError

REPLACED = "replaced_bytes"
"""The warning that bytes (or lone surrogates) stood for no character and became U+FFFD."""

_Decoded: TypeAlias = tuple[str, tuple[str, ...]]
"""The text, and the warnings."""

_HEAD = 4096
_DECLARATION_WITHIN = 65_536  # browsers look into the first 1,024 bytes; only pages that are not UTF-8 pay for more
_SAMPLE = 8192  # bytes of text that detection looks at
_PROSE = 40  # bytes from which on a piece of text tells more than a scrap of a menu
_ENOUGH = 60  # bytes below which a declared charset is not doubted
_CHUNK = 1 << 20
_NON_ASCII = bytes(range(0x80, 0x100))

_LATIN = ("cp1252", "cp1250", "cp1254", "iso8859-2")
_CODECS = (
    *_LATIN, "cp1251", "cp932", "euc_jp", "gb18030", "big5hkscs", "cp949", "cp1256", "cp1253", "cp874", "cp1255",
    "koi8-r", "koi8-u", "iso8859-5", "iso8859-7", "iso8859-6", "cp866", "cp1258",
)  # fmt: skip  # one codec a line would say no more
"""What detection chooses from; of codecs that fit equally well, the first."""

_INSTEAD = {"gbk": "gb18030", "x-user-defined": "cp1252", "iso2022_jp": "iso2022_jp_ext"} | {
    "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs",
}  # fmt: skip
"""Supersets that browsers decode with, where Python's codec of the label's name is narrower."""
_ALIASES = {"latin-1": "latin1", "utf_8": "utf-8", "euc_jp": "euc-jp", "euc_kr": "euc-kr"} | {
    "cp932": "shift_jis", "cp936": "gbk", "cp949": "euc-kr", "cp950": "big5",
}  # fmt: skip
"""Labels that pages use though the web's list does not have them."""
_NEVER = ("replacement", "utf-16-le", "utf-16-be")
"""Browsers refuse the first; and what has come as far as a label is not UTF-16, which its bytes show."""
_CALM = 0.1
"""The chaos up to which a text looks like writing."""

_UNICODE_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARATION = re.compile(
    rb"""<!--.*?(?:-->|\Z)
    |<\?xml\b[^>]{0,256}?\bencoding\s*=\s*["']([\w.:-]+)
    |<meta\b[^>]{0,512}?\bcharset\s*=\s*["']?\s*([\w.:-]+)""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_PIECES = re.compile(rb"[^<>;\"\r\n]+")  # cuts at bytes that are no second half of a character
_NO_WRITING = re.compile("[\x80-\x9f\uff61-\uff9f\ufffd]")  # half-width kana: what other charsets are in cp932
_RUNS = re.compile(rb"[\x80-\xff]{2,}")
_CONTROLS = bytes({*range(0x20), 0x7F} - {*b"\t\n\f\r\x1b"})
_MARKUP = re.compile(rb"<(?:!doctype|html|\?xml|meta|p[ >])|</[a-z][a-z0-9]*\s*>", re.IGNORECASE)
_MARKUP_STARTS = re.compile(r"<[a-zA-Z!/?]")

# A question mark stands for the first byte in a str that somebody decoded with replacements.
_KINDS = tuple(
    (kind, re.compile(pattern, re.DOTALL))
    for kind, pattern in (
        ("PDF", rb"\s*%PDF-"),
        ("PostScript document", rb"%!PS-Adobe-\d"),
        ("rich text document (RTF)", rb"\s*\{\\rtf\d"),
        ("PNG image", rb"[\x89?]PNG\r?\n\x1a?\n"),
        ("JPEG image", rb"\xff\xd8\xff[\xc0-\xfe]|\?{4}\0\x10JFIF"),
        ("GIF image", rb"GIF8[79]a(?:.{6}\0|.[\0-\x08\x0e-\x1f])"),
        ("WebP image", rb"RIFF.{4}WEBPVP8"),
        ("TIFF image", rb"II\*\0|MM\0\*"),
        ("bitmap image", rb"BM.{4}\0{4}"),
        ("Windows icon", rb"\0\0[\x01\x02]\0.\0"),
        ("Photoshop image", rb"8BPS\0"),
        ("ZIP archive or office document", rb"PK(?:\x03\x04|\x05\x06|\x07\x08)"),
        ("gzip archive", rb"\x1f[\x8b?]\x08"),
        ("7-Zip archive", rb"7z\xbc\xaf\x27\x1c"),
        ("RAR archive", rb"Rar!\x1a\x07"),
        ("bzip2 archive", rb"BZh[1-9](?:1AY&SY|\x17\x72\x45\x38\x50\x90)"),
        ("compressed file (xz)", rb"\xfd7zXZ\0"),
        ("Zstandard archive", rb"\x28\xb5\x2f\xfd"),
        ("tar archive", rb".{257}ustar[\0 ]"),
        ("legacy office document", rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("Linux executable (ELF)", rb"\x7fELF"),
        ("Windows executable", rb"MZ.{0,58}\0\0"),
        ("Java or macOS executable", rb"\xca\xfe\xba\xbe|[\xce\xcf]\xfa\xed\xfe|\xfe\xed\xfa[\xce\xcf]"),
        ("WebAssembly module", rb"\0asm"),
        ("sound file (MP3)", rb"ID3[\x02-\x04][\x00-\x0f]|\xff[\xfb\xf3\xf2][\x10-\xef].{0,60}\0"),
        ("sound or video file (RIFF)", rb"RIFF.{4}(?:WAVEfmt|AVI LIST)"),
        ("sound file (FLAC)", rb"fLaC[\0\x80]"),
        ("media file (Ogg)", rb"OggS\0"),
        ("media file (MP4)", rb"\0.{3}ftyp"),
        ("video file (Matroska)", rb"\x1a\x45\xdf\xa3"),
        ("video file (Flash)", rb"FLV\x01"),
        ("web font", rb"wOF[F2](?:\0\x01\0\0|OTTO|true)"),
        ("font", rb"(?:\0\x01\0\0|OTTO)\0.{6}"),
        ("SQLite database", rb"SQLite format 3\0"),
    )
)


def decode(html: str | bytes | bytearray, charset: str | None, max_bytes: int) -> tuple[str, tuple[str, ...]]:
    """Return the page as text that UTF-8 can encode, and warnings; `charset` is what the HTTP header said."""
    if charset is not None and not isinstance(charset, str):
        raise TypeError(f"charset must be a str or None, not {type(charset).__name__}; pass its name, as 'utf-8'.")
    if isinstance(html, str):
        decoded = decode_text(html, max_bytes)
        _refuse_binary(_head(html))
        return decoded
    if isinstance(html, (bytes, bytearray)):
        if len(html) > max_bytes:
            raise PageTooLargeError(len(html), max_bytes)
        text, warnings = _from_bytes(bytes(html), charset)
        return text.lstrip("\ufeff"), warnings
    raise TypeError(f"The page must be a str, bytes or bytearray, not {type(html).__name__}; read its content first.")


def decode_text(text: str, max_bytes: int) -> tuple[str, tuple[str, ...]]:
    """The same for text that has no markup: refused if it begins as a PDF does, but not for control characters."""
    if len(text) * 4 > max_bytes and (size := _utf8_size(text)) > max_bytes:
        raise PageTooLargeError(size, max_bytes)
    _refuse_other_kinds(_head(text))
    try:
        text.encode("utf-8")
        warnings: tuple[str, ...] = ()
    except UnicodeEncodeError:
        # By way of UTF-16 a pair of surrogates becomes the character that it stands for.
        text, warnings = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"), (REPLACED,)
    return text.lstrip("\ufeff"), warnings


def _head(text: str) -> bytes:
    return text[:_HEAD].encode("latin-1", "replace")


def _utf8_size(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(len(text[at : at + _CHUNK].encode("utf-8", "surrogatepass")) for at in range(0, len(text), _CHUNK))


def _from_bytes(raw: bytes, charset: str | None) -> _Decoded:
    head = raw[:_HEAD]
    _refuse_other_kinds(head)
    if unicode := _by_mark(raw) or _by_zeros(raw):
        return unicode
    _refuse_binary(head)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        # One bad byte in good UTF-8 costs that byte and not the page.
        return _decoded(raw, "utf-8", share=0.25) or _legacy(raw, charset)
    if text.isascii() and (b"\x1b$B" in raw or b"\x1b$@" in raw):
        return _decoded(raw, "iso2022_jp_ext") or (text, ())
    return text, ()


def _refuse_other_kinds(head: bytes) -> None:
    if head.lstrip()[:1] == b"<":
        return
    for kind, pattern in _KINDS:
        if pattern.match(head):
            raise NotHTMLError(kind)


def _refuse_binary(head: bytes) -> None:
    """Refuses what holds control characters beyond any text, and no tag."""
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls > 8 and controls * 20 > len(head) and not _MARKUP.search(head):
        raise NotHTMLError("binary file")


def _by_mark(raw: bytes) -> _Decoded | None:
    for mark, codec in _UNICODE_MARKS:
        if raw.startswith(mark) and (found := _decoded(raw[len(mark) :], codec)):
            return found
    return None


def _by_zeros(raw: bytes) -> _Decoded | None:
    """UTF-16 without a mark: its ASCII characters have a zero byte each, all on the same side."""
    head = raw[:_HEAD]
    if b"\0" not in head:
        return None
    for codec in ("utf-16-le", "utf-16-be"):
        text = head.decode(codec, "replace")
        plain = sum(" " <= c <= "~" or c in "\t\n\r" for c in text)
        if "\0" not in text and (plain * 2 > len(text) or _MARKUP_STARTS.search(text)):
            return _decoded(raw, codec)
    return None


def _decoded(raw: bytes, codec: str, share: float = 0.05) -> _Decoded | None:
    """The text and its warnings; None where more than this share of what is not ASCII stands for no character."""
    try:
        return raw.decode(codec), ()
    except UnicodeDecodeError:
        text = raw.decode(codec, "replace")
    written = raw.count(b"\xef\xbf\xbd") if codec == "utf-8" else 0
    errors = text.count("\ufffd") - written
    return (text, (REPLACED,)) if errors <= share * _beyond_ascii(text) else None


def _beyond_ascii(text: str) -> int:
    return len(text) - len(text.encode("utf-8").translate(None, _NON_ASCII))


def _legacy(raw: bytes, charset: str | None) -> _Decoded:
    """The page in the first declared charset that fits it, unless detection finds one that fits far better."""
    codecs_declared = [codec for codec in map(_codec, _labels(raw, charset)) if codec]
    raw = raw.removeprefix(codecs.BOM_UTF8)
    sample = _sample(raw)
    declared, chaos, unlike = None, 0.0, 0.0
    for codec in codecs_declared:
        if declared := _decoded(raw, codec, share=0.5 if codec == "utf-8" else 0.05):
            if codec != "utf-8" and len(sample) >= _ENOUGH:
                chaos, unlike = _chaos(sample, codec)
            break
    if declared and chaos <= _CALM:
        return declared
    ranked = sorted((*_chaos(sample, codec), rank, codec) for rank, codec in enumerate(_choice(sample)))
    for better, less_unlike, _, codec in ranked[:3]:
        if declared and (better > chaos / 2 or less_unlike > unlike):
            return declared
        if found := _decoded(raw, codec):
            return found
    return declared or (raw.decode("cp1252", "replace"), (REPLACED,))


def _labels(raw: bytes, charset: str | None) -> Iterator[str]:
    if raw.startswith(codecs.BOM_UTF8):
        yield "utf-8"
    if charset:
        yield charset.rpartition("=")[2].strip("\"'; \t")
    for match in _DECLARATION.finditer(raw, 0, _DECLARATION_WITHIN):
        if label := match[1] or match[2]:
            yield label.decode("latin-1")


def _codec(label: str) -> str | None:
    """Python's name of the codec that browsers use for a label; None where no page can be in it."""
    encoding = webencodings.lookup(_ALIASES.get(label.lower(), label)) if label.isascii() else None
    codec = encoding.codec_info.name if encoding else "replacement"
    return None if codec in _NEVER else _INSTEAD.get(codec, codec)


def _sample(raw: bytes) -> bytes:
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


def _choice(sample: bytes) -> tuple[str, ...]:
    """Western letters beyond ASCII mostly stand alone; in other scripts they stand side by side."""
    beyond = len(sample) - len(sample.translate(None, _NON_ASCII))
    if sum(map(len, _RUNS.findall(sample))) >= 0.3 * beyond:
        return _CODECS
    return _LATIN if beyond >= 8 else _LATIN[:1]


def _chaos(sample: bytes, codec: str) -> tuple[float, float]:
    """How little the sample looks like writing in this codec, 0 to 1, and how little like a known language."""
    from charset_normalizer import from_bytes  # noqa: PLC0415  # loaded when asked for: few pages are in such charsets

    text = sample.decode(codec, "replace")
    bad = len(_NO_WRITING.findall(text)) / max(1, _beyond_ascii(text))
    if bad > 0.05:
        return 1.0, 0.0
    whole = text.replace("\ufffd", "").encode(codec, "ignore")
    match = from_bytes(whole, cp_isolation=[codec], enable_fallback=False, preemptive_behaviour=False).best()
    return (round(match.chaos + 10 * bad, 2), -round(match.coherence, 2)) if match else (1.0, 0.0)
