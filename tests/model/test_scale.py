"""Numbers from 0 to 100 that need no logarithm."""

from __future__ import annotations

import numpy as np

from cleaner.model.scale import log, share


def test_small_counts_are_themselves_and_each_step_is_a_quarter_more() -> None:
    counts = np.array([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 14, 15, 18])
    assert log(counts).tolist() == [0, 1, 2, 3, 4, 5, 6, 7, 7, 8, 8, 9, 9, 10, 11]


def test_it_never_falls_and_no_count_goes_over_100() -> None:
    steps = log(np.arange(200_000)).astype(int)
    assert set(np.diff(steps)) == {0, 1}
    assert log(np.array([2**62])).tolist() == [97]


def test_larger_counts_beside_them_change_no_smaller_ones() -> None:
    some = np.array([-1, 0, 1, 9, 1000, 131_071, 131_072])
    for count in some:
        assert log(np.array([count])).tolist() == log(np.array([count, 2**40])).tolist()[:1]


def test_a_share_is_percent_rounded_down() -> None:
    assert share(np.array([1, 2, 3, 1]), np.array([3, 3, 3, 1000])).tolist() == [33, 66, 100, 0]


def test_a_share_of_nothing_and_one_of_less_than_itself() -> None:
    assert share(np.array([0, 5, -1]), np.array([0, 4, 4])).tolist() == [0, 100, 0]


def test_bytes_of_any_shape() -> None:
    assert log(np.ones((2, 3), np.int64)).dtype == share(np.ones((2, 3), np.int64), np.ones((2, 3), np.int64)).dtype
    assert log(np.ones((2, 3), np.int64)).shape == (2, 3)
