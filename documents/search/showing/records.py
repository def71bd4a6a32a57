"""Records, each as what it is: items, decisions, recommendations, meetings, committees and people."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from committees.models import Access, AgendaItem, Committee, Decision, Meeting, Person
from documents.models import Listing, Recommendation
from documents.search.finding import Thing
from documents.search.kinds import RECORD_KINDS
from documents.search.passages import passage
from documents.search.results import Group, Hit
from documents.search.schema import COMMITTEE, DECISION, ITEM, MEETING, PERSON, RECOMMENDATION
from documents.search.syntax import Request


def records(things: Sequence[Thing], request: Request) -> dict[Thing, Group]:
    """In a query for each type that there is."""
    by_type: dict[str, list[int]] = defaultdict(list)
    for thing in things:
        by_type[thing.type].append(thing.id)
    shown = {(type_, row.pk): row for type_, ids in by_type.items() for row in ROWS[type_](ids)}
    listings = _listings(row.document_id for row in shown.values() if isinstance(row, Recommendation))
    return {
        thing: _group(shown[thing.type, thing.id], listings, request)
        for thing in things
        if (thing.type, thing.id) in shown
    }


def _items(ids: list[int]) -> Iterable[AgendaItem]:
    return AgendaItem.objects.public().select_related("meeting__committee", "section").filter(pk__in=ids)


def _decisions(ids: list[int]) -> Iterable[Decision]:
    return Decision.objects.public().select_related("committee", "meeting__committee").filter(pk__in=ids)


def _recommendations(ids: list[int]) -> Iterable[Recommendation]:
    return Recommendation.objects.public().select_related("review", "parent").filter(pk__in=ids)


def _meetings(ids: list[int]) -> Iterable[Meeting]:
    return Meeting.objects.public().select_related("committee").filter(pk__in=ids)


def _committees(ids: list[int]) -> Iterable[Committee]:
    return Committee.objects.public().filter(pk__in=ids)


def _people(ids: list[int]) -> Iterable[Person]:
    return Person.objects.public().select_related("ward").filter(pk__in=ids)


ROWS: dict[str, Callable[[list[int]], Iterable[Any]]] = {
    ITEM: _items,
    DECISION: _decisions,
    RECOMMENDATION: _recommendations,
    MEETING: _meetings,
    COMMITTEE: _committees,
    PERSON: _people,
}


def _listings(documents: Iterable[int]) -> dict[int, Listing]:
    """The newest public meeting of each paper, with its committee."""
    wanted = set(documents)
    if not wanted:
        return {}
    rows = Listing.objects.public().filter(document__in=wanted).select_related("meeting__committee")
    return {listing.document_id: listing for listing in rows.order_by("meeting__date", "-pk")}


def _group(row: Any, listings: dict[int, Listing], request: Request) -> Group:
    match row:
        case AgendaItem():
            return _item(row, request)
        case Decision():
            return _decision(row, request)
        case Recommendation():
            return _recommendation(row, listings.get(row.document_id), request)
        case Meeting():
            return _meeting(row)
        case Committee():
            return _committee(row, request)
        case _:
            return _person(row, request)


def named_group(row: AgendaItem | Committee | Meeting) -> Group:
    """What a query names, without a passage of its own."""
    match row:
        case AgendaItem():
            return _item(row, None)
        case Committee():
            return _committee(row, None)
        case _:
            return _meeting(row)


def _record(type_: str, row: Any, title: str, text: str, request: Request | None, **facts: Any) -> Group:
    url = row.get_absolute_url()
    words = passage(text, request) if request else ()
    return Group(
        id=row.pk,
        type=type_,
        kind=str(RECORD_KINDS[type_]),
        title=title,
        url=url,
        hits=(Hit(None, "", "", words, url),) if words else (),
        **facts,
    )


def _item(item: AgendaItem, request: Request | None) -> Group:
    text = item.text if item.access == Access.OPEN else ""
    facts = {**_meeting_facts(item.meeting), "item": item.reference, "item_title": item.title}
    return _record(ITEM, item, item.title, text, request, **facts)


def _meeting(meeting: Meeting) -> Group:
    return _record(MEETING, meeting, meeting.committee.name, "", None, **_meeting_facts(meeting))


def _committee(committee: Committee, request: Request | None) -> Group:
    return _record(COMMITTEE, committee, committee.name, committee.purpose, request)


def _meeting_facts(meeting: Meeting) -> dict[str, Any]:
    return {
        "committee": meeting.committee.name,
        "meeting_date": meeting.date,
        "meeting_url": meeting.get_absolute_url(),
    }


def _decision(decision: Decision, request: Request) -> Group:
    facts: dict[str, Any] = {"meeting_date": decision.date}
    if decision.meeting:
        facts = _meeting_facts(decision.meeting)
    if decision.committee:
        facts["committee"] = decision.committee.name
    text = "\n".join((*decision.parts, decision.reasons))
    return _record(DECISION, decision, decision.title, text, request, **facts)


def _recommendation(row: Recommendation, listing: Listing | None, request: Request) -> Group:
    title = f"{row.review.title}: {row.name}" if row.review else row.name
    facts = _meeting_facts(listing.meeting) if listing else {}
    return _record(RECOMMENDATION, row, title, row.text, request, **facts)


def _person(person: Person, request: Request) -> Group:
    facts = [person.party, f"{person.ward.name} ward" if person.ward else ""]
    return _record(PERSON, person, person.formal_name, ", ".join(filter(None, facts)), request)
