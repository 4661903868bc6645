"""What the page's JSON-LD says of the page itself, and not of the articles it leads to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from cleaner.block import Page
from cleaner.metadata.address import is_front_page, page_key
from cleaner.metadata.canonical import own_address
from cleaner.metadata.dates import read_stamp
from cleaner.metadata.fields import Fields, Moment
from cleaner.metadata.language import normalise
from cleaner.metadata.names import names
from cleaner.metadata.tidy import line, lines, section, split_list
from cleaner.wording import plain_words

Thing = Mapping[str, Any]
_T = TypeVar("_T")

_STORIES = ("Article", "BlogPosting", "ForumPosting", "MediaPosting", "Report")
_THINGS = (
    "Recipe",
    "HowTo",
    "Review",
    "QAPage",
    "Product",
    "Event",
    "Book",
    "Course",
    "Dataset",
    "JobPosting",
    "VideoObject",
)
_PAGES = ("WebPage", "ItemPage", "AboutPage", "FAQPage", "CollectionPage", "ProfilePage")
_PUBLISHERS = ("Organization", "Corporation", "Business", "WebSite", "Blog", "Periodical")
_STORY, _THING, _PAGE, _OTHER = range(4)

_FOREIGN_KEYS = frozenset(
    "itemListElement comment review reviews suggestedAnswer acceptedAnswer mentions citation isBasedOn blogPost "
    "blogPosts relatedLink hasPart isPartOf itemReviewed potentialAction publisher author subjectOf video "
    "offers".split()
)
"""What stands under these keys is not the page itself."""
_PUBLISHED = ("datePublished", "uploadDate", "datePosted", "dateCreated")
"""Not of a WebPage: there it is the day on which an evergreen page was first saved."""
_MOST_LOOKED_AT = 500
_MOST_OWN = 20
_MOST_VALUES = 100


def describe(page: Page, sites: Collection[str] = ()) -> Fields:
    """The fields of the object that describes this page, helped out by others that do; `sites` are the site's names."""
    own = own_things(page)
    by_id = _by_id(page)
    return Fields(
        title=_first(line(thing.get(key)) for thing in own[:1] for key in ("headline", "name")),
        description=_first(line(thing.get("description"), 2_000) for thing in own),
        site=site(page),
        section=_first(_section(thing) for thing in own),
        authors=_first(_authors(thing, by_id, sites) for thing in own) or (),
        tags=_first(_tags(thing) for thing in own) or (),
        published=_first(_moment(thing, *_PUBLISHED) for thing in own if _kind(thing) != _PAGE),
        modified=_first(_moment(thing, "dateModified") for thing in own),
        canonical_url=_first(own_address(_address(thing.get("url")), page) for thing in own),
        language=_first(normalise(_language(thing)) for thing in own),
        license=_first(line(_address(thing.get("license"))) for thing in own),
        paywalled=_first(_paywalled(thing) for thing in own),
    )


def own_things(page: Page, *, sure: bool = False) -> tuple[Thing, ...]:
    """The objects that describe this page: its story first, then a thing that it is about, then the page as such.

    Where there are several of a kind, those that have this page's address or title; where none has, none of them. The
    only story is the page's own, whatever its headline; to be `sure`, not where it states the address of another page.
    """
    kinds: dict[int, list[Thing]] = {}
    for thing in _not_foreign(page.facts.json_ld[:_MOST_LOOKED_AT]):
        kinds.setdefault(_kind(thing), []).append(thing)
    if not kinds.keys() - {_OTHER}:
        return ()
    titles, keys = _titles(page), {page_key(one) for one in _own_addresses(page)}
    own: list[Thing] = []
    for kind in (_STORY, _THING, _PAGE):
        things = kinds.get(kind, [])
        mine = [thing for thing in things if _is_of(thing, keys, titles)]
        if not mine and len(things) == 1 and not (kind == _STORY and _is_of_another(things[0], keys, sure)):
            mine = things
        own += mine
    return tuple(own[:_MOST_OWN])


def is_story(thing: Thing) -> bool:
    """It is an article, a post or the like."""
    return _kind(thing) == _STORY


def is_a(thing: Thing, types: tuple[str, ...]) -> bool:
    """One of its types ends so: NewsArticle, http://schema.org/Article."""
    return any(isinstance(one, str) and one.endswith(types) for one in _many(thing.get("@type")))


def image_urls(page: Page) -> Iterator[object]:
    """The addresses of the story's images, as the page gives them."""
    by_id = _by_id(page)
    for thing in own_things(page):
        if _kind(thing) != _PAGE:
            for image in _many(thing.get("image")):
                found = _resolved(image, by_id)
                yield found.get("contentUrl") or found.get("url") if isinstance(found, dict) else found


def publisher_names(page: Page) -> tuple[str, ...]:
    """What the site calls itself: not an author, unless nobody else signs."""
    things = page.facts.json_ld[:_MOST_LOOKED_AT]
    by_id = _by_id(page)
    own = [name for thing in things for name in _names_of(thing.get("publisher"), by_id)]
    return lines([*own, *(thing.get("name") for thing in things if is_a(thing, _PUBLISHERS))], limit=100)


def _not_foreign(things: Iterable[Thing]) -> Iterator[Thing]:
    """Those that do not stand inside another as its list member, review, author and the like."""
    foreign: set[int] = set()
    for thing in things:
        is_foreign = id(thing) in foreign
        for key, value in thing.items():
            if is_foreign or key in _FOREIGN_KEYS:
                foreign.update(id(child) for child in _many(value) if isinstance(child, dict))
        if not is_foreign:
            yield thing


