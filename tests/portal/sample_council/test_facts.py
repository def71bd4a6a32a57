from collections import Counter
from datetime import date

from portal.sample_council.facts import sample_council

COUNCIL = sample_council(date(2026, 11, 22))


def test_council_has_forty_councillors_in_fifteen_wards() -> None:
    councillors = [person for person in COUNCIL.people.values() if person.is_councillor]
    assert len(councillors) == 40
    assert {person.ward for person in councillors} == {ward.name for ward in COUNCIL.wards}
    assert len(COUNCIL.wards) == 15


def test_committees_are_of_every_kind_and_one_has_ended() -> None:
    kinds = {"council", "executive", "scrutiny", "regulatory", "advisory", "joint", "partnership"}
    assert {committee.kind for committee in COUNCIL.committees.values()} == kinds
    ended = [committee for committee in COUNCIL.committees.values() if COUNCIL.ended_on(committee)]
    assert [committee.key for committee in ended] == ["centre"]


def test_nobody_holds_two_seats_on_a_committee_at_once() -> None:
    for committee in COUNCIL.committees.values():
        names = Counter(seat.person.name for seat in COUNCIL.seats_on(committee, COUNCIL.today) if seat.person)
        assert max(names.values(), default=1) == 1, committee.name


def test_a_seat_is_vacant_and_says_whom_it_represents() -> None:
    seats = COUNCIL.seats(COUNCIL.committees["learning"])
    assert [seat.representing for seat in seats if seat.person is None] == ["Church of England Diocese"]


def test_membership_changes_between_the_municipal_years() -> None:
    committee = COUNCIL.committees["scrutiny"]
    names = [
        {seat.person.name for seat in COUNCIL.seats_on(committee, day) if seat.person}
        for day in (COUNCIL.first_term, COUNCIL.this_term)
    ]
    assert names[0] - names[1] == {"Simon Aldercott"}
    assert names[1] - names[0] == {"Gareth Mossop"}
