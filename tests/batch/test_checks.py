"""A mistake is a sentence at the call, before anything is read or started."""

from __future__ import annotations

import functools
import pickle
import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from misdeeds import CLEANER
from processes import ROOT

from cleaner import Cleaner, Document, clean_many
from cleaner.batch import checks
from cleaner.batch.checks import freight
from cleaner.filters import DEFAULT, Drop, Page


@pytest.mark.parametrize(
    ("given", "error", "sentence"),
    [
        ({"documents": 5}, TypeError, "clean_many takes an iterable of Documents; 5 was given. Pass a list"),
        ({"documents": "<p>a</p>"}, TypeError, "clean_many takes an iterable of Documents; '<p>a</p>' was given."),
        ({"documents": Document("a")}, TypeError, "clean_many takes an iterable of Documents; Document("),
        ({"cleaner": "none"}, TypeError, "cleaner='none' is no Cleaner; pass one, as Cleaner("),
        ({"workers": "2"}, TypeError, "workers='2' is no int; give a number of processes"),
        ({"workers": True}, TypeError, "workers=True is no int"),
        ({"workers": -1}, ValueError, "workers=-1 is less than none; give 0 to clean in this process"),
        ({"timeout": "30"}, TypeError, "timeout='30' is no number; give seconds"),
        ({"timeout": 0}, ValueError, "timeout=0 is no time for a page; give seconds"),
        ({"timeout": float("inf")}, ValueError, "timeout=inf is no time for a page"),
        ({"timeout": float("nan")}, ValueError, "timeout=nan is no time for a page"),
        ({"max_memory": 1.5e9}, TypeError, "max_memory=1500000000.0 is no int; give a number of bytes"),
        ({"max_memory": 0}, ValueError, "max_memory=0 leaves none; give a number of bytes"),
        ({"max_memory": 10, "workers": 0}, ValueError, "max_memory=10 needs a worker process, and workers=0 has none"),
        ({"ordered": 1}, TypeError, "ordered=1 is neither True nor False"),
    ],
)
def test_arguments(given: dict[str, Any], error: type[Exception], sentence: str) -> None:
    with pytest.raises(error, match=re.escape(sentence)):
        clean_many(**({"documents": []} | given))


def test_memory_where_there_is_no_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "HELD", False)
    with pytest.raises(ValueError, match=r"max_memory=10 cannot be held on \w+, only on Linux; leave it out"):
        clean_many([], max_memory=10)


def test_nothing_is_read_at_the_call() -> None:
    def documents() -> Iterator[Document]:
        raise AssertionError("read too early")
        yield

    clean_many(documents())


def local() -> Any:
    def closure(page: Page) -> list[Drop]:
        return []

    return closure


class Stubborn:
    """Pickles, and does not come back."""

    def __call__(self, page: Page) -> list[Drop]:
        return []

    def __reduce__(self) -> Any:
        return int, ("no number",)


@pytest.mark.parametrize(
    "filter",
    [lambda page: [], local(), functools.partial(local()), Stubborn()],
    ids=["lambda", "closure", "partial", "odd"],
)
def test_a_filter_that_does_not_pickle_is_named(filter: Any) -> None:
    cleaner = Cleaner([*DEFAULT, ("mine", filter)])
    with pytest.raises(
        ValueError, match=r"^The filter 'mine', .*, does not pickle, .*; define filters with def .* workers=0\.$"
    ):
        clean_many([], cleaner=cleaner)


def test_one_from_a_prompt_has_no_place_to_be_found() -> None:
    code = """
from cleaner import Cleaner, clean_many
def mine(page): return []
try: clean_many([], cleaner=Cleaner([("mine", mine)]))
except ValueError as error: print(error)
print(list(clean_many([], cleaner=Cleaner([("mine", mine)]), workers=0)))
"""
    for arguments, given in ([sys.executable, "-c", code], None), ([sys.executable, "-"], code):
        run = subprocess.run(arguments, input=given, cwd=ROOT, capture_output=True, text=True, check=True)
        assert run.stdout == (
            "The filter 'mine' is defined at a prompt or in a notebook, where worker processes cannot find it; "
            "define it in a module, or pass workers=0.\n[]\n"
        )


def test_the_main_module_is_needed_only_for_what_is_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert freight(CLEANER) == (pickle.dumps(CLEANER, pickle.HIGHEST_PROTOCOL), False)

    def own(page: Page) -> list[Drop]:
        return []

    own.__module__, own.__qualname__ = "__main__", "own"
    monkeypatch.setattr(sys.modules["__main__"], "__file__", __file__, raising=False)
    monkeypatch.setattr(sys.modules["__main__"], "own", own, raising=False)
    assert freight(Cleaner([("own", own)])).main
