"""Forms the public fills in. All are plain query strings: a search can be bookmarked and shared."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from committees.models import Committee, Meeting, Person, Ward
from documents.models import Document
from documents.search import QUERY_LIMIT
from documents.search.kinds import KINDS
from portal.forms.places import offer_places
from portal.forms.selects import Select
from portal.forms.unknown import unknown_names


class SearchWords(forms.CharField):
    """Words as people paste them: control characters are spaces."""

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


DATE_FORMATS = ["%Y-%m-%d", "%d/%m/%Y", "%d %B %Y"]


class DateInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d", attrs={"class": "govuk-input"})

    def format_value(self, value: Any) -> Any:
        """A day typed in an address in another of the forms that are read, as browsers show it in such a field."""
        for shape in DATE_FORMATS if isinstance(value, str) and self.input_type == "date" else ():
            with suppress(ValueError):
                return datetime.strptime(value.strip(), shape).strftime("%Y-%m-%d")
        return super().format_value(value)


def date_field(label: Any, *, invalid: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=False,
        widget=DateInput(),
        input_formats=DATE_FORMATS,
        error_messages={"invalid": invalid},
    )


NEWEST = "date"
WITHIN = ("meeting", "paper", "person")  # what the forms on their pages search within, by id


def search_input() -> forms.TextInput:
    """A plain field, under which static/js/suggest.js shows suggestions."""
    return forms.TextInput(
        attrs={
            "class": "govuk-input",
            "type": "search",
            "spellcheck": "false",
            "autocomplete": "off",
            "data-suggest": reverse_lazy("search_suggestions"),
            "data-said": _("Suggestions:"),
        }
    )


def chosen_from(label: Any, every: Any, invalid: Any) -> "forms.ModelChoiceField[Any]":
    """One of what is public, by its slug; the queryset is set when the form is made."""
    return forms.ModelChoiceField(
        label=label,
        required=False,
        queryset=Committee.objects.none(),
        to_field_name="slug",
        empty_label=every,
        error_messages={"invalid_choice": invalid},
        widget=Select(),
    )


def searched_within(invalid: Any) -> "forms.ModelChoiceField[Any]":
    """One of what is public, by its id; what is not public is told from what is not there by nothing."""
    return forms.ModelChoiceField(
        required=False,
        queryset=Committee.objects.none(),
        error_messages={"invalid_choice": invalid},
        widget=forms.HiddenInput(),
    )


PUBLIC_CHOICES: dict[str, Callable[[], "QuerySet[Any]"]] = {
    "committee": Committee.objects.public,
    "ward": Ward.objects.all,
    "meeting": lambda: Meeting.objects.public().select_related("committee"),
    "paper": Document.objects.public,
    "person": Person.objects.public,
}


class SearchForm(forms.Form):
    """What to look for in papers, and where."""

    q = SearchWords(
        label=_("Search words"),
        required=False,
        max_length=QUERY_LIMIT,
        error_messages={
            "max_length": ngettext_lazy(
                "Search words must be %(limit_value)d character or fewer",
                "Search words must be %(limit_value)d characters or fewer",
                "limit_value",
            )
        },
        widget=search_input(),
    )
    committee = chosen_from(_("Committee"), _("All committees"), _("Choose a committee from the list"))
    ward = chosen_from(_("Ward"), _("All wards"), _("Choose a ward from the list"))
    meeting = searched_within(_("The meeting to search within is not published here"))
    paper = searched_within(_("The paper to search within is not published here"))
    person = searched_within(_("The person whose name to look for is not listed here"))
    kind = forms.ChoiceField(
        label=_("Kind"),
        required=False,
        choices=[("", _("All kinds")), *KINDS.items()],
        error_messages={"invalid_choice": _("Choose a kind from the list")},
        widget=Select(),
    )
    sort = forms.CharField(required=False, widget=forms.HiddenInput())  # NEWEST, or anything for the best first
    date_from = date_field(_("Meetings from"), invalid=_("Enter the first day as a real date, such as 27/3/2026"))
    date_to = date_field(_("Meetings to"), invalid=_("Enter the last day as a real date, such as 27/3/2026"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in PUBLIC_CHOICES.items():
            if self.data.get(name):  # else there is nothing to look up
                field = self.fields[name]
                assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - for the types
                field.queryset = choices()
        offer_places(self.fields)
        for name in self.errors:
            show_error(self.fields[name].widget)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = cleaned.get("date_from"), cleaned.get("date_to")
        if isinstance(first, date) and isinstance(last, date) and last < first:
            self.add_error("date_to", _("The last day must be the same as or after the first"))
        return cleaned

    @property
    def has_errors_of_filters(self) -> bool:
        """Whether a field that is folded away needs mending."""
        return any(name in self.errors for name in ("committee", "ward", "kind", "date_from", "date_to"))

    @property
    def unknown(self) -> list[tuple[str, str]]:
        """What the address asks for besides, by names that this form does not have."""
        return unknown_names(self.data, self.fields)

    @property
    def within(self) -> list[forms.BoundField]:
        """The hidden fields of what is searched within; an unknown one is not asked for again."""
        return [self[name] for name in WITHIN if name not in self.errors and self[name].value()]


def show_error(widget: forms.Widget) -> None:
    """Mark a field that has an error, with what was typed still in it."""
    if widget.is_hidden:
        return
    widget.attrs["class"] += f" {widget.attrs['class']}--error"
    if isinstance(widget, DateInput):
        widget.input_type = "text"  # a date input would not show what was typed
