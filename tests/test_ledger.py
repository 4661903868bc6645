"""The one runner: it applies what filters report, and every block is accounted for."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from by_hand import STORY, Line, button, link, page

from cleaner.block import Drop, Filter, Keep, Page
from cleaner.errors import FilterError
from cleaner.ledger import Ledger, restored, run, runs, with_back

PAGE = page(*STORY[:4])


def says(*verdicts: Drop | Keep) -> Filter:
    return lambda page: verdicts


def outcome(ledger: Ledger) -> tuple[list[int], list[tuple[int, str, str]]]:
    return (
        [block.index for block in ledger.kept],
        [(entry.block.index, entry.filter, entry.reason) for entry in ledger.removed],
    )


def test_without_filters_all_is_kept() -> None:
    assert outcome(run((), PAGE)) == ([0, 1, 2, 3], [])


def test_a_drop_removes_the_block_with_the_filters_name_and_its_reason() -> None:
    ledger = run([("a", says(Drop(2, "why")))], PAGE)
    assert outcome(ledger) == ([0, 1, 3], [(2, "a", "why")])


def test_the_first_to_drop_a_block_is_the_one_that_the_ledger_names() -> None:
    ledger = run([("a", says(Drop(2, "one"), Drop(2, "two"))), ("b", says(Drop(2, "three")))], PAGE)
    assert outcome(ledger)[1] == [(2, "a", "one")]


def test_removals_are_in_page_order_whatever_the_order_of_the_drops() -> None:
    ledger = run([("a", says(Drop(3, "x"), Drop(1, "x"))), ("b", says(Drop(2, "x"), Drop(0, "x")))], PAGE)
    assert outcome(ledger) == ([], [(0, "b", "x"), (1, "a", "x"), (2, "b", "x"), (3, "a", "x")])


def test_a_later_filter_sees_what_is_left_and_what_there_was() -> None:
    seen: list[tuple[list[int], int]] = []

    def watch(page: Page) -> Iterator[Drop]:
        seen.append(([block.index for block in page.blocks], len(page.original)))
        yield from ()

    run([("before", watch), ("a", says(Drop(1, "x"))), ("after", watch)], PAGE)
    assert seen == [([0, 1, 2, 3], 4), ([0, 2, 3], 4)]


def test_a_later_filter_sees_who_took_what() -> None:
    seen: list[dict[int, str]] = []

    def watch(page: Page) -> Iterator[Drop]:
        seen.append(dict(page.removed))
        yield from ()

    filters = [("a", says(Drop(1, "x"), Drop(2, "x"))), ("b", says(Drop(1, "x"), Drop(3, "x"), Keep(2, "x")))]
    run([("before", watch), filters[0], ("between", watch), filters[1], ("after", watch)], PAGE)
    assert seen == [{}, {1: "a", 2: "a"}, {1: "a", 3: "b"}]


def test_a_filter_that_changes_nothing_leaves_the_page_as_it_is() -> None:
    seen: list[Page] = []

    def watch(page: Page) -> Iterator[Drop]:
        seen.append(page)
        yield from ()

    idle = says(Drop(1, "again"), Keep(0, "left anyway"))
    run([("a", says(Drop(1, "x"))), ("b", watch), ("idle", idle), ("c", watch)], PAGE)
    assert seen[0] is seen[1]


def test_a_keep_overrides_the_drops_after_it() -> None:
    ledger = run([("a", says(Keep(1, "announced"))), ("b", says(Drop(1, "x"), Drop(2, "x")))], PAGE)
    assert outcome(ledger) == ([0, 1, 3], [(2, "b", "x")])


def test_a_keep_overrides_the_drops_before_it_and_later_filters_see_the_block_again() -> None:
    seen: list[int] = []

    def watch(page: Page) -> Iterator[Drop]:
        seen.extend(block.index for block in page.blocks)
        yield from ()

    ledger = run([("a", says(Drop(1, "x"))), ("b", says(Keep(1, "announced"))), ("c", watch)], PAGE)
    assert outcome(ledger) == ([0, 1, 2, 3], [])
    assert seen == [0, 1, 2, 3]


def test_the_ledger_says_what_is_body_whatever_others_say() -> None:
    ledger = run([("a", says(Keep(1, "x"), Drop(3, "x"))), ("b", says(Drop(2, "x"), Drop(3, "x")))], PAGE, keep=("b",))
    assert ledger.protected == {1, 2}


def test_a_keep_and_drops_of_one_filter() -> None:
    ledger = run([("a", says(Drop(1, "x"), Keep(1, "announced"), Drop(1, "y"), Drop(2, "z")))], PAGE)
    assert outcome(ledger) == ([0, 1, 3], [(2, "a", "z")])


def test_a_role_gives_the_block_to_a_field_in_page_order() -> None:
    drops = says(Drop(2, "x", "tags"), Drop(0, "x", "tags"), Drop(1, "x"))
    ledger = run([("a", drops)], PAGE)
    assert {role: [block.index for block in blocks] for role, blocks in ledger.roles.items()} == {"tags": [0, 2]}


def test_the_finds_of_a_kept_filter_stay_and_fill_their_field() -> None:
    filters = [("a", says(Drop(1, "x", "caption"))), ("b", says(Drop(1, "y"), Drop(2, "y")))]
    ledger = run(filters, PAGE, keep=("a",))
    assert outcome(ledger) == ([0, 1, 3], [(2, "b", "y")])
    assert [block.index for block in ledger.roles["caption"]] == [1]


def test_what_an_earlier_filter_took_is_not_brought_back_by_a_kept_one() -> None:
    ledger = run([("a", says(Drop(1, "x"))), ("b", says(Drop(1, "y")))], PAGE, keep=("b",))
    assert outcome(ledger) == ([0, 2, 3], [(1, "a", "x")])


def test_what_a_filter_raises_becomes_an_error_with_its_name_and_cause() -> None:
    def broken(page: Page) -> Iterator[Drop]:
        yield Drop(0, "x")
        raise KeyError("pier")

    with pytest.raises(FilterError, match="'broken' raised KeyError: 'pier'") as caught:
        run([("broken", broken)], PAGE)
    assert caught.value.filter == "broken"
    assert isinstance(caught.value.__cause__, KeyError)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (None, "returned None; it must yield Drops or return a list of them"),
        (3, "returned 3; it must yield Drops or return a list of them"),
        (["a word"], "gave 'a word'; a verdict is a Drop(index, reason) or a Keep(index, reason)"),
        ([1], "gave 1; a verdict is a Drop"),
        ([(1, "why")], "gave (1, 'why'); a verdict is a Drop"),
        ([PAGE.blocks[0]], "gave Block(index=0, "),
        ([None], "gave None; a verdict is"),
        ([Drop("1", "why")], "gave a verdict on block '1'; the index must be an int, as block.index is"),  # type: ignore[arg-type]
        ([Drop(True, "why")], "gave a verdict on block True; the index must be an int"),
        ([Drop([1], "why")], "gave a verdict on block [1]; the index must be an int"),  # type: ignore[arg-type]
        ([Drop(4, "why")], "gave a verdict on block 4, which the page does not have; take the index from block.index"),
        ([Drop(-1, "why")], "gave a verdict on block -1, which the page does not have"),
        ([Keep(4, "why")], "gave a verdict on block 4, which the page does not have"),
        ([Drop(1, None)], "gave the reason None for block 1; a reason must be a str"),  # type: ignore[arg-type]
        ([Keep(1, 2)], "gave the reason 2 for block 1; a reason must be a str"),  # type: ignore[arg-type]
        ([Drop(1, "why", "bogus")], "gave block 1 the role 'bogus'; a role is None or one of 'caption', 'credit', "),  # type: ignore[arg-type]
        ([Drop(1, "why", [])], "gave block 1 the role []; a role is None or one of"),  # type: ignore[arg-type]
    ],
)
def test_what_is_no_verdict_is_an_error_that_says_what_belongs_there(answer: object, said: str) -> None:
    wrong: Callable[[Page], object] = lambda page: answer  # noqa: E731
    with pytest.raises(FilterError) as caught:
        run([("wrong", wrong)], PAGE)  # type: ignore[list-item]  # that is the point
    assert caught.value.filter == "wrong"
    assert str(caught.value).startswith(f"The filter 'wrong' {said}")
    assert str(caught.value).endswith("; mend it, or leave it out with with_filters(wrong=None).")
    assert len(str(caught.value)) < 300


def test_every_block_is_kept_or_removed_and_none_is_both() -> None:
    ledger = run([("a", says(Drop(0, "x"), Keep(2, "x"))), ("b", says(Drop(2, "x"), Drop(3, "x")))], PAGE)
    kept, removed = outcome(ledger)
    assert sorted([*kept, *(index for index, _, _ in removed)]) == [0, 1, 2, 3]


def test_the_page_itself_is_left_as_it_was() -> None:
    run([("a", says(Drop(0, "x")))], PAGE)
    assert [block.index for block in PAGE.blocks] == [0, 1, 2, 3]


def test_restored_blocks_are_those_that_the_paragraphs_say() -> None:
    ledger = run([("a", says(*(Drop(index, "x") for index in range(4))))], PAGE)
    again = restored(ledger, [STORY[2], f"{STORY[0].upper()} And more."])
    assert outcome(again) == ([0, 2], [(1, "a", "x"), (3, "a", "x")])


@pytest.mark.parametrize("text", ["Ad", "***"])
def test_a_block_is_not_restored_by_letters_inside_a_word(text: str) -> None:
    ledger = run([("a", says(Drop(0, "x")))], page(text, *STORY))
    assert outcome(restored(ledger, ["Two storms had torn away the planks."]))[1] == [(0, "a", "x")]


def test_nothing_is_restored_by_no_paragraphs() -> None:
    ledger = run([("a", says(Drop(0, "x")))], PAGE)
    assert outcome(restored(ledger, ())) == ([1, 2, 3], [(0, "a", "x")])


def all_gone(made: Page, role: str | None = None) -> Ledger:
    return run([("a", says(*(Drop(block.index, "x", role) for block in made.blocks)))], made)  # type: ignore[arg-type]


def back(made: Page, *paragraphs: str, role: str | None = None) -> list[int]:
    return outcome(restored(all_gone(made, role), paragraphs))[0]


def test_a_part_of_a_paragraph_or_of_several_comes_back() -> None:
    assert back(page(STORY[0].partition(",")[0], f"{STORY[0]} {STORY[1]}", STORY[2]), STORY[0], STORY[1]) == [0, 1]


def test_a_short_text_comes_back_as_a_whole_paragraph_alone() -> None:
    assert back(page("the outer islands", "Fares", "from Friday"), STORY[0], "Fares:") == [1]


def test_a_short_link_does_not_come_back_but_a_linked_sentence_does() -> None:
    assert back(page(link("Fares"), link(STORY[0]), button("Fares")), "Fares", STORY[0]) == [1, 2]


def test_a_text_of_few_words_comes_back_as_a_whole_paragraph_alone() -> None:
    sentence = "港务局周五宣布新码头终于建成渡轮将从下个月开始重新开往外海诸岛每天早晚各一班遇到大风大浪时停航。"
    assert back(page(sentence), f"{sentence}居民们非常高兴。") == []
    assert back(page(sentence), "居民们非常高兴。", sentence) == [0]


def test_words_in_another_order_do_not_come_back() -> None:
    assert back(page(" ".join(reversed(STORY[0].split()))), STORY[0]) == []


def test_each_text_comes_back_once_and_none_that_the_body_has() -> None:
    assert back(page(STORY[0], STORY[0].upper(), STORY[1]), *STORY) == [0, 2]
    ledger = run([("repeats", says(Drop(0, "x")))], page(STORY[0], STORY[0]))
    assert outcome(restored(ledger, STORY))[0] == [1]


def test_what_a_reader_cannot_see_does_not_come_back() -> None:
    ledger = run([("hidden", says(Drop(0, "x")))], PAGE)
    assert outcome(restored(ledger, STORY))[0] == [1, 2, 3]


def test_what_fills_a_field_comes_back_only_as_sentences() -> None:
    made = page(Line("Children on the way to the mail boat, in January", "caption"), STORY[0])
    assert back(made, made.blocks[0].text, STORY[0], role="caption") == [1]


@pytest.mark.parametrize("paragraphs", [("***",), ("",), ("—", "")])
def test_a_text_without_words_does_not_come_back(paragraphs: tuple[str, ...]) -> None:
    assert back(page("***", "—"), *paragraphs) == []


def test_blocks_come_back_by_their_indices_in_page_order() -> None:
    ledger = run([("a", says(Drop(0, "x"), Drop(2, "x", "tags"), Drop(3, "x")))], PAGE)
    again = with_back(ledger, {2, 0, 9})
    assert outcome(again) == ([0, 1, 2], [(3, "a", "x")])
    assert again.roles == ledger.roles
    assert with_back(ledger, ()) == ledger


def test_runs_of_words() -> None:
    assert list(runs("the mail boat runs".split())) == [("the", "mail", "boat"), ("mail", "boat", "runs")]
    assert list(runs(["mail", "boat"])) == list(runs([])) == []


class Mute(Exception):
    def __str__(self) -> str:
        raise RuntimeError


def test_an_exception_that_cannot_speak_is_an_error_all_the_same() -> None:
    def broken(page: Page) -> Iterator[Drop]:
        raise Mute
        yield

    with pytest.raises(FilterError, match="'broken' raised Mute: what it cannot say itself"):
        run([("broken", broken)], page("Oak"))
