"""Whatever bytes a page is in, and whatever it says they are, its text comes back."""

from __future__ import annotations

import codecs
from collections.abc import Iterable

import pytest
from apart import ENDING, STORY, all_cleaned, all_cleaned_text, cleaned, told

from cleaner import Article

GERMAN = "Die Fähre fährt wieder, sagte der Hafenmeister am Montag, und niemand auf den Inseln hat es ihm geglaubt."
RUSSIAN = "Паром на северные острова снова ходит, сказал в понедельник начальник порта, и никто ему не поверил."
MIXED = (*STORY, GERMAN, "Le bac, dit-on, a été « libéré » ; personne n’y croyait plus à Noël, pas même le maire.")

CHINESE = "到北方岛屿的渡船又开航了，港务长星期一说，但是没有人相信他的话，因为冰已经封了港口十一个星期。朱镕基、陶喆"
TAIWANESE = "往北方島嶼的渡船又開航了，港務長星期一說，但是沒有人相信他的話，因為冰已經封了港口十一個星期。"
JAPANESE = "北の島々への渡し船がまた動き出した、と港長は月曜日に語ったが、誰もそれを信じなかった。①②Ⅲ㈱髙"
KOREAN = "북쪽 섬으로 가는 배가 다시 다닌다고 항구장이 월요일에 말했지만 아무도 그 말을 믿지 않았다. 똠방각하 펲시콜라"
POLISH = (
    "Prom na północne wyspy znowu pływa, powiedział w poniedziałek kapitan portu, lecz nikt mu nie uwierzył, że żyje."
)
HUNGARIAN = (
    "Az északi szigetekre induló komp újra jár, mondta hétfőn a kikötőmester, és őszintén szólva senki sem hitt neki."
)
GREEK = "Το πλοίο για τα βόρεια νησιά ταξιδεύει ξανά, είπε τη Δευτέρα ο λιμενάρχης, και κανείς δεν τον πίστεψε."
TURKISH = (
    "Kuzey adalarına giden vapur yeniden işliyor, dedi pazartesi günü liman müdürü, ama kimse ona inanmadı, şaşırdık."
)
HEBREW = "המעבורת לאיים הצפוניים מפליגה שוב, אמר ביום שני מנהל הנמל, ואיש לא האמין לו עד שראו אותה."
ARABIC = "العبارة إلى الجزر الشمالية تبحر من جديد، قال مدير الميناء يوم الاثنين، ولم يصدقه أحد في المدينة."
LATVIAN = (
    "Prāmis uz ziemeļu salām atkal kursē, pirmdien teica ostas kapteinis, bet neviens viņam neticēja, jo ledus bija."
)
THAI = "เรือข้ามฟากไปยังเกาะทางเหนือแล่นอีกครั้ง นายท่าเรือกล่าวเมื่อวันจันทร์ แต่ไม่มีใครเชื่อเขาเลย"
LEGACY = {
    "gb2312": (CHINESE, "gb18030"),
    "gbk": (CHINESE, "gb18030"),
    "big5": (TAIWANESE, "big5hkscs"),
    "shift_jis": (JAPANESE, "cp932"),
    "euc-kr": (KOREAN, "cp949"),
    "tis-620": (THAI, "cp874"),
    "koi8-r": (RUSSIAN, "koi8-r"),
}
WINDOWS = {
    "cp1250": POLISH,
    "cp1250 too": HUNGARIAN,
    "cp1251": RUSSIAN,
    "cp1252": GERMAN,
    "cp1253": GREEK,
    "cp1254": TURKISH,
    "cp1255": HEBREW,
    "cp1256": ARABIC,
    "cp1257": LATVIAN,
}
LATIN_LABELS = ("latin-1", "iso-8859-1", "us-ascii", "windows-1252")
NO_CHARSETS = (
    *("rot13", "hex", "base64", "zlib", "bz2", "uu", "quopri", "idna", "punycode", "unicode_escape", "undefined"),
    *("raw_unicode_escape", "mbcs", "oem", "utf-7", "utf_8_sig", "cp037", "utf-32", "utf-16", "x-user-defined"),
    *("replacement", "hz-gb-2312", "iso-2022-cn", "no-such-charset", "auto", "binary", "8bit", "none", "", "  ", "\0"),
    *("é", "\ud800", "../../etc/passwd", "utf-8; utf-8", "charset=utf-8", "text/html; charset=utf-8", "x" * 100_000),
)


def page(*sentences: str, head: str = "") -> str:
    return f"<html><head>{head}<title>x</title></head><body><h1>x</h1>{told(*sentences)}</body></html>"


def meta(label: str) -> str:
    return f'<meta http-equiv="Content-Type" content="text/html; charset={label}">'


