"""Screens that lead on: what was searched for, one meeting and its tasks, and all records."""

from django.contrib.admin import site
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from committees.clock import rules_of
from committees.models import Council, Meeting
from documents.actions.timed import timed_at
from documents.admin.desk import finding
from documents.admin.desk.coming import lacks_of, with_standing
from documents.admin.desk.desk import Timed
from documents.admin.desk.standing import changes_of, seen_by_public, tasks_of
from documents.clerk_screens import screen_of
from documents.clock import due_and_late

MOST_LETTERS = 200


@never_cache
@permission_required("committees.view_meeting", raise_exception=True)
def find(request: HttpRequest) -> HttpResponse:
    text = request.GET.get("q", "").strip()[:MOST_LETTERS]
    title = f"Found for “{text}”" if text else "Find a committee, meeting or paper"
    context = {**site.each_context(request), "title": title, "asked": text, "found": finding.find(text)}
    return render(request, "admin/desk/found.html", context)


@never_cache
@permission_required("committees.view_meeting", raise_exception=True)
def meeting(request: HttpRequest, pk: int) -> HttpResponse:
    """Where a meeting stands, and every task of it one click away."""
    row = get_object_or_404(with_standing(Meeting.objects.all()), pk=pk)
    today = timezone.localdate()
    context = {
        **site.each_context(request),
        "title": str(row),
        "meeting": row,
        "seen": seen_by_public(row),
        "timed_ones": [Timed(one, screen_of(one)) for one in timed_at(row)],
        "tasks": tasks_of(row),
        "changes": list(changes_of(row)),
        "lacks": list(lacks_of(row, today, rules_of(Council.objects.current()))) if row.date >= today else [],
    }
    return render(request, "admin/desk/meeting.html", context)


@never_cache
@permission_required("committees.view_meeting", raise_exception=True)
def due(request: HttpRequest) -> HttpResponse:
    """Everything that is late or soon due, with how each day was counted."""
    context = {**site.each_context(request), "title": "Due and late", "due": due_and_late()}
    return render(request, "admin/desk/due.html", context)


@never_cache
def records(request: HttpRequest) -> HttpResponse:
    """Every list of rows that the signed-in person may see."""
    context = {**site.each_context(request), "title": "All records", "apps": site.get_app_list(request)}
    return render(request, "admin/desk/records.html", context)
