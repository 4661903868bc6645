"""The weights of the network as a file: arrays without pickle, and what training measured beside them."""

from __future__ import annotations

import hashlib
import io
import zlib
from collections.abc import Mapping, Sequence
from functools import cache
from os import PathLike
from pathlib import Path
from tokenize import TokenError
from typing import Any, Literal, NamedTuple
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

import numpy as np
from numpy.typing import NDArray

from cleaner.model import KINDS, content
from cleaner.model.boxes import Odds
from cleaner.model.features import COLUMNS, PAGE_COLUMNS
from cleaner.model.hints import Hints
from cleaner.model.scale import FULL

FORMAT = 3

_ZIP = b"PK"
_ADVICE = "give a file that `python -m cleaner.model.train` wrote."
_EPOCH = (1980, 1, 1, 0, 0, 0)
_MADE = (FORMAT, len(COLUMNS), len(PAGE_COLUMNS), zlib.crc32("\n".join((*COLUMNS, *PAGE_COLUMNS)).encode()))
_BROKEN = (ValueError, TypeError, LookupError, RuntimeError, OSError, EOFError, BadZipFile, zlib.error, TokenError)
"""What reading a file raises that holds something else; the last where numpy parses an array's header, as Python."""
LEVELS = 256
"""Of the scores."""
LAYERS = ("first", "convolution0", "convolution1", "convolution2", "page", "kind", "mix", "last")


class Layer(NamedTuple):
    """`weights` are whole numbers from -127 to 127 carried in float32, (inputs, outputs); the others are (outputs,)."""

    weights: NDArray[np.float32]
    scale: NDArray[np.float32]
    bias: NDArray[np.float32]


class Weights(NamedTuple):
    """All that the model has learned."""

    first: Layer
    convolutions: tuple[Layer, ...]
    page: Layer
    kind: Layer
    mix: Layer
    last: Layer
    odds: Odds
    hints: Hints
    chances: NDArray[np.int64]
    """(256,): how much of a block is body, to be expected by its level, in thousandths."""
    confidence: NDArray[np.float64]
    """(len(KINDS), 101): the F1 to expect of a page, by its kind and the percentage that its own scores promise."""
    digest: str
    """16 hexadecimal digits of the SHA-256 of the file."""


@cache
def load(name: Literal["page", "text"]) -> Weights:
    """The weights that come with the library: for pages, or for text without markup."""
    return _read(content(name), f"cleaner/model/{name}.npz")


def load_file(path: str | PathLike[str]) -> Weights:
    """Weights that `python -m cleaner.model.train` wrote. OSError where no such file is, ValueError for another."""
    return _read(Path(path).read_bytes(), str(path))


def save(weights: Weights, path: str | PathLike[str]) -> None:
    """Writes the file that `load_file` reads; the same weights give the same bytes."""
    layers = [weights.first, *weights.convolutions, weights.page, weights.kind, weights.mix, weights.last]
    arrays: dict[str, Any] = {
        "format": np.array([FORMAT]),
        "columns": np.array(_MADE[1:]),
        "words": np.frombuffer("\n".join(weights.odds.rows).encode(), np.uint8),
        "odds": weights.odds.table,
        "hints": np.frombuffer("\n".join(weights.hints.rows).encode(), np.uint8),
        "told": weights.hints.table,
        "chances": weights.chances,
        "confidence": weights.confidence,
    }
    for name, layer in zip(LAYERS, layers, strict=True):
        arrays[f"{name}.weights"] = layer.weights.astype(np.int8)
        arrays[f"{name}.scale"], arrays[f"{name}.bias"] = layer.scale, layer.bias
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:  # np.savez writes the time of day into the file
        for name, array in arrays.items():
            buffer = io.BytesIO()
            np.lib.format.write_array(buffer, np.ascontiguousarray(array), allow_pickle=False)
            archive.writestr(ZipInfo(f"{name}.npy", _EPOCH), buffer.getvalue(), ZIP_DEFLATED)


def _read(content: bytes, name: str) -> Weights:
    if not content.startswith(_ZIP):  # numpy would advise to load it as a pickle
        raise ValueError(f"{name} holds no weights (it is no .npz file); {_ADVICE}")
    try:
        arrays = dict(np.load(io.BytesIO(content), allow_pickle=False))
        made = int(arrays["format"][0]), *map(int, arrays["columns"])
        weights = _weights(arrays, content) if made == _MADE else None
    except _BROKEN as error:
        raise ValueError(f"{name} holds no weights ({error}); {_ADVICE}") from error
    if weights is None:
        raise ValueError(
            f"The weights in {name} were trained for other features (format, numbers of columns, sum of their names: "
            f"{made}) than this version has, {_MADE}; train them again with `python -m cleaner.model.train`."
        )
    return weights


def _weights(arrays: Mapping[str, Any], content: bytes) -> Weights:
    layers = [
        Layer(arrays[f"{layer}.weights"].astype(np.float32), arrays[f"{layer}.scale"], arrays[f"{layer}.bias"])
        for layer in LAYERS
    ]
    _check(layers)
    _check_tables(arrays)
    return Weights(
        first=layers[0],
        convolutions=tuple(layers[1:4]),
        page=layers[4],
        kind=layers[5],
        mix=layers[6],
        last=layers[7],
        odds=Odds(_rows(arrays["words"]), arrays["odds"]),
        hints=Hints(_rows(arrays["hints"]), arrays["told"]),
        chances=arrays["chances"],
        confidence=arrays["confidence"],
        digest=hashlib.sha256(content).hexdigest()[:16],
    )


def _check(layers: Sequence[Layer]) -> None:
    """ValueError where a layer does not take what those before it give."""
    given = [layer.bias.shape for layer in layers]
    (hidden,), (page,), (mixed,) = given[0], given[4], given[6]
    takes = len(COLUMNS), *[3 * hidden] * 3, len(PAGE_COLUMNS) + 2 * hidden, page, 6 * hidden + page, mixed
    for name, layer, size in zip(LAYERS, layers, takes, strict=True):
        if layer.weights.shape != (size, *layer.bias.shape) or layer.scale.shape != layer.bias.shape:
            raise ValueError(f"its layer {name!r} is {layer.weights.shape}, where {size} inputs come")


def _check_tables(arrays: Mapping[str, Any]) -> None:
    """ValueError where what training measured is not there for each level, or each kind and percentage."""
    for name, shape in (("chances", (LEVELS,)), ("confidence", (len(KINDS), FULL + 1))):
        if arrays[name].shape != shape:
            raise ValueError(f"its table {name!r} is {arrays[name].shape}, and not {shape}")


def _rows(names: NDArray[np.uint8]) -> dict[str, int]:
    """The names, a line each, to rows from 1: row 0 is for all others."""
    return {name: row for row, name in enumerate(names.tobytes().decode().split("\n"), 1) if name}
