"""The lists of what papers and minutes were understood to say. They are read here, and changed on screens of their own.

What was accepted from a paper is undone, corrected or dismissed beside that paper, so that nothing is deleted here.
"""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html

from committees.models import Minutes
from committees.sent_numbers import number_sent
from documents.admin.reviews import done, publication, screens
from documents.models import PlannedAction, Progress, Recommendation, Report, Response, Review, WorkProgrammeEntry


class ReadOnlyAdmin(admin.ModelAdmin):
    """A list to search and to look at."""

    list_display_links: list[Any] | None = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class FromPaperAdmin(ReadOnlyAdmin):
    """Rows that a paper says: each leads to where that paper's proposals are decided."""

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("document__current_version")

    @admin.display(description="Read in")
    def read_in(self, row: Any) -> str:
        version = row.document.current_version
        if version is None:
            return str(row.document)
        return format_html('<a href="{}">{}</a>', reverse("admin:paper_proposals", args=[version.pk]), row.document)


@admin.register(Recommendation)
class RecommendationAdmin(FromPaperAdmin):
    list_display = ["__str__", "words", "kind", "review", "done_on", "read_in"]
    list_filter = ["kind", "review"]
    list_select_related = ["review", "parent"]
    search_fields = ["text", "label", "document__title"]

    @admin.display(description="Words")
    def words(self, row: Recommendation) -> str:
        return row.text[:120]

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("review", "parent")


@admin.register(Response)
class ResponseAdmin(FromPaperAdmin):
    list_display = ["recommendation", "words", "verdict", "date", "read_in"]
    list_filter = ["verdict"]
    search_fields = ["words", "document__title"]

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("recommendation__parent")


@admin.register(Progress)
class ProgressAdmin(FromPaperAdmin):
    list_display = ["recommendation", "words", "rag", "date", "read_in"]
    list_filter = ["rag"]
    search_fields = ["words", "document__title"]

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("recommendation__parent")


@admin.register(PlannedAction)
class PlannedActionAdmin(FromPaperAdmin):
    list_display = ["number", "action", "owner", "due", "rag", "read_in"]
    list_filter = ["rag"]
    search_fields = ["action", "owner", "objective", "document__title"]


@admin.register(WorkProgrammeEntry)
class WorkProgrammeEntryAdmin(FromPaperAdmin):
    list_display = ["title", "committee", "date", "date_text", "read_in"]
    list_filter = ["committee"]
    search_fields = ["title", "document__title"]

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("committee")


@admin.register(Report)
class ReportAdmin(FromPaperAdmin):
    list_display = ["__str__", "report_of", "meeting_of", "date", "read_in"]
    search_fields = ["subject", "report_of", "document__title"]


@admin.register(Minutes)
class MinutesAdmin(ReadOnlyAdmin):
    """The list; each leads to the editor of that meeting's minutes."""

    list_display = ["editor", "chair", "published_at", "confirmed_on", "withdrawn_at"]
    list_select_related = ["meeting__committee"]
    list_filter = ["meeting__committee"]
    date_hierarchy = "meeting__date"
    search_fields = ["meeting__committee__name", "chair"]

    @admin.display(description="Minutes of", ordering="meeting__date")
    def editor(self, row: Minutes) -> str:
        return format_html('<a href="{}">{}</a>', reverse("admin:meeting_minutes", args=[row.meeting_id]), row.meeting)


@admin.register(Review)
class ReviewAdmin(ReadOnlyAdmin):
    """The list; each review has a screen of its own."""

    list_display_links = ["title"]
    list_display = ["title", "committee", "year", "notice_given_on", "report_back_on", "published_at"]
    list_filter = ["committee"]
    list_select_related = ["committee"]
    search_fields = ["title", "former_titles"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return admin.ModelAdmin.has_add_permission(self, request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return admin.ModelAdmin.has_change_permission(self, request, obj)

    def add_view(self, request: HttpRequest, *args: Any, **options: Any) -> Any:
        return screens.add(request)

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **options: Any) -> Any:
        return screens.review(request, number_sent(object_id) or 0)

    def get_urls(self) -> list[URLPattern]:
        protected = self.admin_site.admin_view
        return [
            path("<int:pk>/correct/", protected(publication.correct), name="review_correct"),
            path("<int:pk>/publish/", protected(publication.publish), name="review_publish"),
            path("<int:pk>/hide/", protected(screens.hide), name="review_hide"),
            path("responses/<int:pk>/verdict/", protected(screens.verdict), name="response_verdict"),
            path("recommendations/<int:pk>/done/", protected(done.correct), name="recommendation_correct"),
            path("recommendations/<int:pk>/publish/", protected(done.publish), name="recommendation_publish"),
            path("recommendations/<int:pk>/not-done/", protected(screens.not_done), name="recommendation_not_done"),
            *super().get_urls(),
        ]
