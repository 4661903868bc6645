"""Every case is made here: text encoded in the test, and what must come back."""

from __future__ import annotations

import gzip
import io
import subprocess
import sys
import tarfile
import time
import zipfile

import pytest
from hypothesis import given as given_any
from hypothesis import strategies as st

from cleaner.decode import decode, decode_text
from cleaner.errors import NotHTMLError, PageTooLargeError

LIMIT = 50_000_000

FRENCH = (
    "Le maire de la ville a annoncé hier soir que l'école du quartier resterait fermée jusqu'à la fin de l'été. "
    "« Les travaux ont commencé », a-t-il déclaré devant les élèves."
)
POLISH = (
    "Władze miasta ogłosiły wczoraj, że szkoła będzie zamknięta do końca lata. "
    "Mieszkańcy są zaskoczeni tą decyzją i żądają wyjaśnień od burmistrza."
)
RUSSIAN = "Мэр города вчера сообщил, что школа будет закрыта до конца лета. Ученики будут ездить в соседнюю деревню."
GREEK = "Ο δήμαρχος της πόλης ανακοίνωσε χθες ότι το σχολείο θα παραμείνει κλειστό μέχρι το τέλος του καλοκαιριού."
TURKISH = (
    "Belediye başkanı dün okulun yaz sonuna kadar kapalı kalacağını açıkladı. Öğrenciler komşu köye gidecek, dedi."
)
HEBREW = "ראש העיר הודיע אתמול כי בית הספר יישאר סגור עד סוף הקיץ. התלמידים ייסעו לכפר השכן, אמרה המנהלת."
ARABIC = "أعلن رئيس البلدية أمس أن المدرسة ستبقى مغلقة حتى نهاية الصيف. وقالت المديرة إن التلاميذ سيذهبون بعيدا."
THAI = "นายกเทศมนตรีประกาศเมื่อวานนี้ว่าโรงเรียนจะปิดจนถึงสิ้นฤดูร้อน นักเรียนจะเดินทางไปหมู่บ้านใกล้เคียง"
JAPANESE = (
    "市長は昨日、学校を夏の終わりまで閉鎖すると発表した。生徒たちは隣の村へ通うことになる、と校長は取材に語った。"
)
CHINESE = "市长昨天宣布，学校将一直关闭到夏天结束。校长对记者说，学生们每天要到邻村去上课，家长们感到很意外。"
TRADITIONAL = "市長昨天宣布，學校將一直關閉到夏天結束。校長對記者說，學生們每天要到鄰村去上課，家長們感到很意外。"
KOREAN = "시장은 어제 학교가 여름이 끝날 때까지 문을 닫는다고 발표했다. 학생들은 이웃 마을로 통학하게 된다고 말했다."

# text, Python's codec, the label a page would use
LEGACY = [
    (FRENCH, "cp1252", "iso-8859-1"),
    (POLISH, "cp1250", "windows-1250"),
    (RUSSIAN, "cp1251", "windows-1251"),
    (RUSSIAN, "koi8-r", "koi8-r"),
    (RUSSIAN, "cp866", "ibm866"),
    (GREEK, "cp1253", "windows-1253"),
    (TURKISH, "cp1254", "iso-8859-9"),
    (HEBREW, "cp1255", "windows-1255"),
    (ARABIC, "cp1256", "windows-1256"),
    (THAI, "cp874", "tis-620"),
    (JAPANESE, "cp932", "shift_jis"),
    (JAPANESE, "euc_jp", "euc-jp"),
    (CHINESE, "gb18030", "gb2312"),
    (TRADITIONAL, "big5hkscs", "big5"),
    (KOREAN, "cp949", "euc-kr"),
]


each_legacy = pytest.mark.parametrize(("text", "codec", "label"), LEGACY, ids=[label for _, _, label in LEGACY])


def page(text: str, head: str = "") -> str:
    return f'<html><head>{head}</head><body><div class="a b"><p>{text}</p></div></body></html>'


def read(raw: str | bytes | bytearray, charset: str | None = None) -> str:
    text, warnings = decode(raw, charset, LIMIT)
    assert warnings == ()
    return text


# ------------------------------------------------------------------ what is taken


@pytest.mark.parametrize("given", [None, 3, ["<p>"], memoryview(b"<p>"), io.BytesIO(b"<p>")])
def test_another_type_is_a_type_error_that_names_it(given: object) -> None:
    with pytest.raises(TypeError, match=f"not {type(given).__name__}; read"):
        decode(given, None, LIMIT)  # type: ignore[arg-type]  # the point of the test


