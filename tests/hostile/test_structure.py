"""Text that a browser would show is found wherever it stands; where a limit cuts, a warning says so."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from apart import ENDING, PROSE, STORY, all_cleaned, cleaned, cleaned_text_of, told

from cleaner import Article

VOID = "area base br col embed hr img input link meta param source track wbr".split()
AFTER = told(*ENDING)
INLINE = ("b", "i", "em", "span", "font", "a", "q", "x-box")
BLOCKS = ("div", "p", "section", "blockquote", "ul", "li", "td", "details")


def assert_told(article: Article, *sentences: str) -> None:
    assert [sentence for sentence in sentences if sentence not in article.text] == []


def assert_there(article: Article, *sentences: str) -> None:
    """In the body or among what filters removed: a page of a hundred thousand scraps is hardly taken for prose."""
    everything = "\n".join([article.text, *(entry.text for entry in article.removed)])
    assert [sentence for sentence in sentences if sentence not in everything] == []


@pytest.mark.parametrize("tag", [*INLINE, *BLOCKS])
def test_a_hundred_thousand_nested_elements(tag: str) -> None:
    deep, closed = all_cleaned([f"<{tag}>" * 100_000 + PROSE, f"<{tag}>" * 100_000 + PROSE + f"</{tag}>" * 100_000])
    assert_told(deep, *STORY)
    assert_told(closed, *STORY)


def test_a_warning_says_that_boxes_were_too_deep() -> None:
    deep, flat = all_cleaned(["<div class=a>" * 300 + PROSE, "<div class=a>" * 100 + PROSE])
    assert deep.warnings == ("cut_depth",)
    assert flat.warnings == ()


@pytest.mark.parametrize(
    "unit", ["<ul><li>", "<table><tr><td>", "<dl><dd>", "<b><p>", "<a><div>", "<svg><foreignObject>"]
)
def test_thousands_of_nested_pairs(unit: str) -> None:
    assert_told(cleaned(unit * 20_000 + PROSE), *STORY)


def test_a_list_nested_twenty_thousand_deep_with_words_in_each() -> None:
    assert_there(cleaned(PROSE + "<ul><li>word " * 20_000), *STORY)


@pytest.mark.parametrize("tag", ["b", "p", "div", "i", "a", "li", "td", "span"])
def test_a_million_unclosed_tags(tag: str) -> None:
    assert_told(cleaned(PROSE + f"<{tag}>" * 1_000_000 + AFTER), *STORY, *ENDING)


def test_a_million_unclosed_tags_with_text_in_each() -> None:
    article = cleaned(PROSE + "<p>w" * 1_000_000 + AFTER)
    assert_there(article, *STORY, *ENDING)
    assert article.warnings == ("cut_length",)
    assert len(article.blocks) + len(article.removed) == 100_001


def test_what_is_hidden_stays_apart_where_there_are_too_many_blocks() -> None:
    article = cleaned("<p>w" * 100_000 + f"<p>{STORY[0]}<p hidden>{STORY[1]}" * 1000)
    assert STORY[1] not in article.text
    [hidden] = [entry for entry in article.removed if STORY[1] in entry.text]
    assert hidden.filter == "hidden"
    assert STORY[0] not in hidden.text
    assert_there(article, STORY[0])


def test_more_lines_without_markup_than_there_may_be_blocks() -> None:
    article = cleaned_text_of("\n".join(STORY) + "\nw" * 110_000 + "\n" + "\n".join(ENDING))
    assert_there(article, *STORY, *ENDING)
    assert article.warnings == ("cut_length",)


@pytest.mark.parametrize(
    "unit",
    [
        *("<br>", "<hr>", "<img src=a.jpg>", "<input>", "<div></div>", "<script></script>", "<meta name=a content=b>"),
        *("<link rel=x href=y>", "<time datetime=2020-01-01>", "<span>x</span>", "<a href=x>y</a>", "<!-- x -->"),
    ],
)
def test_a_hundred_thousand_siblings(unit: str) -> None:
    after, before = all_cleaned([PROSE + unit * 100_000 + AFTER, unit * 100_000 + PROSE + AFTER])
    assert_told(after, *STORY, *ENDING)
    assert_told(before, *STORY, *ENDING)


def test_a_hundred_thousand_siblings_with_text() -> None:
    assert_there(cleaned(PROSE + "<p>x</p>" * 100_000 + AFTER), *STORY, *ENDING)


@pytest.mark.parametrize("unit", ["<div>x</div>", "<li>x", "<td>x", "<h2>Ferry</h2>"])
def test_so_many_others_that_what_is_quadratic_takes_minutes(unit: str) -> None:
    assert_there(cleaned(PROSE + unit * 40_000 + AFTER), *STORY, *ENDING)


@pytest.mark.parametrize("tag", ["div", "body", "html", "p", "span", "a href=/x", "img", "meta"])
def test_two_hundred_thousand_attributes(tag: str) -> None:
    many = " ".join(f"a{number}=b" for number in range(200_000))
    after = "</a>" * tag.startswith("a ") + PROSE  # a story that is one link from end to end need not be body
    different, same = all_cleaned([f"<{tag} {many}>{after}", f"<{tag} {'a=b ' * 200_000}>{after}"])
    assert_told(different, *STORY)
    assert_told(same, *STORY)


def test_bodies_whose_attributes_add_up() -> None:
    assert_told(cleaned("".join(f"<body a{number}=b>" for number in range(20_000)) + PROSE), *STORY)


@pytest.mark.parametrize(
    "tag", ["div class", "p id", "p style", "a href", "div title", "img alt", "img src", "img srcset", "time datetime"]
)
def test_an_attribute_of_five_megabytes(tag: str) -> None:
    after = "</a>" * tag.startswith("a ") + PROSE  # as above
    assert_told(cleaned(f"<{tag}='{'word ' * 1_000_000}'>{after}"), *STORY)
    assert_told(cleaned(f"<{tag}={'w' * 5_000_000}>{after}"), *STORY)


@pytest.mark.parametrize("tag", ["meta name=description content", "meta property=og:title content", "base href"])
def test_a_fact_of_five_megabytes(tag: str) -> None:
    assert_told(cleaned(f"<{tag}='{'word ' * 1_000_000}'>{PROSE}"), *STORY)


def test_a_text_node_of_forty_megabytes() -> None:
    article = cleaned("<p>" + f"{STORY[0]} " * 370_000 + "</p>")
    assert len(article.text) > 39_000_000


def test_a_word_of_ten_megabytes() -> None:
    assert_told(cleaned("<p>" + "x" * 10_000_000 + "</p>" + PROSE), *STORY)


@pytest.mark.parametrize(
    "unit", ["<", "&", "&#", "</", "<!", "<?", "<a ", "<a b='", "&x", "<!--", "]]>", "\u00a0", "\t\n"]
)
def test_a_million_of_what_begins_markup(unit: str) -> None:
    article = cleaned(PROSE + unit * (1_000_000 // len(unit)))
    assert_told(article, *STORY)


@pytest.mark.parametrize("page", ["<{}>", "<div {}>", "&{};", "<!-- {} -->", "<!doctype {}>", "</{}>", "<?{}>"])
def test_a_name_of_five_megabytes(page: str) -> None:
    assert_told(cleaned(page.format("a" * 5_000_000) + PROSE), *STORY)


def test_tables_that_span_the_world() -> None:
    spans = ("9007199254740991", "-1", "0", "1e9", "٣", "9" * 100_000, "")
    tables = "".join(
        f'<table><tr><td colspan="{span}" rowspan="{span}">Sun</td><td>Moon</td></tr><tr><td>1<td>2</table>'
        for span in spans
    )
    article = cleaned(PROSE + tables)
    assert_told(article, *STORY)
    assert_there(article, "Sun\tMoon")


def test_tables_nested_two_thousand_deep() -> None:
    nested = "<table><tr><td>" * 2_000 + PROSE + "</td></tr></table>" * 2_000
    assert_told(cleaned(nested + AFTER), *STORY, *ENDING)


def test_pages_that_begin_twice() -> None:
    twice = f"<html><head><title>A</title></head><body>{PROSE}</body></html>"
    again = f"<html><head><title>B</title></head><body class=b>{AFTER}</body></html>"
    for article in all_cleaned([twice + again, f"<body>{PROSE}<body class=x>{AFTER}", f"{twice}{AFTER}"]):
        assert_told(article, *STORY, *ENDING)


def test_framesets() -> None:
    frames = "<frameset cols='50%,50%'><frame src=a><frame src=b>"
    without = f"<html>{frames}<noframes><body>{PROSE}</body></noframes></frameset></html>"
    beside = f"<html>{frames}</frameset>{PROSE}</html>"
    upper = f"<HTML>{frames.upper()}<NOFRAMES>{PROSE}</NOFRAMES></FRAMESET>"
    for article in all_cleaned([without, beside, upper]):
        assert_told(article, *STORY)
    unseen = cleaned(f"{PROSE}<noframes><p>{ENDING[0]}</p></noframes>{AFTER}")
    assert [entry.reason for entry in unseen.removed if entry.text == ENDING[0]] == ["in noframes"]


def test_everything_in_noscript() -> None:
    pages = [
        f"<html><body><noscript>{PROSE}</noscript></body></html>",
        f"<html><head><noscript>{PROSE}</noscript></head><body></body></html>",
        f"<noscript>{PROSE}",
        f"<noscript><p>Wait.</p><noscript>{PROSE}</noscript></noscript>",
    ]
    for article in all_cleaned(pages):
        assert_told(article, *STORY)


def test_pages_of_next_to_nothing() -> None:
    for page in ("<html/>", "", " ", "<", "<>", "</>", "<!>", "<html", "<body/>", "<p>", "<!doctype html>", "&", "\0"):
        assert cleaned(page).text in ("", "<", "<>", "&")
    assert_told(cleaned("<html/>" + PROSE), *STORY)
    assert_told(cleaned("<html><body/><div/>" + PROSE), *STORY)


@pytest.mark.parametrize(
    "doctype",
    [
        "<!DOCTYPE",
        "<!DOCTYPE html [",
        '<!DOCTYPE "',
        "<!DOCTYPE html PUBLIC '>",
        "<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' SYSTEM>",
        "<!DOCTYPE html [<!ELEMENT p (b)><!ATTLIST p hidden CDATA 'hidden'>]>",
        "<!DOCTYPE html>" * 10_000,
        "<!doctype " * 50_000,
        "<!DOCTYPE html " + "<" * 100_000 + ">",
        "<!DOCTYPE html PUBLIC " + '"' * 99_999,
        "<!doctype html " + "a" * 1_000_000 + ">",
        "<!doctype frameset>",
        "<?xml version='1.0' standalone='yes'?><!DOCTYPE html>",
        "<!ENTITY x 'y'>",
        "<![CDATA[ x ]]>",
        "<!->",
        "<!-->",
        "<!--->",
        "<!-- -- -->",
        "<!-- --!>",
        "<!-- <!-- --> -->",
        "<? php ?>",
        "<% x %>",
        "\ufeff\ufeff",
    ],
)
def test_doctype_tricks(doctype: str) -> None:
    assert_told(cleaned(f"{doctype}<html><body>{PROSE}</body></html>"), *STORY)


@pytest.mark.parametrize(
    "start",
    [
        *(
            "<body style='opacity:0'>",
            "<body style='visibility:hidden'>",
            "<body style='display : none'>",
            "<body hidden>",
        ),
        *(
            "<html style='display:none'><body>",
            "<html hidden>",
            "<body class='invisible no-js'>",
            "<body aria-hidden=true>",
        ),
        *("<body><div id=app style='display:none'>", "<body><div hidden>", "<body><main style='opacity:0'>"),
        "<style>body{display:none}</style><noscript><style>body{display:block}</style></noscript><body>",
    ],
)
def test_a_body_hidden_until_scripts_run(start: str) -> None:
    assert_told(cleaned(f"{start}<h1>The ferry</h1>{PROSE}"), *STORY)


@pytest.mark.parametrize(
    "around",
    [
        "<form>{}</form>",
        "<fieldset>{}</fieldset>",
        "<details>{}</details>",
        "<dialog open>{}</dialog>",
        "<label>{}</label>",
        "<center>{}</center>",
        "<marquee>{}</marquee>",
        "<font>{}</font>",
        "<map>{}</map>",
        "<menu>{}</menu>",
        "<xmp>x</xmp>{}",
        "<caption>{}",
        "<tr>{}",
        "<td>{}",
        "<option>{}",
        "<slot>{}</slot>",
        "<unknown>{}</unknown>",
        "<x-y:z>{}</x-y:z>",
        "<p\0>{}",
        "<svg/>{}",
        "<svg><path/></svg>{}",
        "<svg><path/>{}",  # a paragraph ends a drawing
        "<svg><svg><g>{}",
        "<svg><foreignObject>{}</foreignObject><text>x</text></svg>",
        "<svg><title>Icon</title></svg>{}",
        "<math><mi>x</mi></math>{}",
        "<x-card><template shadowrootmode=open>{}</template></x-card>",
        "<table>{}</table>",
        "<html><head>{}</head></html>",
        "<head><title>x</title>{}",
        "<ruby>{}</ruby>",
        "</p></div></body></html>{}",
        "<object><p>x</p></object>{}",
        "<video><track></video>{}",
        "<textarea>x</textarea>{}",
        "<select><option>x</select>{}",
        "<button>x</button>{}",
        "<iframe srcdoc='x'></iframe>{}",
        "<plaintext>{}",
        *(f"<{tag} {hidden}>{{}}" for tag in VOID for hidden in ("", "hidden")),
    ],
)
def test_wherever_it_stands(around: str) -> None:
    text = " ".join(STORY) if around == "<plaintext>{}" else PROSE
    assert_told(cleaned(f"<body>{around.format(text)}{'' if '<plaintext>' in around else AFTER}"), *STORY)


@pytest.mark.parametrize("make", [lambda n: "<b><i>x</b></i>" * n, lambda n: "</div>" * n, lambda n: "</p>" * n])
def test_a_hundred_thousand_tags_that_do_not_match(make: Callable[[int], str]) -> None:
    assert_told(cleaned(make(100_000) + PROSE), *STORY)
