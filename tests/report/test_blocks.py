"""Blocks in page order."""

from __future__ import annotations

import pytest

from cleaner import Article, Removal, TextBlock
from cleaner.report import blocks as module
from cleaner.report.blocks import LONGEST, runs


def kept(index: int, text: str = "kept", score: float | None = None) -> TextBlock:
    return TextBlock(index=index, kind="paragraph", text=text, score=score)


def gone(index: int, reason: str = "in a nav", score: float | None = None) -> Removal:
    return Removal(index=index, filter="navigation", reason=reason, text="gone", kind="other", score=score)


def test_runs_share_filter_and_reason() -> None:
    found = runs(Article(blocks=(kept(2), kept(3)), removed=(gone(0), gone(1), gone(4), gone(5, "in a footer"))))
    assert [(run.filter, run.reason, [block.index for block in run.blocks]) for run in found] == [
        ("navigation", "in a nav", [0, 1]),
        (None, "", [2, 3]),
        ("navigation", "in a nav", [4]),
        ("navigation", "in a footer", [5]),
    ]


@pytest.mark.parametrize(("score", "near"), [(0.9, False), (0.6, True), (0.3, True), (None, False)])
def test_a_near_miss_of_a_kept_block(score: float | None, near: bool) -> None:
    [run] = runs(Article(blocks=(kept(0, score=score),)))
    assert run.blocks[0].near is near


@pytest.mark.parametrize(("score", "near"), [(0.1, False), (0.4, True), (0.8, True), (None, False)])
def test_a_near_miss_of_a_removed_block(score: float | None, near: bool) -> None:
    [run] = runs(Article(removed=(gone(0, score=score),)))
    assert run.blocks[0].near is near


def test_long_texts_are_cut() -> None:
    table = TextBlock(index=0, kind="table", text="x" * (LONGEST + 7), rows=(("x" * (LONGEST + 7),),))
    [run] = runs(Article(blocks=(table,)))
    [block] = run.blocks
    assert (len(block.text), block.left_out, block.rows) == (LONGEST, 7, None)


def test_many_blocks_are_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 3)
    [run] = runs(Article(blocks=tuple(map(kept, range(5)))))
    assert len(run.blocks) == 3
