"""The whole plan as one form, and back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, TypeVar

from django.forms import BaseFormSet
from django.http import QueryDict

from committees.models import Committee
from documents.admin.plans.fields import PartForm
from documents.admin.plans.forms import (
    DocumentForm,
    DocumentFormSet,
    ItemForm,
    ItemFormSet,
    MeetingForm,
    MemberForm,
    MemberFormSet,
    MinutesForm,
    PackForm,
    SectionForm,
    SectionFormSet,
)
from documents.admin.plans.moving import MEETING, leaves, let_move, papers_by_place
from documents.admin.plans.problems import Problem, problems_of, problems_of_items, problems_of_rows
from documents.packs.plan import PackPlan, PlannedDocument, PlannedItem, PlannedSection, PlanWarning

Part = TypeVar("Part", bound=PartForm)
Sections = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class WarningPlace:
    """A warning, and the id of the field or row it is shown at; "" where it is of the whole pack."""

    warning: PlanWarning
    id: str


class PlanForm:
    """Fields are named by their place in the plan: items.3.documents.0.title is "items-3-documents-0-title"."""

    def __init__(self, plan: PackPlan, *, committee: Committee | None = None, data: QueryDict | None = None) -> None:
        self.plan = plan
        self.data = data
        self.warnings = by_place(plan.warnings)
        kind = PackForm.SUPPLEMENT if plan.is_supplement else PackForm.WHOLE
        self.pack = self._part(PackForm(data, prefix="pack", initial={"kind": kind}, auto_id="%s"))
        meeting = {**asdict(plan.meeting), "chosen": committee}
        self.meeting = self._part(MeetingForm(data, prefix="meeting", initial=meeting, auto_id="%s"))
        self.members: BaseFormSet[MemberForm] = self._rows(MemberFormSet, "members", plan.members)
        self.sections: BaseFormSet[SectionForm] = self._rows(SectionFormSet, "sections", plan.sections)
        self.items: BaseFormSet[ItemForm] = self._items()
        self.other_documents = self._documents("other_documents", plan.other_documents)
        let_move(self.items, self.other_documents)
        minutes = asdict(plan.previous_minutes) if plan.previous_minutes else {}
        self.minutes = self._part(
            MinutesForm(data, prefix="previous_minutes", initial=minutes, auto_id="%s", pdf_pages=plan.pdf_pages)
        )

    def _rows(self, factory: Any, prefix: str, planned: Sequence[Any], **options: Any) -> Any:
        initial = [row if isinstance(row, dict) else asdict(row) for row in planned]
        formset = factory(self.data, prefix=prefix, initial=initial, auto_id="%s", form_kwargs=options)
        for form in formset.forms:
            self._part(form)
        return formset

    def _part(self, form: Part) -> Part:
        form.warnings = self.warnings
        form.name_row_fields()
        return form

    def _documents(self, prefix: str, planned: Sequence[PlannedDocument]) -> "BaseFormSet[DocumentForm]":
        formset: BaseFormSet[DocumentForm] = self._rows(DocumentFormSet, prefix, planned, pdf_pages=self.plan.pdf_pages)
        return formset

    def _items(self) -> "BaseFormSet[ItemForm]":
        planned = [{**asdict(item), "section": self._section_place(item)} for item in self.plan.items]
        formset: BaseFormSet[ItemForm] = self._rows(
            ItemFormSet, "items", planned, sections=self._section_choices(), pdf_pages=self.plan.pdf_pages
        )
        for place, form in enumerate(formset.forms):
            documents = self.plan.items[place].documents if place < len(self.plan.items) else []
            form.documents = self._documents(f"items-{place}-documents", documents)
        return formset

    def _section_place(self, item: PlannedItem) -> str:
        """The place of the item's section: the plan gives it, or the letter or title of the section."""
        if item.section_index is not None and item.section_index < len(self.plan.sections):
            return str(item.section_index)
        places = {section_key(section): str(place) for place, section in enumerate(self.plan.sections)}
        return places.get(item.section or "", "")

    def _section_choices(self) -> Sections:
        """The sections as they now stand in the form, by their place in it."""
        return [
            (str(place), " ".join(str(form[name].value() or "") for name in ("letter", "title")).strip())
            for place, form in enumerate(self.sections.forms)
            if not form.is_removed
        ]

    @property
    def formsets(self) -> "Iterator[BaseFormSet[Any]]":
        yield from (self.members, self.sections, self.items)
        yield from (form.documents for form in self.items.forms if not form.is_removed or leaves(form))
        yield self.other_documents

    def is_valid(self) -> bool:
        parts: list[PartForm | BaseFormSet[Any]] = [self.pack, self.meeting, self.minutes, *self.formsets]
        faulty = [part for part in parts if not part.is_valid()]  # every part is asked, so that all errors show
        return not faulty

    @property
    def problems(self) -> list[Problem]:
        """What is wrong, in the order of the page."""
        return [
            *problems_of(self.pack, "Pack"),
            *problems_of(self.meeting, "Meeting"),
            *problems_of_rows(self.members, "Member"),
            *problems_of_rows(self.sections, "Section"),
            *problems_of_items(self.items, self.sections),
            *problems_of_rows(self.other_documents, "Paper of no item"),
            *problems_of(self.minutes, "Earlier minutes"),
        ]

    @property
    def warning_places(self) -> list[WarningPlace]:
        ids = {"meeting", "previous_minutes", "members-rows", "sections-rows", "items-rows", "other_documents-rows"}
        for form in self._forms():
            ids |= {str(form.prefix), *(form[name].auto_id for name in form.fields)}
        return [WarningPlace(warning, _nearest(warning.field.replace(".", "-"), ids)) for warning in self.plan.warnings]

    @property
    def item_warnings(self) -> Sequence[PlanWarning]:
        """Those of the list of items as a whole: in a template, `warnings.items` would be the dict's own method."""
        return self.warnings.get("items", ())

    def _forms(self) -> "Iterator[PartForm]":
        yield from (self.meeting, self.minutes)
        for formset in self.formsets:
            yield from formset.forms

    @property
    def committee(self) -> Committee | None:
        """The committee chosen of those that are here; None for a new one, named by the plan."""
        chosen: Committee | None = self.meeting.cleaned_data.get("chosen")
        return chosen

    def to_plan(self) -> PackPlan:
        """The plan as corrected; what the form does not show is as it was. Only of a valid form."""
        sections = {place: form.to_plan() for place, form in kept(self.sections)}
        keys = {str(place): section_key(section) for place, section in sections.items()}
        items = self._kept_items()
        papers = papers_by_place(self.items, self.other_documents)
        return replace(
            self.plan,
            meeting=self.meeting.to_plan(),
            members=[form.to_plan() for _place, form in kept(self.members)],
            sections=list(sections.values()),
            items=[form.to_plan(keys, papers.get(str(place), [])) for place, form in items],
            other_documents=papers.get(MEETING, []),
            previous_minutes=self.minutes.to_plan(),
            warnings=moved(self.plan.warnings, self._new_places(items)),
            is_supplement=self.is_supplement,
        )

    @property
    def is_supplement(self) -> bool:
        """As the clerk says; a page that does not ask leaves it as it was."""
        kind = self.pack.cleaned_data.get("kind")
        return kind == PackForm.SUPPLEMENT if kind else self.plan.is_supplement

    def _kept_items(self) -> list[tuple[int, ItemForm]]:
        last = len(self.items.forms)
        return sorted(kept(self.items), key=lambda row: (row[1].cleaned_data.get("ORDER") or last, row[0]))

    def _new_places(self, items: Sequence[tuple[int, ItemForm]]) -> dict[str, dict[int, int]]:
        """Where each row went, by list and old place."""
        formsets: list[BaseFormSet[Any]] = [self.members, self.sections, self.other_documents]
        places = {
            str(formset.prefix): {old: new for new, (old, _form) in enumerate(kept(formset))} for formset in formsets
        }
        return {**places, "items": {old: new for new, (old, _form) in enumerate(items)}}


