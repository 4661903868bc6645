import json
import time

import pytest

from cleaner.parse.structured import read_json_ld


def types(*texts: str) -> list[object]:
    return [thing["@type"] for thing in read_json_ld(texts)]


def test_outer_before_inner_in_page_order() -> None:
    graph = {
        "@graph": [
            {"@type": "WebPage", "isPartOf": {"@type": "WebSite"}, "author": [{"@type": "Person"}, {"@type": "Thing"}]},
            {"@type": "NewsArticle"},
        ]
    }
    assert types(json.dumps(graph), '{"@type": "Organization"}') == [
        "WebPage",
        "WebSite",
        "Person",
        "Thing",
        "NewsArticle",
        "Organization",
    ]


@pytest.mark.parametrize(
    "text",
    [
        '<!-- {"@type": "A"} -->',
        '<!--\n{"@type": "A"}\n//-->',
        '//<![CDATA[\n{"@type": "A"}\n//]]>',
        '/*<![CDATA[*/ {"@type": "A"} /*]]>*/',
        '\ufeff{"@type": "A"};',
        ' \n\ufeff <!-- {"@type": "A"} // -->; ',
        '{"@type": "A", "x": [1, 2,],}',
        '{"@type": "A", "x": "two\nlines\tand a tab"}',
        '[{"@type": "A"}]',
        "{&quot;@type&quot;: &quot;A&quot;}",
        '{"@type": "A", "x": "a comma, ] inside ,}", }',
        '{"@type": "A"} and then no JSON at all',
        '{"@type": "A", "x": ' + "9" * 5_000 + "}",
        '{"@type": "A", "x": NaN}',
    ],
)
def test_forgives(text: str) -> None:
    assert types(text) == ["A"]


def test_commas_inside_strings_stay() -> None:
    assert read_json_ld(['{"@type": "A", "x": "one, ] two ,}", }'])[0]["x"] == "one, ] two ,}"


@pytest.mark.parametrize("between", ["", "\n", ",", ";\n"])
def test_several_objects_one_after_another(between: str) -> None:
    assert types(f'{{"@type": "A"}}{between}{{"@type": "B"}}') == ["A", "B"]


@pytest.mark.parametrize(
    "text", ["", " ", "null", "12", '"text"', "{", "[[[", '{"@type"', "not json", "{}", "[]", "<!---->"]
)
def test_nothing_to_find(text: str) -> None:
    assert read_json_ld([text]) == ()


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "[" * 100_000 + "]" * 100_000,
        '{"@type":' * 50_000,
        '{"@type": "A", "x": ' * 300 + "1" + "}" * 300,
        '"' * 100_000,
        '\\"' * 50_000,
        "{" + '"a":1,' * 100_000,
        "," * 100_000,
        " " * 100_000,
        "x" + " " * 100_000 + "x",
        "//" + " " * 100_000 + "x",
        "<![CDATA[" + " " * 100_000 + "x",
        '"' + '\\"' * 100_000 + "\\",
        ", " * 100_000,
    ],
)
def test_hostile_text_is_survived(text: str) -> None:
    begun = time.process_time()
    assert isinstance(read_json_ld([text]), tuple)
    assert time.process_time() - begun < 1  # some tens of milliseconds, unless something is quadratic


def test_objects_are_bounded() -> None:
    assert len(read_json_ld(['{"@type": "A"}'] * 5_000)) == 2_000
    assert len(read_json_ld([json.dumps([{"@type": "A"}] * 5_000)])) == 2_000


def test_characters_are_bounded() -> None:
    large = json.dumps({"@type": "A", "x": "y" * 5_000_000})
    assert read_json_ld([large, '{"@type": "B"}']) == ()


def test_one_broken_script_does_not_spoil_the_next() -> None:
    assert types("{broken", '{"@type": "A"}') == ["A"]
