"""Counts over all texts at once are those of each text by itself."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from cleaner.model.characters import counts
from cleaner.wording import key_of

TEXTS = st.lists(
    st.text(st.one_of(st.sampled_from(" ,.!?0123，、،。！？।۔٣९\n\0é"), st.characters(max_codepoint=0xFFFF))),
    min_size=1,
)


def stops(text: str) -> int:
    return len(re.findall(r"\. " if text.isascii() else r"[.!?] |[。！？।۔]", text))


@given(TEXTS)
def test_each_text_by_itself(texts: list[str]) -> None:
    found = counts(texts)
    assert found.spaces.tolist() == [text.count(" ") for text in texts]
    assert found.commas.tolist() == [len(re.findall("[,，、،]", text)) for text in texts]
    assert found.stops.tolist() == [stops(text) for text in texts]
    assert found.numbers_in_key.tolist() == [len(re.findall(r"\d+", text[:200])) for text in texts]


def test_no_text_ends_in_the_next() -> None:
    assert counts(["The end.", " And on"]).stops.tolist() == [0, 0]
    assert counts(["In 20", "24", ""]).numbers_in_key.tolist() == [1, 1, 0]


@given(st.text(st.one_of(st.sampled_from(" .-»#12ßİﬃ٣"), st.characters(max_codepoint=0xFFFF)), max_size=20))
def test_the_numbers_are_those_of_the_key(text: str) -> None:
    texts = [text * 30, f"{'a' * 199}12", f"{'a' * 200}12", "1 " * 150]
    assert counts(texts).numbers_in_key.tolist() == [len(re.findall(r"\d+", key_of(text))) for text in texts]


def test_long_texts_are_looked_at_in_pieces() -> None:
    texts = ["A pier, a boat. " * 100_000, "1 2", "3. " * 400_000]
    assert counts(texts).stops.tolist() == [100_000, 0, 400_000]
    assert counts(texts).spaces.tolist() == [400_000, 1, 400_000]
    assert counts(texts).numbers_in_key.tolist() == [0, 2, 67]


def test_what_is_outside_of_the_basic_plane_is_nothing_and_half_a_pair_is_no_error() -> None:
    assert counts(["😀, 😀. 😀", "\ud83d, a"]).commas.tolist() == [1, 1]
    assert counts(["😀, 😀. 😀"]).stops.tolist() == [1]
