"""A unit for each page of a public paper."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from documents.models import Document, Listing, Page, Paragraph, Report
from documents.search.schema import PAGE, Sitting, Unit
from documents.search.units.wards import wards_named

BATCH = 50  # papers at a time: what memory holds of their listings


@dataclass(frozen=True, slots=True)
class _Facts:
    """What all pages of a paper share."""

    titles: tuple[str, ...]
    sittings: tuple[Sitting, ...]
    wards: tuple[int, ...]


def paper_units(ids: Collection[int] | None = None) -> Iterator[Unit]:
    """A unit for each page of the public papers among `ids`, or of all; one without text still has its title."""
    rows = Document.objects.public().order_by("pk")
    wanted = sorted(rows.values_list("pk", flat=True) if ids is None else ids)
    for start in range(0, len(wanted), BATCH):
        yield from _units_of(list(rows.filter(pk__in=wanted[start : start + BATCH])))


def sittings_of(documents: Iterable[int]) -> dict[int, tuple[Sitting, ...]]:
    """Where papers are taken, as the public knows it."""
    found: dict[int, set[Sitting]] = defaultdict(set)
    rows = Listing.objects.public().filter(document__in=list(documents)).order_by()
    for document, meeting, committee, day in rows.values_list(
        "document", "meeting", "meeting__committee", "meeting__date"
    ):
        found[document].add(Sitting(meeting, committee, day))
    return {document: tuple(sorted(sittings, key=lambda at: at.key)) for document, sittings in found.items()}


def _units_of(documents: list[Document]) -> Iterator[Unit]:
    facts = _facts_of(documents)
    by_version = {document.current_version_id: document for document in documents if document.pk in facts}
    headings = _headings_of(by_version)
    without_text = dict(by_version)
    pages = Page.objects.filter(version__in=by_version).order_by("version", "number")
    for version, number, text in pages.values_list("version", "number", "text").iterator(chunk_size=500):
        without_text.pop(version, None)
        document = by_version[version]
        yield _unit(document, facts[document.pk], number, text, headings.get((version, number), ()))
    for document in without_text.values():
        yield _unit(document, facts[document.pk], 1, "", ())


def _facts_of(documents: list[Document]) -> dict[int, _Facts]:
    ids = [document.pk for document in documents]
    sittings, items = sittings_of(ids), _item_titles(ids)
    reports = {
        document: (subject, wards)
        for document, subject, wards in Report.objects.public()
        .filter(document__in=ids)
        .values_list("document", "subject", "wards")
    }
    named = wards_named(ward for _, wards in reports.values() for ward in wards)
    found = {}
    for document in documents:
        subject, wards = reports.get(document.pk, ("", []))
        titles = tuple(dict.fromkeys(filter(None, (document.title, *items[document.pk], subject))))
        of_wards = tuple({ward for name in wards if (ward := named.get(name)) is not None})
        if document.pk in sittings:
            found[document.pk] = _Facts(titles, sittings[document.pk], of_wards)
    return found


def _item_titles(documents: list[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    rows = Listing.objects.public().filter(document__in=documents, item__isnull=False)
    for document, title in rows.values_list("document", "item__title"):
        found[document].append(title)
    return found


def _headings_of(versions: Iterable[int | None]) -> dict[tuple[int, int], tuple[str, ...]]:
    found: dict[tuple[int, int], list[str]] = defaultdict(list)
    rows = Paragraph.objects.filter(version__in=list(versions)).exclude(heading="").order_by("version", "order")
    for version, page, heading in rows.values_list("version", "page", "heading"):
        if heading not in found[version, page]:
            found[version, page].append(heading)
    return {place: tuple(headings) for place, headings in found.items()}


def _unit(document: Document, facts: _Facts, number: int, text: str, headings: tuple[str, ...]) -> Unit:
    return Unit(
        type=PAGE,
        owner=document.pk,
        kind=document.kind,
        number=number,
        titles=facts.titles,
        text=text,
        headings=headings,
        names=(document.title,) if number == 1 else (),
        sittings=facts.sittings,
        wards=facts.wards,
        document=document.pk,
    )
