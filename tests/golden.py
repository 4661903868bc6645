"""Writes `article.json` and `article.md` of every sample anew: look at the difference before you commit it.

python tests/golden.py
"""

from __future__ import annotations

from pathlib import Path

from cleaner import Article, clean, clean_text

SAMPLES = Path(__file__).parent.parent / "samples"


def cleaned(sample: Path) -> Article:
    """The Article of a sample's page as the library makes it today."""
    text = sample / "page.txt"
    return clean_text(text.read_text("utf-8")) if text.exists() else clean((sample / "page.html").read_bytes())


if __name__ == "__main__":
    for sample in sorted(path for path in SAMPLES.iterdir() if path.is_dir()):
        article = cleaned(sample).model_copy(update={"cleaner_version": "", "pipeline": ""})
        (sample / "article.json").write_text(article.model_dump_json(indent=1) + "\n", "utf-8")
        (sample / "article.md").write_text(article.to_markdown(images=True) + "\n", "utf-8")
