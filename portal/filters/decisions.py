from typing import Any

import django_filters
from django import forms
from django.db.models import F, Q, QuerySet, Value
from django.utils.translation import gettext_lazy as _

from committees.models import Decision
from portal.filters.choices import (
    NOT_IN_LIST,
    Joined,
    PlacedFilter,
    committee_choice,
    day_bound,
    ward_choice,
    words_search,
)
from portal.forms.selects import Select


class DaysForm(forms.Form):
    """Days in their order."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = cleaned.get("date_from"), cleaned.get("date_to")
        if first and last and last < first:
            self.add_error("date_to", _("The last day must be the same as or after the first"))
        return cleaned


class DecisionFilter(PlacedFilter):
    """Public decisions by words, committee, ward, kind, key, and the days between which they were made."""

    words = words_search(_("Words of the decision"))
    committee = committee_choice()
    ward = ward_choice(field_name="wards")
    kind = django_filters.ChoiceFilter(
        choices=Decision.Kind.choices,
        label=_("Kind"),
        empty_label=_("All kinds"),
        error_messages=NOT_IN_LIST,
        widget=Select(),
    )
    key = django_filters.ChoiceFilter(
        method="with_key",
        choices=[("yes", _("Key decisions")), ("no", _("Not key decisions"))],
        label=_("Key decision"),
        empty_label=_("Either"),
        error_messages=NOT_IN_LIST,
        widget=Select(),
    )
    date_from = day_bound(_("Made from"), field_name="date", lookup="gte")
    date_to = day_bound(_("Made to"), field_name="date", lookup="lte")

    class Meta:
        model = Decision
        form = DaysForm
        fields = ["words", "committee", "ward", "kind", "key", "date_from", "date_to"]

    def with_key(self, decisions: "QuerySet[Decision]", name: str, choice: str) -> "QuerySet[Decision]":
        return decisions.filter(key=choice == "yes")

    def with_words(self, decisions: "QuerySet[Decision]", name: str, words: str) -> "QuerySet[Decision]":
        found = decisions.alias(said=Joined(F("parts"), Value(" ")))
        for word in words.split():
            found = found.filter(
                Q(title__icontains=word)
                | Q(said__icontains=word)
                | Q(reasons__icontains=word)
                | Q(decided_by__icontains=word)
            )
        return found
