"""Small pages of one trap each, kept as data in `cases/*.json`: what goes, by which filter, and what must stay.

A case has a `label`, a `comment` that says what the trap is, the page as `html` (or as `text` for plain text),
perhaps its `url`, the `body` as the exact texts of its blocks, and `removed`: by filter, substrings of the removals
that the ledger must show. `xfail` holds the reason where a case is known not to work yet; it is strict.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cleaner import Article, clean, clean_text
from cleaner.filters import DEFAULT

CASES = Path(__file__).parent / "cases"


def _load() -> list[Any]:
    cases = []
    for path in sorted(CASES.glob("*.json")):
        for case in json.loads(path.read_text(encoding="utf-8")):
            marks = [pytest.mark.xfail(reason=case["xfail"], strict=True)] if "xfail" in case else []
            cases.append(pytest.param(case, id=f"{path.stem}: {case['label']}", marks=marks))
    return cases


def _clean(case: dict[str, Any]) -> Article:
    if "text" in case:
        return clean_text(case["text"], url=case.get("url"))
    return clean(case["html"], url=case.get("url"))


def _ledger(article: Article) -> str:
    return "\n".join(f"  {removal.filter} ({removal.reason}): {removal.text[:100]}" for removal in article.removed)


@pytest.mark.parametrize("case", _load())
def test_case(case: dict[str, Any]) -> None:
    article = _clean(case)
    trap = f"{case['comment']}\nThe ledger says:\n{_ledger(article)}"
    assert [block.text for block in article.blocks] == case["body"], trap
    for name, parts in case["removed"].items():
        texts = [removal.text for removal in article.removed if name in (removal.filter, "*")]
        for part in parts:
            assert any(part in text for text in texts), f"{name} did not remove {part!r}: {trap}"


def test_labels_are_unique_and_filters_known() -> None:
    cases = [parameter.values[0] for parameter in _load()]
    labels = [case["label"] for case in cases]
    assert len(labels) == len(set(labels))
    assert {name for case in cases for name in case["removed"]} <= {"*", *(name for name, _ in DEFAULT)}
