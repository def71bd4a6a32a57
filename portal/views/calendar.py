from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from committees.models import Meeting
from portal.filters import PlacedMeetingFilter
from portal.meetings.month import CalendarDay, weeks
from portal.meetings.rows import meeting_rows

YEARS = range(1900, 2200)


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """`weeks` are of seven days, Monday first; the days of other months have no rows."""

    first: date
    weeks: list[list[CalendarDay]]
    earlier: date | None
    later: date | None
    is_this_month: bool
    months: list[date]
    year_before: date | None
    year_after: date | None

    @property
    def days(self) -> list[CalendarDay]:
        """Those with meetings, for the list on narrow screens."""
        return [day for week in self.weeks for day in week if day.rows]


def this_month(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    return month(request, today.year, today.month)


def month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    if year not in YEARS or not 1 <= month <= 12:
        raise Http404
    chosen = PlacedMeetingFilter(request.GET, queryset=Meeting.objects.public(), request=request)
    page = read_page(date(year, month, 1), chosen.qs)
    is_list = request.GET.get("view") == "list"
    return render(request, "calendar/month.html", {"page": page, "filter": chosen, "is_list": is_list})


def read_page(first: date, meetings: "QuerySet[Meeting]") -> CalendarPage:
    later = (first + timedelta(days=31)).replace(day=1)
    earlier = (first - timedelta(days=1)).replace(day=1)
    rows = meeting_rows(meetings.filter(date__gte=first, date__lt=later).order_by("date", "time", "pk"))
    today = timezone.localdate()
    return CalendarPage(
        first=first,
        weeks=weeks(first, rows, today),
        earlier=earlier if earlier.year in YEARS else None,
        later=later if later.year in YEARS else None,
        is_this_month=(first.year, first.month) == (today.year, today.month),
        months=[date(first.year, month, 1) for month in range(1, 13)],
        year_before=_same_month(first, first.year - 1),
        year_after=_same_month(first, first.year + 1),
    )


def _same_month(first: date, year: int) -> date | None:
    return first.replace(year=year) if year in YEARS else None
