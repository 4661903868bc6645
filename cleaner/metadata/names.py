"""Names of authors, out of bylines as they are written: split, without roles, addresses and "Staff"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from cleaner.metadata import words
from cleaner.metadata.tidy import line
from cleaner.wording import plain_words

_MAX_NAMES = 100
_MAX_LENGTH = 80
_MAX_WORDS = 8
_MAX_LATER = 5
"""Words of a name behind another; what is longer there says what somebody does."""
_MAX_TEXT = 2_000

_EMAIL = re.compile(r"[(<\[]?\b[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+\b[)>\]]?")
_BRACKETS = re.compile(r"(^\w+\s\([^\W\d_]+\)\s(?=[^\W\d_a-z]))|(?<!\s)\s*+[(\[<（【][^()\[\]<>（）【】]*[)\]>）】]")
"""What stands in brackets is no name, but for the one in "Jane (Roe) Doe"."""
_SEPARATOR = re.compile(r"[,，、;；،|]\s*|\s/\s")
_NAME_WORD = r"(?:[^\W\d_a-z][\w'’-]*\.?|de|van|der|den|von|da|la|del|al|bin)"
_NAME_WORDS = re.compile(rf"{_NAME_WORD}(?:\s{_NAME_WORD}){{1,3}}")
_NOT_IN_A_NAME = re.compile(r"[:?!]|(?<=\w{4})\. ")
_FULL_STOP = re.compile(r"(?<=[^\W\d_A-Z]{3})\.$")
_NOTE_MARK = re.compile(r"(?<=\s)(\S*[^\W\d_]{3})(?:\d{1,2}|[*†‡])+$")
"""The number of a footnote that stands behind a name."""
_EDGES = " \t,;:|/•·●*~_-–—'\"‘’“”「」《》〈〉"


def names(*texts: object, inverted: bool = False, known: Collection[str] = ()) -> tuple[str, ...]:
    """The names in these bylines, each once.

    `inverted`: they are written as "Doe, Jane", one in each text. `known`: names that stay whole, whatever is in them.
    """
    whole_names = {name.casefold() for name in known}
    found: dict[str, str] = {}
    for text in texts:
        whole = line(text, _MAX_TEXT)
        if whole and whole.casefold() in whole_names:
            found.setdefault(whole.casefold(), whole)
            continue
        for part in _parts(whole, inverted) if whole else ():
            name = _name(part)
            if name and len(found) < _MAX_NAMES:
                found.setdefault(name.casefold(), name)
    return tuple(found.values())


def lead_in(text: str) -> int:
    """How many characters say "by", "written by", "von" in front of a name; 0 where the text does not begin so."""
    match = words.LEAD.match(text)
    return match.end() if match else 0


def is_label(text: str) -> bool:
    """It says "Written by" and no more."""
    label = text.rstrip(" :：") if len(text) <= 40 else ""
    return bool(label) and (lead_in(label + " ") > len(label) or lead_in(label + ":") > len(label))


def looks_like_name(text: str) -> bool:
    """Two to four capitalised words and nothing else: it may be a name, or a topic."""
    return len(text) <= 40 and _NAME_WORDS.fullmatch(text) is not None and not has_role(text)


def has_role(text: str) -> bool:
    """It names a role, as "Senior Writer"."""
    return words.ROLE.search(text) is not None


def says_what(text: str) -> bool:
    """It says what somebody is or whom they work for: "Senior Writer", "Example University", "PhD"."""
    whole = text.strip(_EDGES)
    return has_role(whole) or bool(words.CREDENTIAL.fullmatch(whole) or words.AFFILIATION.search(whole))


def is_team(text: str) -> bool:
    """Two to five words that name a team: "The Example Team"."""
    named = words.TEAM.search(text) is not None or text.startswith("Team ")
    return named and 2 <= len(text.split()) <= 5 and text[0].isupper() and not words.NOT_A_NAME.match(text)


def is_account(name: str) -> bool:
    """It looks like the name of a login: one word that is not capitalised, or has a digit, dot or underscore in it."""
    return " " not in name and name.isascii() and (name[0].islower() or not name.isalpha())


def is_own(authors: Iterable[str], sites: Iterable[str]) -> bool:
    """There is nobody among the authors but the site, by one of its names, and logins."""
    own = {"".join(plain_words(name)) for name in sites}
    return all("".join(plain_words(name)) in own or is_account(name) for name in authors)


def _parts(text: str, inverted: bool) -> Iterable[str]:
    """One text to the pieces that may be a name each."""
    if inverted and text.count(",") == 1:
        last, first = text.split(",")
        return (f"{first.strip()} {last.strip()}",)
    if text.startswith("[") and text.endswith("]"):
        text = text[1:-1]
    text = _BRACKETS.sub(r"\1", _EMAIL.sub(" ", text)).strip(_EDGES)
    for _ in range(2):
        text = text[lead_in(text) :].lstrip(" :：/")
    return _split(words.TAIL.sub("", text))


def _split(text: str) -> list[str]:
    """By commas and conjunctions, credentials left with their owner, what follows as a role left out."""
    pieces: list[str] = []
    in_role = False
    for separated in _SEPARATOR.split(text):
        joint = [piece for part in words.JOINT.split(" " + separated) if (piece := part.strip(_EDGES))]
        if len(joint) > 1 and not pieces and not all(" " in piece or _is_cjk(piece) for piece in joint):
            joint = [separated.strip(_EDGES)]  # "Smith & Sons" is one name
        roles = [at for at, piece in enumerate(joint) if has_role(piece) and not words.TEAM.search(piece)]
        if pieces and roles:
            joint = joint[roles[-1] + 1 :]
            in_role = True
        for piece in joint:
            if pieces and piece not in words.AGENCIES and words.CREDENTIAL.fullmatch(piece):
                pieces[-1] += f", {piece}"
            elif not (in_role and _goes_on(piece)) and not (pieces and len(piece.split()) > _MAX_LATER):
                pieces.append(_without_role(piece))
                in_role = in_role or pieces[-1] != piece
    return pieces


def _goes_on(piece: str) -> bool:
    """Behind a role: it is no full name, so that it says what the role is about, or for whom."""
    return not looks_like_name(piece) or words.AFFILIATION.search(piece) is not None


def _without_role(piece: str) -> str:
    """A full name without the role that stands behind it, comma or not; an institution or a team as it is."""
    role = words.ROLE.search(piece)
    before = piece[: role.start()].split() if role else []
    start = next((at for at, word in enumerate(before) if at > 1 and word.casefold() in words.BEFORE_ROLE), None)
    before = before[:start]
    is_whole = words.AFFILIATION.search(piece) or words.TEAM.search(piece)
    return piece if is_whole or len(before) < 2 else " ".join(before)


def _name(piece: str) -> str | None:
    """The piece as a name, or None where it is none."""
    name = piece.strip(_EDGES)
    start = lead_in(name)
    name = name[start:].strip(_EDGES) if start < len(name) else name
    name = _FULL_STOP.sub("", words.STAFF_AT_END.sub("", name).strip(_EDGES).lstrip("@"))
    name = _NOTE_MARK.sub(r"\1", name)
    parts = name.split()
    if (
        not 2 <= len(name) <= _MAX_LENGTH
        or (len(name) == 2 and name.isascii() and name not in (*words.AGENCIES, "PA"))
        or len(parts) > _MAX_WORDS
        or not any(map(str.isalpha, name))
    ):
        return None
    if len(parts) > 2 and 2 * sum(part[0].islower() for part in parts) > len(parts):
        return None
    if _NOT_IN_A_NAME.search(name) or words.NOBODY.fullmatch(name) or words.NOT_A_NAME.match(name) or is_label(name):
        return None
    return name


def _is_cjk(text: str) -> bool:
    return all(char >= "\u3040" for char in text)
