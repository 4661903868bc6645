"""What a user imports. Runs on the installed wheel too, alone and away from the source."""

from __future__ import annotations

import importlib
import importlib.metadata
import importlib.resources
import inspect
import json
import os
import pickle
import pkgutil
import re
import subprocess
import sys
from pathlib import Path
from typing import get_type_hints

import pytest

import cleaner
from cleaner import errors

NAMES = {
    *("clean", "clean_text", "clean_many", "read", "Cleaner"),
    *("Document", "Result"),
    *("Article", "TextBlock", "Image", "Removal"),
    *("CleanerError", "NotHTMLError", "PageTooLargeError", "FilterError"),
    *("PageTimeoutError", "PageMemoryError", "WorkerDiedError"),
}
HEAVY = (
    "pebble",
    "multiprocessing",
    "trafilatura",
    "htmldate",
    "numpy",
    "pandas",
    "pyarrow",
    "pyspark",
    "ray",
    "datatrove",
    "torch",
    "sklearn",
)
# What rooms need that the library itself does not.
NEEDS = {
    "cleaner.model.train.": ("inscriptis", "tld", "torch"),
    "cleaner.adapters.arrow": ("pyarrow",),
    "cleaner.adapters.spark": ("pyarrow", "pyspark"),
    "cleaner.adapters.ray": ("pyarrow", "ray"),
    "cleaner.adapters.datatrove": ("datatrove",),
}
ERRORS = (
    errors.CleanerError("what"),
    errors.NotHTMLError("PDF"),
    errors.PageTooLargeError(11, 10),
    errors.FilterError("teasers", "raised KeyError: 'a'"),
    errors.PageTimeoutError(30.0),
    errors.PageMemoryError(1_000_000),
    errors.WorkerDiedError("ended its worker process with exit status 3"),
)

PARAGRAPHS = (
    "The lighthouse keeper climbed the hundred and twelve steps every evening, long after the lamp had learned to "
    "light itself, because somebody, he said, ought to be there when it did.",
    "On the first of March the council voted to sell the tower, and the keeper, who had not been asked, read of it "
    "in the paper like everybody else in the village.",
    "“I have no quarrel with them,” he said, setting down the kettle. “But they have never seen a winter from up "
    "here, and I have seen forty of them.”",
    "The sale is to be decided in June. Until then the lamp will turn, and someone will climb the stairs to watch "
    "it, although nothing in the rules requires it.",
)
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>The last keeper | The Harbour Post</title>
<meta property="og:site_name" content="The Harbour Post">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "The last keeper",
"datePublished": "2024-03-02T08:30:00+01:00", "author": {{"@type": "Person", "name": "Ada Quill"}}}}</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul>
</nav>
<article><h1>The last keeper</h1><p class="byline">By Ada Quill</p>
<p>{PARAGRAPHS[0]}</p>
<figure><img src="/tower.jpg" alt="The tower"><figcaption>The tower in February. Photo: Jo Lens</figcaption></figure>
<p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p><p>{PARAGRAPHS[3]}</p>
<p style="display: none">You have two articles left this month.</p></article>
<footer><p>© 2024 The Harbour Post. All rights reserved.</p></footer></body></html>"""


def run(code: str) -> str:
    """What `code` prints in a Python of its own, which may say nothing on standard error."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()


def rooms() -> list[str]:
    return [module.name for module in pkgutil.walk_packages(cleaner.__path__, "cleaner.")]


def error_classes() -> list[type[errors.CleanerError]]:
    found = [value for value in vars(errors).values() if inspect.isclass(value)]
    return [value for value in found if issubclass(value, errors.CleanerError)]


@pytest.mark.skipif("CLEANER_INSTALLED" not in os.environ, reason="is for the installed wheel")
def test_it_is_the_installed_one() -> None:
    assert Path(cleaner.__file__).is_relative_to(sys.prefix)


def test_all_names_are_those_of_the_contract() -> None:
    assert set(cleaner.__all__) == NAMES
    assert list(cleaner.__all__) == sorted(cleaner.__all__, key=lambda name: (name.islower(), name))
    assert all(hasattr(cleaner, name) for name in NAMES)


def test_every_error_is_exported() -> None:
    assert {error.__name__ for error in error_classes()} <= set(cleaner.__all__)


def test_every_exported_name_is_documented() -> None:
    assert [name for name in cleaner.__all__ if not getattr(cleaner, name).__doc__] == []


def test_the_functions_are_typed_and_take_the_arguments_of_the_contract() -> None:
    assert list(inspect.signature(cleaner.clean).parameters) == ["html", "url", "charset", "crawled"]
    assert list(inspect.signature(cleaner.clean_text).parameters) == ["text", "url", "crawled"]
    assert list(inspect.signature(cleaner.read).parameters) == ["html", "url", "charset", "crawled"]
    batch = ["documents", "cleaner", "workers", "timeout", "max_memory", "ordered"]
    assert list(inspect.signature(cleaner.clean_many).parameters) == batch
    assert get_type_hints(cleaner.clean)["return"] is cleaner.Article
    assert get_type_hints(cleaner.clean_text)["return"] is cleaner.Article


def test_what_filters_are_written_with_is_in_one_place() -> None:
    filters = importlib.import_module("cleaner.filters")
    assert {"DEFAULT", "Filter", "Page", "Block", "Drop", "Keep"} <= set(filters.__all__)


