"""What the filters have in common: their widgets, what may be chosen from, and what of the address is no choice."""

from collections.abc import Mapping
from typing import Any

import django_filters
from django import forms
from django.db.models import CharField, Func, QuerySet
from django.utils.translation import gettext_lazy as _

from committees.models import Committee, Ward
from portal.forms.asking import DATE_FORMATS, DateInput, show_error
from portal.forms.places import offer_places
from portal.forms.selects import Select
from portal.forms.unknown import Fault, faults_of, unknown_names

NOT_IN_LIST = {"invalid_choice": _("“%(value)s” is not in the list")}


class Joined(Func):
    """The texts of an array as one."""

    function = "array_to_string"
    output_field = CharField()


class PlacedFilter(django_filters.FilterSet):
    """Filters whose form may offer committees and wards. Bound only where something is chosen that they know."""

    def __init__(self, data: Mapping[str, str] | None = None, *args: Any, **options: Any) -> None:
        asked = data or {}
        self.unknown = unknown_names(asked, self.base_filters)
        is_chosen = any(asked.get(name, "").strip() for name in self.base_filters)
        super().__init__(data if is_chosen else None, *args, **options)

    @property
    def form(self) -> Any:
        is_new = not hasattr(self, "_form")
        form = super().form
        if is_new:
            self.offer(form.fields)
            for name in form.errors:
                show_error(form.fields[name].widget)
        return form

    @property
    def faults(self) -> list[Fault]:
        """Whatever the list is shown without, since it was not understood."""
        return faults_of(self.form, self.unknown)

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
        error_messages=NOT_IN_LIST,
        widget=Select(),
        **options,
    )


def ward_choice(**options: Any) -> Any:
    return django_filters.ModelChoiceFilter(
        queryset=Ward.objects.all(),
        to_field_name="slug",
        label=_("Ward"),
        empty_label=_("All wards"),
        error_messages=NOT_IN_LIST,
        widget=Select(),
        **options,
    )


def words_search(label: Any) -> Any:
    """Filters by the method `with_words`, word by word."""
    return django_filters.CharFilter(
        method="with_words",
        label=label,
        max_length=100,
        error_messages={"max_length": _("Use %(limit_value)d characters or fewer")},
        widget=forms.TextInput(attrs={"class": "govuk-input", "type": "search"}),
    )


def day_bound(label: Any, *, field_name: str, lookup: str) -> Any:
    return django_filters.DateFilter(
        field_name=field_name,
        lookup_expr=lookup,
        label=label,
        widget=DateInput(),
        input_formats=DATE_FORMATS,
        error_messages={"invalid": _("Enter a real date, such as 27/3/2026")},
    )
