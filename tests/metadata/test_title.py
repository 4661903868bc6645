import pytest

from cleaner.block import Block, Facts, Page
from cleaner.metadata.title import Headline, headline, site_called, without_site

URL = "https://www.example-times.com/2023/story"
TITLE = "Bridge closed after the storm"


def heading(index: int, text: str, level: int = 1) -> Block:
    return Block(index, text, "heading", level=level)


def story(index: int) -> Block:
    return Block(index, "The bridge was closed on Sunday after the storm had torn two cables from its pylons.")


def find(
    blocks: list[Block], *stated: str, site: tuple[str, ...] = ("Example Times",), body: int | None = None
) -> Headline:
    page = Page(tuple(blocks), url=URL, facts=Facts())
    kept = [block for block in blocks if block.index == body] if body is not None else [blocks[-1]]
    return headline(page, {}, kept, [(title, "meta") for title in stated], site)


@pytest.mark.parametrize(
    "title",
    [
        f"{TITLE} | Example Times",
        f"{TITLE} - Example Times",
        f"{TITLE} – Example Times",
        f"{TITLE} :: example-times.com",
        f"Example Times: {TITLE}",
        f"Example Times » {TITLE}",
        f"{TITLE} | News | Example Times",
        f"{TITLE} - Page 2",
        f"{TITLE} - Page 2 of 3 - Example Times",
        f"{TITLE} | Seite 2",
        f"{TITLE} - ET - Example Times",
        f"Title: {TITLE}",
        f"example-times.com {TITLE}",
    ],
)
def test_site_section_and_page_number_go(title: str) -> None:
    short = without_site(title, site_called(["Example Times", "ET"], "example-times.com"))
    assert short == TITLE


@pytest.mark.parametrize(
    "title",
    [
        TITLE,
        "Storm - what we know",
        "Storm: what we know",
        "Chapter 2",
        "Times are changing",
        "Blog",
        "A/B testing in 2023",
    ],
)
def test_titles_that_stay_whole(title: str) -> None:
    assert without_site(title, site_called(["Example Times"], "example-times.com")) == title


def test_the_heading_that_says_the_stated_title() -> None:
    found = find(
        [heading(0, "Example Times"), heading(1, TITLE), heading(2, "More news"), story(3)], f"{TITLE} | Example Times"
    )
    assert (found.text, found.source, found.block and found.block.index) == (TITLE, "page", 1)


def test_an_h2_that_says_it() -> None:
    found = find([heading(0, "Example Times"), heading(1, TITLE, 2), story(2)], TITLE)
    assert (found.text, found.source) == (TITLE, "page")


def test_the_headline_beside_the_body_wins_over_the_search_engines_title() -> None:
    shown = "Two cables torn, bridge closed after the storm"
    found = find([heading(0, shown), story(1)], "Bridge closed after the storm: what we know | Example Times")
    assert (found.text, found.source) == (shown, "page")


def test_a_heading_that_is_a_long_sentence_is_none() -> None:
    sentence = "Learn how the bridge was closed after the storm, and what the engineers said who looked at its pylons."
    assert len(sentence) > 100
    found = find([heading(0, sentence), story(1)], TITLE)
    assert (found.text, found.source) == (TITLE, "meta")


@pytest.mark.parametrize("shown", [f"September 17, 2023 {TITLE}", f"{TITLE} / 17.09.2023"])
def test_the_day_in_the_heading_goes(shown: str) -> None:
    assert find([heading(0, shown), story(1)], TITLE).text == TITLE


def test_a_number_in_the_heading_stays() -> None:
    assert find([heading(0, f"{TITLE} 2"), story(1)], TITLE).text == f"{TITLE} 2"


def test_a_heading_about_something_else_does_not() -> None:
    found = find([heading(0, "Cookies"), story(1)], TITLE)
    assert (found.text, found.source, found.block) == (TITLE, "meta", None)


def test_nothing_stated() -> None:
    assert find([heading(0, "Menu"), heading(1, TITLE), story(2)]).text == TITLE
    assert find([story(0)]).text is None


def test_plain_text_has_its_title_without_the_site() -> None:
    block = Block(0, "Ferry runs again | The Islander")
    page = Page((block,), url="https://theislander.example/ferry", plain=True)
    assert headline(page, {"title": (block,)}, (), (), ()) == Headline("Ferry runs again", "text", block)


def test_plain_text_has_the_headline_that_the_filter_found() -> None:
    blocks = (Block(0, "World"), Block(1, TITLE), story(2))
    page = Page(blocks, plain=True)
    assert headline(page, {"title": (blocks[1],)}, [blocks[2]], [], []).text == TITLE
    assert headline(page, {}, [blocks[2]], [], []).text is None
