"""A unit for each public record that is found by itself: items, decisions, recommendations, meetings and bodies."""

from collections.abc import Collection, Iterator
from datetime import date

from django.db.models import Exists, OuterRef, Q
from django.utils.formats import date_format

from committees.models import Access, AgendaItem, Committee, Decision, Meeting, Person
from documents.models import Document, Listing, Recommendation
from documents.search.schema import COMMITTEE, DECISION, ITEM, MEETING, PERSON, RECOMMENDATION, Sitting, Unit
from documents.search.units.papers import BATCH, sittings_of

ROWS_AT_ONCE = 500


def item_units(meetings: Collection[int] | None = None) -> Iterator[Unit]:
    """Public items, but those found by a paper that bears their title. An exempt one is its title alone."""
    papers = Listing.objects.public().filter(
        item=OuterRef("pk"), document__in=Document.objects.public(), document__title=OuterRef("title")
    )
    items = AgendaItem.objects.public().filter(~Exists(papers)).select_related("meeting").order_by("pk")
    if meetings is not None:
        items = items.filter(meeting__in=meetings)
    for item in items.iterator(chunk_size=ROWS_AT_ONCE):
        yield Unit(
            type=ITEM,
            owner=item.pk,
            kind=ITEM,
            titles=(item.title,),
            text=item.text if item.access == Access.OPEN else "",
            names=(item.title,),
            sittings=(Sitting(item.meeting_id, item.meeting.committee_id, item.meeting.date),),
        )


def meeting_units(meetings: Collection[int] | None = None) -> Iterator[Unit]:
    """Public meetings, by their committee and day; as text, so that a paper titled so goes before them."""
    rows = Meeting.objects.public().select_related("committee").order_by("pk")
    if meetings is not None:
        rows = rows.filter(pk__in=meetings)
    for meeting in rows.iterator(chunk_size=ROWS_AT_ONCE):
        name = f"{meeting.committee.name} {_day(meeting.date)}"
        yield Unit(
            type=MEETING,
            owner=meeting.pk,
            kind=MEETING,
            titles=(),
            text=f"{name}\n{meeting.venue}",
            names=(name,),
            sittings=(Sitting(meeting.pk, meeting.committee_id, meeting.date),),
        )


def _day(day: date) -> str:
    return date_format(day, "j F Y")


def decision_units(wanted: Q | None = None) -> Iterator[Unit]:
    """Public decisions, of meetings and of single members and officers; by their title, words and reasons."""
    rows = Decision.objects.public().prefetch_related("wards").order_by("pk")
    if wanted is not None:
        rows = rows.filter(wanted)
    for decision in rows.iterator(chunk_size=ROWS_AT_ONCE):
        yield Unit(
            type=DECISION,
            owner=decision.pk,
            kind=DECISION,
            titles=(decision.title,),
            text="\n".join((*decision.parts, decision.reasons)),
            sittings=(Sitting(decision.meeting_id or 0, decision.committee_id or 0, decision.date),),
            wards=tuple(ward.pk for ward in decision.wards.all()),
            person=decision.person_id,
        )


def recommendation_units(documents: Collection[int] | None = None) -> Iterator[Unit]:
    """Public recommendations to the executive, parts with the whole; what a report asks its meeting is in its pages."""
    rows = Recommendation.objects.public().to_executive().filter(parent=None).select_related("review").order_by("pk")
    if documents is not None:
        rows = rows.filter(document__in=documents)
    batch: list[Recommendation] = []
    for recommendation in rows.iterator(chunk_size=ROWS_AT_ONCE):
        batch.append(recommendation)
        if len(batch) == BATCH:
            yield from _recommendations(batch)
            batch = []
    yield from _recommendations(batch)


def _recommendations(rows: list[Recommendation]) -> Iterator[Unit]:
    sittings = sittings_of({row.document_id for row in rows})
    for row in rows:
        yield Unit(
            type=RECOMMENDATION,
            owner=row.pk,
            kind=RECOMMENDATION,
            titles=(row.review.title,) if row.review else (),
            text=f"{row.name}\n{row.text}",
            sittings=sittings.get(row.document_id, ()),
            document=row.document_id,
        )


def committee_units(ids: Collection[int] | None = None) -> Iterator[Unit]:
    """Public committees, by their name and what they are for."""
    rows = Committee.objects.public().order_by("pk")
    if ids is not None:
        rows = rows.filter(pk__in=ids)
    for committee in rows.iterator(chunk_size=ROWS_AT_ONCE):
        yield Unit(
            type=COMMITTEE,
            owner=committee.pk,
            kind=COMMITTEE,
            titles=(committee.name,),
            text=committee.purpose,
            names=(committee.name,),
        )


def person_units(ids: Collection[int] | None = None) -> Iterator[Unit]:
    """Public people, by their name, party and ward."""
    rows = Person.objects.public().select_related("ward").order_by("pk")
    if ids is not None:
        rows = rows.filter(pk__in=ids)
    for person in rows.iterator(chunk_size=ROWS_AT_ONCE):
        called = [person.formal_name, *([f"Cllr {person.name}"] if person.is_councillor else [])]
        yield Unit(
            type=PERSON,
            owner=person.pk,
            kind=PERSON,
            titles=(person.name,),
            text="\n".join((*called, person.party, person.ward.name if person.ward else "")),
            names=(person.name, *called),
            wards=(person.ward_id,) if person.ward_id else (),
            person=person.pk,
        )
