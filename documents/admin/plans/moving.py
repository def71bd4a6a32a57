"""Papers that the clerk moves to another item of the plan, or to the meeting itself."""

from collections.abc import Iterator

from django.forms import BaseFormSet

from documents.admin.plans.forms import DocumentForm, ItemForm
from documents.packs.plan import PlannedDocument

MEETING = "meeting"  # the place of papers that belong to no item; else it is that of the item in the form
LONGEST = 80  # letters of an item's title in the list of places


def let_move(items: "BaseFormSet[ItemForm]", others: "BaseFormSet[DocumentForm]") -> None:
    """Offer at each paper the items as they now stand in the form, and the meeting itself."""
    places = [(str(place), _called(form)) for place, form in enumerate(items.forms) if not form.is_removed]
    places.append((MEETING, "The meeting itself"))
    for own, formset in _papers(items, others):
        for form in formset.forms:
            form.offer_places([place for place in places if place[0] != own])


def _called(item: ItemForm) -> str:
    words = " ".join(str(item[name].value() or "") for name in ("label", "title")).strip()
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"


def _papers(
    items: "BaseFormSet[ItemForm]", others: "BaseFormSet[DocumentForm]"
) -> "Iterator[tuple[str, BaseFormSet[DocumentForm]]]":
    yield from ((str(place), form.documents) for place, form in enumerate(items.forms))
    yield MEETING, others


def papers_by_place(
    items: "BaseFormSet[ItemForm]", others: "BaseFormSet[DocumentForm]"
) -> dict[str, list[PlannedDocument]]:
    """The papers of a valid form where the clerk puts them, in the order of their pages."""
    found: dict[str, list[PlannedDocument]] = {}
    for own, formset in _papers(items, others):
        for form in formset.forms:
            if not form.is_removed and form.is_valid() and form.cleaned_data:
                found.setdefault(form.cleaned_data.get("move_to") or own, []).append(form.to_plan())
    return {place: sorted(papers, key=lambda paper: paper.pdf_first) for place, papers in found.items()}


def leaves(item: ItemForm) -> bool:
    """Whether a paper of the item is moved elsewhere, so that removing the item does not remove it."""
    return any(form["move_to"].value() and not form.is_removed for form in item.documents.forms)