def test_the_version_is_the_distributions() -> None:
    assert importlib.metadata.version("article-cleaner") == cleaner.__version__


def test_the_package_is_typed() -> None:
    assert importlib.resources.files("cleaner").joinpath("py.typed").is_file()


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_errors_pickle(error: errors.CleanerError) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    assert (str(again), again.args, vars(again)) == (str(error), error.args, vars(error))


def test_no_error_is_left_out_of_that_test() -> None:
    assert {type(error) for error in ERRORS} == set(error_classes())


def test_importing_loads_nothing_heavy_and_says_nothing() -> None:
    code = f"import sys; from cleaner import *; print(*[name for name in {HEAVY} if name in sys.modules])"
    assert run(code) == ""


@pytest.mark.parametrize("use", ["cleaner.Cleaner", "cleaner.read", "cleaner.clean_many", "cleaner.clean('<p>A</p>')"])
def test_what_cleans_a_page_is_imported_when_it_is_first_used(use: str) -> None:
    loaded = "'cleaner.pipeline' in sys.modules, 'lxml' in sys.modules"
    assert run(f"import cleaner, sys; print({loaded}); {use}; print({loaded})") == "False False\nTrue True"


def test_threads_may_be_the_first_to_use_it() -> None:
    code = (
        "import cleaner; from concurrent.futures import ThreadPoolExecutor as Pool\n"
        f"with Pool(8) as pool: print(len(set(pool.map(cleaner.clean, [{PAGE!r}] * 16))))"
    )
    assert run(code) == "1"


def test_what_is_imported_later_is_listed_all_the_same_and_nothing_else() -> None:
    listed = json.loads(run("import cleaner, json; print(json.dumps(dir(cleaner)))"))
    assert {name for name in listed if not name.startswith("_")} == NAMES | {"adapters", "filters", "io", "report"}
    assert "__version__" in listed


@pytest.mark.parametrize("use", ["filters.DEFAULT", "io.read_files", "report.render", "adapters"])
def test_rooms_are_imported_when_they_are_first_entered(use: str) -> None:
    assert run(f"import cleaner; cleaner.{use}; print('found')") == "found"


def test_a_name_that_is_not_there_is_missed_by_its_name() -> None:
    with pytest.raises(AttributeError, match=r"^module 'cleaner' has no attribute 'scrub'$"):
        _ = cleaner.scrub


def test_cleaning_loads_nothing_heavy_but_numpy() -> None:
    code = f"import cleaner, sys; cleaner.clean({PAGE!r}); print(*[name for name in {HEAVY} if name in sys.modules])"
    assert run(code) == "numpy"


@pytest.mark.parametrize("name", rooms())
def test_every_room_can_be_entered(name: str) -> None:
    for room, libraries in NEEDS.items():
        for library in libraries if name.startswith(room) else ():
            pytest.importorskip(library, reason=f"{room.rstrip('.')} needs {library}")
    if not name.endswith("__main__"):
        importlib.import_module(name)


def test_the_data_files_are_there() -> None:
    folder = importlib.resources.files("cleaner.languages")
    tables = [entry for entry in folder.iterdir() if entry.name.endswith(".json")]
    assert len(tables) > 1
    assert all(json.loads(table.read_text("utf-8")) for table in tables)


def test_a_page_through_every_room() -> None:
    article = cleaner.clean(PAGE.encode(), url="https://harbour.example/keeper")
    assert article.text == "\n\n".join(PARAGRAPHS)
    assert (article.title, article.authors, str(article.published)) == (
        "The last keeper",
        ("Ada Quill",),
        "2024-03-02 08:30:00+01:00",
    )
    assert (article.site, article.language) == ("The Harbour Post", "en")
    assert [image.credit for image in article.images] == ["Jo Lens"]
    assert {"navigation", "headline", "bylines", "captions", "hidden"} <= set(article.removed_words)
    assert article.cleaner_version == cleaner.__version__


def test_many_pages() -> None:
    documents = [cleaner.Document(PAGE, url="https://harbour.example/keeper"), cleaner.Document(b"%PDF-1.7", id="b")]
    page, pdf = cleaner.clean_many(documents, workers=1)
    assert page.article == cleaner.clean(PAGE, url="https://harbour.example/keeper")
    assert (pdf.id, pdf.status, str(pdf.error)[:18]) == ("b", "not_html", "The input is a PDF")


def test_plain_text() -> None:
    article = cleaner.clean_text("\n\n".join(["The last keeper", *PARAGRAPHS]))
    assert article.text == "\n\n".join(PARAGRAPHS)


def test_the_fallback_finds_its_libraries() -> None:
    article = cleaner.Cleaner(fallback="all").clean(PAGE)
    assert article.text == "\n\n".join(PARAGRAPHS)


def test_the_command_line_is_installed() -> None:
    done = subprocess.run([sys.executable, "-m", "cleaner", "-"], input=PAGE.encode(), capture_output=True, check=True)
    assert done.stdout.decode() == "\n\n".join(PARAGRAPHS) + "\n"


def test_a_missing_extra_is_a_sentence_that_says_what_to_install() -> None:
    code = "import sys; sys.modules['torch'] = None; import cleaner.model.train.__main__"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.returncode == 1
    said = run.stderr.splitlines()[-1]
    assert re.fullmatch(r"ImportError: Training needs \w+, .*`pip install 'article-cleaner\[train\]'`\.", said)
