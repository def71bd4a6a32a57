from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from committees.admin.inlines import LabelledInline
from committees.admin.naming import NamedForm
from committees.admin.public_changes import Change, PublicChangeAdmin
from committees.models import AgendaTemplate, Committee, Membership, PublicChange
from committees.sent_numbers import number_sent


class MembershipInline(LabelledInline, admin.TabularInline):
    model = Membership
    named_fields = ("person",)
    ordering = ["ended_on", "role", "pk"]


@admin.register(Committee)
class CommitteeAdmin(PublicChangeAdmin):
    form = NamedForm
    list_display = ["name", "kind", "contact_name", "ended_on", "is_public"]
    list_filter = ["kind", "is_public"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}
    inlines = [MembershipInline]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> Any:
        template = AgendaTemplate.objects.filter(committee=number_sent(object_id) or 0).first()
        context = {"agenda_template": template, **(extra_context or {})}
        return super().change_view(request, object_id, form_url, context)

    def public_changes(self, row: Committee) -> Iterable[Change]:
        return [(PublicChange.Subject.COMMITTEE, row.pk)]
