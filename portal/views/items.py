from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from committees.models import Meeting, Minute, Minutes
from portal.addresses import redirect_to
from portal.context import council_of
from portal.meetings.agenda import AgendaEntry, AgendaPart, read_agenda, with_agenda
from portal.meetings.minutes import MinuteEntry, minute_entries, with_entries
from portal.queries.kept import KeptQuery


@dataclass(frozen=True, slots=True)
class ItemPage:
    """One item, its section, what was minuted of it, and the items before and after it on the agenda."""

    meeting: Meeting
    part: AgendaPart
    entry: AgendaEntry
    earlier: AgendaEntry | None
    later: AgendaEntry | None
    minuted: list[MinuteEntry]
    minutes: Minutes | None


def item(request: HttpRequest, meeting_pk: int, pk: int, slug: str) -> HttpResponse:
    meeting = _MEETING.first(pk=meeting_pk)
    if meeting is None:
        raise Http404
    page = read_page(meeting, pk, read_agenda(meeting, council_of(request)).parts)
    return redirect_to(page.entry.address, request) or render(request, "items/item.html", {"page": page})


_MEETING = KeptQuery(
    lambda pk: with_agenda(Meeting.objects.with_public_agenda().filter(pk=pk)).select_related("committee")
)
_MINUTED = KeptQuery(
    lambda item: with_entries(Minute.objects.public().filter(item=item).select_related("minutes").order_by("order"))
)


def read_page(meeting: Meeting, pk: int, parts: list[AgendaPart]) -> ItemPage:
    """Raises Http404 where the item is not on the public agenda."""
    entries = [(part, entry) for part in parts for entry in part.entries]
    place = next((n for n, (_part, entry) in enumerate(entries) if entry.id == pk), None)
    if place is None:
        raise Http404
    part, entry = entries[place]
    minuted = _MINUTED(item=pk)
    return ItemPage(
        meeting=meeting,
        part=part,
        entry=entry,
        earlier=entries[place - 1][1] if place else None,
        later=entries[place + 1][1] if place + 1 < len(entries) else None,
        minuted=minute_entries(minuted),
        minutes=minuted[0].minutes if minuted else None,
    )
