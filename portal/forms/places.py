"""The committees and wards that forms offer to choose from, both read in one query."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet, Value

from committees.models import Committee, Ward
from portal.queries.kept import KeptQuery


def _places() -> "QuerySet[Any, Any]":
    """What they are, what they are sorted by, their slugs and names."""
    committees = Committee.objects.public().order_by().values_list(Value("committee"), "sort_key", "slug", "name")
    wards = Ward.objects.order_by().values_list(Value("ward"), "name", "slug", "name")
    return committees.union(wards, all=True).order_by("sort_key")


_PLACES = KeptQuery(_places)


def offer_places(fields: Mapping[str, Any]) -> None:
    """In the fields of these names; what may be chosen is still looked up in the field's own queryset."""
    wanted = [name for name in ("committee", "ward") if name in fields]
    places = _PLACES() if wanted else []
    for name in wanted:
        offered = [(slug, title) for kind, _key, slug, title in places if kind == name]
        fields[name].widget.choices = [("", fields[name].empty_label), *offered]
