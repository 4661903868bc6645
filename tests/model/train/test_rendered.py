"""Pages as text without markup, in four forms."""

from __future__ import annotations

import pytest
from by_hand import STORY, Line, box, page

from cleaner.block import Page
from cleaner.parse import parse

pytest.importorskip("tld", reason="training needs the extra [train]")

from cleaner.model.train import rendered as module
from cleaner.model.train.pages import Example
from cleaner.model.train.rendered import rendered
from cleaner.plaintext import read_text

GONE = '<p style="display: none">Not seen</p>'
HTML = f"<article><h1>Ferry</h1>{''.join(f'<p>{text}</p>' for text in STORY)}</article>{GONE}"


def example(name: str, html: str = HTML) -> Example:
    return Example(name, 0, "harbour.example", html, parse(html, url="https://harbour.example/"), STORY[0], ())


@pytest.fixture
def texts(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """The texts of a page by its name."""
    seen: list[str] = []

    def spied(text: str, url: str | None) -> Page:
        seen.append(text)
        return read_text(text, url=url)

    monkeypatch.setattr(module, "read_text", spied)
    found = {}
    for name in "abcd":
        list(rendered(example(name)))
        found[name] = seen[-2:]
    return found


@pytest.mark.parametrize("name", ["a", "b", "c", "d"])
def test_every_page_is_there_in_two_forms_with_its_truth(name: str) -> None:
    forms = list(rendered(example(name)))
    assert len(forms) == 2
    for form in forms:
        assert form.page.plain
        assert (form.id, form.body, form.kind) == (name, STORY[0], 0)
    assert [form.page.url for form in forms] == [None, "https://harbour.example/"]


def test_a_terminal_has_blank_lines_or_none(texts: dict[str, list[str]]) -> None:
    assert texts["b"][0] == texts["d"][0]
    assert texts["a"][0] == texts["c"][0]
    assert "\n\n" in texts["b"][0].strip()
    assert "\n\n" not in texts["a"][0].strip()
    assert texts["a"][0].split() == texts["b"][0].split()


def test_a_line_a_block_or_lines_of_76_columns(texts: dict[str, list[str]]) -> None:
    assert texts["a"][1] == texts["d"][1] == "\n".join(["Ferry", *STORY])
    assert texts["b"][1] == texts["c"][1]
    assert max(map(len, texts["b"][1].splitlines())) <= 76
    assert [" ".join(part.split()) for part in texts["b"][1].split("\n\n")] == ["Ferry", *STORY]


def test_what_a_reader_cannot_see_is_in_no_form(texts: dict[str, list[str]]) -> None:
    assert not any("Not seen" in text for pair in texts.values() for text in pair)


def test_rules_have_looked_at_the_text() -> None:
    html = f"<article>{''.join(f'<p>{text}</p>' for text in STORY)}<p>© 2024 The Harbour Post</p></article>"
    for form in rendered(example("a", html)):
        assert form.page.removed == {6: "copyright"}


def test_a_page_that_is_empty_as_text_has_no_forms() -> None:
    hidden = page(box("div", Line("Not seen", hidden="style")))
    assert list(rendered(example("a", GONE)._replace(page=hidden))) == []
