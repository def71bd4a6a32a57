from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone

from committees.actions import When
from committees.admin.fields import DayField
from committees.models import AgendaTemplate, Committee
from committees.scheduling import MOST, ORDINALS, EveryWeeks, Monthly

MONTHLY, WEEKS = "monthly", "weeks"
DAYS = list(enumerate(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")))
MONTHS = list(
    enumerate(
        (
            *("January", "February", "March", "April", "May", "June"),
            *("July", "August", "September", "October", "November", "December"),
        ),
        start=1,
    )
)
LONGEST = timedelta(days=3 * 366)
EARLIEST_YEAR, LATEST_YEAR = 1990, 2100
AS_IN_THE_TEMPLATE = "Left empty, as in the committee’s agenda template, if it has one."
NO_COMMITTEE = {"required": "Choose the committee."}


class TimeOfDayField(forms.TimeField):
    def __init__(self, **options: Any) -> None:
        widget = forms.TimeInput(format="%H:%M", attrs={"type": "time"})
        super().__init__(**{"widget": widget, "required": False, **options})


class OfCommitteeForm(forms.Form):
    committee = forms.ModelChoiceField(
        Committee.objects.none(), empty_label="Choose a committee", error_messages=NO_COMMITTEE
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["committee"].queryset = Committee.objects.meeting_now()  # type: ignore[attr-defined]
        for name in ("time", "venue"):
            self.fields[name].help_text = AS_IN_THE_TEMPLATE

    def clean(self) -> dict[str, Any]:
        """Where and when the committee usually meets, unless something else is typed."""
        values = self.cleaned_data
        usual = AgendaTemplate.objects.filter(committee=values.get("committee")).first()
        for name in ("time", "venue"):
            if usual and name in values and not values[name]:
                values[name] = getattr(usual, name)
        return values


class AnnounceForm(forms.Form):
    announce = forms.BooleanField(
        required=False,
        label="Show it in the public calendar now",
        help_text="The public sees the committee, date, time and place, without an agenda. You can do this later.",
    )


class MeetingForm(OfCommitteeForm, AnnounceForm):
    date = DayField(error_messages={"required": "Enter the date of the meeting."})
    time = TimeOfDayField(label="Starts at")
    venue = forms.CharField(max_length=300, required=False)
    title = forms.CharField(
        max_length=200,
        required=False,
        label="Title, if not an ordinary meeting",
        help_text="Such as “Extraordinary meeting”. Left empty, the meeting is called by its committee’s name.",
    )
    field_order = ("committee", "date", "time", "venue", "title", "announce")

    @property
    def when(self) -> When:
        return When(self.cleaned_data["date"], self.cleaned_data["time"])


class PatternForm(OfCommitteeForm):
    pattern = forms.ChoiceField(
        choices=[(MONTHLY, "On a day of each month"), (WEEKS, "Every few weeks")],
        initial=MONTHLY,
        widget=forms.RadioSelect,
        label="How often it meets",
    )
    nth = forms.TypedChoiceField(
        choices=[(number, f"{name.capitalize()}") for number, name in ORDINALS.items()],
        coerce=int,
        required=False,
        initial=3,
        label="Which one of the month",
    )
    weekday = forms.TypedChoiceField(choices=DAYS, coerce=int, required=False, initial=3, label="Day of the week")
    skipped = forms.TypedMultipleChoiceField(
        choices=MONTHS, coerce=int, required=False, widget=forms.CheckboxSelectMultiple, label="But not in"
    )
    weeks = forms.IntegerField(
        min_value=1, max_value=26, required=False, initial=6, label="Weeks between meetings", help_text="Such as 6."
    )
    first = DayField(
        label="From",
        help_text="For every few weeks, the day of the first meeting.",
        error_messages={"required": "Enter the first day."},
    )
    last = DayField(label="Until", error_messages={"required": "Enter the last day."})
    time = TimeOfDayField(label="Starts at")
    venue = forms.CharField(max_length=300, required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        today = timezone.localdate()
        initial = {"first": today, "last": a_year_from(today), **options.pop("initial", {})}
        super().__init__(*args, initial=initial, **options)

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        first, last = values.get("first"), values.get("last")
        if first and last and last < first:
            self.add_error("last", "The last day is before the first: enter a later one.")
        if first and last and last - first > LONGEST:
            self.add_error("last", "Enter a day within three years of the first.")
        if first and not EARLIEST_YEAR <= first.year <= LATEST_YEAR:
            self.add_error("first", f"Enter a day in a year from {EARLIEST_YEAR} to {LATEST_YEAR}.")
        if values.get("pattern") == MONTHLY:
            for name in ("nth", "weekday"):
                if values.get(name) in ("", None):
                    self.add_error(name, "Choose one.")
        elif not values.get("weeks") and "weeks" not in self.errors:
            self.add_error("weeks", "Enter how many weeks lie between meetings.")
        return values

    @property
    def of_pattern(self) -> Monthly | EveryWeeks:
        values = self.cleaned_data
        if values["pattern"] == WEEKS:
            return EveryWeeks(values["weeks"])
        return Monthly(values["nth"], values["weekday"], frozenset(values["skipped"]))


def a_year_from(day: date) -> date:
    return day + timedelta(days=364)


class SittingForm(forms.Form):
    """One proposed day, to keep, to move or to leave out."""

    keep = forms.BooleanField(required=False, label="Make this meeting")
    date = DayField(error_messages={"required": "Enter the date, or untick this meeting."})
    time = TimeOfDayField(label="Starts at")

    def clean(self) -> dict[str, Any]:
        if not self.cleaned_data.get("keep"):
            self.errors.clear()  # what is left out may be anything
        return self.cleaned_data


SittingFormSet = forms.formset_factory(SittingForm, extra=0, max_num=MOST, validate_max=True, absolute_max=MOST)
