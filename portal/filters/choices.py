"""What the filters have in common: their widgets, and what may be chosen from."""

from typing import Any

import django_filters
from django import forms
from django.db.models import CharField, Func, QuerySet
from django.utils.translation import gettext_lazy as _

from committees.models import Committee, Ward
from portal.forms.asking import DATE_FORMATS, DateInput
from portal.forms.places import offer_places
from portal.forms.selects import Select


class Joined(Func):
    """The texts of an array as one."""

    function = "array_to_string"
    output_field = CharField()


class PlacedFilter(django_filters.FilterSet):
    """Filters whose form may offer committees and wards."""

    @property
    def form(self) -> Any:
        is_new = not hasattr(self, "_form")
        form = super().form
        if is_new:
            self.offer(form.fields)
        return form

    def offer(self, fields: dict[str, Any]) -> None:
        """What selects show, read without a cursor for each of them."""
        offer_places(fields)


def public_committees(request: Any) -> "QuerySet[Committee]":
    return Committee.objects.public()


def committee_choice(**options: Any) -> Any:
    return django_filters.ModelChoiceFilter(
        queryset=public_committees,
        to_field_name="slug",
        label=_("Committee"),
        empty_label=_("All committees"),
        widget=Select(),
        **options,
    )


def ward_choice(**options: Any) -> Any:
    return django_filters.ModelChoiceFilter(
        queryset=Ward.objects.all(),
        to_field_name="slug",
        label=_("Ward"),
        empty_label=_("All wards"),
        widget=Select(),
        **options,
    )


def words_search(label: Any) -> Any:
    """Filters by the method `with_words`, word by word."""
    return django_filters.CharFilter(
        method="with_words",
        label=label,
        max_length=100,
        widget=forms.TextInput(attrs={"class": "govuk-input", "type": "search"}),
    )


def day_bound(label: Any, *, field_name: str, lookup: str) -> Any:
    return django_filters.DateFilter(
        field_name=field_name, lookup_expr=lookup, label=label, widget=DateInput(), input_formats=DATE_FORMATS
    )
