import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.structure.recommendations import CERTAIN, Known, Labelled, likeness, match

LIBRARIES = "That libraries open on Saturdays until five o'clock, with volunteers where staff cannot be found."
PARKS = "That the fountains in every park be mended before the summer and checked by a plumber each month."
BUSES = "That operators be asked for a later bus to the northern estates on Fridays and Saturdays."
KNOWN = [Known(11, 1, "One", LIBRARIES), Known(12, 2, "Two", PARKS), Known(13, 3, "Three", BUSES)]


def test_same_number_and_wording_is_certain() -> None:
    matches = match([Labelled("1", 1, LIBRARIES), Labelled("2", 2, PARKS)], KNOWN)

    assert [one.id for one in matches] == [11, 12]
    assert all(one.confidence >= CERTAIN for one in matches)


def test_renumbered_list_follows_the_wording_with_less_confidence() -> None:
    matches = match([Labelled("1", 1, PARKS), Labelled("2", 2, BUSES), Labelled("3", 3, LIBRARIES)], KNOWN)

    assert [one.id for one in matches] == [12, 13, 11]
    assert all(0.5 < one.confidence < CERTAIN for one in matches)
    assert "another number" in matches[0].why


def test_number_alone_is_a_weaker_proposal() -> None:
    (one,) = match([Labelled("R2", 2, "")], KNOWN)

    assert one.id == 12
    assert one.confidence < CERTAIN


def test_two_equally_alike_are_unsure() -> None:
    known = [Known(1, 1, "1", PARKS), Known(2, 4, "4", PARKS)]

    (one,) = match([Labelled("7", 7, PARKS)], known)

    assert one.id is None
    assert one.confidence <= 0.5
    assert "equally like" in one.why


def test_two_equally_alike_are_told_apart_by_number_without_certainty() -> None:
    known = [Known(1, 1, "1", PARKS), Known(2, 4, "4", PARKS)]

    (one,) = match([Labelled("4", 4, PARKS)], known)

    assert one.id == 2
    assert one.confidence < CERTAIN


def test_other_reviews_numbers_match_nothing() -> None:
    other = "That councillors be paid for childcare when they sit in the evening."

    assert match([Labelled("1", 1, other)], KNOWN)[0].id is None


def test_reworded_recommendation_keeps_its_number() -> None:
    reworded = "That fountains in every park be repaired before summer, and checked monthly."

    (one,) = match([Labelled("2", 2, reworded)], KNOWN)

    assert one.id == 12
    assert one.confidence >= 0.5


def test_one_on_record_is_not_given_to_two() -> None:
    matches = match([Labelled("2", 2, PARKS), Labelled("5", 5, PARKS)], KNOWN)

    assert [one.id for one in matches] == [12, None]
    assert "another fits better" in matches[1].why


def test_parts_with_one_number_may_share_it() -> None:
    known = [Known(9, 9, "nine", "That (a) care leavers have advisers; and (b) pay no council tax until they are 25.")]
    read = [
        Labelled("9 (a)", 9, "That care leavers have advisers;"),
        Labelled("9 (b)", 9, "That care leavers pay no council tax until they are 25."),
    ]

    assert [one.id for one in match(read, known)] == [9, 9]


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        (PARKS, PARKS.upper().replace(",", ""), 1.0, 1.0),
        (PARKS, f"{PARKS} In doing so, the Council should ask residents which matter to them.", 0.85, 0.99),
        (PARKS, BUSES, 0.0, 0.3),
        ("", PARKS, 0.0, 0.0),
    ],
)
def test_likeness_of_wording(one: str, other: str, least: float, most: float) -> None:
    assert least <= likeness(one, other) <= most


@given(st.text(), st.text())
def test_likeness_is_between_nothing_and_all_and_the_same_either_way(one: str, other: str) -> None:
    assert 0 <= likeness(one, other) <= 1
    assert likeness(one, other) == pytest.approx(likeness(other, one), abs=0.15)


texts = st.sampled_from([LIBRARIES, PARKS, BUSES, "", "That x be done."])
numbers = st.none() | st.integers(1, 5)


@given(
    st.lists(st.tuples(st.text(max_size=3), numbers, texts), max_size=6),
    st.lists(st.tuples(numbers, st.text(max_size=3), texts), max_size=6),
)
def test_every_recommendation_read_has_one_match(
    read: list[tuple[str, int | None, str]], known: list[tuple[int | None, str, str]]
) -> None:
    records = [Known(place, *one) for place, one in enumerate(known)]

    matches = match([Labelled(*one) for one in read], records)

    assert [one.index for one in matches] == list(range(len(read)))
    assert all(0 <= one.confidence <= 1 and (one.id is None or one.id < len(known)) for one in matches)
