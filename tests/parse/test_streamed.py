"""Text that React sends behind the page."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.parse.streamed import in_place

_CALL = b'<script>$RC("B:0","S:0")</script>'


@pytest.mark.parametrize(
    ("page", "after"),
    [
        pytest.param(
            b'a<!--$?--><template id="B:0"></template>wait<!--/$-->b<div hidden id="S:0">c</div>' + _CALL + b"</body>",
            b"a<!--$?--><div>c</div>" + _CALL + b"<div hidden>wait</div>b</body>",
            id="in place of the fallback, which is hidden",
        ),
        pytest.param(
            b'a<template id="P:1f"></template>b<div hidden="" id="S:1f">c</div>',
            b"a<div>c</div>b",
            id="in place of a part that has no fallback, of a page written anew",
        ),
        pytest.param(
            b'a<!--$?--><template id="B:1"></template>x<!--$-->y<!--/$-->z<!--/$-->b<div hidden id="S:1">c</div>',
            b"a<!--$?--><div>c</div><div hidden>x<!--$-->y<!--/$-->z</div>b",
            id="a fallback with a boundary in it",
        ),
        pytest.param(
            b'<template id="B:0"></template>|<template id="B:1"></template>'
            b'<div hidden id="S:1">b</div><div hidden id="S:0">a<template id="P:2"></template></div>'
            b'<div hidden id="S:2">c</div>',
            b"<div>a<div>c</div></div>|<div>b</div>",
            id="one in the other, in whatever order they came",
        ),
        pytest.param(
            b'a<!--$?--><template id="B:0"></template>wait<div hidden id="S:0">c</div>',
            b"a<!--$?--><div>c</div>wait",
            id="a fallback without an end",
        ),
        pytest.param(
            b'a<!--/$-->b<template id="B:0"></template>d<!--/$-->e<div hidden id="S:0">c</div>',
            b"a<!--/$-->b<div>c</div>d<!--/$-->e",
            id="ends without a beginning",
        ),
        pytest.param(
            b'a<template id="B:0"></template>b<div hidden id="S:1">c</div>d</body>e',
            b'a<template id="B:0"></template>b</body>e<div hidden>c</div>d',
            id="no template waits for it: it stays hidden",
        ),
        pytest.param(
            b'a<div hidden id="S:0">b<template id="P:1"></template></div>'
            b'<div hidden id="S:1">c<template id="P:0"></template></div>',
            b"a<div hidden>b</div><div hidden>c</div>",
            id="each waits for the other",
        ),
        pytest.param(
            b'a<template id="P:0"></template><template id="P:0"></template><div hidden id="S:0">b</div>'
            b'<div hidden id="S:0">c</div>',
            b'a<div>b</div>c</div><template id="P:0"></template>',
            id="two of one number, once",
        ),
        pytest.param(
            b'<template id="B:2"></template>|<template id="P:2"></template>'
            b'<div hidden id="S:2">part</div><script>$RS("S:2","P:2")</script>'
            b'<div hidden id="S:4">c</div><script>$RC("B:2","S:4")</script>',
            b'<div>c</div><script>$RC("B:2","S:4")</script>|<div>part</div><script>$RS("S:2","P:2")</script>',
            id="where the page's own calls say, as React 18 counts boundaries apart",
        ),
        pytest.param(
            b'<!-- <template id="B:0"></template> --><script>t=\'<template id="B:0"></template></body>\'</script>a'
            b'<template id="B:0"></template><div hidden id="S:0">c</div>',
            b'<!-- <template id="B:0"></template> --><script>t=\'<template id="B:0"></template></body>\'</script>a'
            b"<div>c</div>",
            id="not where a comment or a script speaks of it",
        ),
    ],
)
def test_a_segment_stands_where_its_template_stood(page: bytes, after: bytes) -> None:
    assert in_place(page) == after


def test_a_page_without_segments_is_the_same() -> None:
    for page in (b"<p>a</p>", b'<p id="S:0">a</p><template id="B:0"></template>'):
        assert in_place(page) is page


def test_segments_one_in_the_other_without_end_need_no_stack() -> None:
    deep = 100_000
    inner = b"".join(b'<div hidden id="S:%x">%d<template id="P:%x"></template>' % (n, n, n + 1) for n in range(deep))
    page = in_place(b'<template id="P:0"></template>' + inner)
    assert page.startswith(b"<div>0<div>1<div>2<div>3")
    assert page.count(b"<div>") == deep


def test_the_story_is_read_in_the_order_in_which_readers_see_it() -> None:
    first, second, third = (
        f"The {what} of the harbour was drawn up by the council in the spring, and nobody who lives there had seen it."
        for what in ("first plan", "second plan", "last of the plans")
    )
    page = f"""<html><body><main><h1>The harbour</h1><p>{first}</p>
        <!--$?--><template id="B:0"></template><p>Loading the story, please wait for it to come.</p><!--/$-->
        <!--$?--><template id="B:1"></template><!--/$--></main>
        <div hidden id="S:1"><p>{third}</p></div><script>$RC("B:1","S:1")</script>
        <div hidden id="S:0"><p>{second}</p></div><script>$RC("B:0","S:0")</script></body></html>"""
    article = clean(page)
    assert [block.text for block in article.blocks] == [first, second, third]
    assert [(block.filter, block.text[:7]) for block in article.removed if block.filter == "hidden"] == [
        ("hidden", "Loading")
    ]
