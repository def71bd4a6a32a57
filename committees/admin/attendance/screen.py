"""One screen for a meeting: its members with a choice each, and lines for others."""

from typing import Any, cast

from django.contrib import messages
from django.contrib.admin import site
from django.contrib.auth.decorators import permission_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache

from committees.actions import NotAllowed, record_attendance
from committees.admin.attendance.forms import AttendanceForm
from committees.admin.attendance.lines import expected_at
from committees.admin.basis import Elsewhere, State, elsewhere, state_of, token_of
from committees.models import Attendance, Meeting, Person, User


@never_cache
@permission_required("committees.change_meeting", raise_exception=True)
@transaction.atomic
def record(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = get_object_or_404(Meeting.objects.select_related("committee"), pk=pk)
    if request.method == "POST":
        Meeting.objects.select_for_update().get(pk=pk)
    rows = list(Attendance.objects.filter(meeting=meeting).select_related("person"))
    expected = expected_at(meeting, rows)
    if request.method != "POST":
        return _page(request, meeting, AttendanceForm(expected, rows))
    if request.POST.get("act") == "all":
        return _page(request, meeting, AttendanceForm(expected, rows, _all_present(request, expected)), unsaved=True)
    form = AttendanceForm(expected, rows, request.POST)
    valid, found = form.is_valid(), elsewhere(request, _state(rows))
    if not valid or found:
        return _page(request, meeting, form, found=found, problems=list(form.problems()))
    return _save(request, meeting, form)


def _all_present(request: HttpRequest, expected: Any) -> Any:
    """As sent, with everybody present of whom nothing was said."""
    sent = request.POST.copy()
    for one in expected:
        if not sent.get(f"{one.key}-status"):
            sent[f"{one.key}-status"] = Attendance.Status.PRESENT
    return sent


def _save(request: HttpRequest, meeting: Meeting, form: AttendanceForm) -> HttpResponse:
    try:
        rows = record_attendance(meeting=meeting, attended=form.attended(), by=cast(User, request.user))
    except NotAllowed as error:
        return _page(request, meeting, form, problems=[("attendance", str(error))])
    public = "It is public, as changed." if meeting.attendance_published_at else "The public sees nothing of it yet."
    messages.success(request, f"Attendance of {len(rows)} is recorded. {public}")
    return redirect("admin:meeting_attendance_record", meeting.pk)


def _state(rows: list[Attendance]) -> State:
    return state_of(rows, ["person", "name", "capacity", "status", "substitute_for"])


def _page(
    request: HttpRequest,
    meeting: Meeting,
    form: AttendanceForm,
    *,
    problems: list[tuple[str, str]] | None = None,
    found: Elsewhere | None = None,
    unsaved: bool = False,
) -> HttpResponse:
    kept = list(Attendance.objects.filter(meeting=meeting).select_related("person"))
    again = bool(problems or unsaved) and not found
    context = {
        **site.each_context(request),
        "title": f"Attendance: {meeting}",
        "meeting": meeting,
        "form": form,
        "problems": [{"place": place, "message": message} for place, message in problems or []],
        "people": Person.objects.filter(left_on=None).order_by("sort_key"),
        "basis": request.POST.get("basis", "") if again else token_of(_state(kept)),
        "elsewhere": found,
        "recorded": len(kept),
        "unsaved": unsaved,
    }
    return render(request, "admin/attendance.html", context, status=409 if found else 200)
