"""What pages say around a story, in nineteen languages: short phrases by topic, as data, one file a language.

Each file has for each topic up to three lists of case-folded phrases: `whole` (all that a block says), `start` (a
block begins so) and `within` (a short block contains it); and the names of the months.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pkgutil import get_data
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

_NOT_LATIN = ("ru", "ar", "fa", "he", "hi", "zh", "ja", "ko", "th")
_GLUED = frozenset(("hi", "zh", "ja", "ko", "th"))
"""Languages that write words without spaces, or glue endings and marks to them."""

_HEAD = 2
_LONG_HEAD = 3
"""Characters by which the phrases are looked up that blocks begin with: so many, or two where a phrase has no more."""
_SHORT = 200
"""Characters; only a block whose key is shorter is searched for phrases `within`."""
_BEYOND_LATIN = re.compile(r"[^\0-\u036f\u2000-\u2e7f]")  # by its short ranges: `re` takes long ones letter by letter
"""Letters that are not Latin."""


class _Start(NamedTuple):
    phrases: tuple[str, ...]
    topics: tuple[Topic, ...]


class _Within(NamedTuple):
    by_word: Mapping[str, tuple[tuple[str, Topic], ...]]
    """By the longest word of the phrase."""
    others: Mapping[str, tuple[Topic, ...]]
    """The topics of the phrases without a word that stands alone: with punctuation, or without spaces."""
    pattern: re.Pattern[str]
    """Finds these, the longest where several begin."""


class Phrases(NamedTuple):
    """The phrases to look for on a page of one language."""

    whole: Mapping[str, tuple[Topic, ...]]
    start: Mapping[str, _Start]
    """By their first characters, as many as `_LONG_HEAD`; phrases that have fewer also with those that begin so."""
    within: _Within
    nets: bool
    """Whether to look for those of all other scripts too: on pages that do not say that they are written in one."""


def phrases(language: str | None) -> Phrases:
    """The phrases for a page that says it is of this language, a BCP 47 tag."""
    own = (language or "")[:2].lower()
    return _phrases(own if own in LANGUAGES else "en")


@cache
def _phrases(own: str) -> Phrases:
    return Phrases(_whole(), _starts(), _within(own), own not in _NOT_LATIN)


def match(key: str, phrases: Phrases) -> Mapping[Topic, str]:
    """The topics of which a block says a phrase, each with the phrase. `key` is `Block.key`.

    `whole` and `start` are looked for in all languages. `within` is looked for in keys of under 200 characters: in the
    page's language, in English, and where the key has letters that are not Latin and the page's language is not
    written in such letters, in all languages that are.
    """
    found: dict[Topic, str] = {}
    if key in phrases.whole:
        found = dict.fromkeys(phrases.whole[key], key)
    start = phrases.start.get(key[:_LONG_HEAD]) or phrases.start.get(key[:_HEAD])
    if start and key.startswith(start.phrases):
        for phrase, topic in zip(start.phrases, start.topics, strict=True):
            if topic not in found and key.startswith(phrase):
                found[topic] = phrase
    if len(key) < _SHORT:
        within = phrases.within
        words = key.replace(",", " ").replace(".", " ").split()
        if not within.by_word.keys().isdisjoint(words):
            _match_words(key, words, within, found)
        if within.others:
            _match_others(key, within, found)
        if phrases.nets and not key.isascii() and _BEYOND_LATIN.search(key):
            net = _within("")
            _match_words(key, words, net, found)
            _match_others(key, net, found)
    return found


def _match_words(key: str, words: list[str], within: _Within, found: dict[Topic, str]) -> None:
    for word in words:
        for phrase, topic in within.by_word.get(word, ()):
            if topic not in found and phrase in key:
                found[topic] = phrase


def _match_others(key: str, within: _Within, found: dict[Topic, str]) -> None:
    """From left to right; where several phrases begin, the longest, and on behind its end."""
    for phrase in within.pattern.findall(key):
        for topic in within.others[phrase]:
            found.setdefault(topic, phrase)


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
    entries: Mapping[str, Any] = json.loads((get_data(__name__, f"{language}.json") or b"").decode())
    return entries


@cache
def _whole() -> Mapping[str, tuple[Topic, ...]]:
    topics: dict[str, tuple[Topic, ...]] = {}
    for topic, listed in _lists("whole", LANGUAGES):
        alone = (topic,)  # one tuple for all the phrases of a list
        for phrase in listed:
            known = topics.setdefault(phrase, alone)
            if topic not in known:
                topics[phrase] = known + alone
    return topics


@cache
def _starts() -> Mapping[str, _Start]:
    listed = [(phrase, topic) for topic, phrases in _lists("start", LANGUAGES) for phrase in phrases]
    longer: dict[str, set[str]] = defaultdict(set)
    for phrase, _ in listed:
        longer[phrase[:_HEAD]].add(phrase[:_LONG_HEAD])
    heads: dict[str, tuple[list[str], list[Topic]]] = defaultdict(lambda: ([], []))
    for phrase, topic in listed:
        for head in longer[phrase] if len(phrase) < _LONG_HEAD else (phrase[:_LONG_HEAD],):
            phrases, topics = heads[head]
            phrases.append(phrase)
            topics.append(topic)
    return {head: _Start(tuple(phrases), tuple(topics)) for head, (phrases, topics) in heads.items()}


@cache
def _within(language: str) -> _Within:
    """Of a language and English together; for "" those of all languages that are not written in Latin letters."""
    by_word: dict[str, list[tuple[str, Topic]]] = defaultdict(list)
    others: dict[str, tuple[Topic, ...]] = {}
    for one in dict.fromkeys((language, "en")) if language else _NOT_LATIN:
        for topic, listed in _lists("within", (one,)):
            for phrase in listed if language else filter(_BEYOND_LATIN.search, listed):
                words = [] if one in _GLUED else [word for word in phrase.split() if word.isalnum()]
                if words:
                    by_word[max(words, key=len)].append((phrase, topic))
                else:
                    others[phrase] = (*others.get(phrase, ()), topic)
    return _Within({word: tuple(found) for word, found in by_word.items()}, others, _one_of(others))


def _one_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Finds the longest phrase at each place; by their first characters, else `re` would try all of them."""
    rests: dict[str, list[str]] = defaultdict(list)
    for phrase in sorted(phrases, key=len, reverse=True):
        rests[phrase[0]].append(re.escape(phrase[1:]))
    return re.compile("|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in rests.items()))


def _lists(how: str, languages: Iterable[str]) -> Iterator[tuple[Topic, Sequence[str]]]:
    for language in languages:
        for topic in TOPICS:
            yield topic, _data(language).get(topic, {}).get(how, ())
