"""Papers among all records: the list, and the form of one. What the public may see of it has pages of its own."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, cast

from django.contrib import admin, messages
from django.db.models import QuerySet, Subquery
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format

from committees.admin.public_changes import Change, KeptWhenPublished
from committees.models import Access, Meeting, PublicChange, User
from committees.sent_numbers import number_sent
from documents.actions.wording import WORDS, correct_words
from documents.admin.places import ListingInline
from documents.models import Document, DocumentVersion, Listing, Reading


class VersionInline(admin.TabularInline):
    model = DocumentVersion
    verbose_name = "version"
    fk_name = "document"
    extra = 0
    readonly_fields = fields = ("number", "pages", "original", "note", "created_at")
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Document | None = None) -> bool:
        return False

    @admin.display(description="Pages of the original")
    def pages(self, version: DocumentVersion) -> str:
        return f"{version.first_page} to {version.last_page}"


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
    """What the public may see of a paper is changed on pages of its own, each with its reason."""

    list_display = ["title", "kind", "taken", "standing"]
    list_filter = ["kind", "access", ("listings__meeting__committee", admin.RelatedOnlyFieldListFilter)]
    list_per_page = 50
    search_fields = ["title"]
    named_fields = ("minutes_of",)
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

    def get_inlines(self, request: HttpRequest, obj: Document | None = None) -> list[Any]:
        """Who has read it is told of what was ever restricted to some."""
        was_read = obj is not None and Reading.objects.filter(version__document=obj).exists()
        return [inline for inline in self.inlines if inline is not ReadingInline or was_read]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Document]:
        first = Listing.objects.of_document().order_by("pk").values("meeting")[:1]
        papers: QuerySet[Document] = super().get_queryset(request).annotate(first_taken=Subquery(first))
        return papers.order_by("-pk")

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        """The meetings of the whole page are read at once."""
        changelist = super().get_changelist_instance(request)
        rows = list(changelist.result_list)
        meetings = Meeting.objects.select_related("committee").in_bulk({row.first_taken for row in rows} - {None})
        for row in rows:
            row.first_meeting = meetings.get(row.first_taken)
        changelist.result_list = rows
        return changelist

    @admin.display(description="Taken at", ordering="listings__meeting__date")
    def taken(self, paper: Document) -> str:
        return str(vars(paper)["first_meeting"] or "No meeting")

    @admin.display(description="Standing", ordering="published_at")
    def standing(self, paper: Document) -> str:
        access = "" if paper.access == Access.OPEN else f"{paper.get_access_display()}. "
        return access + _standing(paper)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> Any:
        listings = Listing.objects.filter(document__pk=number_sent(object_id) or 0).select_related("meeting__committee")
        taken_at = [listing.meeting for listing in listings]
        context = {"title": "Paper", "taken_at": taken_at, **(extra_context or {})}
        return super().change_view(request, object_id, form_url, context)


def _standing(paper: Document) -> str:
    if paper.withdrawn_at:
        return f"Withdrawn on {_day(paper.withdrawn_at)}"
    if paper.published_at is None:
        return "Draft"
    return f"{'Published' if paper.published_at <= timezone.now() else 'To be published'} on {_day(paper.published_at)}"


def _day(moment: datetime) -> str:
    return date_format(timezone.localtime(moment), "j F Y")
