"""bytes or str -> str: the byte order mark, then UTF-8 where it holds, then the declared charset, then detection.

Whatever a page declares, bytes that are valid UTF-8 are UTF-8: other charsets do not form it by accident. A
declared charset must decode the page and look like writing; else it gives way to what detection finds. A page that
declares none is in that of its language, as long as the same holds.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import TypeAlias

from cleaner.charsets import USUAL, beyond_ascii, by_letters, chaos_in, choice, codec_of, sample_of
from cleaner.errors import NotHTMLError, PageTooLargeError

ADDRESS = "only_an_address"
"""The warning that the page is the address of one: nothing was fetched, and the address is all that was cleaned."""
REPLACED = "replaced_bytes"
"""The warning that bytes (or lone surrogates) stood for no character and became U+FFFD."""

_Decoded: TypeAlias = tuple[str, tuple[str, ...]]
"""The text, and the warnings."""

_HEAD = 4096
_DECLARATION_WITHIN = 65_536  # browsers look into the first 1,024 bytes; only pages that are not UTF-8 pay for more
_CALM = 0.1  # the chaos up to which a text looks like writing
_ENOUGH = 60  # bytes below which a declared charset is not doubted
_CHUNK = 1 << 20

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
_LANGUAGE = re.compile(rb"<html\b[^>]{0,512}?\slang\s*=\s*[\"']?\s*([a-z]{2,3})", re.IGNORECASE)
_CONTROLS = bytes({*range(0x20), 0x7F} - {*b"\t\n\f\r\x1b"})
_MARKUP = re.compile(rb"<(?:!doctype|html|\?xml|meta|p[ >])|</[a-z][a-z0-9]*\s*>", re.IGNORECASE)
_AN_ADDRESS = re.compile(r"\s*https?://[^\s<]++\s*\Z", re.IGNORECASE)
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
        ("AVIF image", rb"\0.{3}ftypavi[fs]"),
        ("HEIF image", rb"\0.{3}ftyp(?:hei[cs]|mif1|msf1)"),
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
        text, warnings = decode_text(html, max_bytes)
        _refuse_binary(_head(html))
        return text, (*warnings, *[ADDRESS] * bool(_AN_ADDRESS.match(html)))
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
        # One bad byte in good UTF-8 costs that byte and not the page. No other charset forms as many good characters.
        return _decoded(raw, "utf-8", share=0.5) or _legacy(raw, charset)
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
    return (text, (REPLACED,)) if errors <= share * beyond_ascii(text) else None


def _legacy(raw: bytes, charset: str | None) -> _Decoded:
    """The page in the first declared charset that fits it, unless detection finds one that fits far better."""
    codecs_declared = [codec for codec in map(codec_of, _labels(raw, charset)) if codec and codec != "utf-8"]
    raw = raw.removeprefix(codecs.BOM_UTF8)
    sample = sample_of(raw)
    fitting = None
    if codecs_declared[:1] in ([], ["cp1252"]) and (fitting := by_letters(sample)):
        codecs_declared = [fitting]  # servers call a page Latin-1 when nobody has told them anything
    declared, chaos, unlike = None, 0.0, 0.0
    for codec in codecs_declared:
        if declared := _decoded(raw, codec):
            if len(sample) >= _ENOUGH and codec != fitting:
                chaos, unlike = chaos_in(sample, codec)
            break
    if declared and chaos <= _CALM:
        return declared
    ranked = sorted((*chaos_in(sample, codec), rank, codec) for rank, codec in enumerate(choice(sample)))
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
    language = _LANGUAGE.search(raw, 0, _DECLARATION_WITHIN)
    if language and (usual := USUAL.get(language[1].decode("latin-1").lower())):
        yield usual
