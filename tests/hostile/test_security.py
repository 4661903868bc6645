"""Nothing on a page makes the library read, fetch or swell; what readers cannot see is not in the body."""

from __future__ import annotations

import gzip
import io
import json
import random
import socket
import sys
import tarfile
import zipfile
import zlib
from pathlib import Path

import pytest
from apart import ENDING, PROSE, SECRET, STORY, all_cleaned, all_cleaned_text, apart, check, cleaned, told

from cleaner import Article, NotHTMLError, clean, clean_text

CANARY = "the-canary-of-the-harbour-master-sings"


def assert_told(article: Article, *sentences: str) -> None:
    assert [sentence for sentence in sentences if sentence not in article.text] == []


# ------------------------------------------------------------------ entities, files, addresses


def test_entities_do_not_expand() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 30))
    bombs = [
        f'<!DOCTYPE html [<!ENTITY l0 "ha">{laughs}]><p>&l29;</p>{PROSE}',
        f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "{"ha" * 50_000}">]>{PROSE}<p>{"&a;" * 50_000}</p>',
        f"<!DOCTYPE x [<!ENTITY % p \"<!ENTITY q 'ha'>\"> %p;]><p>&q;</p>{PROSE}",
        f'<!DOCTYPE x [<!ENTITY a "&b;"><!ENTITY b "&a;">]><p>&a;</p>{PROSE}',
    ]
    for article in all_cleaned(bombs):
        assert_told(article, *STORY)
        assert len(article.model_dump_json()) < 600_000
        assert "hahaha" not in article.text[:10_000].replace("]>", "")


def fetching(address: str) -> list[str]:
    """Pages that ask for what stands at an address, in every way there is."""
    return [
        page + PROSE
        for page in (
            f'<!DOCTYPE html SYSTEM "{address}"><html>',
            f'<!DOCTYPE html PUBLIC "-//X//Y" "{address}"><html>',
            f'<!DOCTYPE x [<!ENTITY e SYSTEM "{address}">]><p>&e;</p>',
            f'<!DOCTYPE x [<!ENTITY % e SYSTEM "{address}"> %e;]><p>x</p>',
            f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "{address}">]><x>&e;</x>',
            f'<?xml-stylesheet href="{address}" type="text/xsl"?>',
            f'<x xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="{address}" parse="text"/></x>',
            f'<base href="{address}"><link rel=stylesheet href="{address}"><link rel=import href="{address}">',
            f'<iframe src="{address}"></iframe><object data="{address}"></object><embed src="{address}">',
            f'<img src="{address}" srcset="{address} 2x"><script src="{address}"></script>',
            f'<video src="{address}"></video><audio src="{address}"></audio>',
            f'<meta http-equiv=refresh content="0;url={address}"><style>@import "{address}";</style>',
            f'<script type=application/ld+json src="{address}">{{"@context":"{address}","@type":"Article"}}</script>',
        )
    ]


def test_no_file_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "canary.txt"
    secret.write_text(f"<p>{CANARY}</p>")
    for address in (secret.as_uri(), str(secret), f"file://localhost{secret}"):
        for article in all_cleaned(fetching(address), url=secret.as_uri()):
            assert_told(article, *STORY)
            assert CANARY not in article.model_dump_json()


def test_no_address_is_asked() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.05)
        port = server.getsockname()[1]
        pages = fetching(f"http://127.0.0.1:{port}/x")
        for article in all_cleaned(pages, url=f"http://127.0.0.1:{port}/"):
            assert_told(article, *STORY)
        with pytest.raises(TimeoutError):
            server.accept()


def events(pages: list[str]) -> list[str]:
    """What Python's own auditing sees while these pages are cleaned."""
    for page in pages:
        clean(page, url="http://127.0.0.1/")  # whatever the library has to load, it loads now
    seen: list[str] = []
    sys.addaudithook(lambda event, _: seen.append(event))
    for page in pages:
        clean(page, url="http://127.0.0.1/")
    return sorted(
        {event for event in seen if event.split(".")[0] in ("open", "socket", "subprocess", "os", "ctypes", "exec")}
    )


def test_nothing_is_opened_started_or_run() -> None:
    assert apart(events, fetching("http://127.0.0.1/x")) == []


# ------------------------------------------------------------------ what readers cannot see

