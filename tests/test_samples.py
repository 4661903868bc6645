"""The golden pages of `samples/`: each against the truth that people wrote, and against the Article kept beside it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cleaner import Article, clean, clean_text

SAMPLES = sorted(path.parent for path in (Path(__file__).parent.parent / "samples").glob("*/expected.json"))


def _article(sample: Path) -> Article:
    text = sample / "page.txt"
    return clean_text(text.read_text(encoding="utf-8")) if text.exists() else clean((sample / "page.html").read_bytes())


@pytest.fixture(params=SAMPLES, ids=lambda sample: sample.name, scope="module")
def sample(request: pytest.FixtureRequest) -> tuple[Path, dict[str, Any], Article]:
    folder: Path = request.param
    return folder, json.loads((folder / "expected.json").read_text(encoding="utf-8")), _article(folder)


Sample = tuple[Path, dict[str, Any], Article]


def test_body(sample: Sample) -> None:
    _, expected, article = sample
    assert [block.text for block in article.blocks] == expected["body"]


def test_fields(sample: Sample) -> None:
    _, expected, article = sample
    found = {
        "title": article.title,
        "authors": list(article.authors),
        "published": str(article.published)[: len("2023-09-17")],
        "language": article.language,
        "section": article.section,
        "tags": list(article.tags),
    }
    stated = {name: expected[name] for name in found if name in expected}
    assert {name: found[name] for name in stated} == stated


def test_images(sample: Sample) -> None:
    """All of the story's images in their order, and no other's: each with what is expected of it."""
    _, expected, article = sample
    images = [image.model_dump() for image in article.images]
    wanted = expected.get("images", [])
    assert len(images) == len(wanted), images
    for image, parts in zip(images, wanted, strict=True):
        assert {name: image[name] for name in parts} == parts


def test_removals_name_their_filter(sample: Sample) -> None:
    _, expected, article = sample
    for name, parts in expected["removed_by"].items():
        texts = [removal.text for removal in article.removed if removal.filter == name]
        for part in parts:
            others = {removal.filter for removal in article.removed if part in removal.text}
            assert any(part in text for text in texts), f"{name} did not remove {part!r}; removed by {others or 'none'}"


def test_same_as_the_article_kept_beside_it(sample: Sample) -> None:
    folder, _, article = sample
    path = folder / "article.json"
    if not path.exists():
        pytest.skip(f"{folder.name} has no article.json yet")
    golden = Article.model_validate_json(path.read_text(encoding="utf-8"))
    loose = {"cleaner_version": "", "pipeline": ""}
    assert article.model_copy(update=loose) == golden.model_copy(update=loose)


def test_same_as_the_markdown_kept_beside_it(sample: Sample) -> None:
    folder, _, article = sample
    path = folder / "article.md"
    if not path.exists():
        pytest.skip(f"{folder.name} has no article.md yet")
    assert article.to_markdown(images=True) + "\n" == path.read_text(encoding="utf-8")
