from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from committees.actions import was_ever_public
from committees.admin.guarded import GuardedAdmin
from committees.admin.naming import NamedForm, PersonForm
from committees.admin.public_changes import Change, PublicChangeAdmin
from committees.models import Person, PublicChange, Ward


@admin.register(Ward)
class WardAdmin(GuardedAdmin):
    form = NamedForm
    list_display = ["name"]
    search_fields = ["name"]
    actions = None  # none is deleted unseen
    prepopulated_fields = {"slug": ["name"]}

    def has_delete_permission(self, request: HttpRequest, obj: Ward | None = None) -> bool:
        """Not once it has told the public of a councillor or a decision: its page and what leads there stay."""
        return super().has_delete_permission(request, obj) and not (obj and was_ever_public(obj))


class NamedValues(admin.AllValuesFieldListFilter):
    """A filter in which an empty value has a name as well."""

    def choices(self, changelist: Any) -> Any:
        return ({**choice, "display": choice["display"] or "None"} for choice in super().choices(changelist))


@admin.register(Person)
class PersonAdmin(PublicChangeAdmin):
    form = PersonForm
    list_display = ["name", "party", "ward", "is_councillor", "left_on", "is_public"]
    list_filter = ["is_councillor", "is_public", ("party", NamedValues), "ward"]
    list_select_related = ["ward"]
    search_fields = ["name", "sort_key"]

    def public_changes(self, row: Person) -> Iterable[Change]:
        return [(PublicChange.Subject.PERSON, row.pk)]
