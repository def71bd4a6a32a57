"""Making meetings: one by its date, or many from a pattern, looked over before they are made."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.contrib.admin import site
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from committees import actions
from committees.actions import NotAllowed, When
from committees.admin.asking import sent
from committees.admin.scheduling.closed import closed_days, doubts
from committees.admin.scheduling.forms import AnnounceForm, MeetingForm, PatternForm, SittingFormSet
from committees.models import Committee, Council, Meeting, User
from committees.scheduling import Sitting, WhyClosed, sittings

may_add = permission_required("committees.add_meeting", raise_exception=True)
PREFIX = "sittings"


@may_add
def new_meeting(request: HttpRequest) -> HttpResponse:
    """One meeting. Whatever speaks against the day is told once, and the clerk may make it all the same."""
    form = MeetingForm(**sent(request), initial={"committee": request.GET.get("committee")})
    doubted: list[str] = []
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        doubted = doubts(
            form.when.day,
            form.when.at,
            committee=values["committee"],
            venue=values["venue"],
            council=Council.objects.current(),
        )
        if not doubted or request.POST.get("sure") == "yes":
            if made := _make(request, form, values["committee"], [form.when], values, values["title"]):
                return redirect("admin:meeting_desk", made[0].pk)
            doubted = []
    context = {**site.each_context(request), "title": "New meeting", "form": form, "doubts": doubted}
    return render(request, "admin/scheduling/new.html", context)


@dataclass(frozen=True, slots=True)
class Proposed:
    """One row of the preview. `form` holds the day as it was proposed, or as the clerk changed it."""

    form: forms.Form
    sitting: Sitting | None
    doubts: Sequence[str]


@may_add
def year_of_meetings(request: HttpRequest) -> HttpResponse:
    """The pattern is in the address, so that it can be changed; what is made of it is sent as a form."""
    asked = "pattern" in request.GET
    form = PatternForm(request.GET if asked else None, initial={"committee": request.GET.get("committee")})
    if not asked or not form.is_valid() or "again" in request.GET:
        return _pattern_page(request, form)
    return _preview(request, form)


def _pattern_page(request: HttpRequest, form: PatternForm) -> HttpResponse:
    context = {**site.each_context(request), "title": "A year of meetings", "form": form}
    return render(request, "admin/scheduling/pattern.html", context)


def _preview(request: HttpRequest, form: PatternForm) -> HttpResponse:
    values = form.cleaned_data
    council = Council.objects.current()
    why_closed = closed_days(council)
    found = sittings(form.of_pattern, values["first"], values["last"], why_closed)
    announcing = AnnounceForm(**sent(request))
    announcing.fields["announce"].label = "Show them in the public calendar now"
    rows = SittingFormSet(
        request.POST if request.method == "POST" else None,
        prefix=PREFIX,
        initial=[{"keep": True, "date": one.day, "time": values["time"]} for one in found],
    )
    problems: list[str] = []
    if request.method == "POST" and rows.is_valid() and announcing.is_valid():
        kept = [When(row["date"], row["time"]) for row in rows.cleaned_data if row.get("keep")]
        facts = {"venue": values["venue"], **announcing.cleaned_data}
        if not kept:
            problems.append("Every meeting is left out: tick those to make.")
        elif made := _make(request, rows, values["committee"], kept, facts):
            messages.success(request, _made(made, announced=facts["announce"]))
            return redirect("admin:committee_meetings", values["committee"].pk)
    context = {
        **site.each_context(request),
        "title": f"Meetings of {values['committee']}",
        "pattern": form.of_pattern,
        "of_pattern": values,
        "query": request.GET.urlencode(),
        "rows": list(_proposed(rows, found, values, why_closed)),
        "management": rows.management_form,
        "problems": [*problems, *_problems(rows)],
        "announcing": announcing,
        "moved": sum(one.is_moved for one in found),
    }
    return render(request, "admin/scheduling/preview.html", context)


def _make(
    request: HttpRequest,
    form: Any,
    committee: Committee,
    when: Sequence[When],
    facts: dict[str, Any],
    title: str = "",
) -> list[Meeting]:
    """The meetings made; none where it is refused, and the refusal stands in `form`."""
    by = cast(User, request.user)
    try:
        return actions.add_meetings(
            committee=committee, when=when, by=by, venue=facts["venue"], title=title, announce=facts["announce"]
        )
    except NotAllowed as error:
        if isinstance(form, forms.BaseFormSet):
            form.non_form_errors().append(str(error))
        else:
            form.add_error(None, str(error))
        return []


def _made(made: Sequence[Meeting], *, announced: bool) -> str:
    number = f"{len(made)} meeting{'' if len(made) == 1 else 's'}"
    seen = "They are in the public calendar." if announced else "The public sees none of them yet."
    return f"{number} of {made[0].committee} made. {seen}"


def _problems(rows: Any) -> list[str]:
    """Of the rows together; those of one row stand at its fields too."""
    if not rows.is_bound:
        return []
    every = [str(error) for error in rows.non_form_errors()]
    for number, row in enumerate(rows, start=1):
        every += [f"Meeting {number}: {error}" for errors in row.errors.values() for error in errors]
    return every


def _proposed(rows: Any, found: Sequence[Sitting], values: dict[str, Any], closed: WhyClosed) -> list[Proposed]:
    """Each row with what speaks against its day; days that the clerk typed are looked at too."""
    taken = set(Meeting.objects.filter(committee=values["committee"]).values_list("date", flat=True))
    booked = _booked(values)
    proposed = []
    for place, row in enumerate(rows):
        sitting = found[place] if place < len(found) else None
        day = row.cleaned_data.get("date") if row.is_bound and row.is_valid() else sitting.day if sitting else None
        against = []
        if day and (name := closed(day)):
            against.append(f"This day is {name}.")
        if day in taken:
            against.append("The committee already has a meeting on this day.")
        if day in booked:
            against.append(f"{booked[day]} meets there on this day.")
        proposed.append(Proposed(row, sitting, against))
    return proposed


def _booked(values: dict[str, Any]) -> dict[Any, Committee]:
    """Who else meets in the same place, by day."""
    if not values["venue"]:
        return {}
    there = Meeting.objects.filter(venue__iexact=values["venue"], state=Meeting.State.SCHEDULED)
    others = there.exclude(committee=values["committee"]).filter(date__gte=values["first"])
    return {meeting.date: meeting.committee for meeting in others.select_related("committee")}