def _kind(thing: Thing) -> int:
    for kind, types in ((_STORY, _STORIES), (_THING, _THINGS), (_PAGE, _PAGES)):
        if is_a(thing, types):
            return kind
    return _OTHER


def _titles(page: Page) -> tuple[list[str], ...]:
    """The words of each title that the page shows or states."""
    facts = page.facts
    stated = [facts.title, facts.first_meta("og:title"), facts.first_meta("twitter:title")]
    shown = [block.text for block in page.original if block.level == 1 and block.kind == "heading"][:10]
    return tuple(words for title in (*stated, *shown) if title and (words := plain_words(title[:300])))


def _is_of(thing: Thing, keys: Collection[str], titles: Iterable[list[str]]) -> bool:
    """It has this page's address, or a title of this page (which may go on with the site's name)."""
    if any(page_key(one) in keys for one in _addresses(thing)):
        return True
    for key in ("headline", "name"):
        words = plain_words(line(thing.get(key)) or "")
        if words and any(title == words or (len(words) > 2 and title[: len(words)] == words) for title in titles):
            return True
    return False


def _is_of_another(story: Thing, keys: Collection[str], sure: bool) -> bool:
    """It says that its address is another page's, and has no headline to be judged by, or one that is not trusted."""
    stated = [one for one in _addresses(story) if one.startswith("http") and not is_front_page(one)]
    return bool(keys and stated) and (sure or not line(story.get("headline")))


def _own_addresses(page: Page) -> list[str]:
    stated = (page.url, *page.facts.links.get("canonical", ())[:1], page.facts.first_meta("og:url"))
    return [one for one in stated if one and not is_front_page(one)]


def _addresses(thing: Thing) -> list[str]:
    """The addresses that a thing gives as its own."""
    stated = (thing.get("url"), thing.get("@id"), thing.get("mainEntityOfPage"))
    return [found for one in stated if isinstance(found := _address(one), str)]


def _address(value: object) -> object:
    """A link, given as a string, as an object with an `@id`, or as a list of these."""
    value = next(_many(value), None)
    if isinstance(value, dict):
        return value.get("@id") or value.get("url") or value.get("name")
    return value


def _many(value: object) -> Iterator[object]:
    """The members of a list, or the one value; nothing for null."""
    if isinstance(value, list):
        yield from value[:_MOST_VALUES]
    elif value is not None:
        yield value


def _by_id(page: Page) -> Mapping[str, Thing]:
    """The objects of the page by their `@id`, the first of each that is more than a reference."""
    found: dict[str, Thing] = {}
    for thing in page.facts.json_ld[:_MOST_LOOKED_AT]:
        name = thing.get("@id")
        if isinstance(name, str) and len(thing) > 1:
            found.setdefault(name, thing)
    return found


def _resolved(value: object, by_id: Mapping[str, Thing]) -> object:
    """The object that a mere reference, `{"@id": ...}`, points to."""
    if isinstance(value, dict) and "name" not in value and "url" not in value and isinstance(value.get("@id"), str):
        thing = by_id.get(value["@id"])
        if thing is not None and len(thing) > len(value):
            return thing
    return value


def _names_of(value: object, by_id: Mapping[str, Thing]) -> Iterator[object]:
    """The `name` of each of these people, who may also be plain strings."""
    for one in _many(value):
        person = _resolved(one, by_id)
        yield from _many(person.get("name")) if isinstance(person, dict) else (person,)


def _authors(thing: Thing, by_id: Mapping[str, Thing], sites: Collection[str]) -> tuple[str, ...]:
    stated = (names(*_names_of(thing.get(key), by_id), known=sites) for key in ("author", "creator"))
    return _first(stated) or ()


def site(page: Page) -> str | None:
    """What the site is called: by itself, else by those who publish there."""
    things = page.facts.json_ld[:_MOST_LOOKED_AT]
    sites = [line(thing.get("name"), 100) for thing in things if is_a(thing, ("WebSite",))]
    by_id = _by_id(page)
    publishers = [line(name, 100) for thing in things for name in _names_of(thing.get("publisher"), by_id)]
    return _first([*sites, *publishers])


def _section(thing: Thing) -> str | None:
    return _first(map(section, _many(thing.get("articleSection"))))


def _tags(thing: Thing) -> tuple[str, ...]:
    found: list[object] = []
    for one in _many(thing.get("keywords")):
        keyword = one.get("name") if isinstance(one, dict) else one
        if isinstance(keyword, str):
            found += split_list(keyword[:5_000])
    return lines(found, limit=100)


def _language(thing: Thing) -> object:
    value = next(_many(thing.get("inLanguage")), None)
    return value.get("alternateName") if isinstance(value, dict) else value


def _moment(thing: Thing, *keys: str) -> Moment | None:
    return _first(read_stamp(next(_many(thing.get(key)), None)) for key in keys)


def _paywalled(thing: Thing) -> bool | None:
    """Whether the thing, or a part of it, is not free; None where it does not say."""
    for one in (thing, *(part for part in _many(thing.get("hasPart")) if isinstance(part, dict))):
        free = next(_many(one.get("isAccessibleForFree")), None)
        if isinstance(free, str):
            free = {"true": True, "false": False}.get(free.strip().lower().rpartition("/")[2])
        if isinstance(free, bool):
            return not free
    return None


def _first(values: Iterable[_T | None]) -> _T | None:
    return next((value for value in values if value not in (None, ())), None)
