from collections.abc import Iterable

from django.contrib import admin

from committees.admin.inlines import LabelledInline
from committees.admin.naming import NamedForm
from committees.admin.public_changes import Change, PublicChangeAdmin
from committees.models import Committee, Membership, PublicChange


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

    def public_changes(self, row: Committee) -> Iterable[Change]:
        return [(PublicChange.Subject.COMMITTEE, row.pk)]
