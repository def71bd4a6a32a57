from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from committees.models import Committee, Meeting
from documents.models import Document, Listing, WorkProgrammeEntry
from portal.recommendations.said import Paper, paper_at


@dataclass(frozen=True, slots=True)
class PlannedMeeting:
    """What is planned for one day; `printed` is the day as the paper has it, where that is no certain date."""

    date: date | None
    printed: str
    meeting: Meeting | None
    titles: list[str]


@dataclass(frozen=True, slots=True)
class WorkProgramme:
    """`taken` is the meeting that took the paper it was read from."""

    paper: Paper
    taken: Meeting
    coming: list[PlannedMeeting]
    past: list[PlannedMeeting]


def work_programme(request: HttpRequest, slug: str) -> HttpResponse:
    committee = get_object_or_404(Committee.objects.public(), slug=slug)
    programme = read_programme(committee, timezone.localdate())
    return render(request, "work_programmes/work_programme.html", {"committee": committee, "programme": programme})


def read_programme(committee: Committee, today: date) -> WorkProgramme | None:
    """As the newest public paper has it; None where no paper has one. In four queries."""
    entries = WorkProgrammeEntry.objects.public().filter(committee=committee)
    newest = _newest(entries.order_by().values_list("document", flat=True).distinct())
    if newest is None:
        return None
    planned = _planned(committee, list(entries.filter(document=newest.document_id).order_by("order")))
    first_page = entries.filter(document=newest.document_id).order_by("order").values_list("page", flat=True).first()
    return WorkProgramme(
        paper=paper_at(newest.document, page=first_page),
        taken=newest.meeting,
        coming=[meeting for meeting in planned if meeting.date is None or meeting.date >= today],
        past=[meeting for meeting in planned if meeting.date is not None and meeting.date < today],
    )


def _newest(documents: Iterable[int]) -> Listing | None:
    """Where the paper that was taken last was taken."""
    listed = Listing.objects.public().filter(document__in=Document.objects.public().filter(pk__in=documents))
    return (
        listed.select_related("document", "meeting__committee").order_by("-meeting__date", "-document", "-pk").first()
    )


def _planned(committee: Committee, entries: list[WorkProgrammeEntry]) -> list[PlannedMeeting]:
    """By day, those without a certain one where the paper has them."""
    by_day, by_id = _meetings(committee, entries)
    titles: dict[tuple[date | None, str, int | None], list[str]] = defaultdict(list)
    for entry in entries:
        titles[(entry.date, "" if entry.date else entry.date_text, entry.meeting_id)].append(entry.title)
    planned = [
        PlannedMeeting(day, printed, by_id.get(meeting or 0) or by_day.get(day), listed)
        for (day, printed, meeting), listed in titles.items()
    ]
    return sorted(planned, key=lambda meeting: meeting.date or date.max)


def _meetings(
    committee: Committee, entries: list[WorkProgrammeEntry]
) -> tuple[dict[date | None, Meeting], dict[int, Meeting]]:
    """The public ones by their day and by their id."""
    public = Meeting.objects.public().select_related("committee")
    of_committee = public.filter(committee=committee, date__in=[entry.date for entry in entries if entry.date])
    named = public.in_bulk([entry.meeting_id for entry in entries if entry.meeting_id])
    return {meeting.date: meeting for meeting in of_committee.order_by("-time", "-pk")}, named
