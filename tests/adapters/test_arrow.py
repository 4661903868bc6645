"""`clean_table`: tables as engines hand them on."""

from __future__ import annotations

import pickle
import subprocess
import sys
from typing import Any

import pyarrow as pa
import pytest
from deadly import CLEANER, STORY, expected, many, page, rows

from cleaner import Cleaner
from cleaner.adapters.arrow import TableCleaner, clean_table
from cleaner.io import SCHEMA


def html_of(array: pa.Array[Any] | pa.ChunkedArray[Any]) -> pa.Table:
    return pa.table({"html": array})


def test_the_rows_are_those_of_clean_many() -> None:
    pages = [*many("story", "story", "story"), page(3) | {"html": "<p></p>"}, page(4) | {"html": "%PDF-1.7"}]
    cleaned = clean_table(pa.Table.from_pylist(pages))
    assert cleaned.schema.equals(SCHEMA)
    assert rows(cleaned) == expected(pages, workers=0)
    assert cleaned["title"].to_pylist() == ["Keeper 0", "Keeper 1", "Keeper 2", None, None]


def test_a_killing_page_costs_its_row() -> None:
    pages = many("story", "kill", "story", "hang", "story")
    cleaned = clean_table(pa.Table.from_pylist(pages), cleaner=CLEANER, isolate=True, timeout=2.0)
    assert cleaned["status"].to_pylist() == ["ok", "worker_died", "ok", "timeout", "ok"]
    assert "SIGKILL" in str(cleaned["error"][1])
    assert rows(cleaned) == expected(pages, cleaner=CLEANER, workers=1, timeout=2.0)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can hold a limit")
def test_a_hungry_page_costs_its_row() -> None:
    long = "<p>The ferry will not sail, the harbour master said.</p>" * 200_000
    table = pa.table({"html": [long, f"<p>{STORY}</p>"]})
    cleaned = clean_table(table, isolate=True, max_memory=50_000_000)
    assert cleaned["status"].to_pylist() == ["memory", "ok"]


@pytest.mark.parametrize(
    "type_",
    [
        pa.string(),
        pa.large_string(),
        pa.string_view(),
        pa.binary(),
        pa.large_binary(),
        pa.binary_view(),
        pa.dictionary(pa.int32(), pa.string()),
        pa.dictionary(pa.int8(), pa.binary()),
    ],
    ids=str,
)
def test_pages_in_columns_of_every_type(type_: pa.DataType) -> None:
    binary = "binary" in str(type_)
    html: list[Any] = [f"<p>Ünï: {STORY}</p>", None, f"<p>{STORY}</p>"]
    values = [one.encode() if one and binary else one for one in html]
    if isinstance(type_, pa.DictionaryType):
        array = pa.array(values, type_.value_type).dictionary_encode().cast(type_)
    else:
        array = pa.array(values, type_)
    cleaned = clean_table(html_of(array))
    assert cleaned["text"].to_pylist() == [f"Ünï: {STORY}", "", STORY]
    assert cleaned["status"].to_pylist() == ["ok", "empty", "ok"]


def test_pages_in_chunks() -> None:
    cleaned = clean_table(html_of(pa.chunked_array([[f"<p>{STORY}</p>"], [], [f"<p>Again: {STORY}</p>"]])))
    assert cleaned["text"].to_pylist() == [STORY, f"Again: {STORY}"]
    assert cleaned["id"].to_pylist() == ["0", "1"]


def test_a_column_of_nulls_and_an_empty_table() -> None:
    assert clean_table(html_of(pa.nulls(2)))["status"].to_pylist() == ["empty", "empty"]
    empty = clean_table(pa.table({"html": pa.array([], pa.string()), "order": pa.array([], pa.int8())}), keep=["order"])
    assert empty.schema.equals(SCHEMA.append(pa.field("order", pa.int8())))
    assert empty.num_rows == 0


def test_text_that_is_not_utf8_costs_no_table() -> None:
    def text(content: bytes) -> pa.Array[Any]:
        return pa.array([content, b"https://a.example/"], pa.binary()).view(pa.string())

    html = text(b"<p>The caf\xe9 opens at noon, the harbour master said.</p>")
    cleaned = clean_table(pa.table({"html": html, "url": text(b"https://\xff.example/"), "id": text(b"\xff")}))
    assert cleaned["text"].to_pylist()[0] == "The café opens at noon, the harbour master said."
    assert cleaned["url"].to_pylist() == ["https://�.example/", "https://a.example/"]
    assert cleaned["id"].to_pylist() == ["�", "https://a.example/"]


