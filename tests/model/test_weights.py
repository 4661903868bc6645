"""A file of weights is read as it was written, and anything else is refused with a sentence."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import numpy as np
import pytest
from networks import hints, odds, random

from cleaner.model import KINDS, WEIGHTS, content, digests
from cleaner.model.boxes import TABLES
from cleaner.model.features import COLUMNS, PAGE_COLUMNS
from cleaner.model.weights import LAYERS, Weights, load, load_file, save


def arrays(weights: Weights) -> list[Any]:
    layers = [weights.first, *weights.convolutions, weights.page, weights.kind, weights.mix, weights.last]
    tables = [weights.odds.table, weights.hints.table, weights.chances, weights.confidence]
    return [array for layer in layers for array in layer] + tables


def rewritten(path: Path, **changes: Any) -> Path:
    """The file with other arrays; without those that are None."""
    kept = dict(np.load(path)) | changes
    np.savez(path, **{name: array for name, array in kept.items() if array is not None})
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    save(random(1), tmp_path / "some.npz")
    return tmp_path / "some.npz"


def test_what_is_saved_is_what_is_loaded(file: Path) -> None:
    wrote, read = random(1), load_file(file)
    for one, other in zip(arrays(wrote), arrays(read), strict=True):
        assert one.dtype == other.dtype
        assert (one == other).all()
    assert (read.odds.rows, read.hints.rows) == ({"story": 1, "[main]": 2}, {})
    assert read.digest == hashlib.sha256(file.read_bytes()).hexdigest()[:16]


def test_the_same_weights_give_the_same_bytes(file: Path) -> None:
    again = file.with_name("again.npz")
    save(load_file(file), again)
    assert again.read_bytes() == file.read_bytes()


def test_names_keep_their_rows(file: Path) -> None:
    told = random(1)._replace(odds=odds(zebra=1, ant=2, äpfel=3), hints=hints(path_b=(1,) * 7, path_a=(2,) * 7))
    save(told, file)
    assert load_file(file).odds.rows == {"zebra": 1, "ant": 2, "äpfel": 3}
    assert load_file(file).hints.rows == {"path b": 1, "path a": 2}


def test_a_path_may_be_a_str(file: Path) -> None:
    assert load_file(str(file)).digest == load_file(file).digest


@pytest.mark.parametrize("name", ["page", "text"])
def test_the_librarys_own(name: Any) -> None:
    weights = load(name)
    assert weights is load(name)
    assert [len(weights.first.weights), weights.kind.weights.shape[1]] == [len(COLUMNS), len(KINDS)]
    assert weights.odds.table.shape == (len(weights.odds.rows) + 1, TABLES)
    assert weights.hints.table.shape == (len(weights.hints.rows) + 1, len(KINDS))
    assert weights.odds.table[0].tolist() == [50] * TABLES
    assert weights.confidence.shape == (len(KINDS), 101)
    assert (np.diff(weights.confidence) >= 0).all()
    assert weights.confidence.min() >= 0
    assert weights.confidence.max() <= 1
    assert weights.chances.shape == (256,)
    assert (np.diff(weights.chances) >= 0).all()
    assert 0 <= weights.chances[0] < 100 < 900 < weights.chances[-1] <= 1000


def test_their_digests_say_which_they_are() -> None:
    assert digests() == (load("page").digest, load("text").digest)
    assert len(WEIGHTS) == len(digests())


def test_they_are_small() -> None:
    assert sum(len(content(name)) for name in WEIGHTS) < 2_000_000


def test_no_file_is_an_oserror(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load_file(tmp_path / "none.npz")


def empty_zip() -> bytes:
    buffer = io.BytesIO()
    ZipFile(buffer, "w").close()
    return buffer.getvalue()


def one_array() -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, np.arange(3))
    return buffer.getvalue()


def pickled() -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, np.array([{}], object), allow_pickle=True)
    return buffer.getvalue()


@pytest.mark.parametrize("held", [b"", b"a,b\n1,2\n", b"PK\x03\x04", empty_zip(), one_array(), pickled()])
def test_another_file_is_a_sentence_that_says_what_to_give(tmp_path: Path, held: bytes) -> None:
    path = tmp_path / "other.npz"
    path.write_bytes(held)
    with pytest.raises(ValueError, match=r"other\.npz holds no weights .* `python -m cleaner\.model\.train` wrote"):
        load_file(path)


def test_a_file_cut_short_or_damaged(file: Path) -> None:
    held = file.read_bytes()
    places = range(0, len(held), len(held) // 40)
    for damaged in (held[: len(held) // 2], *(held[:at] + b"\xff" * 90 + held[at + 90 :] for at in places)):
        file.write_bytes(damaged)
        with pytest.raises(ValueError, match="holds no weights"):
            load_file(file)


@pytest.mark.parametrize("missing", [*(f"{layer}.scale" for layer in LAYERS), "words", "told", "chances"])
def test_a_file_without_one_of_its_arrays(file: Path, missing: str) -> None:
    with pytest.raises(ValueError, match=f"holds no weights .*{missing}"):
        load_file(rewritten(file, **{missing: None}))


@pytest.mark.parametrize("table", ["chances", "confidence"])
def test_a_file_whose_tables_are_too_short(file: Path, table: str) -> None:
    with pytest.raises(ValueError, match=rf"holds no weights \(its table '{table}' is \(3,\), and not \("):
        load_file(rewritten(file, **{table: np.zeros(3, np.int64)}))


@pytest.mark.parametrize(
    "changed",
    [{"format": np.array([1])}, {"columns": np.array([len(COLUMNS) + 1, len(PAGE_COLUMNS)])}, {"columns": [1]}],
)
def test_a_file_for_other_features_says_so(file: Path, changed: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"trained for other features .*; train them again with `python -m"):
        load_file(rewritten(file, **changed))


@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_that_does_not_take_what_it_is_given_is_refused(file: Path, layer: str) -> None:
    rewritten(file, **{f"{layer}.weights": np.load(file)[f"{layer}.weights"][:-1]})
    with pytest.raises(ValueError, match=f"its layer '{layer}' is .*, where .* inputs come"):
        load_file(file)
