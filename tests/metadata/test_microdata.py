"""What elements with an `itemprop` state, and how often they may state it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from cleaner.block import Facts, Page
from cleaner.metadata.fields import Fields
from cleaner.metadata.microdata import describe, image_urls
from cleaner.parse import parse


def page(*stated: tuple[str, str]) -> Page:
    return Page((), facts=Facts(microdata=stated))


def test_each_field() -> None:
    found = describe(
        page(
            ("headline", " Bridge &amp; storm "),
            ("description", "Two cables were torn."),
            ("articlesection", "World"),
            ("author creator", "By Jane Doe"),
            ("keywords", "storm,bridge"),
            ("keywords", "Storm"),
            ("datepublished", "2023-09-17T10:15:00Z"),
            ("datemodified", "2023-09-18"),
            ("inlanguage", "en_GB"),
            ("license", "https://example.org/license"),
            ("isaccessibleforfree", "False"),
        )
    )
    assert found == Fields(
        title="Bridge & storm",
        description="Two cables were torn.",
        section="World",
        authors=("Jane Doe",),
        tags=("storm", "bridge"),
        published=datetime(2023, 9, 17, 10, 15, tzinfo=UTC),
        modified=date(2023, 9, 18),
        language="en-GB",
        license="https://example.org/license",
        paywalled=True,
    )


def test_nothing_stated() -> None:
    assert describe(page()) == Fields()


def test_out_of_markup() -> None:
    made = parse('<p><meta itemprop="datePublished" content="2023-09-17"><meta itemprop=author content="Jane Doe">a')
    assert describe(made) == Fields(authors=("Jane Doe",), published=date(2023, 9, 17))


def test_the_day_of_creation_where_none_of_publication_is_stated() -> None:
    created = ("datecreated", "2023-09-10")
    assert describe(page(created)).published == date(2023, 9, 10)
    assert describe(page(created, ("datepublished", "2023-09-17"))).published == date(2023, 9, 17)


@pytest.mark.parametrize(
    ("value", "paywalled"),
    [("true", False), ("https://schema.org/False", True), ("perhaps", None)],
)
def test_what_is_free_is_not_paid_for(value: str, paywalled: bool | None) -> None:
    assert describe(page(("isaccessibleforfree", value))).paywalled is paywalled


def test_a_list_of_stories_is_not_trusted_with_a_date() -> None:
    days = [("datepublished", f"2023-09-{day:02}") for day in range(1, 5)]
    assert describe(page(*days[:3])).published == date(2023, 9, 1)
    assert describe(page(*days)).published is None


def test_a_list_of_stories_is_not_trusted_with_authors_or_a_description() -> None:
    authors = [("author", f"{name} Doe") for name in ("Jane", "Mary", "Anna", "Ruth")]
    assert describe(page(*authors[:3])).authors == ("Jane Doe", "Mary Doe", "Anna Doe")
    assert describe(page(*authors)).authors == ()
    described = [("description", "One story."), ("description", "Another story.")]
    assert describe(page(*described[:1] * 2)).description == "One story."
    assert describe(page(*described)).description is None


def test_images_where_they_are_few() -> None:
    images = [("image", f"/{number}.jpg") for number in range(4)]
    assert list(image_urls(page(*images[:3], ("url", "/a")))) == ["/0.jpg", "/1.jpg", "/2.jpg"]
    assert list(image_urls(page(*images))) == []


def test_what_stands_far_down_is_not_looked_at() -> None:
    assert describe(page(*[("name", "x")] * 1_000, ("headline", "Bridge"))) == Fields()
