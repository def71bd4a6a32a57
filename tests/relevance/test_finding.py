from datetime import date

from tests.relevance.finding import Found, Judged, PageKey, RecordKey, grades_of, showable

DAY = date(2026, 10, 20)
PERSON = Found("Person", "Councillor Keith Ormsgill", "", None, None)
ITEM = Found("Agenda item", "Winter service", "Cabinet", DAY, None)


def page(number: int) -> Found:
    return Found("Report", "Winter service", "Cabinet", DAY, PageKey(7, number))


def test_page_of_a_paper_is_found_by_its_number() -> None:
    answers = [Judged(2, PageKey(7, 3))]
    assert grades_of([page(2), page(3)], answers) == [0, 2]


def test_answer_counts_once() -> None:
    assert grades_of([PERSON, PERSON], [Judged(2, None, RecordKey("person", "Keith Ormsgill"))]) == [2, 0]


def test_record_is_not_found_in_another_kind() -> None:
    assert grades_of([PERSON], [Judged(2, None, RecordKey("committee", "Keith Ormsgill"))]) == [0]


def test_record_of_another_meeting_is_not_found() -> None:
    answer = Judged(2, None, RecordKey("item", "Winter service", "Cabinet", date(2026, 9, 1)))
    assert grades_of([ITEM], [answer]) == [0]


def test_record_stands_for_the_page_beside_it() -> None:
    answer = Judged(2, PageKey(7, 1), RecordKey("item", "Winter service", "Cabinet", DAY))
    assert grades_of([ITEM, page(1)], [answer]) == [2, 0]


def test_three_pages_of_a_paper_can_be_shown() -> None:
    answers = [
        Judged(1, PageKey(7, 1)),
        *(Judged(2, PageKey(7, number)) for number in (2, 3, 4)),
        Judged(1, PageKey(8, 1)),
    ]
    assert showable(answers) == [2, 2, 2, 1]
