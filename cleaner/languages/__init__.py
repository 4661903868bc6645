"""What pages say around a story, in nineteen languages: short phrases by topic, as data, one file a language.

Each file has for each topic up to three lists of case-folded phrases: `whole` (all that a block says), `start` (a
block begins so) and `within` (a short block contains it); and the names of the months.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple, get_args

Topic = Literal[
    "related", "read_more", "share", "newsletter", "support", "feedback", "consent", "advertisement", "comments", "by",
    "dated", "reading_time", "ago", "tags", "biography", "company", "copyright", "standards", "credit", "navigation",
    "contents", "shop",
]  # fmt: skip
TOPICS: tuple[Topic, ...] = get_args(Topic)
LANGUAGES = (
    "en", "de", "fr", "es", "pt", "it", "nl", "pl", "sv", "ru", "tr", "ar", "fa", "he", "hi", "zh", "ja", "ko", "th",
)  # fmt: skip

_NOT_LATIN = frozenset(("ru", "ar", "fa", "he", "hi", "zh", "ja", "ko", "th"))

_HEAD = 2
"""Characters by which the `start` phrases are looked up."""
_SHORT = 200
"""Characters; only a block whose key is shorter is searched for phrases `within`."""
_GLUED = re.compile("[\u0900-\u0dff\u0e00-\u0e7f\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff]")
"""Letters of scripts that write words without spaces, or glue endings and marks to them."""
_BEYOND_LATIN = re.compile("[\u0370-\u1fff\u2e80-\ud7ff\uf900-\ufeff]")
"""Letters that are not Latin."""


class _Start(NamedTuple):
    phrases: tuple[str, ...]
    topics: tuple[Topic, ...]


class _Within(NamedTuple):
    by_word: Mapping[str, tuple[tuple[str, Topic], ...]]
    """By the longest word of the phrase."""
    others: re.Pattern[str] | None
    """Phrases without a word that stands alone: with punctuation, or of a script without spaces."""
    topics: Mapping[str, tuple[Topic, ...]]
    """Theirs."""


class Phrases(NamedTuple):
    """The phrases to look for on a page of one language."""

    whole: Mapping[str, tuple[Topic, ...]]
    start: Mapping[str, _Start]
    within: _Within
    nets: bool
    """Whether to look for those of all other scripts too: on pages that do not say that they are written in one."""


def phrases(language: str | None) -> Phrases:
    """The phrases for a page that says it is of this language, a BCP 47 tag."""
    own = (language or "")[:2].lower()
    return _phrases(own if own in LANGUAGES else "en")


@cache
def _phrases(own: str) -> Phrases:
    within = _within(own)
    return Phrases(_whole(), _starts(), within, own not in _NOT_LATIN)


def match(key: str, phrases: Phrases) -> Mapping[Topic, str]:
    """The topics of which a block says a phrase, each with the phrase. `key` is `Block.key`.

    `whole` and `start` are looked for in all languages. `within` is looked for in keys of under 200 characters: in the
    page's language, in English, and where the key has letters that are not Latin and the page's language is not
    written in such letters, in all languages that are.
    """
    found: dict[Topic, str] = {}
    if key in phrases.whole:
        found = dict.fromkeys(phrases.whole[key], key)
    start = phrases.start.get(key[:_HEAD])
    if start and key.startswith(start.phrases):
        for phrase, topic in zip(start.phrases, start.topics, strict=True):
            if topic not in found and key.startswith(phrase):
                found[topic] = phrase
    if len(key) < _SHORT:
        words = key.replace(",", " ").replace(".", " ").split()
        if not phrases.within.by_word.keys().isdisjoint(words):
            _match_words(key, words, phrases.within, found)
        if phrases.within.others:
            _match_others(key, phrases.within.others, phrases.within, found)
        if phrases.nets and not key.isascii() and _BEYOND_LATIN.search(key):
            net = _within("")
            _match_words(key, words, net, found)
            if net.others:
                _match_others(key, net.others, net, found)
    return found


def _match_words(key: str, words: list[str], within: _Within, found: dict[Topic, str]) -> None:
    for word in words:
        for phrase, topic in within.by_word.get(word, ()):
            if topic not in found and phrase in key:
                found[topic] = phrase


def _match_others(key: str, others: re.Pattern[str], within: _Within, found: dict[Topic, str]) -> None:
    for other in others.finditer(key):
        for topic in within.topics[other[0]]:
            found.setdefault(topic, other[0])


@cache
def months() -> Mapping[str, int]:
    """The case-folded names and abbreviations of the months in all languages, to 1 to 12."""
    return {
        name: number
        for language in LANGUAGES
        for number, names in enumerate(_data(language)["months"], 1)
        for name in names
    }


@cache
def _data(language: str) -> Mapping[str, Any]:
    entries: Mapping[str, Any] = json.loads((files(__name__) / f"{language}.json").read_text("utf-8"))
    return entries


@cache
def _whole() -> Mapping[str, tuple[Topic, ...]]:
    topics: dict[str, list[Topic]] = defaultdict(list)
    for phrase, topic in _all("whole", LANGUAGES):
        if topic not in topics[phrase]:
            topics[phrase].append(topic)
    return {phrase: tuple(found) for phrase, found in topics.items()}


@cache
def _starts() -> Mapping[str, _Start]:
    heads: dict[str, list[tuple[str, Topic]]] = defaultdict(list)
    for phrase, topic in _all("start", LANGUAGES):
        heads[phrase[:_HEAD]].append((phrase, topic))
    return {head: _Start(tuple(p for p, _ in pairs), tuple(t for _, t in pairs)) for head, pairs in heads.items()}


@cache
def _within(language: str) -> _Within:
    """Of a language and English together; for "" those of all languages that are not written in Latin letters."""
    if language:
        return _split(_all("within", dict.fromkeys((language, "en"))))
    return _split((phrase, topic) for phrase, topic in _all("within", LANGUAGES) if _BEYOND_LATIN.search(phrase))


def _split(pairs: Iterable[tuple[str, Topic]]) -> _Within:
    by_word: dict[str, list[tuple[str, Topic]]] = defaultdict(list)
    others: dict[str, tuple[Topic, ...]] = {}
    for phrase, topic in pairs:
        words = [word for word in phrase.split() if word.isalnum()]
        if words and not _GLUED.search(phrase):
            by_word[max(words, key=len)].append((phrase, topic))
        else:
            others[phrase] = (*others.get(phrase, ()), topic)
    pattern = re.compile("|".join(map(re.escape, sorted(others, key=len, reverse=True)))) if others else None
    return _Within({word: tuple(found) for word, found in by_word.items()}, pattern, others)


def _all(how: str, languages: Iterable[str]) -> list[tuple[str, Topic]]:
    return [
        (phrase, topic)
        for language in languages
        for topic in TOPICS
        for phrase in _data(language).get(topic, {}).get(how, ())
    ]
