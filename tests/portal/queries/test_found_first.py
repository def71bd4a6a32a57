import pytest
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef

from committees.models import Committee, Meeting
from portal.queries.found_first import OneOf, found_first, in_order, of_each
from tests.builders import make_committee, make_meeting

pytestmark = pytest.mark.django_db


def test_rows_are_found_by_any_of_the_querysets() -> None:
    first, second, _third = make_committee(name="A"), make_committee(name="B"), make_committee(name="C")
    named = [Committee.objects.filter(name=name).order_by() for name in ("A", "B")]
    assert set(Committee.objects.filter(found_first(*named))) == {first, second}


def test_rows_are_found_by_the_values_of_other_rows() -> None:
    met, _other = make_meeting(), make_committee(name="Never met")
    assert list(Committee.objects.filter(found_first(Meeting.objects.values("committee")))) == [met.committee]


def test_nothing_is_found_where_nothing_is_named() -> None:
    make_committee()
    assert not Committee.objects.filter(found_first(Committee.objects.none())).exists()


def test_row_is_one_of_an_array() -> None:
    meeting, _other = make_meeting(), make_meeting(committee=make_committee(name="B"))
    own = ArraySubquery(Committee.objects.filter(pk=meeting.committee_id).values("pk"))
    assert list(Meeting.objects.filter(OneOf("committee", own))) == [meeting]


def test_condition_of_each_row_finds_what_the_condition_does() -> None:
    meeting, _other = make_meeting(), make_committee(name="Never met")
    met = Exists(Meeting.objects.filter(committee=OuterRef("pk")))
    assert list(Committee.objects.filter(of_each(met))) == [meeting.committee]


def test_rows_stand_as_their_ids_were_found_and_those_gone_are_left_out() -> None:
    rows = [Committee(pk=1), Committee(pk=2)]
    assert [row.pk for row in in_order([2, 9, 1], rows)] == [2, 1]
