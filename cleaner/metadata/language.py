"""The page's language: what it declares, checked against the script that its body is written in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from cleaner.block import Block

_TAG = re.compile(
    r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?(?:[-_][A-Za-z0-9]{4,8})*(?=$|[\s,;.@])"
)
_SAMPLE = 1_500
_ENOUGH = 20
_SHARE = 0.6
_MOSTLY_ASCII = 0.9

# First and last code point of the letters that tell a script, and the language that alone writes it (None: several do).
_SCRIPTS: tuple[tuple[int, int, str, str | None], ...] = (
    (0x0041, 0x024F, "Latn", None),
    (0x0370, 0x03FF, "Grek", "el"),
    (0x0400, 0x052F, "Cyrl", None),
    (0x0531, 0x058F, "Armn", "hy"),
    (0x0590, 0x05FF, "Hebr", "he"),
    (0x0600, 0x077F, "Arab", None),
    (0x0900, 0x097F, "Deva", "hi"),
    (0x0980, 0x09FF, "Beng", "bn"),
    (0x0A00, 0x0A7F, "Guru", "pa"),
    (0x0A80, 0x0AFF, "Gujr", "gu"),
    (0x0B80, 0x0BFF, "Taml", "ta"),
    (0x0C00, 0x0C7F, "Telu", "te"),
    (0x0C80, 0x0CFF, "Knda", "kn"),
    (0x0D00, 0x0D7F, "Mlym", "ml"),
    (0x0D80, 0x0DFF, "Sinh", "si"),
    (0x0E00, 0x0E7F, "Thai", "th"),
    (0x0E80, 0x0EFF, "Laoo", "lo"),
    (0x1000, 0x109F, "Mymr", "my"),
    (0x10A0, 0x10FF, "Geor", "ka"),
    (0x1100, 0x11FF, "Hang", "ko"),
    (0x1200, 0x137F, "Ethi", "am"),
    (0x1780, 0x17FF, "Khmr", "km"),
    (0x1E00, 0x1EFF, "Latn", None),
    (0x3040, 0x30FF, "Kana", "ja"),
    (0x3400, 0x9FFF, "Hani", "zh"),
    (0xAC00, 0xD7AF, "Hang", "ko"),
)

# The scripts of languages that are not written in Latin letters; a language that is not here is taken to be.
_WRITTEN_IN: dict[str, frozenset[str]] = {
    language: frozenset(scripts.split())
    for scripts, languages in {
        "Cyrl": "ru uk bg be mk kk ky mn tg",
        "Cyrl Latn": "sr uz tt az bs",
        "Arab": "ar fa ur ps ug ckb sd",
        "Arab Latn": "ku ms",
        "Deva": "hi mr ne sa",
        "Hani": "yue",
        "Hani Latn": "zh",
        "Kana Hani": "ja",
        "Hang Hani": "ko",
        "Hebr": "he iw yi",
        "Beng": "bn as",
        "Guru Arab": "pa",
        "Ethi": "am ti",
    }.items()
    for language in languages.split()
} | {alone: frozenset((script,)) for _, _, script, alone in _SCRIPTS if alone and alone not in ("zh", "ja", "ko", "pa")}

# Letters that tell languages of one script from each other; the first that occurs decides.
_TELLING = {
    "Cyrl": (("ыэё", "ru"), ("їєґі", "uk")),
    "Arab": (("ٹڈڑےں", "ur"), ("پچژگ", "fa"), ("ةىإأ", "ar")),
}


def checked(declared: str | None, source: str, body: Iterable[Block]) -> tuple[str | None, str]:
    """The declared tag and its source unless the body's script denies it; else what the script alone can tell."""
    sample = _sample(body)
    script = _script(sample)
    if script is None or (declared and _may_be_written_in(declared, script)):
        return declared, source
    return _told_by(script, sample), "page"


def normalise(tag: object) -> str | None:
    """The tag in BCP 47's own case, as "zh-Hans-CN"; None where it is no tag."""
    match = _TAG.match(tag.strip()) if isinstance(tag, str) else None
    if not match or match[1].lower() in ("und", "mul", "zxx"):
        return None
    parts = (match[1].lower(), (match[2] or "").title(), (match[3] or "").upper())
    return "-".join(filter(None, parts))


def _sample(body: Iterable[Block]) -> str:
    parts: list[str] = []
    left = _SAMPLE
    for block in body:
        parts.append(block.text[:left])
        left -= len(parts[-1])
        if left <= 0:
            break
    return " ".join(parts)


def _script(sample: str) -> str | None:
    """The script of most of the letters; None where there are too few, or none has the majority."""
    if len(sample.encode("ascii", "ignore")) > _MOSTLY_ASCII * len(sample):
        return "Latn" if sum(map(str.isalpha, sample[: 10 * _ENOUGH])) >= _ENOUGH else None
    counts: Counter[str] = Counter()
    for char, times in Counter(sample).items():
        if char.isalpha():
            counts[_script_of(ord(char))] += times
    if counts["Kana"] > 0.1 * (counts["Kana"] + counts["Hani"]):
        counts["Kana"] += counts.pop("Hani", 0)
    total = counts.total()
    if total < _ENOUGH:
        return None
    script, most = counts.most_common(1)[0]
    return script if script and most >= _SHARE * total else None


def _script_of(code: int) -> str:
    for first, last, script, _ in _SCRIPTS:
        if code <= last:
            return script if code >= first else ""
    return ""


def _may_be_written_in(tag: str, script: str) -> bool:
    parts = tag.split("-")
    if len(parts) > 1 and parts[1] == "Latn":
        return script == "Latn"
    return script in _WRITTEN_IN.get(parts[0], ("Latn",))


def _told_by(script: str, sample: str) -> str | None:
    for letters, tag in _TELLING.get(script, ()):
        if any(letter in sample for letter in letters):
            return tag
    return next((alone for _, _, name, alone in _SCRIPTS if name == script), None)