STYLES = (
    *("display:none", "display : none", "DISPLAY:NONE", "display\n\t:\r\nnone ;", "display:none!important"),
    *(
        "color:red ; display:none",
        "display/**/:/* x */none",
        "d\\69splay:none",
        "display:n\\6f ne",
        "display:block;display:none",
    ),
    *("visibility:hidden", "visibility : collapse", "content-visibility:hidden"),
    *("opacity:0", "opacity: 0.00", "opacity:.0", "opacity:0%", "filter:opacity(0)", "filter: blur(0) opacity( 0% )"),
    *("font-size:0", "font-size:0px", "font-size: .0em", "font-size:1px", "font-size:0.1px", "font-size:1%"),
    *("font:0/0 a", "font: italic 0 serif", "font:0px/1.5 serif"),
    *(
        "position:absolute;left:-9999px",
        "position:absolute; left : -9999px",
        "left:-999em",
        "left:-100vw",
        "top:-9999px",
    ),
    *("right:-10000px", "bottom:-9999px", "left:-9999.5px", "left:calc(-9999px)", "inset:-9999px auto auto -9999px"),
    *("left:9999px", "text-indent:-9999px", "text-indent:-999em", "margin-left:-9999px", "margin:0 0 0 -9999px"),
    *("text-indent:100%;overflow:hidden;white-space:nowrap", "translate:-9999px", "transform:translateX(-9999px)"),
    *(
        "transform:translate(0, -9999px)",
        "transform:translate3d(-9999px,0,0)",
        "transform:scale(0)",
        "transform:scaleY(0)",
    ),
    *("scale:0", "transform:rotate(3deg) scale(0, 0)", "clip:rect(0,0,0,0)", "clip: rect(1px, 1px, 1px, 1px)"),
    *("clip-path:inset(100%)", "clip-path: inset(50%)", "clip-path:circle(0)", "clip-path:polygon(0 0,0 0,0 0)"),
    *("width:0;height:0;overflow:hidden", "height:0px;overflow:hidden", "max-height:0;overflow:clip"),
    *("width:1px;height:1px;overflow:hidden;position:absolute", "overflow-y:hidden;height:1px"),
    *("color:white;background:white", "color:#fff;background-color:#ffffff", "color:#FFF;background-color:white"),
    *(
        "color:rgb(255, 255, 255);background:#fff",
        "color:rgba(255,255,255,1);background:white none",
        "color:#fefefe;background:#fff",
    ),
    *(
        "background:rgb(0 0 0);color:black",
        "color:transparent",
        "color:rgba(0,0,0,0)",
        "color:#0000",
        "color:#00000000",
    ),
    "-webkit-text-fill-color:transparent",
)


def with_secret(markup: str) -> str:
    """A story that has this in its middle."""
    return f"<html><body><h1>The ferry sails again</h1>{PROSE}{markup}{told(*ENDING)}</body></html>"


def assert_hidden(articles: list[Article], markup: list[str]) -> None:
    """The secret is nowhere in the body, and in what the filter `hidden` removed; the story is whole."""
    for article, made in zip(articles, markup, strict=True):
        assert SECRET not in article.text, made[:100]
        assert any(SECRET in entry.text and entry.filter == "hidden" for entry in article.removed), made[:100]
        assert_told(article, *STORY, *ENDING)


@pytest.mark.parametrize("tag", ["p", "div", "span", "section", "b", "a", "x-card", "li", "td", "h2"])
def test_hidden_by_an_inline_style(tag: str) -> None:
    markup = [f'<{tag} style="{style}">{SECRET}</{tag}>' for style in STYLES]
    assert_hidden(all_cleaned(map(with_secret, markup)), markup)


def test_hidden_in_the_middle_of_a_line() -> None:
    frame = "<p>The candles were sold out by noon <{0}>{1}</{0}> and the shop was shut for the rest of the week.</p>"
    tags = ("span", "b", "i", "em", "strong", "a", "font", "small", "code", "sup", "u", "label", "abbr", "mark", "x-y")
    markup = [frame.format(f"{tag} hidden", SECRET).replace(f"</{tag} hidden>", f"</{tag}>") for tag in tags]
    markup += [
        frame.format(f"{tag} style='{style}'", SECRET).replace(f"</{tag} style='{style}'>", f"</{tag}>")
        for tag in ("span", "a")
        for style in STYLES
    ]
    articles = all_cleaned(map(with_secret, markup))
    assert_hidden(articles, markup)
    for article in articles:
        assert_told(article, "The candles were sold out by noon and the shop was shut")