def test_columns_of_other_names_and_integers_as_ids() -> None:
    table = pa.table(
        {"page": [f"<p>{STORY}</p>"], "address": ["https://a.example/x"], "number": pa.array([7], pa.uint16())}
    )
    cleaned = clean_table(table, html="page", url="address", id="number")
    assert [cleaned[name].to_pylist() for name in ("id", "url", "host")] == [
        ["7"],
        ["https://a.example/x"],
        ["a.example"],
    ]
    assert clean_table(table, html="page")["url"].to_pylist() == [None]
    assert clean_table(table.append_column("url", [["u"]]), html="page", url=None)["url"].to_pylist() == [None]


def test_kept_columns_have_the_type_they_had() -> None:
    label = pa.array(["a", "b", "a"]).dictionary_encode()
    parts = pa.array([[{"x": 1}], None, []], pa.list_(pa.struct([("x", pa.int8())])))
    field = pa.field("parts", parts.type, metadata={"of": "a page"})
    table = pa.table({"html": [f"<p>{STORY}</p>"] * 3, "label": label}).append_column(field, parts)
    cleaned = clean_table(table, keep=["parts", "label"])
    assert cleaned.column_names == [*SCHEMA.names, "parts", "label"]
    assert cleaned.schema.field("parts").equals(field, check_metadata=True)
    assert cleaned.select(["parts", "label"]).equals(table.select(["parts", "label"]))


def test_tables_share_a_worker() -> None:
    tables = [pa.Table.from_pylist([page(number)]) for number in range(3)]
    tables.insert(1, tables[0].slice(0, 0))
    cleaned = list(TableCleaner(isolate=True).tables(tables))
    assert [one["title"].to_pylist() for one in cleaned] == [["Keeper 0"], ["Keeper 1"], ["Keeper 2"]]


def test_it_travels_with_its_settings() -> None:
    clean = TableCleaner(cleaner=Cleaner(ledger="counts"), keep=("order",))
    assert pickle.loads(pickle.dumps(clean)) == clean


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (
            {"html": "page"},
            "The table has no column 'page', but needs one; there are 'id', 'url', 'html', 'order'. Say which one "
            'holds the pages, as html="body".',
        ),
        ({"url": "address"}, "no column 'address'.* as url=\"link\", or url=None"),
        ({"id": "key"}, "no column 'key'.* as id=\"key\", or id=None"),
        ({"keep": ["label"]}, "no column 'label'.* Give keep= the names of columns that there are"),
        ({"keep": ["id"]}, "There is a column 'id' already"),
        ({"html": "order"}, "The column 'order' is int64, but must be text or binary; cast it, or name another."),
        ({"url": "order"}, "must be text; cast"),
        ({"timeout": 0.0}, "timeout=0.0 is no time for a page"),
        ({"cleaner": Cleaner(filters=[("no", lambda page: [])]), "isolate": True}, "does not pickle"),
    ],
)
def test_a_mistake_is_a_sentence(settings: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match="^.*" + said.replace("(", r"\(")):
        clean_table(pa.Table.from_pylist([page(0)]), **settings)


def test_two_columns_of_one_name() -> None:
    table = pa.table([["a"], ["b"]], names=["html", "html"])
    with pytest.raises(ValueError, match="The table has 2 columns 'html', but needs one"):
        clean_table(table)


def test_what_is_no_table() -> None:
    with pytest.raises(TypeError, match=r"^A pyarrow\.Table is needed, not list; make it one\.$"):
        clean_table([page(0)])  # type: ignore[arg-type]  # that is the point


@pytest.mark.parametrize(
    ("adapter", "library", "install"),
    [
        ("arrow", "pyarrow", "article-cleaner[arrow]"),
        ("spark", "pyspark", "pyspark>=3.5"),
        ("ray", "ray", "ray[data]"),
        ("datatrove", "datatrove", "datatrove>=0.10"),
    ],
)
def test_a_missing_engine_is_a_sentence(adapter: str, library: str, install: str) -> None:
    code = f"import sys; sys.modules[{library!r}] = None; import cleaner.adapters.{adapter}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    said = done.stderr.splitlines()[-1]
    assert said.startswith(f"ImportError: cleaner.adapters.{adapter} needs {library}")
    assert said.endswith(f", which is not installed; install it with `pip install '{install}'`.")


def test_importing_the_library_loads_no_engine() -> None:
    code = (
        "import sys, cleaner, cleaner.adapters, cleaner.io; "
        "print([name for name in ('pyarrow', 'pyspark', 'ray', 'datatrove') if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
