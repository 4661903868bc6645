"""Folders of pages with truth, in both of their layouts."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from by_hand import STORY

from cleaner.model import KINDS

pytest.importorskip("tld", reason="training needs the extra [train]")

from cleaner.model.train.pages import RULES, read

HTML = f"<title>Ferry</title><nav><a href=/>Home</a></nav><article>{''.join(f'<p>{text}' for text in STORY)}</article>"
URL = "https://news.harbour.example.co.uk/ferry"
TRUE = "\n".join(STORY)


def ours(folder: Path, *truths: dict[str, Any], html: str = HTML) -> Path:
    """A folder of the first form."""
    lines = [json.dumps({"kind": "article", "url": URL, "body": TRUE} | truth) for truth in truths]
    (folder / "truth.jsonl").write_text("\n".join(lines), "utf-8")
    for truth in truths:
        (folder / f"{truth['id']}.html").write_text(html, "utf-8")
    return folder


def wcxb(folder: Path, kind: str = "forum", body: str | None = TRUE) -> Path:
    (folder / "ground-truth").mkdir()
    (folder / "html").mkdir()
    truth = {"url": URL, "_internal": {"page_type": {"primary": kind}}, "ground_truth": {"main_content": body}}
    for name in ("0002", "0001"):
        (folder / "ground-truth" / f"{name}.json").write_text(json.dumps(truth), "utf-8")
        (folder / "html" / f"{name}.html.gz").write_bytes(gzip.compress(HTML.encode()))
    return folder


def test_a_line_a_page(tmp_path: Path) -> None:
    [page, other] = read(ours(tmp_path, {"id": "b", "optional": ["More."]}, {"id": "a", "kind": "service"}))
    assert (page.id, KINDS[page.kind], page.body, page.optional) == ("b", "article", TRUE, ("More.",))
    assert (other.id, KINDS[other.kind], other.optional) == ("a", "service", ())
    assert page.page.url == URL
    assert page.html == HTML


def test_the_layout_of_wcxb(tmp_path: Path) -> None:
    pages = list(read(wcxb(tmp_path)))
    assert [page.id for page in pages] == ["0001", "0002"]
    assert {KINDS[page.kind] for page in pages} == {"forum"}
    assert pages[0].body == TRUE
    assert [block.text for block in pages[0].page.blocks] == list(STORY)


def test_the_page_is_as_rules_left_it_to_the_model(tmp_path: Path) -> None:
    [example] = read(ours(tmp_path, {"id": "a"}))
    assert example.page.removed == {0: "navigation"}
    assert len(example.page.original) == 7
    assert "boilerplate" not in dict(RULES)


def test_pages_of_a_registered_domain_belong_together(tmp_path: Path) -> None:
    urls = ("https://a.harbour.co.uk/1", "http://b.c.harbour.co.uk/", "https://other.co.uk", None, "", "no address")
    found = read(ours(tmp_path, *({"id": f"p{n}", "url": url} for n, url in enumerate(urls))))
    assert [page.domain for page in found] == ["harbour.co.uk", "harbour.co.uk", "other.co.uk", "p3", "p4", "p5"]


def test_a_page_may_be_zipped(tmp_path: Path) -> None:
    ours(tmp_path, {"id": "a"})
    (tmp_path / "a.html").unlink()
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(HTML.encode()))
    assert [page.id for page in read(tmp_path)] == ["a"]


def test_without_a_body_a_file_or_a_block_there_is_nothing_to_learn(tmp_path: Path) -> None:
    ours(tmp_path, {"id": "a", "body": None}, {"id": "b"}, {"id": "c"}, {"id": "d", "body": ""})
    (tmp_path / "b.html").unlink()
    (tmp_path / "c.html").write_text("<script>1</script>", "utf-8")
    assert [page.id for page in read(tmp_path)] == ["d"]


def test_an_unknown_kind_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"Page a in .* is of the kind 'blog'; known are .*'forum'"):
        list(read(ours(tmp_path, {"id": "a", "kind": "blog"})))


def test_a_folder_without_truth_is_an_error_that_says_where_to_look(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"neither truth\.jsonl \(a line a page: id, .* nor ground-truth/"):
        list(read(tmp_path))
