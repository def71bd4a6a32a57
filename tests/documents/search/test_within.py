"""Search within a committee, a ward, a meeting, a paper, and the papers of a person; and what there is to choose."""

from datetime import date

import pytest

from committees.models import Ward
from documents.actions.papers import withdraw_document
from documents.models import Report
from documents.search import Results, search
from documents.search.doubts import Doubt
from tests.builders import (
    make_clerk,
    make_committee,
    make_decision,
    make_item,
    make_meeting,
    make_paper,
    make_person,
    make_ward,
)
from tests.indexes import counts, follow, titles

pytestmark = pytest.mark.django_db

OLD, NEW = date(2020, 3, 5), date(2026, 3, 5)


def facet(results: Results, name: str) -> dict[str, int]:
    return {value.label: value.pages for facet in results.facets if facet.name == name for value in facet.values}


def paper_of_ward(ward: Ward, title: str) -> None:
    paper = make_paper(title=title, pages=("kingfisher",))
    assert paper.current_version is not None
    Report.objects.create(document=paper, version=paper.current_version, wards=[f"{ward.name} Ward"])


def test_facets_count_a_paper_taken_twice_for_both_committees_and_years() -> None:
    first, second = make_committee(name="Audit"), make_committee(name="Planning")
    paper = make_paper(item=make_item(meeting=make_meeting(committee=first, date=OLD)), pages=("kingfisher",) * 2)
    again = make_item(meeting=make_meeting(committee=second, date=NEW))
    paper.listings.create(meeting=again.meeting, item=again, order=1)
    follow()

    results = search(query="kingfisher")
    assert facet(results, "committee") == {"Audit": 2, "Planning": 2}
    assert facet(results, "year") == {"2026": 2, "2020": 2}
    assert facet(search(query="kingfisher", committee=first), "year") == {"2020": 2}
    assert facet(search(query="kingfisher", date_from=NEW), "committee") == {"Planning": 2}
    for committee in (first, second):
        assert search(query="kingfisher", committee=committee).pages == 2


def test_facets_do_not_count_what_is_withdrawn_while_the_follower_is_stopped() -> None:
    gone = make_paper(kind="minutes", pages=("kingfisher",))
    make_paper(pages=("kingfisher",))
    follow()
    withdraw_document(document=gone, by=make_clerk(), reason="It named a resident.")

    assert facet(search(query="kingfisher"), "kind") == {"Report": 1}


def test_a_ward_is_that_of_reports_and_decisions() -> None:
    ward, other = make_ward(name="St Mary’s", slug="st-marys"), make_ward(name="Barnsbury")
    paper_of_ward(ward, "A")
    paper_of_ward(other, "B")
    make_decision(title="C", parts=["kingfisher"], wards=(ward,))
    follow()

    assert facet(search(query="kingfisher"), "ward") == {"St Mary’s": 2, "Barnsbury": 1}
    assert sorted(titles("kingfisher", ward=ward)) == ["A", "C"]
    assert sorted(titles('kingfisher ward:"st marys"')) == sorted(titles("kingfisher ward:mary")) == ["A", "C"]
    assert titles("kingfisher ward:mary", ward=other) == ["B"]


def test_a_ward_there_is_not_is_plain_words_and_said() -> None:
    make_paper(title="A", pages=("kingfisher in the ward of heron",))
    follow()

    results = search(query="kingfisher ward:heron")

    assert results.doubt is Doubt.WARD
    assert [group.title for group in results.groups] == ["A"]


def test_a_meeting() -> None:
    meeting = make_meeting()
    make_paper(title="A", item=make_item(meeting=meeting), pages=("kingfisher",))
    make_item(title="Kingfisher", meeting=meeting)
    make_paper(title="B", pages=("kingfisher",))
    follow()

    assert sorted(titles("kingfisher", meeting=meeting.pk)) == ["A", "Kingfisher"]


def test_a_paper_with_every_hit_quoted() -> None:
    paper = make_paper(title="A", pages=tuple(f"kingfisher number {number}" for number in range(5)))
    make_paper(title="B", pages=("kingfisher",))
    follow()

    (group,) = search(query="kingfisher", paper=paper.pk).groups

    assert sorted("".join(part.text for part in hit.passage) for hit in group.hits) == [
        f"kingfisher number {number}" for number in range(5)
    ]
    assert group.more_hits == 0


def test_a_paper_that_is_withdrawn_is_not_searched_within() -> None:
    paper = make_paper(pages=("kingfisher",))
    follow()
    withdraw_document(document=paper, by=make_clerk(), reason="It named a resident.")

    assert counts(search(query="kingfisher", paper=paper.pk)) == (0, 0)


def test_a_person_is_of_what_names_or_is_decided_by_them() -> None:
    person = make_person(name="Sana Ahmed")
    make_paper(title="Named", pages=("Councillor Sana Ahmed saw a kingfisher",))
    make_paper(title="Another", pages=("Ahmed and Sana saw a kingfisher",))
    make_decision(title="Decided", kind="member", person=person, decided_by="Executive Member", parts=["kingfisher"])
    follow()

    assert sorted(titles("kingfisher", person=person)) == ["Decided", "Named"]


def test_a_councillor_is_found_first_by_any_form_of_the_name() -> None:
    make_person(name="Sana Ahmed", honours="OBE", is_councillor=True)
    for number in range(3):
        make_paper(title=f"Sana Ahmed {number}", pages=("Cllr Sana Ahmed, Councillor Sana Ahmed OBE " * 5,))
    follow()

    for query in ("sana ahmed", "Cllr Sana Ahmed", "Councillor Sana Ahmed OBE"):
        assert search(query=query).groups[0].type == "person", query
