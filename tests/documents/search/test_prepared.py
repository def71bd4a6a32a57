"""Queries that are planned once."""

import pytest
from django.db import connection
from django.db.models import Q
from django.test.utils import CaptureQueriesContext

from committees.models import Committee
from documents.search.prepared import Prepared, fetched
from tests.builders import make_committee

pytestmark = pytest.mark.django_db

prepared = Prepared(
    lambda ids: Committee.objects.public().filter(pk__in=ids).order_by("name").values_list("pk", "name")
)


def test_rows_are_those_of_the_queryset() -> None:
    shown = [make_committee(name=name) for name in ("Planning", "Audit", "Licensing")]
    hidden = make_committee(name="Secret", is_public=False)
    ids = [shown[0].pk, hidden.pk, shown[1].pk]

    rows = list(Committee.objects.public().filter(pk__in=ids).order_by("name").values_list("pk", "name"))

    assert prepared.rows(ids) == rows == [(shown[1].pk, "Audit"), (shown[0].pk, "Planning")]


def test_other_ids_are_asked_for_each_time() -> None:
    first, second = make_committee(), make_committee()

    assert [prepared.rows([committee.pk])[0][0] for committee in (first, second, first)] == [
        first.pk,
        second.pk,
        first.pk,
    ]
    assert prepared.rows([]) == []


def test_a_query_that_is_watched_is_seen() -> None:
    committee = make_committee()

    with CaptureQueriesContext(connection) as captured:
        assert prepared.rows([committee.pk]) == [(committee.pk, committee.name)]
    assert len(captured) == 1


def test_ids_asked_for_twice_are_refused() -> None:
    twice = Prepared(lambda ids: Committee.objects.filter(Q(pk__in=ids) | Q(parent__in=ids)).values_list("pk"))

    with pytest.raises(ValueError, match="asked for once"):
        twice.rows([1])


@pytest.mark.django_db
def test_a_statement_is_kept_planned_on_its_connection() -> None:
    for _ in range(2):
        fetched("SELECT %s::int AS kept_planned", [1])

    ((count,),) = fetched("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE %s", ["%AS kept_planned"])
    assert count == 1
