from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from committees.admin.fields import DayField, WordsField
from committees.models import Committee
from documents.actions.reviews import ReviewFacts
from documents.models import Response, Review

FIRST_MONTH = 5  # a municipal year begins in May


def municipal_year(day: date) -> str:
    """Such as “2016/17”."""
    first = day.year if day.month >= FIRST_MONTH else day.year - 1
    return f"{first}/{(first + 1) % 100:02}"


class ReviewForm(forms.Form):
    committee = forms.ModelChoiceField(
        Committee.objects.none(), error_messages={"required": "Choose the committee whose review it is."}
    )
    title = forms.CharField(
        max_length=300,
        error_messages={"required": "Enter the title of the review."},
        help_text="A title that you change is kept among its former titles, so that it is still found by them.",
    )
    year = forms.CharField(max_length=20, required=False, help_text="The municipal year, such as 2016/17.")
    summary = WordsField(label="What it looks into", help_text="In plain English, for the public.")
    notice_given_on = DayField(
        required=False,
        label="Notice to answer given on",
        help_text="When scrutiny gave the executive notice to answer. Without it no answer is called due.",
    )
    report_back_on = DayField(
        required=False,
        label="Report back agreed for",
        help_text="The day agreed for a report back. Without it none is called overdue.",
    )
    ended_on = DayField(required=False, label="Ended on")

    def __init__(self, *args: Any, review: Review | None = None, **options: Any) -> None:
        names = ("committee", "title", "year", "summary", "notice_given_on", "report_back_on", "ended_on")
        if review is not None:
            options["initial"] = {name: getattr(review, name) for name in names}
        super().__init__(*args, **options)
        self.fields["committee"].queryset = Committee.objects.all()  # type: ignore[attr-defined]

    def facts(self) -> ReviewFacts:
        """Only of a valid form."""
        return ReviewFacts(**self.cleaned_data)


class VerdictForm(forms.Form):
    verdict = forms.ChoiceField(choices=Response.Verdict.choices, required=False)


class DoneForm(forms.Form):
    on = DayField(initial=timezone.localdate, label="Done on", error_messages={"required": "Enter the day."})
    note = WordsField(label="How it was done", lines=3, help_text="Shown to the public.")