FORMATTING = (
    "a abbr b bdi big cite code del dfn em font i ins kbd label mark nobr q s samp small span strike strong sub sup tt "
    "u var x-y"
)


@pytest.mark.parametrize("block", ["p", "div", "h2", "center", "blockquote", "ul><li", "table><tr><td"])
def test_hidden_inline_elements_around_blocks(block: str) -> None:
    inside = f"<{block}>{SECRET}</{block.partition('>')[0]}>"
    markup = [f"<{tag} hidden>{inside}</{tag}>" for tag in FORMATTING.split()]
    markup += [f"<p><{tag} style='display:none'>{inside}</{tag}>" for tag in FORMATTING.split()]
    assert_hidden(all_cleaned(map(with_secret, markup)), markup)


def test_hidden_by_attribute_by_element_or_in_what_is_hidden() -> None:
    markup = [
        f"<p hidden>{SECRET}",
        f"<p HIDDEN=''>{SECRET}</p>",
        f"<p hidden=false>{SECRET}</p>",  # which hides as well
        f"<div hidden><div><p>{SECRET}</p></div></div>",
        f"<div style='display:none'><p style='display:block'>{SECRET}</p></div>",
        f"<div style='display:none' style='display:block'><p>{SECRET}</p></div>",
        f"<ul><li hidden>{SECRET}</li></ul>",
        f"<table><tr hidden><td>{SECRET}</td></tr></table>",
        f"<table><tbody hidden><tr><td>{SECRET}</td></tr></tbody></table>",
        f"<table><tr><td hidden>{SECRET}</td><td>Sun</td></tr><tr><td>1<td>2</table>",
        f"<pre hidden>{SECRET}</pre>",
        f"<template><p>{SECRET}</p></template>",
        f"<p>The candles were sold out <template>{SECRET}</template> by noon.</p>",
        f"<template shadowroot><p hidden>{SECRET}</p></template>",
        f"<noscript><p>{SECRET}</p></noscript>",
        f"<datalist><option>{SECRET}</datalist>",
        f"<dialog><p>{SECRET}</p></dialog>",
        f"<canvas>{SECRET}</canvas>",
        f"<video><p>{SECRET}</p></video>",
        f"<audio>{SECRET}</audio>",
        f"<object>{SECRET}</object>",
        f"<div class='modal' aria-hidden='true'><p>{SECRET}</p></div>",
        f"<section aria-hidden=true hidden><p>{SECRET}</p></section>",
        f"<span class=sr-only>{SECRET}</span>",
        f"<svg><foreignObject hidden><p>{SECRET}</p></foreignObject></svg>",
    ]
    assert_hidden(all_cleaned(map(with_secret, markup)), markup)


CONTROL = "<button aria-controls=specs>Specifications</button>"
SPECIFICATIONS = f"""<div role=tabpanel id=specs hidden>
<p>The lantern is 28 cm high and 14 cm wide at the foot, and weighs 900 g without oil. {SECRET}</p></div>"""


def test_a_closed_panel_of_an_article() -> None:
    markup = [f"{CONTROL}{SPECIFICATIONS}"]
    assert_hidden(all_cleaned(map(with_secret, markup)), markup)


def test_sent_behind_the_page_for_nobody_or_shown_until_something_came() -> None:
    """Two pages that React might have sent."""
    markup = [
        f'<div hidden id="S:0"><p>{SECRET}</p></div>',
        f'<!--$?--><template id="B:0"></template><p>{SECRET}</p><!--/$--><div hidden id="S:0"></div>',
    ]
    assert_hidden(all_cleaned(map(with_secret, markup)), markup)


def of_a_product(markup: str) -> str:
    """The page of a product with this below its description."""
    stated = '{"@type": "Product", "name": "Brass storm lantern", "offers": {"@type": "Offer", "price": "84.00"}}'
    return f"""<html><head><meta property=og:type content=product>
    <script type=application/ld+json>{stated}</script></head><body>
    <header><a href=/>Harbour Chandlers</a><nav><ul><li><a href=/lamps>Lamps</a></ul></nav></header>
    <main class=product><h1>Brass storm lantern</h1><p class=price>£84.00</p><form><button>Add to basket</button></form>
    <div class=product-tabs><div class=product-description>
    <p>This lantern is spun from solid brass, and burns for thirty hours on one filling of paraffin.</p>
    <p>It hangs from a hook under a beam, or stands on a table: the foot is weighted.</p></div>
    {markup}</div></main></body></html>"""


