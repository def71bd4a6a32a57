"""For the admin of what the public sees: followers are told of each save, and what was public is never deleted."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.forms import ModelForm
from django.http import HttpRequest

from committees.admin.guarded import GuardedAdmin
from committees.models import record_change

Change = tuple[str, int]

# An address typed without its scheme is taken as https
HTTPS_ADDRESSES: dict[Any, dict[str, str]] = {models.URLField: {"assume_scheme": "https"}}


class PublicChangeAdmin(GuardedAdmin):
    """Saves and deletions tell the followers, in the transaction in which the admin makes them."""

    def public_changes(self, row: Any) -> Iterable[Change]:
        """What alters for the public with this row, as (subject, id)."""
        raise NotImplementedError

    def save_related(self, request: HttpRequest, form: ModelForm, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        self._tell(form.instance)

    def delete_model(self, request: HttpRequest, obj: models.Model) -> None:
        changes = list(self.public_changes(obj))
        super().delete_model(request, obj)
        for subject, subject_id in changes:
            record_change(subject, subject_id)

    def _tell(self, row: Any) -> None:
        for subject, subject_id in self.public_changes(row):
            record_change(subject, subject_id)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Without the deletion of many at once, which tells nobody: rows are deleted one by one."""
        actions: dict[str, Any] = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions


class KeptWhenPublished(PublicChangeAdmin):
    """Rows with a `published_at`: once that is set, a row is withdrawn and never deleted."""

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        published = obj is not None and getattr(obj, "published_at", None) is not None
        return not published and super().has_delete_permission(request, obj)
