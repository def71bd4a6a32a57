"""Notices of key decisions and of private business: of meetings, and of what officers decide."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from committees.admin.guarded import GuardedAdmin
from committees.models import Committee, ExecutiveNotice, Meeting


@admin.register(ExecutiveNotice)
class ExecutiveNoticeAdmin(GuardedAdmin):
    """Recorded as soon as the business is known; the desk tells when its notice is due."""

    list_display = ["title", "kind", "meeting", "decided_by", "taken_on", "route", "given_on"]
    list_filter = ["kind", "route"]
    list_select_related = ["meeting__committee"]
    search_fields = ["title", "decided_by"]
    raw_id_fields = ["decision"]
    fieldsets = [
        (None, {"fields": ["kind", "title", "meeting", "decided_by", "taken_on"]}),
        ("Notice", {"fields": ["route", "given_on", "given_how", "why_urgent"]}),
        ("Private business", {"fields": ["second_given_on", "representations"]}),
        ("Afterwards", {"fields": ["decision"]}),
    ]

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        if db_field.name == "meeting":
            executive = Meeting.objects.filter(committee__kind=Committee.Kind.EXECUTIVE)
            options["queryset"] = executive.select_related("committee").order_by("-date")
        return super().formfield_for_foreignkey(db_field, request, **options)
