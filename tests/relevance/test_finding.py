from datetime import date

from documents.search import Group
from tests.relevance.finding import Found, Judged, PageKey, RecordKey, grades_of, showable


def group(kind: str, title: str) -> Group:
    return Group(
        id=7,
        is_item=False,
        kind=kind,
        title=title,
        url="/",
        committee="Cabinet",
        meeting_date=date(2026, 10, 20),
        meeting_url="/",
        item="",
        item_title="",
        hits=(),
        more_hits=0,
    )


REPORT = group("Report", "Winter service")
PERSON = group("Person", "Councillor Keith Ormsgill")


def test_page_of_a_paper_is_found_by_its_number() -> None:
    answers = [Judged(2, PageKey(7, 3))]
    assert grades_of([Found(REPORT, PageKey(7, 2)), Found(REPORT, PageKey(7, 3))], answers) == [0, 2]


def test_answer_counts_once() -> None:
    found = [Found(PERSON, None), Found(PERSON, None)]
    assert grades_of(found, [Judged(2, None, RecordKey("person", "Keith Ormsgill"))]) == [2, 0]


def test_record_is_not_found_in_another_kind() -> None:
    assert grades_of([Found(PERSON, None)], [Judged(2, None, RecordKey("committee", "Keith Ormsgill"))]) == [0]


def test_record_of_another_meeting_is_not_found() -> None:
    answer = Judged(2, None, RecordKey("item", "Winter service", "Cabinet", date(2026, 9, 1)))
    assert grades_of([Found(group("Agenda item", "Winter service"), None)], [answer]) == [0]


def test_record_stands_for_the_page_beside_it() -> None:
    answer = Judged(2, PageKey(7, 1), RecordKey("item", "Winter service", "Cabinet", date(2026, 10, 20)))
    item = Found(group("Agenda item", "Winter service"), None)
    assert grades_of([item, Found(REPORT, PageKey(7, 1))], [answer]) == [2, 0]


def test_three_pages_of_a_paper_can_be_shown() -> None:
    answers = [
        Judged(1, PageKey(7, 1)),
        *(Judged(2, PageKey(7, number)) for number in (2, 3, 4)),
        Judged(1, PageKey(8, 1)),
    ]
    assert showable(answers) == [2, 2, 2, 1]