def section_key(section: PlannedSection) -> str:
    """What items call their section: its letter, or its title where there is none."""
    return section.letter or section.title


def by_place(warnings: Sequence[PlanWarning]) -> Mapping[str, list[PlanWarning]]:
    """The warnings by the name of their field in the form."""
    found: dict[str, list[PlanWarning]] = {}
    for warning in warnings:
        found.setdefault(warning.field.replace(".", "-"), []).append(warning)
    return found


def kept(formset: "BaseFormSet[Part]") -> list[tuple[int, Part]]:
    """The rows of a valid formset that are neither removed nor left blank, with their places."""
    return [(place, form) for place, form in enumerate(formset.forms) if form.cleaned_data and not form.is_removed]


def moved(warnings: Sequence[PlanWarning], places: Mapping[str, Mapping[int, int]]) -> list[PlanWarning]:
    """The warnings with the places that their rows have now; those of removed rows are gone."""
    found = []
    for warning in warnings:
        part, _, rest = warning.field.partition(".")
        number, _, field = rest.partition(".")
        if part not in places or not number.isdecimal():
            found.append(warning)
        elif int(number) in places[part]:
            place = f"{part}.{places[part][int(number)]}"
            found.append(replace(warning, field=f"{place}.{field}" if field else place))
    return found


def _nearest(place: str, ids: set[str]) -> str:
    """The id itself where it is on the page, else that of the row or list it would be in."""
    while place and place not in ids:
        if f"{place}-rows" in ids:
            return f"{place}-rows"
        place = place.rpartition("-")[0]
    return place