def assert_told(articles: Iterable[Article], *sentences: str, warnings: tuple[str, ...] = ()) -> None:
    for article in articles:
        assert [sentence for sentence in sentences if sentence not in article.text] == []
        assert article.warnings == warnings


@pytest.mark.parametrize("sentences", [MIXED, (RUSSIAN, RUSSIAN[::-1])], ids=["western", "russian"])
@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
    ],
)
def test_unicode_with_and_without_a_mark_whatever_the_page_says(
    mark: bytes, codec: str, sentences: tuple[str, ...]
) -> None:
    heads = ("", meta("iso-8859-1"), meta("utf-8"), meta("utf-16"))
    pages = [mark + page(*sentences, head=head).encode(codec) for head in heads]
    for charset in (None, "latin-1", "utf-16"):
        assert_told(all_cleaned(pages, charset=charset), *sentences)


@pytest.mark.parametrize("label", LEGACY)
def test_what_is_called_by_a_narrower_charset_is_read_in_the_wider(label: str) -> None:
    text, codec = LEGACY[label]
    assert_told(all_cleaned([page(text, text, head=meta(label)).encode(codec)]), text)
    assert_told(all_cleaned([page(text, text).encode(codec)], charset=label), text)


@pytest.mark.parametrize("codec", WINDOWS)
def test_what_is_called_latin_1_is_read_in_the_charset_that_it_is_in(codec: str) -> None:
    text = WINDOWS[codec]
    pages = [page(text, text, head=meta(label)).encode(codec.removesuffix(" too")) for label in LATIN_LABELS]
    assert_told(all_cleaned(pages), text)
    assert_told(all_cleaned(pages, charset="iso-8859-1"), text)


@pytest.mark.parametrize("codec", WINDOWS)
def test_what_no_label_tells_the_bytes_tell(codec: str) -> None:
    text = WINDOWS[codec]
    assert_told(all_cleaned([page(text, text).encode(codec.removesuffix(" too"))]), text)


def test_labels_that_are_unknown_absurd_or_no_charsets() -> None:
    encoded = {"utf-8": page(*MIXED).encode(), "cp1252": page(*MIXED).encode("cp1252")}
    for label in NO_CHARSETS:
        assert_told(all_cleaned(encoded.values(), charset=label), *MIXED)
    pages = [page(*MIXED, head=f'<meta charset="{label}">').encode(errors="replace") for label in NO_CHARSETS]
    assert_told(all_cleaned(pages), *MIXED)


@pytest.mark.parametrize("bad", [b"\xff", b"\x80", b"\xc0", b"\xe9", b"\xf5", b"\xe2\x80", b"\xed\xa0\x80"])
def test_a_bad_byte_in_good_utf_8_costs_that_byte(bad: bytes) -> None:
    for sentences in (MIXED, (RUSSIAN,)):
        raw = page(*sentences).encode()
        places = (0, raw.index(b"<h1>") + 5, len(raw))
        pages = [raw[:place] + bad + raw[place:] for place in places]
        for label in (None, "utf-8", "latin-1", "gb2312"):
            assert_told(all_cleaned(pages, charset=label), *sentences, warnings=("replaced_bytes",))


@pytest.mark.parametrize(
    "sentence", [STORY[2], "The café had sold its last candles by the month of March, all of them."]
)
def test_also_where_little_tells_that_it_is_utf_8(sentence: str) -> None:
    raw = page(sentence, STORY[0]).encode().replace(b"Monday", b"Mon\xffday")
    for label in (None, "latin-1", "utf-8"):
        assert_told(all_cleaned([raw], charset=label), sentence, warnings=("replaced_bytes",))


def test_a_page_that_was_cut_in_the_middle_of_a_character() -> None:
    raw = page(*MIXED, RUSSIAN).encode()
    cut = raw[: raw.index("поверил".encode()) + 1]
    assert_told(all_cleaned([cut]), *MIXED, warnings=("replaced_bytes",))


def test_text_that_was_encoded_twice_is_left_as_it_is() -> None:
    twice = GERMAN.encode().decode("cp1252")
    assert_told(all_cleaned([page(twice), page(twice).encode()]), twice)


def test_a_str_with_half_surrogate_pairs() -> None:
    article = cleaned(
        page("A \ud83d\ude00 sat on the quay and laughed, the baker says, and nobody minded it.", "A \ud800 b")
    )
    assert_told([article], "A \U0001f600 sat on the quay", warnings=("replaced_bytes",))


def test_a_str_is_a_str_whatever_charset_it_declares() -> None:
    labels = ("iso-8859-1", "utf-16", "koi8-r", "shift_jis", "utf-7", "no-such-charset")
    declared = [f'<?xml version="1.0" encoding="{label}"?>' + page(*MIXED, RUSSIAN) for label in labels]
    declared += [page(*MIXED, RUSSIAN, head=f'<meta charset="{label}">') for label in labels]
    declared += [page(*MIXED, RUSSIAN, head=meta(label)) for label in labels]
    assert_told(all_cleaned(declared), *MIXED, RUSSIAN)


