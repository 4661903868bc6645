"""What a label means, and what bytes tell of their charset."""

from __future__ import annotations

import pytest

from cleaner.charsets import beyond_ascii, by_letters, choice, codec_of, sample_of

POLISH = "Władze miasta ogłosiły wczoraj, że szkoła będzie zamknięta do końca lata, a mieszkańcy żądają wyjaśnień."
FRENCH = "Le maire a annoncé hier soir que l'école resterait fermée jusqu'à la fin de l'été, a déclaré le délégué."
RUSSIAN = "Мэр города вчера сообщил, что школа будет закрыта до конца лета."


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("latin-1", "cp1252"),
        ("ISO-8859-1", "cp1252"),
        ("gb2312", "gb18030"),
        ("Shift_JIS", "cp932"),
        ("euc_kr", "cp949"),
        ("big5", "big5hkscs"),
        ("utf-16", None),
        ("hz-gb-2312", None),
        ("rot13", None),
        ("no-such-charset", None),
        ("", None),
    ],
)
def test_a_label_means_what_browsers_take_it_for(label: str, codec: str | None) -> None:
    assert codec_of(label) == codec


def test_the_sample_is_of_prose_and_not_of_markup() -> None:
    page = b"<p class=\xe9>" + b"x" * 50 + b"\xe9</p><script>" + b"\xff" * 10 + b"</script>"
    sample = sample_of(page)
    assert b"x\xe9" in sample
    assert b"class" not in sample


def test_letters_tell_a_language_that_is_not_western() -> None:
    assert by_letters(POLISH.encode("cp1250")) == "cp1250"
    assert by_letters(FRENCH.encode("cp1252")) is None


def test_letters_that_stand_alone_are_latin() -> None:
    assert "cp1251" in choice(RUSSIAN.encode("cp1251"))
    assert "cp1251" not in choice(FRENCH.encode("cp1252"))
    assert choice(b"caf\xe9") == ("cp1252",)


def test_letters_beyond_ascii_are_counted() -> None:
    assert beyond_ascii("abc") == 0
    assert beyond_ascii("añb") == 1