def test_a_charset_that_is_no_str_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="charset must be a str or None, not bytes"):
        decode(b"<p>", b"utf-8", LIMIT)  # type: ignore[arg-type]  # the point of the test


@pytest.mark.parametrize("empty", ["", b"", bytearray(), "\ufeff", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_page_is_a_page(empty: str | bytes | bytearray) -> None:
    assert read(empty) == ""


def test_a_bytearray_reads_as_its_bytes() -> None:
    assert read(bytearray(page(FRENCH).encode())) == page(FRENCH)


@pytest.mark.parametrize(
    ("html", "size"),
    [(b"<p>12345", 8), (bytearray(b"<p>12345"), 8), ("<p>12345", 8), ("<p>éé1", 8), ("<p>\ud800éx", 9)],
)
def test_the_limit_counts_utf8_bytes(html: str | bytes | bytearray, size: int) -> None:
    decode(html, None, size)
    with pytest.raises(PageTooLargeError) as caught:
        decode(html, None, size - 1)
    assert (caught.value.size, caught.value.limit) == (size, size - 1)


def test_a_long_str_is_measured_in_pieces() -> None:
    text = "é" * 1_500_000
    with pytest.raises(PageTooLargeError) as caught:
        decode(text, None, 2_000_000)
    assert caught.value.size == 3_000_000


# ------------------------------------------------------------------ what is no page


def zipped() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "<p>x</p>")
    return buffer.getvalue()


def tarred() -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("page.html"), io.BytesIO())
    return buffer.getvalue()


OTHER_KINDS = [
    ("PDF", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"),
    ("PDF", b"\r\n%PDF-1.4\r\n"),
    ("PDF", b"%PDF-1.4%\xe2\xe3"),
    ("PDF", b"%PDF-"),
    ("rich text", b"{\\rtf1\\ansi Hello}"),
    ("PNG", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
    ("JPEG", b"\xff\xd8\xff\xe0\0\x10JFIF\0"),
    ("GIF", b"GIF89a\x80\x02\xe0\x01\xf7\0\0"),
    ("WebP", b"RIFF\x24\0\0\0WEBPVP8 "),
    ("TIFF", b"II*\0\x08\0\0\0"),
    ("ZIP", zipped()),
    ("gzip", gzip.compress(b"<p>page</p>", mtime=0)),
    ("7-Zip", b"7z\xbc\xaf\x27\x1c\0\4"),
    ("RAR", b"Rar!\x1a\x07\x01\0"),
    ("bzip2", b"BZh91AY&SY"),
    ("xz", b"\xfd7zXZ\0\0\4"),
    ("Zstandard", b"\x28\xb5\x2f\xfd\4\0"),
    ("tar", tarred()),
    ("office", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)),
    ("ELF", b"\x7fELF\2\1\1"),
    ("Windows executable", b"MZ\x90\0\3\0\0\0\4\0\0\0\xff\xff\0\0"),
    ("MP3", b"ID3\4\0\0\0\0\0\x23TSSE"),
    ("MP3", b"\xff\xfb\x90\x64\0\0\0\0"),
    ("MP4", b"\0\0\0\x20ftypisom"),
    ("AVIF", b"\0\0\0\x20ftypavif"),
    ("HEIF", b"\0\0\0\x20ftypheic"),
    ("Ogg", b"OggS\0\2\0\0"),
    ("web font", b"wOF2\0\1\0\0"),
    ("web font", b"wOFFOTTO"),
    ("SQLite", b"SQLite format 3\0\x10\0"),
    ("WebAssembly", b"\0asm\1\0\0\0"),
    ("binary", bytes(range(256)) * 4),
    ("binary", bytes(5000)),
]


@pytest.mark.parametrize(("kind", "raw"), OTHER_KINDS)
def test_other_kinds_are_named(kind: str, raw: bytes) -> None:
    for given in (raw, bytearray(raw), raw.decode("latin-1")):
        with pytest.raises(NotHTMLError) as caught:
            decode(given, "utf-8", LIMIT)
        assert kind in caught.value.kind


def test_text_may_hold_any_control_characters_but_not_begin_as_another_kind() -> None:
    text = "\x01\x02\x03One\x08\x08\x08 line\x0e\x0f\x10\x11 of a terminal's log"
    with pytest.raises(NotHTMLError, match="binary file"):
        decode(text, None, LIMIT)
    assert decode_text(text, LIMIT) == (text, ())
    with pytest.raises(NotHTMLError, match="PDF"):
        decode_text("%PDF-1.7\n1 0 obj", LIMIT)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "gzip", "PDF", "ZIP"])
