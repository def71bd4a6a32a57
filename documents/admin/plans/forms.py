"""A form for each part of the plan: the meeting, a member, a section, an item, a paper, the earlier minutes."""

from typing import Any, cast

from django import forms
from django.forms import BaseFormSet, formset_factory

from committees.models import Access, Committee, MeetingMember
from committees.sent_numbers import number_sent
from documents.admin.plans.fields import DayField, HourField, PageField, ParagraphsField, PartForm, TextField
from documents.models import Document
from documents.packs.plan import (
    PlannedDocument,
    PlannedItem,
    PlannedMeeting,
    PlannedMember,
    PlannedMinutes,
    PlannedSection,
)

PLANNED_KINDS = [choice for choice in Document.Kind.choices if choice[0] != Document.Kind.FRONT_SHEET]


class PackForm(PartForm):
    """What the file is, which decides what confirming it does."""

    WHOLE, SUPPLEMENT = "whole", "supplement"

    kind = forms.ChoiceField(
        label="This file is",
        required=False,
        widget=forms.RadioSelect,
        choices=[
            (WHOLE, "The whole agenda: what it does not list is taken off the meeting, or marked as withdrawn"),
            (SUPPLEMENT, "A supplement: it adds items, papers or new versions, and leaves everything else alone"),
        ],
    )


class MeetingForm(PartForm):
    chosen = forms.ModelChoiceField(
        Committee.objects.all(), required=False, label="Committee", empty_label="A new committee, named as printed"
    )
    committee = TextField(label="Committee as printed", max_length=200)
    title = TextField(label="Heading on the front sheet", max_length=200)
    date = DayField(required=True, error_messages={"required": "Enter the date of the meeting."})
    time = HourField()
    time_text = TextField(label="Time, if no hour")
    venue = TextField(max_length=300)
    despatched = DayField(label="Despatched on")
    quorum = forms.IntegerField(required=False, min_value=1, max_value=999)
    contact = TextField(label="Contact", max_length=120)
    contact_phone = TextField(label="Contact’s telephone", max_length=40)
    contact_email = forms.EmailField(label="Contact’s email", required=False)
    next_meeting = DayField(label="Next meeting on")
    questions_to = TextField(label="Send questions to", max_length=200)
    questions_by = DayField(label="Questions by")
    questions_text = TextField(label="How to ask a question", lines=3)

    def clean(self) -> dict[str, Any]:
        if not self.cleaned_data.get("chosen") and not self.cleaned_data.get("committee"):
            self.add_error("chosen", "Choose the committee, or enter its name as printed.")
        return self.cleaned_data

    def to_plan(self) -> PlannedMeeting:
        values = self.fields_of_plan()
        chosen: Committee | None = values.pop("chosen")
        return PlannedMeeting(**{**values, "committee": values["committee"] or (chosen.name if chosen else "")})


class MemberForm(PartForm):
    name = TextField(max_length=120)
    role = forms.ChoiceField(choices=MeetingMember.Role.choices, initial=MeetingMember.Role.MEMBER)
    representing = TextField(max_length=200)

    def clean(self) -> dict[str, Any]:
        vacant = self.cleaned_data.get("role") == MeetingMember.Role.VACANCY
        if not vacant and not self.cleaned_data.get("name"):
            self.add_error("name", "Enter the member’s name, or choose “Vacancy” as the role.")
        if vacant and self.cleaned_data.get("name"):
            self.add_error("name", "A vacancy has no name: clear it, or choose another role.")
        return self.cleaned_data

    def to_plan(self) -> PlannedMember:
        values = self.fields_of_plan()
        return PlannedMember(**{**values, "name": values["name"] or None})


class SectionForm(PartForm):
    letter = TextField(max_length=10)
    title = TextField(max_length=300, required=True, error_messages={"required": "Enter the title of the section."})
    text = TextField(label="Standing text", lines=3)

    def to_plan(self) -> PlannedSection:
        values = self.fields_of_plan()
        return PlannedSection(**{**values, "letter": values["letter"] or None})


class PagesForm(PartForm):
    """Something with a printed range and a range of PDF pages, open or not."""

    def __init__(self, *args: Any, pdf_pages: int = 0, **options: Any) -> None:
        super().__init__(*args, **options)
        self.pdf_pages = pdf_pages

    @property
    def start_page(self) -> int | None:
        """The PDF page it starts on, as the form now stands; None while that is no page of the file."""
        typed = str(self["pdf_first"].value() or "")
        number = number_sent(typed)
        return number if number is not None and 1 <= number <= self.pdf_pages else None

    def clean(self) -> dict[str, Any]:
        for first, last in (("first_page", "last_page"), ("pdf_first", "pdf_last")):
            self._check_range(first, last)
        self._check_paragraphs()
        return self.cleaned_data

    def _check_range(self, first_name: str, last_name: str) -> None:
        first, last = self.cleaned_data.get(first_name), self.cleaned_data.get(last_name)
        if first and last and last < first:
            self.add_error(last_name, f"The last page cannot be before the first ({first}).")
        if (first is None) != (last is None) and not {first_name, last_name} & self.errors.keys():
            self.add_error(first_name if first is None else last_name, "Enter both the first and the last page.")
        if last_name == "pdf_last" and last and self.pdf_pages and last > self.pdf_pages:
            self.add_error(last_name, f"The file has only {self.pdf_pages} pages.")

    def _check_paragraphs(self) -> None:
        if self.cleaned_data.get("exempt_paragraphs") and self.cleaned_data.get("access") != Access.EXEMPT:
            self.add_error("exempt_paragraphs", "Only what is exempt has paragraphs: choose “Exempt”, or clear this.")


