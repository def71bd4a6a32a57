from collections.abc import Iterable

from django.contrib import admin

from committees.admin.guarded import GuardedAdmin
from committees.admin.public_changes import Change, PublicChangeAdmin
from committees.models import Person, PublicChange, Ward


@admin.register(Ward)
class WardAdmin(GuardedAdmin):
    list_display = ["name"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}


@admin.register(Person)
class PersonAdmin(PublicChangeAdmin):
    list_display = ["name", "party", "ward", "is_councillor", "left_on", "is_public"]
    list_filter = ["is_councillor", "is_public", "party", "ward"]
    list_select_related = ["ward"]
    search_fields = ["name", "sort_key"]
    autocomplete_fields = ["ward"]

    def public_changes(self, row: Person) -> Iterable[Change]:
        return [(PublicChange.Subject.PERSON, row.pk)]