def test_other_kinds_are_named_in_a_str_decoded_with_replacements(kind: str) -> None:
    raw = next(raw for name, raw in OTHER_KINDS if name == kind)
    with pytest.raises(NotHTMLError, match=kind):
        decode(raw.decode("utf-8", "replace"), None, LIMIT)


@pytest.mark.parametrize(
    "text",
    [
        "Just a line of text.",
        '{"title": "A story", "body": [1, 2]}',
        '<?xml version="1.0"?><rss version="2.0"><channel/></rss>',
        "PDF-1.4 is an old version of the format, and %PDF-1.4 is how its files begin.",
        "GIF89a is a format for images; PK, MZ and BM are two letters each.",
        "BMW and Mazda built cars. MZ built motorcycles, BM did not.",
        "PK fire is what the player shouts. RIFF and ID3 are names too.",
        "Rar! said the lion. OggS, OTTO, wOFF: names.",
        "\x1b[31mred\x1b[0m text of a terminal",
        "page one\x0cpage two, after a form feed",
        "<p>a stray \0 zero and \x01\x02\x03\x04\x05\x06\x07\x08\x0e controls</p>",
        "if a < b: print('</p>')",
    ],
)
def test_text_of_any_sort_is_text(text: str) -> None:
    assert read(text) == text
    assert read(text.encode()) == text


# ------------------------------------------------------------------ Unicode


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
        (b"\xff\xfe\0\0", "utf-32-le"),
        (b"\0\0\xfe\xff", "utf-32-be"),
    ],
)
@pytest.mark.parametrize("text", [page(FRENCH), page(CHINESE), CHINESE, page("😀 text")])
def test_a_byte_order_mark_decides(mark: bytes, codec: str, text: str) -> None:
    text = text.replace("<head>", "<head><meta charset=windows-1251>")
    assert read(mark + text.encode(codec), "shift_jis") == text


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [page(FRENCH), page(CHINESE), "\n <p>x", "Plain words of English."])
def test_utf16_without_a_mark(codec: str, text: str) -> None:
    assert read(text.encode(codec)) == text


def test_a_half_character_at_the_end_of_utf16_is_replaced() -> None:
    text, warnings = decode(b"\xff\xfe" + page(CHINESE).encode("utf-16-le") + b"<", None, LIMIT)
    assert text == page(CHINESE) + "\ufffd"
    assert warnings == ("replaced_bytes",)


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1251", "shift_jis", "gb2312", "utf-16", "nonsense"])
@pytest.mark.parametrize("text", [FRENCH, RUSSIAN, CHINESE, "plain ASCII"])
def test_valid_utf8_is_utf8_whatever_is_declared(declared: str, text: str) -> None:
    html = page(text, f'<meta charset="{declared}">')
    assert read(html.encode(), declared) == html


def test_one_bad_byte_in_good_utf8_costs_that_byte() -> None:
    for declared in (None, "utf-8", "windows-1252"):
        before, after = page(FRENCH).encode(), page(RUSSIAN).encode()
        text, warnings = decode(before + b"\xff" + after, declared, LIMIT)
        assert text == page(FRENCH) + "\ufffd" + page(RUSSIAN)
        assert warnings == ("replaced_bytes",)


def test_utf8_cut_in_the_middle_of_a_character() -> None:
    text, warnings = decode(CHINESE.encode()[:-1], None, LIMIT)
    assert text == CHINESE[:-1] + "\ufffd"
    assert warnings == ("replaced_bytes",)


def test_replacement_characters_of_the_page_itself_are_no_damage() -> None:
    html = page("\ufffd" * 50 + CHINESE)
    assert read(html.encode()) == html
    assert decode(html.encode() + b"\xff", None, LIMIT) == (html + "\ufffd", ("replaced_bytes",))


def test_a_utf8_label_on_windows_1252_bytes_gives_way() -> None:
    html = page(FRENCH, "<meta charset=utf-8>")
    assert read(html.encode("cp1252"), "utf-8") == html
    assert read(b"\xef\xbb\xbf" + html.encode("cp1252")) == html


def test_double_encoded_text_is_left_as_it_is() -> None:
    twice = page(FRENCH).encode().decode("latin-1")
    assert read(twice.encode()) == twice
    assert read(twice) == twice


# ------------------------------------------------------------------ declared charsets


@each_legacy
def test_the_http_charset(text: str, codec: str, label: str) -> None:
    for name in (label, label.upper(), f' "{label}" ', f"text/html; charset={label}"):
        assert read(page(text).encode(codec), name) == page(text)