class DocumentForm(PagesForm):
    row_order = (
        *("title", "kind", "access", "exempt_paragraphs", "DELETE"),
        *("pdf_first", "pdf_last", "first_page", "last_page", "move_to"),
    )

    title = TextField(max_length=500, required=True, error_messages={"required": "Enter the title of the paper."})
    kind = forms.ChoiceField(choices=PLANNED_KINDS, initial=Document.Kind.REPORT)
    first_page = PageField(label="Printed, first")
    last_page = PageField(label="Printed, last")
    pdf_first = PageField(label="PDF, first", required=True, error_messages={"required": "Enter its first PDF page."})
    pdf_last = PageField(label="PDF, last", required=True, error_messages={"required": "Enter its last PDF page."})
    access = forms.ChoiceField(choices=Access.choices, initial=Access.OPEN)
    exempt_paragraphs = ParagraphsField()
    move_to = forms.ChoiceField(
        required=False,
        label="Move to",
        error_messages={"invalid_choice": "That item is removed: choose another, or leave the paper where it is."},
    )

    def offer_places(self, places: list[tuple[str, str]]) -> None:
        """Where else the paper can be put: names of items by their place in the form."""
        cast(forms.ChoiceField, self.fields["move_to"]).choices = [("", "Leave it here"), *places]

    def to_plan(self) -> PlannedDocument:
        return PlannedDocument(**self.fields_of_plan())


class ItemForm(PagesForm):
    """An item; `section` is chosen by the place of its section in the form, so that sections can be renamed."""

    row_order = (
        *("ORDER", "section", "label", "DELETE", "title", "text", "note", "access", "exempt_paragraphs"),
        *("pdf_first", "pdf_last", "first_page", "last_page"),
    )

    section = forms.ChoiceField(required=False)
    label = TextField(label="Number", max_length=20)
    title = TextField(
        max_length=500,
        required=True,
        error_messages={"required": "Enter the title of the item."},
    )
    text = TextField(label="Text on the front sheet", lines=3)
    note = TextField(label="Instead of pages, such as “To follow”", max_length=200)
    first_page = PageField(label="Printed, first")
    last_page = PageField(label="Printed, last")
    pdf_first = PageField(label="PDF, first")
    pdf_last = PageField(label="PDF, last")
    access = forms.ChoiceField(choices=Access.choices, initial=Access.OPEN)
    exempt_paragraphs = ParagraphsField()

    documents: "BaseFormSet[DocumentForm]"

    def __init__(self, *args: Any, sections: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["section"] = forms.ChoiceField(required=False, choices=[("", "No section"), *sections])

    def to_plan(self, sections: dict[str, str], documents: list[PlannedDocument]) -> PlannedItem:
        """`sections` gives what items call a section, by its place in the form."""
        values = self.fields_of_plan()
        return PlannedItem(**{**values, "section": sections.get(values["section"]), "documents": documents})


class MinutesForm(PagesForm):
    """The minutes of an earlier meeting found in the pack; all empty where there are none."""

    committee = TextField(max_length=200)
    date = DayField()
    first_page = PageField(label="Printed, first")
    last_page = PageField(label="Printed, last")
    pdf_first = PageField(label="PDF, first")
    pdf_last = PageField(label="PDF, last")

    def clean(self) -> dict[str, Any]:
        super().clean()
        given = any(self.cleaned_data.values())
        if given and not self.cleaned_data.get("pdf_first") and "pdf_first" not in self.errors:
            self.add_error("pdf_first", "Enter where the minutes start, or clear all of these.")
        return self.cleaned_data

    def to_plan(self) -> PlannedMinutes | None:
        return PlannedMinutes(**self.fields_of_plan()) if self.cleaned_data.get("pdf_first") else None


MemberFormSet = formset_factory(MemberForm, extra=0, can_delete=True)
SectionFormSet = formset_factory(SectionForm, extra=0, can_delete=True)
DocumentFormSet = formset_factory(DocumentForm, extra=0, can_delete=True)
ItemFormSet = formset_factory(ItemForm, extra=0, can_delete=True, can_order=True)
