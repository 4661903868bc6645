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
def texts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts of a page: as a terminal shows it, dense, a line a block, wrapped."""
    seen: list[str] = []

    def spied(text: str, url: str | None) -> Page:
        seen.append(text)
        return read_text(text, url=url)

    monkeypatch.setattr(module, "read_text", spied)
    list(rendered(example("a")))
    return seen


def test_every_page_is_there_in_four_forms_with_its_truth() -> None:
    forms = list(rendered(example("a")))
    for form in forms:
        assert form.page.plain
        assert (form.id, form.body, form.kind) == ("a", STORY[0], 0)
    address = "https://harbour.example/"
    assert [form.page.url for form in forms] == [None, None, address, address]


def test_a_terminal_has_blank_lines_or_none(texts: list[str]) -> None:
    shown, dense, _, _ = texts
    assert "\n\n" in shown.strip()
    assert "\n\n" not in dense.strip()
    assert shown.split() == dense.split()


def test_a_line_a_block_or_lines_of_76_columns(texts: list[str]) -> None:
    _, _, lines, wrapped = texts
    assert lines == "\n".join(["Ferry", *STORY])
    assert max(map(len, wrapped.splitlines())) <= 76
    assert [" ".join(part.split()) for part in wrapped.split("\n\n")] == ["Ferry", *STORY]


def test_what_a_reader_cannot_see_is_in_no_form(texts: list[str]) -> None:
    assert len(texts) == 4
    assert not any("Not seen" in text for text in texts)


def test_rules_have_looked_at_the_text() -> None:
    html = f"<article>{''.join(f'<p>{text}</p>' for text in STORY)}<p>© 2024 The Harbour Post</p></article>"
    for form in rendered(example("a", html)):
        assert form.page.removed == {6: "copyright"}


def test_a_page_that_is_empty_as_text_has_no_forms() -> None:
    hidden = page(box("div", Line("Not seen", hidden="style")))
    assert list(rendered(example("a", GONE)._replace(page=hidden))) == []