@each_legacy
@pytest.mark.parametrize(
    "declaration",
    [
        '<meta charset="%s">',
        "<META CHARSET=%s/>",
        "<meta http-equiv='Content-Type' content='text/html; charset=%s'>",
        '<meta content="text/html;charset = %s" http-equiv=content-type>',
        "<!-- <meta charset=utf-16> --><meta charset='%s'>",
        "<title>charset=koi8-r</title><meta charset='%s'>",
        "<!--" + "x" * 6000 + "--><meta charset='%s'>",
    ],
)
def test_the_declared_charset(text: str, codec: str, label: str, declaration: str) -> None:
    html = page(text, declaration % label)
    assert read(html.encode(codec)) == html


@pytest.mark.parametrize("quote", ["'", '"'])
def test_the_xml_declaration(quote: str) -> None:
    html = f"<?xml version='1.0' encoding={quote}windows-1251{quote}?>" + page(RUSSIAN)
    assert read(html.encode("cp1251")) == html


def test_http_comes_before_meta() -> None:
    html = page("Ð short ð", "<meta charset=iso-8859-2>")
    assert read(html.encode("cp1252"), "iso-8859-1") == html


@pytest.mark.parametrize("label", ["latin-1", "latin1", "iso-8859-1", "us-ascii", "x-user-defined"])
def test_labels_mean_what_browsers_take_them_for(label: str) -> None:
    html = page("“Curly” quotes – and a € sign… ’tis fine")
    assert read(html.encode("cp1252"), label) == html


@each_legacy
@pytest.mark.parametrize(
    "wrong",
    ["rot13", "zip", "hex", "idna", "punycode", "unicode_escape", "utf-7", "undefined", "é", "\ud800", "", "none"],
)
def test_what_is_no_charset_is_ignored(text: str, codec: str, label: str, wrong: str) -> None:
    html = page(text, f"<meta charset={label}>")
    assert read(html.encode(codec), wrong) == html


def test_short_words_keep_the_declared_charset() -> None:
    for text, codec, label in [
        ("Ж", "cp1251", "windows-1251"),
        ("東京", "cp932", "sjis"),
        ("łąka", "cp1250", "cp1250"),
    ]:
        assert read(page(text).encode(codec), label) == page(text)


def test_a_damaged_character_keeps_the_declared_charset() -> None:
    raw = page(CHINESE).encode("gb18030").replace("结".encode("gb18030"), b"\xff")
    assert decode(raw, "gbk", LIMIT) == (page(CHINESE.replace("结", "\ufffd")), ("replaced_bytes",))


# ------------------------------------------------------------------ detection


@each_legacy
def test_without_a_declaration(text: str, codec: str, label: str) -> None:
    assert read(page(text).encode(codec)) == page(text)
    assert read(text.encode(codec)) == text


@pytest.mark.parametrize(
    ("lang", "text", "codec"),
    [
        ("he", "היום ירד גשם", "cp1255"),
        ("HE-il", "היום ירד גשם", "cp1255"),
        ("th-TH", "วันนี้ฝนตก", "cp874"),
        ("el", "Σήμερα έβρεξε", "iso8859-7"),
        ("cs", "Řeky stouply", "cp1250"),
        ("lt", "Šiandien lijo", "cp1257"),
    ],
)
def test_a_few_words_without_a_declaration_are_in_the_charset_of_their_language(
    lang: str, text: str, codec: str
) -> None:
    html = f'<html dir="auto" lang="{lang}"><p>{text}</p>'
    assert read(html.encode(codec)) == html
    assert read(html.replace(lang, "en").encode(codec)) != html  # which nothing but the language tells


def test_a_declared_charset_and_the_bytes_come_before_the_language() -> None:
    html = f'<html lang="he"><p>{RUSSIAN}</p>'
    assert read(html.encode("cp1251")) == html
    assert read(html.encode("koi8-r"), "koi8-r") == html
    assert read('<html lang="he"><p>Ж'.encode("cp1251"), "windows-1251") == '<html lang="he"><p>Ж'


@each_legacy
@pytest.mark.parametrize("wrong", ["utf-8", "iso-8859-1", "euc-kr", "big5"])
def test_under_a_wrong_label(text: str, codec: str, label: str, wrong: str) -> None:
    if wrong == "iso-8859-1" and codec in ("cp1250", "cp1254"):
        pytest.skip("one paragraph is too little to tell two Latin alphabets apart")
    html = page(text, f"<meta charset={wrong}>")
    assert read(html.encode(codec), wrong) == html


def test_style_and_script_do_not_drown_the_text() -> None:
    html = page(RUSSIAN, f"<style>{'p{margin:0;color:red}' * 5000}</style><script>{'var a=1;' * 5000}</script>")
    assert read(html.encode("cp1251")) == html


