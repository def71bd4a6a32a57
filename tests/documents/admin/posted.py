"""What a browser would send back of a form as it stands."""

from collections.abc import Iterator
from typing import Any

from django.http import QueryDict

from documents.admin.plans import PlanForm
from documents.admin.plans.fields import PartForm


def posted(form: PlanForm, **changes: Any) -> dict[str, str]:
    """The form's fields by name; `changes` with __ for - replace some, as items__1__title="Pool"."""
    values: dict[str, str] = {}
    for part in _parts(form):
        for bound in part:
            shown = bound.field.widget.format_value(bound.value())
            shown = shown[0] if isinstance(shown, list) else shown
            if bound.name != "DELETE":
                values[bound.html_name] = str(shown or "")
    for formset in form.formsets:
        values[f"{formset.prefix}-TOTAL_FORMS"] = str(formset.total_form_count())
        values[f"{formset.prefix}-INITIAL_FORMS"] = str(formset.initial_form_count())
    return {**values, **{name.replace("__", "-"): str(value) for name, value in changes.items()}}


def _parts(form: PlanForm) -> Iterator[PartForm]:
    yield from (form.meeting, form.minutes)
    for formset in form.formsets:
        yield from formset.forms


def as_query(values: dict[str, str]) -> QueryDict:
    query = QueryDict(mutable=True)
    query.update(values)
    return query
