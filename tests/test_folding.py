"""White space and unseen characters."""

from __future__ import annotations

import time

import pytest

from cleaner.folding import fold, fold_code


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  a \n\t b  ", "a b"),
        ("a\u00a0b\u2003c", "a b c"),
        ("soft\u00adhyphen zero\u200bwidth", "softhyphen zerowidth"),
        ("a \u200b b", "a b"),
        ("\ufeffa\x00\x07", "a"),
        ("\u200b \u00ad", ""),
        ("نمی\u200cخواهم", "نمی\u200cخواهم"),
        ("👩\u200d🚀 \u200fא", "👩\u200d🚀 \u200fא"),
        ("\uf101 Read\ue8b6on\U000f0142", "Read on"),
        ("\ue000", ""),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("don\u00e2\u0080\u0099t", "don\u00e2\u20ac\u2122t"),  # encoded twice: stays so, as a browser shows it
        ("\u0093Don\u0092t\u0094 \u0095 x", "\u201cDon\u2019t\u201d \u2022 x"),
        ("\u00e2\u0080 a\u0081b", "\u00e2\u20ac ab"),
        ("\u00e0 la \u00c2\u00a9", "\u00e0 la \u00c2\u00a9"),
    ],
)
def test_fold_reads_c1_controls_as_windows_1252(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold_code(text) == folded


def test_fold_code_keeps_what_code_needs() -> None:
    assert fold_code("\n\n  a:\n\tb  \n\n   c\u200b\n \n") == "  a:\n\tb\n\n   c"
    assert fold_code(" \n\t\n") == ""


def test_many_empty_lines_take_linear_time() -> None:
    begun = time.process_time()
    assert fold_code("\n" * 400_000 + "x" + "\n" * 400_000) == "x"
    assert time.process_time() - begun < 3
