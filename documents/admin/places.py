"""Where a paper is taken, on its form among all records."""

from typing import Any, cast

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest

from committees.actions import NotAllowed
from committees.admin.inlines import LabelledFormSet, LabelledInline
from committees.models import Access, AgendaItem, User
from documents.actions import papers
from documents.models import Document, Listing, Supplement

ELSEWHERE = {"invalid_choice": "The item is on the agenda of another meeting, or was dropped: choose one of these."}


class ItemChoice(forms.ModelChoiceField):
    def label_from_instance(self, item: Any) -> str:
        return str(item)[:120]


class ListingFormSet(LabelledFormSet):
    """A published paper that was withheld with its item passes the gate before it is moved to where all can read it."""

    by: User

    def clean(self) -> None:
        super().clean()
        rows = [form.cleaned_data for form in self.forms if getattr(form, "cleaned_data", None)]
        taken = [row for row in rows if row.get("meeting") and not row.get("DELETE")]
        if any(row.get("item") and row["item"].access != Access.OPEN for row in taken):
            return
        paper = self.instance
        if paper.access == Access.OPEN and not Document.objects.public().filter(pk=paper.pk).exists():
            try:
                papers.pass_where_all_read(paper, self.by)
            except NotAllowed as error:
                raise ValidationError(str(error)) from error


class ListingForm(forms.ModelForm):
    """A place stays at its meeting, and moves among the items there. A new one is given its item once it is saved."""

    item = ItemChoice(
        queryset=AgendaItem.objects.none(), required=False, empty_label="At no item", error_messages=ELSEWHERE
    )

    class Meta:
        model = Listing
        fields = ("meeting", "item", "order", "first_page", "last_page", "supplement", "late_reason")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        meeting = self.instance.meeting_id
        self.fields["meeting"].disabled = meeting is not None
        self.fields["item"].disabled = meeting is None
        if meeting is None:
            self.fields["item"].help_text = "Save the place first: then it can be at an item of that meeting."
        self._offer(AgendaItem.objects.filter(meeting=meeting).order_by("order"), "item")
        self._offer(Supplement.objects.filter(meeting=meeting), "supplement")

    def _offer(self, rows: QuerySet[Any], name: str) -> None:
        cast(forms.ModelChoiceField, self.fields[name]).queryset = rows


class ListingInline(LabelledInline, admin.StackedInline):
    """Where the paper is taken. It can be listed at a further meeting, and never loses its last listing here."""

    model = Listing
    form = ListingForm
    formset = ListingFormSet
    named_fields = ("meeting",)
    fields = ("meeting", "item", ("order", "first_page", "last_page"), "supplement", "late_reason")
    verbose_name = "place where it is taken"
    verbose_name_plural = "places where it is taken"

    def get_formset(self, request: HttpRequest, obj: Document | None = None, **options: Any) -> Any:
        return type("ListingFormSet", (super().get_formset(request, obj, **options),), {"by": request.user})

    def has_delete_permission(self, request: HttpRequest, obj: Document | None = None) -> bool:
        public = obj is not None and obj.published_at is not None
        return not public and super().has_delete_permission(request, obj)