def test_a_closed_panel_of_a_product_that_no_click_opens() -> None:
    (opened,) = all_cleaned([of_a_product(CONTROL + SPECIFICATIONS)])
    assert SECRET in opened.text  # else what follows would prove nothing
    markup = [
        SPECIFICATIONS,
        SPECIFICATIONS + CONTROL,
        f"<div style='display:none'>{CONTROL}</div>{SPECIFICATIONS}",
        f"<template><div aria-controls=specs><a aria-controls=x>x</a></div></template>{SPECIFICATIONS}",
        f"<div hidden><div aria-controls=specs><a aria-controls=x>x</a></div></div>{SPECIFICATIONS}",
        f"<input type=hidden aria-controls=specs>{SPECIFICATIONS}",
        f"<button class=sr-only aria-controls=specs>Specifications</button>{SPECIFICATIONS}",
        f"{CONTROL}<div id=specs hidden><p>Candles</p><p style='font-size:0'>{SECRET}</p></div>",
        f"{CONTROL}<div id=specs hidden><p>Candles <b hidden>{SECRET}</b></p></div>",
        f"{CONTROL}<div id=specs class=sr-only hidden><p>{SECRET}</p></div>",
        f"{CONTROL}<div id=specs class=modal hidden><p>{SECRET}</p></div>",
        f"{CONTROL}<div id=specs style='position:absolute;left:-9999px'><p>{SECRET}</p></div>",
    ]
    for article, made in zip(all_cleaned(map(of_a_product, markup)), markup, strict=True):
        assert SECRET not in article.text, made
        assert any(SECRET in entry.text and entry.filter == "hidden" for entry in article.removed), made


def test_what_is_hidden_from_machines_alone_is_seen() -> None:
    article = cleaned(with_secret(f"<p aria-hidden=true>{ENDING[0]}</p>"))
    assert_told(article, *STORY)


def test_more_hidden_text_than_story_is_still_hidden() -> None:
    many = f"<p>{SECRET} {{}}</p>"
    hidden = "".join(many.format(number) for number in range(30))
    markup = [
        f"<template>{hidden}</template>",
        f"<div style='position:absolute;left:-9999px'>{hidden}</div>",
        f"<div style='font-size:0'>{hidden}</div>",
        f"<div style='color:#fff;background:white'>{hidden}</div>",
        f"<div class=sr-only>{hidden}</div>",
        f"<p>word{tagged(SECRET * 30)}</p>",
    ]
    assert_hidden(all_cleaned(map(with_secret, markup)), markup)


def tagged(text: str) -> str:
    return "".join(chr(0xE0000 + ord(char)) for char in text)


def test_what_is_spelt_in_tag_characters() -> None:
    references = "".join(f"&#{0xE0000 + ord(char)};" for char in SECRET)
    markup = [
        f"<p>The candles were sold out{tagged(SECRET)} by noon, and the shop was shut for the rest of the week.</p>",
        f"<p>{tagged(SECRET)}</p>",
        f"<p>&#xE0001;{references}&#xE007F;</p>",
        f"<h2>Part{tagged(SECRET)}</h2>",
        f"<pre>co{tagged(SECRET)}de</pre>",
        f"<ul><li>{tagged(SECRET)}x</ul>",
        f"<p>\U0001f3f4{tagged(SECRET)}\U000e007f is no flag, as the baker says, and nobody minded it at all.</p>",
    ]
    assert_hidden(all_cleaned(map(with_secret, markup)), markup)
    [article] = all_cleaned_text(["\n\n".join((*STORY, f"A line{tagged(SECRET)} of text.", *ENDING))])
    assert_told(article, *STORY, "A line of text.")
    facts = f"<title>A{tagged('b')}c</title><meta name=description content='d{tagged('e')}f'>"
    assert cleaned(facts + PROSE).description == "df"


# ------------------------------------------------------------------ addresses

