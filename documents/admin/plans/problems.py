"""What is wrong in the plan's form. The page is long, so each error says whose it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.forms import BaseFormSet

from committees.sent_numbers import number_sent
from documents.admin.plans.fields import PartForm
from documents.admin.plans.forms import ItemForm, SectionForm


@dataclass(frozen=True, slots=True)
class Problem:
    """An error, and the id of the field it is at."""

    place: str
    message: str


def problems_of(form: PartForm, row: str) -> Iterator[Problem]:
    """The errors of one part after its name and the field's: “B2, title: Enter the title of the item.”"""
    for name, errors in form.errors.items():
        bound = form[name] if name in form.fields else None
        place = bound.auto_id if bound else str(form.prefix)
        where = f"{row}, {_in_a_sentence(str(bound.label))}" if bound else row
        yield from (Problem(place, f"{where}: {error}") for error in errors)


def problems_of_rows(formset: "BaseFormSet[Any]", row: str) -> Iterator[Problem]:
    """The errors of a list, and of its rows, which are called by `row` and their number."""
    yield from problems_of_list(formset, row)
    for number, form in enumerate(formset.forms, start=1):
        if not form.is_removed:
            yield from problems_of(form, f"{row} {number}")


def problems_of_items(items: "BaseFormSet[ItemForm]", sections: "BaseFormSet[SectionForm]") -> Iterator[Problem]:
    """The errors of the items, each with its papers."""
    letters = [str(form["letter"].value() or "") for form in sections.forms]
    yield from problems_of_list(items, "Items")
    for place, form in enumerate(items.forms):
        if not form.is_removed:
            name = _item_name(form, place, letters)
            yield from problems_of(form, name)
            yield from problems_of_rows(form.documents, f"{name}, paper")


def problems_of_list(formset: "BaseFormSet[Any]", name: str) -> Iterator[Problem]:
    yield from (Problem(f"{formset.prefix}-rows", f"{name}: {error}") for error in formset.non_form_errors())


def _item_name(form: ItemForm, place: int, letters: Sequence[str]) -> str:
    """The label with the letter of the section, as printed; else the number of the row."""
    label, section = (str(form[name].value() or "").strip() for name in ("label", "section"))
    of_section = number_sent(section)
    letter = letters[of_section] if of_section is not None and of_section < len(letters) else ""
    if not label:
        return f"Item {place + 1} of the list"
    return f"{letter}{label}" if letter else f"Item {label}"


def _in_a_sentence(label: str) -> str:
    """“Title” as “title”, and “PDF, first” as “PDF first”."""
    first = label if label[:2].isupper() else label[:1].lower() + label[1:]
    return first.replace(", ", " ")
