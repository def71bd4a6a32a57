from math import isclose, log2

import pytest

from tests.relevance.judging import Figures, Outcome, dcg, figures, judge, ndcg


def test_dcg_of_two_answers_by_hand() -> None:
    # 3/log2(2) + 0/log2(3) + 1/log2(4) = 3 + 0 + 0.5
    assert isclose(dcg([2, 0, 1]), 3.5)


def test_dcg_counts_ten_hits_and_no_more() -> None:
    assert dcg([0] * 10 + [2]) == 0
    assert isclose(dcg([0] * 9 + [2]), 3 / log2(11))


def test_ndcg_of_the_best_list_is_one() -> None:
    assert ndcg([2, 2, 1], [1, 2, 2]) == 1


def test_ndcg_of_an_answer_in_second_place_by_hand() -> None:
    # (1/1 + 3/log2(3)) / (3/1 + 1/log2(3))
    assert isclose(ndcg([1, 2], [2, 1]), 0.7967, abs_tol=0.0001)


def test_ndcg_of_more_answers_than_ten_can_be_one() -> None:
    assert ndcg([1] * 10, [1] * 15) == 1


def test_ndcg_without_answers_is_refused() -> None:
    with pytest.raises(ValueError, match="without answers"):
        ndcg([0], [])


def test_answer_in_third_place_is_in_the_first_three() -> None:
    assert judge([0, 1, 2], [2, 1]).is_answered


def test_what_only_helps_is_no_answer() -> None:
    assert not judge([1, 1, 0, 2], [2, 1, 1]).is_answered


def test_figures_are_means() -> None:
    assert figures([Outcome(1.0, True), Outcome(0.5, False)]) == Figures(2, 0.75, 0.5)
