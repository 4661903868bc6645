"""The facts that a page states outside its text."""

from __future__ import annotations

from cleaner.block import Facts
from cleaner.parse import parse


def facts(html: str) -> Facts:
    return parse(html).facts


def test_the_first_title_counts() -> None:
    assert facts("<title> A&amp;B&nbsp;C\n d</title><svg><title>x</title></svg><title>y</title>").title == "A&B C d"
    assert facts("<title> </title>").title is None
    assert facts("<p>a").title is None


def test_meta_by_any_of_its_names() -> None:
    found = facts(
        '<meta property="og:title" content=" A  b "><meta name="Author" content=x><meta name=author content="">'
        "<meta http-equiv=Content-Language content=de><meta charset=utf-8><meta content=lost>"
    )
    assert found.meta == {"og:title": ("A b",), "author": ("x", ""), "content-language": ("de",)}
    assert found.first_meta("nothing", "author") == "x"
    assert found.first_meta("nothing") is None


def test_links_by_each_word_of_rel() -> None:
    assert facts('<link rel="Canonical alternate" href=" /a "><link rel=icon>').links == {
        "canonical": ("/a",),
        "alternate": ("/a",),
        "icon": ("",),
    }


def test_json_ld_is_read_and_other_scripts_are_not() -> None:
    other = '<script>{"@type": "B"}</script><script type="text/javascript">{"@type": "C"}</script>'
    html = '<script type="application/ld+json">{"@type": "A",\n"b": "x &amp; </b>"}</script>'
    assert facts(other + html + other).json_ld == ({"@type": "A", "b": "x &amp; </b>"},)


def test_microdata_in_attributes() -> None:
    found = facts(
        "<meta itemprop=datePublished content=2023-01-02><time itemprop=dateModified datetime=2023-01-03>x</time>"
        "<link itemprop=url href=/a><img itemprop=image src=/b><span itemprop=name>C</span>"
    )
    assert found.microdata == (
        ("datepublished", "2023-01-02"),
        ("datemodified", "2023-01-03"),
        ("url", "/a"),
        ("image", "/b"),
    )


def test_types_of_microdata_of_containers_that_hold_anything() -> None:
    found = facts(
        "<body itemscope itemtype='https://schema.org/WebPage'><div itemscope itemtype='http://schema.org/Article/ "
        "https://schema.org/Thing'><p>a<p>b</div><div itemscope itemtype=https://schema.org/Person></div>"
    )
    assert found.itemtypes == ("WebPage", "Article", "Thing")


def test_pictures_know_where_they_stand() -> None:
    page = parse(
        "<p>a</p><figure class=f><picture><source srcset=s.webp><source><img src=i.jpg alt=' A  cat '></picture>"
        "</figure><p>b</p><img src=j.jpg>"
    )
    first, second = page.facts.pictures
    assert (first.alt, first.index, first.box.tag, set(first.box.words)) == ("A cat", 1, "figure", {"f"})
    assert first.sources == ({"srcset": "s.webp"},)
    assert (second.alt, second.index, second.sources) == ("", 2, ())


def test_times_know_which_block_they_stand_in() -> None:
    assert facts("<p>a</p><p>On <time datetime=' 2023-01-02 '>Monday</time><time>x</time>").times == (
        ("2023-01-02", 1),
    )


def test_language_base_and_warnings() -> None:
    found = parse("<html lang=de><base href=/x/><base href=/y/><body>a", warnings=("replaced_bytes",)).facts
    assert (found.lang, found.base, found.warnings) == ("de", "/x/", ("replaced_bytes",))
    assert facts('<html xml:lang="fr"><p>a').lang == "fr"
