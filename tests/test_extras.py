"""A missing extra is a sentence."""

from __future__ import annotations

import importlib
import sys

import pytest

from cleaner.extras import extra


def test_it_says_what_is_missing_and_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ImportError) as raised, extra("arrow", "A table"):
        importlib.import_module("pyarrow")
    assert str(raised.value) == (
        "A table needs pyarrow, which is not installed; install it with `pip install 'article-cleaner[arrow]'`."
    )
    assert raised.value.name == "pyarrow"


def test_other_errors_go_through() -> None:
    with pytest.raises(KeyError), extra("arrow", "A table"):
        raise KeyError