def test_one_lone_letter_is_western() -> None:
    assert read(b"<p>caf\xe9</p>") == "<p>café</p>"
    assert read(b"\xa9 2010") == "© 2010"


def test_bytes_that_fit_no_charset_are_replaced() -> None:
    text, warnings = decode(b"<p>a \x81 b</p>", None, LIMIT)
    assert text.startswith("<p>a ")
    assert text.endswith(" b</p>")
    assert warnings in ((), ("replaced_bytes",))


def test_detection_does_not_depend_on_what_came_before() -> None:
    pages = [page(text).encode(codec) for text, codec, _ in LEGACY]
    forth = [decode(raw, None, LIMIT) for raw in pages]
    back = [decode(raw, None, LIMIT) for raw in reversed(pages)]
    assert forth == back[::-1]


# ------------------------------------------------------------------ iso-2022-jp


@pytest.mark.parametrize("declared", [None, "iso-2022-jp", "utf-8", "utf-7"])
def test_escape_sequences_are_iso_2022_jp(declared: str | None) -> None:
    html = page(JAPANESE)
    raw = html.encode("iso2022_jp")
    assert raw.isascii()
    assert read(raw, declared) == html


def test_ascii_under_an_escape_charset_is_ascii() -> None:
    assert read(b"<p>+AGE- ~{a~} plain</p>", "iso-2022-jp") == "<p>+AGE- ~{a~} plain</p>"
    assert read(b"<p>+AGE- ~{a~} plain</p>", "utf-7") == "<p>+AGE- ~{a~} plain</p>"


# ------------------------------------------------------------------ str


def test_a_str_is_taken_as_it_is() -> None:
    html = page(RUSSIAN, "<meta charset=shift_jis>")
    assert read(html, "iso-8859-1") == html
    assert read("\ufeff" + html) == html


@pytest.mark.parametrize("given", ["https://keepers.example/walkout?page=2", "\n HTTP://keepers.example\n"])
def test_an_address_in_place_of_a_page_is_warned_of(given: str) -> None:
    assert decode(given, None, LIMIT) == (given, ("only_an_address",))
    assert decode(f"<p>{given}</p>", None, LIMIT)[1] == ()
    assert decode(f"{given} has more", None, LIMIT)[1] == ()
    assert decode(given.encode(), None, LIMIT)[1] == ()  # bytes come from where pages come from


def test_surrogates_in_a_str() -> None:
    assert decode("a\ud800b\udc00c", None, LIMIT) == ("a\ufffdb\ufffdc", ("replaced_bytes",))
    assert decode("pair \ud83d\ude00, lone \ud83d", None, LIMIT) == ("pair 😀, lone \ufffd", ("replaced_bytes",))


# ------------------------------------------------------------------ whatever comes


@given_any(
    st.binary(max_size=400) | st.text(max_size=200), st.none() | st.sampled_from(["utf-8", "gbk", "sjis", "utf-16"])
)
def test_the_text_can_be_encoded_and_comes_twice_the_same(html: bytes | str, charset: str | None) -> None:
    try:
        text, warnings = decode(html, charset, LIMIT)
    except NotHTMLError:
        return
    text.encode("utf-8")
    assert (text, warnings) == decode(html, charset, LIMIT)
    assert set(warnings) <= {"replaced_bytes"}


@given_any(st.text(st.characters(exclude_characters="\0")))  # which every other byte of UTF-16 is
def test_any_text_survives_utf8(text: str) -> None:
    try:
        assert read(text.encode("utf-8", "ignore")) == text.encode("utf-8", "ignore").decode().lstrip("\ufeff")
    except NotHTMLError:
        assert any(ord(character) < 32 for character in text)


@pytest.mark.parametrize("unit", [b"<meta ", b"<!--", b"<p>\xe9</p>", b"\xe9 ", b"\x82\xa0", b"<", b"\xef\xbf\xbd\xff"])
def test_time_is_linear_in_size(unit: bytes) -> None:
    start = time.process_time()
    decode(unit * (2_000_000 // len(unit)) + b"\xff", None, LIMIT)
    assert time.process_time() - start < 3


@pytest.mark.parametrize(("page", "loaded"), [(FRENCH.encode(), False), (FRENCH.encode("cp1252"), True)])
def test_only_a_page_that_is_not_utf8_loads_what_detects_charsets(page: bytes, loaded: bool) -> None:
    code = f"import sys; from cleaner.decode import decode; decode({page!r}, None, {LIMIT}); "
    code += "print('charset_normalizer' in sys.modules)"
    shown = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=60).stdout
    assert shown == f"{loaded}\n"
