"""The statutory clock of a meeting: each day with its working, what was done and when, and what is to be recorded."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from django import forms
from django.contrib.admin import site
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from committees import actions
from committees.admin.asking import Question, ask, sent
from committees.admin.moments import LOCAL_FORMAT, LocalMomentForm, LocalTimeField
from committees.clock import Deadline, State, meeting_clock, notice_clock, rules_of
from committees.models import ClosureDay, Committee, Council, Duty, DutyRecord, ExecutiveNotice, Meeting, User
from committees.moments import written

STATES = {
    State.COMING: "Coming",
    State.SOON: "Soon",
    State.LATE: "Late",
    State.DONE: "Done",
    State.PASSED: "Passed",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A deadline as it is shown; `record_at` is the page on which a clerk records that the duty was done."""

    deadline: Deadline
    records: Sequence[DutyRecord]
    record_at: str

    @property
    def words(self) -> str:
        if self.deadline.was_late:
            return "Done late"
        return "Set for too late" if self.deadline.will_be_late else STATES[self.deadline.state]

    @property
    def look(self) -> str:
        late = self.deadline.was_late or self.deadline.will_be_late
        return "late" if late else self.deadline.state.value

    @property
    def done(self) -> str:
        return written(self.deadline.done_at) if self.deadline.done_at else ""

    @property
    def set_for(self) -> str:
        return written(self.deadline.set_for) if self.deadline.set_for else ""


class DutyForm(LocalMomentForm):
    at = LocalTimeField(
        label="When it was done",
        help_text="By the council’s clocks, to the minute.",
        error_messages={
            "required": "Enter when it was done.",
            "invalid": "Enter a date and a time, such as 2026-09-14 17:00.",
        },
    )
    done_by = forms.CharField(label="Who did it", max_length=200, error_messages={"required": "Enter who did it."})
    how = forms.CharField(
        label="How",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Such as “Left at the Town Hall reception and pinned to the notice board”, or “Emailed to members”.",
        error_messages={"required": "Enter how it was done."},
    )
    field_order = ("at", "at_which", "done_by", "how")


def rows_of(meeting: Meeting) -> list[Row]:
    records = list(DutyRecord.objects.filter(meeting=meeting).select_related("recorded_by").newest_first())
    return [
        Row(
            deadline,
            [record for record in records if record.duty == deadline.kind],
            reverse("admin:meeting_duty", args=[meeting.pk, deadline.kind]) if deadline.kind in Duty.values else "",
        )
        for deadline in meeting_clock(meeting)
    ]


def notices_of(meeting: Meeting) -> list[dict[str, Any]]:
    """Each matter of the meeting of which notice is given, with the days for it."""
    rules, now = rules_of(Council.objects.current()), timezone.now()
    rows = ExecutiveNotice.objects.filter(meeting=meeting).select_related("meeting__committee")
    return [
        {"notice": row, "deadlines": [Row(one, [], "") for one in notice_clock(row, rules=rules, now=now)]}
        for row in rows
    ]


@never_cache
@permission_required("committees.view_meeting", raise_exception=True)
def of_meeting(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = get_object_or_404(Meeting.objects.select_related("committee"), pk=pk)
    rows = rows_of(meeting)
    context = {
        **site.each_context(request),
        "title": "Clock",
        "subtitle": str(meeting),
        "meeting": meeting,
        "rows": rows,
        "is_executive": meeting.committee.kind == Committee.Kind.EXECUTIVE,
        "notices": notices_of(meeting),
        "wanting": [row for row in rows if row.deadline.wants_attention],
        "rules_of": Council.objects.current(),
        "closures": ClosureDay.objects.count(),
    }
    return render(request, "admin/clock.html", context)


@never_cache
@permission_required("committees.change_meeting", raise_exception=True)
def record(request: HttpRequest, pk: int, duty: str) -> HttpResponse:
    """Record that the agenda was put out, the summons sent, or a notice given."""
    meeting = get_object_or_404(Meeting.objects.select_related("committee"), pk=pk)
    if duty not in Duty.values:
        raise Http404
    by = cast(User, request.user)
    form = DutyForm(**sent(request), initial={"done_by": by.get_full_name(), "at": _now()})

    def act(values: dict[str, Any]) -> str:
        actions.record_duty(
            duty=duty, of=meeting, done_at=values["at"], done_by=values["done_by"], how=values["how"], by=by
        )
        return f"{Duty(duty).label}: recorded."

    question = Question(
        title=f"{Duty(duty).label}: {meeting}",
        explanation="Record what was done outside this site. It is part of the proof of publication, and is not shown "
        "to the public. If you record it again, the newer record counts and the older one is kept.",
        button="Record it",
        back=reverse("admin:meeting_clock", args=[meeting.pk]),
    )
    return ask(request, question, form, act)


def _now() -> str:
    return timezone.localtime().strftime(LOCAL_FORMAT)
