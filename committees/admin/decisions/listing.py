from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import URLPattern, path

from committees.admin.decisions import changes, screens
from committees.admin.public_changes import Change, KeptWhenPublished
from committees.models import Decision, PublicChange
from committees.sent_numbers import number_sent


@admin.register(Decision)
class DecisionAdmin(KeptWhenPublished):
    """The list; each decision has screens of its own in place of the form that Django would make.

    Those on which it becomes public, again too, or is corrected, are in `documents`, whose gate it passes.
    """

    list_display = ["title", "kind", "committee", "date", "key", "call_in_ends_on", "published_at", "withdrawn_at"]
    list_filter = ["kind", "key", "committee"]
    list_select_related = ["committee"]
    date_hierarchy = "date"
    search_fields = ["title", "parts", "reasons", "decided_by"]

    def public_changes(self, row: Decision) -> Iterable[Change]:
        return [(PublicChange.Subject.DECISION, row.pk)]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Drafts alone: one that minutes made goes with them."""
        minuted = obj is not None and obj.minute_id is not None
        return not minuted and super().has_delete_permission(request, obj)

    def add_view(self, request: HttpRequest, *args: Any, **options: Any) -> Any:
        return screens.record(request)

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **options: Any) -> Any:
        return screens.decision(request, number_sent(object_id) or 0)

    def get_urls(self) -> list[URLPattern]:
        protected = self.admin_site.admin_view
        return [
            path("<int:pk>/notify/", protected(changes.notify), name="decision_notify"),
            path("<int:pk>/call-in/", protected(changes.call_in), name="decision_call_in"),
            path("<int:pk>/withdraw/", protected(changes.withdraw), name="decision_withdraw"),
            *super().get_urls(),
        ]
