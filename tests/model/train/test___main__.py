"""The whole of training, on a few pages."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from by_hand import STORY
from click.testing import CliRunner
from networks import telling

from cleaner import Cleaner
from cleaner.model import KINDS
from cleaner.model.vocabulary import LENGTHS
from cleaner.model.weights import Weights, load_file

pytest.importorskip("torch", reason="training needs the extra [train]")
pytest.importorskip("tld", reason="training needs the extra [train]")

from cleaner.model.train.__main__ import main
from cleaner.model.train.calibrate import Tried
from cleaner.model.train.learn import Prepared, prepare
from cleaner.model.train.pages import read


def written(folder: Path, pages: int = 24) -> Path:
    """Pages of two a site."""
    folder.mkdir()
    lines = []
    for number in range(pages):
        told = STORY[number % 4 : number % 4 + 2]
        html = f"<div class=menu><p>Home and away</div><div class=story>{''.join(f'<p>{text}' for text in told)}</div>"
        (folder / f"{number}.html").write_text(html, "utf-8")
        url = f"https://site{number // 2}.com/{number}"
        kind = KINDS[number % 2]
        lines.append(json.dumps({"id": str(number), "kind": kind, "url": url, "body": "\n".join(told)}))
    (folder / "truth.jsonl").write_text("\n".join(lines), "utf-8")
    return folder


def trained(*arguments: object) -> str:
    done = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert done.exit_code == 0, done.output
    return done.output


def test_one_command_from_pages_to_weights(tmp_path: Path) -> None:
    data, out, predictions = written(tmp_path / "data", 64), tmp_path / "ours.npz", tmp_path / "texts.jsonl"
    trained("--data", data, "--out", out, "--folds", 2, "--predictions", predictions)
    weights = load_file(out)
    assert (np.diff(weights.chances) >= 0).all()
    assert (np.diff(weights.confidence) >= 0).all()
    found = [json.loads(line) for line in predictions.read_text("utf-8").splitlines()]
    assert sorted(int(one["id"]) for one in found) == list(range(64))
    assert {"id", "text", "page_type", "confidence"} == set(found[0])
    assert all(one["page_type"] in KINDS for one in found)
    article = Cleaner(weights=out).clean((data / "0.html").read_bytes())
    assert article.text == "\n\n".join(STORY[:2])


def test_again_it_gives_the_same_bytes(tmp_path: Path) -> None:
    data = written(tmp_path / "data", 8)
    for out in ("one.npz", "two.npz"):
        trained("--data", data, "--out", tmp_path / out, "--folds", 2, "--seed", 7)
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()


def test_the_same_pages_as_text(tmp_path: Path) -> None:
    trained("--data", written(tmp_path / "data", 8), "--out", tmp_path / "text.npz", "--folds", 2, "--text")
    words = load_file(tmp_path / "text.npz").odds.rows
    assert "0=home and away" in words
    assert {word[0] for word in words} <= set(LENGTHS)


def test_a_site_is_in_one_fold(tmp_path: Path) -> None:
    from cleaner.model.train.__main__ import _folds

    pages = [prepare(example) for example in read(written(tmp_path / "data"))]
    parts = _folds(pages, 5, 0)
    assert set(parts) == set(range(5))
    assert parts[::2] == parts[1::2]
    assert parts == _folds(pages, 5, 0)
    assert parts != _folds(pages, 5, 1)


def test_no_network_judges_a_site_that_it_has_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from cleaner.model.train import __main__ as module

    taught: dict[str, set[str]] = {}
    real = module._try

    def spied(pages: Sequence[Prepared], seed: int) -> Weights:
        number = str(len(taught))
        taught[number] = {page.example.domain for page in pages}
        return telling("prose")._replace(digest=number)

    def tried(page: Prepared, weights: Weights) -> Tried:
        assert page.example.domain not in taught[weights.digest]
        return real(page, weights)

    monkeypatch.setattr(module, "learn", spied)
    monkeypatch.setattr(module, "_try", tried)
    trained("--data", written(tmp_path / "data"), "--out", tmp_path / "ours.npz", "--folds", 3)
    assert [len(domains) for domains in taught.values()] == [8, 8, 8, 12]


def test_no_data_is_an_error() -> None:
    done = CliRunner().invoke(main, [])
    assert done.exit_code == 2
    assert "--data" in done.output


def test_folders_without_a_page_to_learn_from_are_an_error(tmp_path: Path) -> None:
    (tmp_path / "truth.jsonl").write_text('{"id": "1", "kind": "article", "url": "", "body": null}\n', "utf-8")
    done = CliRunner().invoke(main, ["--data", str(tmp_path)])
    assert done.exit_code == 2
    assert f"No page with a true text and a block of its own is in {tmp_path}." in " ".join(done.output.split())