def test_bad_character_references_cost_nothing_else() -> None:
    references = (
        "&#0; &#xD800; &#x110000; &#99999999999999999999; &#x80; &#x9f; &nosuch; &#; &#x; & &amp &#xFFFE; &#xFFFF; "
        "&#1; &#x1F; &#127; &#xfdd0; &#-1; &#x-1; &#00000000000000000000065; &lt;script&gt; &#13; &#11; &notit; &amper;"
    ).split()
    pages = [
        f"<title>A{one}B</title><meta property=og:title content='C{one}D'><meta name=author content='Jo{one} Lens'>"
        + page(f"The {one} ferry to the islands sails again, the master of the harbour said on Monday morning.", *STORY)
        for one in references
    ]
    assert_told(all_cleaned(pages), *STORY, "ferry to the islands sails again, the master of the harbour")


CONTROLS = [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0), 0x202D, 0x202E, 0xFDD0, 0xFFFE, 0xFFFF)]


def test_controls_never_reach_the_output() -> None:
    frames = (
        "<p>Wo{0}rd</p><pre>a{0}b</pre><code>a{0}b</code><textarea>a{0}b</textarea><img src='a{0}.jpg' alt='x{0}y'>",
        "<table><tr><th>a{0}b<th>c<tr><td>d<td>e</table><ul><li>a{0}b</ul><a rel=tag href='/{0}'>a{0}b</a>",
        "<title>a{0}b</title><meta name=description content='x{0}y'><meta name=author content='Jo{0} Lens'>"
        "<meta name=keywords content='a{0}b,c'><meta property=article:section content='a{0}b'>"
        "<link rel=canonical href='https://example.org/{0}x'><link rel=license href='https://example.org/{0}x'>"
        "<meta property=og:image content='https://example.org/{0}x.jpg'>",
        "<div itemscope itemtype='http://schema.org/A{0}rticle'><meta itemprop=headline content='a{0}b'></div>",
        '<script type=application/ld+json>{{"@type":"NewsArticle","headline":"a{0}b","author":"Jo{0} Lens",'
        '"keywords":["a{0}b"],"image":"https://example.org/{0}.jpg"}}</script>',
    )
    pages = [frame.format(control) + page(*STORY) for frame in frames for control in CONTROLS]
    assert_told(all_cleaned(pages), *STORY)
    assert_told(all_cleaned(one.encode() for one in pages), *STORY)


def test_nor_from_json_that_escapes_them() -> None:
    body = " ".join(ENDING * 3).replace(". ", ".\\u0000\\u202e\\ud800 ")
    pages = [
        '<script type=application/ld+json>{"@type":"NewsArticle","headline":"a\\u0000\\u001f\\udfffb","author":'
        f'"Jo\\u0007 Lens","articleBody":"{body}"}}</script>' + inside
        for inside in ("", "<p>Please enable scripts.</p>")
    ]
    for article in all_cleaned(pages):
        assert "A barge came first" in article.text


def test_nor_from_text_without_markup() -> None:
    texts = [f"The headline{control}\n\n" + "\n\n".join(STORY) + f"\n\nWo{control}rd" for control in CONTROLS]
    assert_told(all_cleaned_text(texts), *STORY)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("نمی\u200cخواهم به خانه بروم، گفت", None),  # Persian is misspelt without the joiner
        ("क्\u200dष और क्\u200cष अलग लिखे जाते हैं", None),
        ("a family \U0001f469\u200d\U0001f680 and \u2764\ufe0f\u200d\U0001f525 on the quay", None),
        ("the word שלום\u200f stands here \u2067עולם\u2069 again", None),
        ("the flag \U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f of Scotland", None),
        ("zero\u200b-width\u2060 and\ufeff soft\u00adhyphens\u2062", "zero-width and softhyphens"),
        ("wa\u200cter\u200dmarks\u200c\u200d in\u200d Latin", "watermarks in Latin"),
        ("no\u200e right\u200f-to-\u202aleft\u202c letter\u2066s\u2069 here\u061c", "no right-to-left letters here"),
        ("what \u202eis turned\u202c round", "what is turned round"),
        ("what \u202dis forced\u202c too: שלום", "what is forced\u202c too: שלום"),
    ],
)
def test_marks_that_nobody_sees_stay_where_a_script_needs_them(written: str, read: str | None) -> None:
    article = cleaned(page(f"{written}, as the baker said on Monday, and nobody believed a word of it at all.", *STORY))
    assert (read or written) in article.text
