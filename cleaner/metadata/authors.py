"""Who signs the story, by what the page declares and what it shows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from cleaner.metadata.fields import Fields
from cleaner.metadata.names import is_own, is_team
from cleaner.wording import plain_words

Claim = tuple[str, tuple[str, ...]]
"""A source, and the authors that it names."""


def declared(said: Mapping[str, Fields], sites: Collection[str]) -> Claim | None:
    """The first source that names somebody else than the site itself, a team of its, or a login."""
    claims = ((source, part.authors) for source, part in said.items())
    return next((claim for claim in claims if not _is_weak(claim[1], sites)), None)


def choose(said: Mapping[str, Fields], sites: Collection[str]) -> Claim:
    """The authors, with their source.

    `said["page"]` holds what the page shows: where it also declares somebody, only what is better than that. A source
    that names only the site, a team or a login counts if no other has anybody.
    """
    shown = said["page"].authors
    claim = declared(said, sites)
    if claim and shown:
        return "page", _people(shown, sites)
    if claim:
        return claim[0], _people(claim[1], sites)
    return next(((source, part.authors) for source, part in said.items() if part.authors), ("page", ()))


def _is_weak(authors: tuple[str, ...], sites: Iterable[str]) -> bool:
    """There is nobody among the authors but the site itself, teams and logins."""
    return is_own((name for name in authors if not is_team(name)), sites)


def _people(authors: tuple[str, ...], sites: Iterable[str]) -> tuple[str, ...]:
    """The authors without the site, which stands among people, or behind their names, as what they work for."""
    own = [words for name in dict.fromkeys(sites) if (words := plain_words(name))]
    people = (_without_site(name, own) for name in authors)
    return tuple(filter(None, people)) or authors


def _without_site(name: str, own: Iterable[list[str]]) -> str:
    """The name without a site's at its end, unless a single word would be left."""
    words = plain_words(name)
    for site in own:
        if words[-len(site) :] == site and len(kept := name.split()[: -len(site)]) != 1:
            return " ".join(kept).rstrip(" ,-|/")
    return name
