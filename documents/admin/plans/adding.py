"""A further row in the plan's form, for pages without script: the form comes back with what was typed and the row."""

import re

from django.forms import Form
from django.http import QueryDict

from documents.admin.plans.forms import DocumentForm, ItemForm, MemberForm, SectionForm

LISTS = re.compile(r"members|sections|items|other_documents|items-\d+-documents")
COUNT = re.compile(r"\d{1,6}")
MOST = 2000  # rows of one list, as many as a formset takes


def with_row(data: QueryDict, prefix: str) -> QueryDict:
    """The posted form with one more row in the list of that prefix; as it was for anything that is no list."""
    count = data.get(f"{prefix}-TOTAL_FORMS", "")
    if not LISTS.fullmatch(prefix) or not COUNT.fullmatch(count) or int(count) >= MOST:
        return data
    grown = data.copy()
    grown.update({f"{prefix}-{count}-{name}": value for name, value in _first_values(prefix).items()})
    grown[f"{prefix}-TOTAL_FORMS"] = str(int(count) + 1)
    if prefix == "items":
        documents = f"items-{count}-documents"
        grown.update({f"{documents}-TOTAL_FORMS": "0", f"{documents}-INITIAL_FORMS": "0"})
    return grown


def _first_values(prefix: str) -> dict[str, str]:
    """What a new row of the list begins with, where that is not blank."""
    forms: dict[str, type[Form]] = {"members": MemberForm, "sections": SectionForm, "items": ItemForm}
    form = forms.get(prefix, DocumentForm)
    return {name: str(field.initial) for name, field in form.base_fields.items() if field.initial is not None}
