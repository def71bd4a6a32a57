"""Forms the public fills in. All are plain query strings: a search can be bookmarked and shared."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from committees.models import Committee
from documents.search import QUERY_LIMIT
from documents.search.kinds import KINDS


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


def date_field(label: Any, *, invalid: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=False,
        widget=DateInput(),
        input_formats=DATE_FORMATS,
        error_messages={"invalid": invalid},
    )


NEWEST = "date"


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
        widget=forms.TextInput(attrs={"class": "govuk-input", "type": "search", "spellcheck": "false"}),
    )
    committee = forms.ModelChoiceField(
        label=_("Committee"),
        required=False,
        queryset=Committee.objects.none(),
        to_field_name="slug",
        empty_label=_("All committees"),
        error_messages={"invalid_choice": _("Choose a committee from the list")},
        widget=forms.Select(attrs={"class": "govuk-select"}),
    )
    kind = forms.ChoiceField(
        label=_("Kind of paper"),
        required=False,
        choices=[("", _("All kinds")), *KINDS.items()],
        error_messages={"invalid_choice": _("Choose a kind of paper from the list")},
        widget=forms.Select(attrs={"class": "govuk-select"}),
    )
    sort = forms.CharField(required=False, widget=forms.HiddenInput())  # NEWEST, or anything for the best first
    date_from = date_field(_("Meetings from"), invalid=_("Enter the first day as a real date, such as 27/3/2026"))
    date_to = date_field(_("Meetings to"), invalid=_("Enter the last day as a real date, such as 27/3/2026"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        committee = self.fields["committee"]
        assert isinstance(committee, forms.ModelChoiceField)  # noqa: S101 - for the types
        committee.queryset = Committee.objects.public()
        for name in self.errors:
            _show_error(self.fields[name].widget)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = cleaned.get("date_from"), cleaned.get("date_to")
        if isinstance(first, date) and isinstance(last, date) and last < first:
            self.add_error("date_to", _("The last day must be the same as or after the first"))
        return cleaned

    @property
    def is_narrowed(self) -> bool:
        """Whether anything beside the words was chosen."""
        return any(self[name].value() for name in ("committee", "kind", "date_from", "date_to"))


def _show_error(widget: forms.Widget) -> None:
    widget.attrs["class"] += f" {widget.attrs['class']}--error"
    if isinstance(widget, DateInput):
        widget.input_type = "text"  # a date input would not show what was typed
