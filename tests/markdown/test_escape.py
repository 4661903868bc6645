"""What means something in Markdown is escaped, and nothing else."""

from __future__ import annotations

import pytest

from cleaner.markdown.escape import code_span, destination, escaped, ticks


def written(text: str) -> str:
    return "".join(escaped(text, (0,)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 * 3", r"5 \* 3"),
        ("a_b_c", "a_b_c"),
        ("_a_ __init__", r"\_a\_ \_\_init\_\_"),
        ("[x](y)", r"\[x\](y)"),
        ("a|b ~x~ `c`", r"a\|b \~x\~ \`c\`"),
        ("C:\\x", r"C:\\x"),
        ("<b> 5 < 6 a<b", r"\<b> 5 < 6 a\<b"),
        ("AT&T &amp; &#42; & co", r"AT&T \&amp; \&#42; & co"),
    ],
)
def test_signs_are_escaped_where_they_would_be_markup(text: str, expected: str) -> None:
    assert written(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# x", r"\# x"),
        ("#x", "#x"),
        ("> x", r"\> x"),
        ("- x", r"\- x"),
        ("-5 degrees", "-5 degrees"),
        ("---", r"\---"),
        ("===", r"\==="),
        ("+ x", r"\+ x"),
        ("1. x", r"1\. x"),
        ("12) x", r"12\) x"),
        ("1.5 x", "1.5 x"),
        ("1234567890. x", "1234567890. x"),
        (":-:", r"\:-:"),
        ("  # x", r"  \# x"),
    ],
)
def test_lines_do_not_begin_as_blocks(text: str, expected: str) -> None:
    assert written(text) == expected
    assert "".join(escaped(f"x {text}", ())) == f"x {text}"


def test_code_stands_between_more_backticks_than_it_has() -> None:
    assert code_span("a") == "`a`"
    assert code_span("a`b") == "``a`b``"
    assert code_span("`a``") == "``` `a`` ```"
    assert ticks("a ```` b", 3) == "`````"
    assert ticks("a", 3) == "```"


def test_addresses_keep_to_their_brackets() -> None:
    assert destination("https://a.example/b c(d)<e>\\|") == "https://a.example/b%20c%28d%29%3Ce%3E%5C%7C"
    assert destination("https://a.example/?b=c&copy;=d&e") == "https://a.example/?b=c&amp;copy;=d&e"
    assert destination("mailto:a@b.example") == "mailto:a@b.example"


@pytest.mark.parametrize("address", ["javascript:x()", "JavaScript:x()", "data:text/html,x", "/relative", "", " "])
def test_what_is_no_address_is_no_destination(address: str) -> None:
    assert destination(address) is None
