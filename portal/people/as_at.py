"""The day as at which a page tells who sits where: today, unless ?on= asks for another."""

from dataclasses import dataclass
from datetime import date

from django import forms
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.forms.asking import DateInput, date_field
from portal.forms.unknown import Fault, faults_of, unknown_names

EARLIEST = date(1880, 1, 1)  # before the first councils that could be asked of


class AsAtForm(forms.Form):
    on = date_field(_("As at"), invalid=_("Enter a real date, such as 1/5/2024"))

    def clean_on(self) -> date | None:
        day: date | None = self.cleaned_data["on"]
        if day and day < EARLIEST:
            raise forms.ValidationError(_("Enter a year after 1880"))
        return day


@dataclass(frozen=True, slots=True)
class AsAt:
    """`is_today` also where what was asked for is no date; then the form says so. `unknown` is no choice at all."""

    day: date
    is_today: bool
    form: AsAtForm
    unknown: list[tuple[str, str]]

    @property
    def faults(self) -> list[Fault]:
        return faults_of(self.form, self.unknown)


def as_at(request: HttpRequest) -> AsAt:
    today, asked = timezone.localdate(), "on" in request.GET
    unknown = unknown_names(request.GET, AsAtForm.base_fields)
    form = AsAtForm(request.GET if asked else None)
    if not asked:
        form.fields["on"].initial = today
        return AsAt(today, is_today=True, form=form, unknown=unknown)
    day = form.cleaned_data["on"] if form.is_valid() else None
    if form.errors:
        widget = form.fields["on"].widget
        widget.attrs |= {"class": "govuk-input govuk-input--error", "aria-describedby": "id_on_error"}
        if isinstance(widget, DateInput):
            widget.input_type = "text"  # a date input would not show what was typed
    return AsAt(day or today, is_today=day in (None, today), form=form, unknown=unknown)
