from typing import Any

from django import forms
from django.utils import timezone

from committees.actions import DecisionDraft
from committees.admin.fields import DayField, WordsField
from committees.models import Access, Committee, Decision, Person, Ward
from committees.resolutions import parts_of, text_of_parts

RECORDED_HERE = [choice for choice in Decision.Kind.choices if choice[0] != Decision.Kind.MEETING]
PERMITTED = "Leave empty where none was declared."


class DecisionForm(forms.Form):
    """The record that SI 2012/2089 reg 12-13 and SI 2014/2095 reg 7 ask for."""

    kind = forms.ChoiceField(choices=RECORDED_HERE, label="Kind of decision")
    title = forms.CharField(max_length=500, error_messages={"required": "Enter what the decision is about."})
    words = WordsField(
        label="What was decided",
        lines=6,
        required=True,
        help_text="In the exact words. An empty line, or (a), (b) at the start of a line, begins a new part.",
        error_messages={"required": "Enter what was decided, in its exact words."},
    )
    date = DayField(label="Date of the decision", error_messages={"required": "Enter the day it was decided."})
    decided_by = forms.CharField(
        max_length=200, required=False, help_text="The member or officer, with their post.", label="Decided by"
    )
    person = forms.ModelChoiceField(
        Person.objects.none(),
        required=False,
        label="Councillor",
        empty_label="Not a councillor",
        help_text="Where a councillor decided it, shown on their page.",
    )
    committee = forms.ModelChoiceField(
        Committee.objects.none(), required=False, label="Committee", empty_label="Of no committee"
    )
    reasons = WordsField(label="Reasons")
    alternatives = WordsField(label="Alternatives considered and rejected")
    conflicts = WordsField(label="Conflicts of interest declared", lines=2, help_text=PERMITTED)
    dispensation = WordsField(label="Dispensation granted for a conflict", lines=2)
    wards = forms.ModelMultipleChoiceField(
        Ward.objects.none(), required=False, widget=forms.CheckboxSelectMultiple, label="Wards affected"
    )
    access = forms.ChoiceField(
        choices=Access.choices, initial=Access.OPEN, label="Access", help_text="Only an open decision is published."
    )
    key = forms.BooleanField(required=False, label="This is a key decision")
    subject_to_call_in = forms.BooleanField(required=False, label="It can be called in")
    notified_on = DayField(
        required=False,
        label="Notified on",
        help_text="The day from which the days for call-in count. Leave empty until notice is given.",
    )
    call_in_outcome = WordsField(
        label="Outcome of the call-in", help_text="What was decided then. Leave empty until it is settled."
    )

    def __init__(self, *args: Any, decision: Decision | None = None, **options: Any) -> None:
        self.decision = decision
        first = first_values(decision) if decision else {"date": timezone.localdate(), "access": Access.OPEN}
        super().__init__(*args, **{"initial": first, **options})
        self.fields["person"].queryset = Person.objects.all()  # type: ignore[attr-defined]
        self.fields["committee"].queryset = Committee.objects.all()  # type: ignore[attr-defined]
        self.fields["wards"].queryset = Ward.objects.all()  # type: ignore[attr-defined]
        if decision and decision.minute_id:
            self._leave_to_the_minutes()
        if not (decision and decision.called_in_on):
            del self.fields["call_in_outcome"]

    def _leave_to_the_minutes(self) -> None:
        for name in ("title", "words", "date", "committee"):
            del self.fields[name]
        self.fields["kind"].choices = Decision.Kind.choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values = self.cleaned_data
        if values.get("notified_on") and not values.get("subject_to_call_in"):
            self.add_error("notified_on", "Tick that it can be called in: only then do days count from the notice.")
        decided = values.get("date") or (self.decision and self.decision.date)
        if decided and values.get("notified_on") and values["notified_on"] < decided:
            self.add_error("notified_on", "A decision cannot be notified before it is made.")
        return values

    def clean_words(self) -> list[str]:
        parts = parts_of(self.cleaned_data["words"])
        if not parts:
            raise forms.ValidationError("Enter what was decided, in its exact words.")
        return parts

    def draft(self) -> DecisionDraft:
        """Only of a valid form. What minutes say is as it was."""
        values = dict(self.cleaned_data)
        if self.decision and self.decision.minute_id:
            minuted = {name: getattr(self.decision, name) for name in ("title", "parts", "date", "committee")}
            return DecisionDraft(**{**values, **minuted, "wards": list(values["wards"])})
        parts = values.pop("words")
        return DecisionDraft(**{**values, "parts": parts, "wards": list(values["wards"])})


def first_values(decision: Decision) -> dict[str, Any]:
    same = ("kind", "title", "date", "decided_by", "person", "committee", "reasons", "alternatives", "conflicts")
    others = ("dispensation", "access", "key", "subject_to_call_in", "notified_on", "call_in_outcome")
    values = {name: getattr(decision, name) for name in (*same, *others)}
    return {**values, "words": text_of_parts(decision.parts), "wards": decision.wards.all()}


class OnForm(forms.Form):
    """A day that is recorded, today unless told."""

    on = DayField(initial=timezone.localdate, error_messages={"required": "Enter the day."})


class NotifyForm(OnForm):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["on"].label = "Notified on"
        self.fields["on"].help_text = "The day on which notice of the decision was given. It is not counted itself."


class CallInForm(OnForm):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["on"].label = "Called in on"
