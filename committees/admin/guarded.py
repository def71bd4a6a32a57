"""Django's own forms of the admin, which refuse to save over what another clerk has changed meanwhile."""

from typing import Any

from django.contrib import admin
from django.db import models, transaction
from django.http import HttpRequest

from committees.admin.basis import Elsewhere, State, elsewhere, state_of, token_of
from committees.admin.choosers import ChoosesByName, lists_in

SEEN = "Nothing is saved yet: somebody else has changed this since you opened the page. What they changed is above."


class GuardedAdmin(ChoosesByName, admin.ModelAdmin):
    """Its change form carries what it was opened from, inlines included."""

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        if object_id is None:
            return super().changeform_view(request, object_id, form_url, extra_context)
        with transaction.atomic():
            row = self._locked(request, object_id)
            now = self._state(request, row) if row else {}
            found = elsewhere(request, now) if request.method == "POST" else None
            request.changed_elsewhere = found  # type: ignore[attr-defined]
            context = {"basis": token_of(now), "elsewhere": found, **(extra_context or {})}
            return super().changeform_view(request, object_id, form_url, context)

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **options: Any) -> Any:
        return super().render_change_form(request, {**context, "name_lists": lists_in(context)}, *args, **options)

    def _locked(self, request: HttpRequest, object_id: str) -> models.Model | None:
        """The row; while a form is saved, locked until that is done."""
        row = self.get_object(request, object_id)
        if row is not None and request.method == "POST":
            type(row)._default_manager.select_for_update().get(pk=row.pk)
            row.refresh_from_db()
        return row

    def _state(self, request: HttpRequest, row: models.Model) -> State:
        """The fields of the form and of its inlines, as they stand."""
        state = state_of([row], self._form_of(request, row).base_fields)
        for formset, inline in self.get_formsets_with_inlines(request, row):
            rows = inline.get_queryset(request).filter(**{formset.fk.name: row})
            state |= state_of(rows, formset.form.base_fields)
        return state

    def _form_of(self, request: HttpRequest, row: models.Model) -> Any:
        return super().get_form(request, row, change=True)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **options: Any) -> Any:
        form = super().get_form(request, obj, change=change, **options)
        found = getattr(request, "changed_elsewhere", None)
        return _refusing(form, found) if found else form


def _refusing(form: Any, found: Elsewhere) -> Any:
    """The form, which takes whatever is typed and is never valid."""

    def full_clean(self: Any) -> None:
        form.full_clean(self)
        if self.is_bound:
            self.add_error(None, SEEN)

    return type(form.__name__, (form,), {"full_clean": full_clean})