SCRIPTS = (
    *(
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "java&#10;script:alert(1)",
    ),
    *(
        "&#1;javascript:alert(1)",
        "vbscript:x",
        "data:text/html,<p>x",
        "data:image/png;base64,AAAA",
        "DATA:image/gif;base64,R0",
    ),
    *("file:///etc/passwd", "blob:https://example.org/x", "about:blank", "ftp://example.org/x", "mailto:x@example.org"),
    *("view-source:https://example.org", "//", "https://", "https:///x", "http://[::1", "https://exa mple/", "x:y"),
)


def test_no_script_or_data_in_addresses() -> None:
    pages = []
    for address in SCRIPTS:
        json_ld = json.dumps({"@type": "NewsArticle", "url": address, "image": [address, {"url": address}]})
        pages += [
            f'<link rel=canonical href="{address}"><meta property=og:url content="{address}">'
            f'<meta property=og:image content="{address}"><link rel=license href="{address}">'
            f"<script type=application/ld+json>{json_ld}</script>"
            f"<div itemscope><meta itemprop=image content='{address}'></div>"
            f'<h1>The ferry</h1>{PROSE}<figure><img src="{address}" data-src="{address}" srcset="{address} 2x">'
            f"<figcaption>The ferry at noon</figcaption></figure>{told(*ENDING)}",
            f'<base href="{address}"><link rel=canonical href="x">'
            f'<h1>The ferry</h1>{PROSE}<img src="y.jpg">{told(*ENDING)}',
        ]
    for url in (None, "https://example.org/a", "javascript:alert(1)", "data:text/html,x"):
        for article in all_cleaned(pages, url=url):
            addresses = [article.canonical_url, *(image.src for image in article.images)]
            assert all(
                one is None or one.startswith(("https://example.org/", "https://exa%20mple/", "https://x/"))
                for one in addresses
            ), addresses


# ------------------------------------------------------------------ what is no page


def archives() -> dict[str, bytes]:
    """Files of other kinds, made on the spot."""
    chance = random.Random(7)
    noise = chance.randbytes(20_000)
    zipped, tarred = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(zipped, "w") as archive:
        archive.writestr("page.html", PROSE)
    with tarfile.open(fileobj=tarred, mode="w") as packed:
        packed.addfile(tarfile.TarInfo("page.html"), io.BytesIO())
    return {
        "noise": noise,
        "zip": zipped.getvalue(),
        "tar": tarred.getvalue(),
        "gzip": gzip.compress(PROSE.encode(), mtime=0),
        "zlib": zlib.compress(noise),
        "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj <</Type /Catalog>> endobj\n" + noise,
        "png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + noise,
        "jpeg": b"\xff\xd8\xff\xe0\0\x10JFIF\0" + noise,
        "gif": b"GIF89a\x80\x02\xe0\x01\xf7\0\0" + noise,
        "webp": b"RIFF\x24\0\0\0WEBPVP8 " + noise,
        "mp4": b"\0\0\0\x18ftypmp42" + noise,
        "mp3": b"ID3\x03\0\0\0\0\0\x21" + noise,
        "elf": b"\x7fELF\x02\x01\x01\0" + noise,
        "exe": b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff" + noise,
        "wasm": b"\0asm\x01\0\0\0" + noise,
        "font": b"wOF2\0\x01\0\0" + noise,
        "zstd": b"\x28\xb5\x2f\xfd" + noise,
        "7z": b"7z\xbc\xaf\x27\x1c\0\4" + noise,
        "sqlite": b"SQLite format 3\0" + noise,
        "doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + noise,
    }


@pytest.mark.parametrize("kind", archives())
def test_binary_is_never_text(kind: str) -> None:
    raw = archives()[kind]
    with pytest.raises(NotHTMLError):
        apart(clean, raw)
    with pytest.raises(NotHTMLError):
        apart(clean, raw.decode("latin-1"))


@pytest.mark.parametrize("kind", ["pdf", "png", "zip", "gzip", "jpeg", "elf"])
def test_nor_where_it_came_as_text(kind: str) -> None:
    with pytest.raises(NotHTMLError):
        apart(clean_text, archives()[kind].decode("latin-1"))


def test_markup_behind_binary_is_no_key() -> None:
    check(clean(b"\0" * 100 + PROSE.encode()))
    with pytest.raises(NotHTMLError):
        apart(clean, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + PROSE.encode())
