from collections.abc import Iterable
from typing import Any, cast

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest

from committees.actions import NotAllowed
from committees.admin.inlines import LabelledFormSet, LabelledInline
from committees.admin.public_changes import Change, KeptWhenPublished
from committees.models import Access, PublicChange, User
from committees.sent_numbers import number_sent
from documents.actions import papers
from documents.actions.wording import WORDS, correct_words
from documents.models import Document, DocumentVersion, Listing, Reading


class ListingFormSet(LabelledFormSet):
    """A published paper that was withheld with its item passes the gate before it is moved to where all can read it."""

    by: User

    def clean(self) -> None:
        super().clean()
        rows = [form.cleaned_data for form in self.forms if getattr(form, "cleaned_data", None)]
        taken = [row for row in rows if row.get("meeting") and not row.get("DELETE")]
        if any(row["item"] and row["item"].meeting_id != row["meeting"].pk for row in taken):
            raise ValidationError("The item is on the agenda of another meeting.")
        if any(row["item"] and row["item"].access != Access.OPEN for row in taken):
            return
        paper = self.instance
        if paper.access == Access.OPEN and not Document.objects.public().filter(pk=paper.pk).exists():
            try:
                papers.pass_where_all_read(paper, self.by)
            except NotAllowed as error:
                raise ValidationError(str(error)) from error


class ListingInline(LabelledInline, admin.TabularInline):
    """Where the paper is taken. It can be listed at a further meeting, and never loses its last listing here."""

    model = Listing
    formset = ListingFormSet
    raw_id_fields = ["meeting", "item"]
    verbose_name = "place where it is taken"
    verbose_name_plural = "places where it is taken"

    def get_formset(self, request: HttpRequest, obj: Document | None = None, **options: Any) -> Any:
        return type("ListingFormSet", (super().get_formset(request, obj, **options),), {"by": request.user})

    def has_delete_permission(self, request: HttpRequest, obj: Document | None = None) -> bool:
        public = obj is not None and obj.published_at is not None
        return not public and super().has_delete_permission(request, obj)


class VersionInline(admin.StackedInline):
    model = DocumentVersion
    verbose_name = "version"
    fk_name = "document"
    extra = 0
    readonly_fields = ("number", "original", "first_page", "last_page", "note", "created_at")
    fields = [("number", "first_page", "last_page"), "original", "note", "created_at"]
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Document | None = None) -> bool:
        return False


class ReadingInline(admin.StackedInline):
    """Who has read a restricted paper, and when."""

    model = Reading
    extra = 0
    fields = [("reader", "what", "at"), "version"]
    readonly_fields = ("reader", "version", "what", "at")
    can_delete = False
    verbose_name_plural = "who has read it while it was restricted"

    def has_add_permission(self, request: HttpRequest, obj: Document | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Document | None = None) -> bool:
        return False


@admin.register(Document)
class DocumentAdmin(KeptWhenPublished):
    """Papers. What the public may see of one is changed on pages of its own, each with its reason."""

    list_display = ["title", "kind", "access", "published_at", "withdrawn_at"]
    list_filter = ["kind", "access"]
    search_fields = ["title"]
    raw_id_fields = ["minutes_of"]
    view_on_site = False  # its page says so itself, where there is one
    fields = [
        "title",
        "kind",
        "notice_title",
        "minutes_of",
        "access",
        "exempt_paragraphs",
        "withheld_reason",
        "public_interest",
        "withheld_by",
        "withheld_review_on",
        "published_at",
        "withdrawn_at",
        "withdrawn_by",
        "withdrawal_reason",
    ]
    readonly_fields = [
        "access",
        "exempt_paragraphs",
        "withheld_reason",
        "public_interest",
        "withheld_by",
        "withheld_review_on",
        "published_at",
        "withdrawn_at",
        "withdrawn_by",
        "withdrawal_reason",
    ]
    inlines = [ListingInline, VersionInline, ReadingInline]

    def get_fields(self, request: HttpRequest, obj: Document | None = None) -> list[Any]:
        """Of what is decided elsewhere only that which is so: no grounds of what is open, no end of what stands."""
        empty = {name for name in self.readonly_fields if obj is not None and not getattr(obj, str(name))}
        return [name for name in self.fields if name not in empty]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A paper is added at the meeting where it is taken, with its file."""
        return False

    def public_changes(self, row: Document) -> Iterable[Change]:
        return [(PublicChange.Subject.DOCUMENT, row.pk)]

    def save_model(self, request: HttpRequest, obj: Document, form: Any, change: bool) -> None:
        """Words that were released already may have to be released again."""
        if not set(form.changed_data) & set(WORDS):
            super().save_model(request, obj, form, change)
        elif told := correct_words(document=obj, by=cast(User, request.user)):
            messages.warning(request, told)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Document]:
        return super().get_queryset(request).order_by("-pk")

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> Any:
        listings = Listing.objects.filter(document__pk=number_sent(object_id) or 0).select_related("meeting__committee")
        taken_at = [listing.meeting for listing in listings]
        context = {"title": "Paper", "taken_at": taken_at, **(extra_context or {})}
        return super().change_view(request, object_id, form_url, context)
