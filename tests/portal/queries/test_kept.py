from datetime import date, timedelta
from typing import Any

import pytest
from django.db.models import Exists, OuterRef
from pytest_django import DjangoAssertNumQueries

from committees.models import Attendance, Committee, Meeting, MeetingMember, Membership, Ward
from documents.models import Report
from portal.queries.kept import KeptQuery
from portal.queries.rows_within import read_rows, rows_within
from tests.builders import make_committee, make_meeting, make_membership, make_paper, make_person, make_ward

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 2)


def test_rows_are_those_of_the_queryset_for_other_values_each_time() -> None:
    meetings = KeptQuery(
        lambda committee, today: (
            Meeting.objects.public()
            .filter(committee=committee)
            .from_day(today)
            .select_related("committee")
            .annotate(has_seats=Exists(Membership.objects.filter(committee=OuterRef("committee"))))
        )
    )
    for name in ("Planning 100%", "Licensing"):
        committee = make_committee(name=name)
        make_meeting(committee=committee, date=TODAY - timedelta(days=1))
        coming = make_meeting(committee=committee, date=TODAY, title="50% off")
        found: list[Any] = meetings(committee=committee.pk, today=TODAY)
        assert found == [coming]
        assert (found[0].committee.name, found[0].title, found[0].has_seats) == (name, "50% off", False)
        assert found[0].time == coming.time
        assert found[0].published_at == coming.published_at
    assert meetings.first(committee=0, today=TODAY) is None


def test_text_lists_and_values_can_be_given() -> None:
    first, second = make_committee(name="It’s %s"), make_committee(name="Other")
    by_slug = KeptQuery(lambda slug: Committee.objects.filter(slug=slug))
    assert by_slug(slug=first.slug) == [first]
    assert by_slug(slug="'; DROP TABLE committees_ward; --") == []
    names = KeptQuery(lambda ids: Committee.objects.filter(pk__in=ids, name__contains="t").values_list("name"))
    assert sorted(names(ids=[first.pk, second.pk])) == [("It’s %s",), ("Other",)]
    assert names(ids=[]) == []


def test_texts_can_be_given_as_an_array() -> None:
    paper = make_paper()
    report = Report.objects.create(document=paper, version=paper.versions.get(), wards=["North", "It’s %s"])
    named = KeptQuery(lambda names: Report.objects.filter(wards__overlap=names))
    assert named(names=["South", "It’s %s"]) == [report]
    assert named(names=["'; DROP TABLE committees_ward; --"]) == []
    assert named(names=[]) == []


def test_list_elsewhere_is_refused() -> None:
    with pytest.raises(ValueError, match="after IN, or in an array"):
        KeptQuery(lambda ids: Committee.objects.filter(pk__gt=ids[0]))(ids=[1])


def test_what_is_prefetched_is_there(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    ward = make_ward()
    person = make_person(ward=ward)
    wards = KeptQuery(lambda: Ward.objects.prefetch_related("people"))
    with django_assert_num_queries(2):
        assert list(wards()[0].people.all()) == [person]


def test_hidden_row_is_gone_from_a_query_that_was_kept() -> None:
    committees = KeptQuery(lambda: Committee.objects.public())
    committee = make_committee()
    assert committees() == [committee]
    Committee.objects.update(is_public=False)
    assert committees() == []


def test_value_that_is_not_asked_for_is_an_error() -> None:
    with pytest.raises(ValueError, match="does not ask for"):
        KeptQuery(lambda today: Committee.objects.public())(today=TODAY)


def test_rows_within_are_whole(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    meeting, person = make_meeting(), make_person(name="Ann Open", ward=make_ward())
    member = MeetingMember.objects.create(meeting=meeting, order=1, name="Ann", person=person, role="chair")
    vacant = MeetingMember.objects.create(meeting=meeting, order=2, role="vacancy")
    came = Attendance.objects.create(meeting=meeting, person=person)
    make_membership(committee=meeting.committee)
    with django_assert_num_queries(1):
        own = OuterRef("pk")
        found: Any = Meeting.objects.annotate(
            members=rows_within(MeetingMember.objects.filter(meeting=own).order_by("order"), "person"),
            came=rows_within(Attendance.objects.filter(meeting=own)),
            near=rows_within(Meeting.objects.filter(pk=own)),
        ).get()
        members = read_rows(MeetingMember, found.members, "person")
        assert members == [member, vacant]
        assert members[0].person == person
        assert members[0].person.formal_name == "Councillor Ann Open"
        assert members[1].person is None
        assert read_rows(Attendance, found.came) == [came]
        (same,) = read_rows(Meeting, found.near)
        assert (same.date, same.time, same.published_at) == (meeting.date, meeting.time, meeting.published_at)
        assert read_rows(Meeting, []) == []
