"""The minutes editor: one form, saved as it is typed where the browser runs its script, by its button where not."""

from dataclasses import asdict
from typing import Any, cast

from django.contrib import messages
from django.contrib.admin import site
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import cache_control

from committees.models import AgendaItem, Attendance, Meeting, Minutes, MinutesDraft, User
from committees.sent_numbers import number_sent
from documents.admin.minutes.content import (
    Content,
    basis_of,
    content_of,
    entry,
    entry_of_item,
    items_without_minute,
    kept_content,
    numbered,
)
from documents.admin.minutes.forms import MinutesForm
from documents.admin.minutes.keeping import Saved, SavedElsewhere, keep

CUT_SHORT = (
    "The page did not arrive whole, so nothing was saved. What you typed is still in your browser: go back to it."
)
NO_NUMBER = "Enter the first running number as a number, such as 143."
LAST_NUMBER = 999_999
MOST_CHANGES = 40  # that are listed

may_write = permission_required("committees.change_minutes", raise_exception=True)


def meeting_of(pk: int) -> Meeting:
    return get_object_or_404(Meeting.objects.select_related("committee"), pk=pk)


def items_of(meeting: Meeting) -> list[AgendaItem]:
    return list(AgendaItem.objects.filter(meeting=meeting).select_related("section").order_by("order"))


@cache_control(private=True, no_cache=True)  # never "no-store": going back in the browser must bring the words back
@may_write
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = meeting_of(pk)
    if request.method == "POST":
        return _save(request, meeting)
    kept = kept_content(meeting)
    form = MinutesForm(items_of(meeting), content=kept or content_of(meeting), check="check" in request.GET)
    return _page(request, meeting, form, basis=basis_of(kept), problems=form.problems if "check" in request.GET else [])


def _save(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    by_script = request.headers.get("Accept", "").startswith("application/json")
    form = MinutesForm(items_of(meeting), data=request.POST)
    if not form.arrived_whole:
        return HttpResponse(CUT_SHORT, status=400, content_type="text/plain; charset=utf-8")
    basis, act = request.POST.get("basis", ""), request.POST.get("act", "save")
    try:
        content, anchor = _after(act, request, meeting, form.content(tidy=not by_script))
        by = cast(User, request.user)
        saved = keep(meeting=meeting, content=content, basis=basis, by=by, over=act == "over")
    except SavedElsewhere as error:
        if by_script:
            changed = [asdict(one) for one in error.changed[:MOST_CHANGES]]
            return JsonResponse({"problem": str(error), "changed": changed}, status=409)
        return _page(request, meeting, form, basis=basis, elsewhere=error, status=409)
    except ValueError as error:
        return _page(request, meeting, form, basis=basis, problems=[("first_number", str(error))])
    return _saved(request, meeting, saved, act, anchor, by_script)


def _saved(
    request: HttpRequest, meeting: Meeting, saved: Saved, act: str, anchor: str, by_script: bool
) -> HttpResponse:
    if by_script:
        return JsonResponse({"words": saved.words, "basis": saved.basis})
    steps = {"publish": "admin:meeting_minutes_publish", "preview": "admin:meeting_minutes_preview"}
    if act in steps:
        return redirect(steps[act], meeting.pk)
    messages.success(request, f"{saved.words}. The public sees nothing of it until you publish.")
    return redirect(reverse("admin:meeting_minutes", args=[meeting.pk]) + anchor)


def _after(act: str, request: HttpRequest, meeting: Meeting, content: Content) -> tuple[Content, str]:
    """The content once the button is obeyed, and where on the page to go on. ValueError says what is amiss."""
    entries = content["entries"]
    if act == "add":
        return {**content, "entries": [*entries, entry()]}, f"#entries-{len(entries)}"
    if act == "add_items":
        missing = [entry_of_item(item) for item in items_without_minute(meeting, content)]
        return {**content, "entries": [*entries, *missing]}, f"#entries-{len(entries)}"
    if act == "number":
        first = number_sent(request.POST.get("first_number", "").strip())
        if first is None or first > LAST_NUMBER:
            raise ValueError(NO_NUMBER)
        return {**content, "entries": numbered(entries, first)}, "#minutes"
    return content, ""


def _page(
    request: HttpRequest,
    meeting: Meeting,
    form: MinutesForm,
    *,
    basis: str,
    problems: list[tuple[str, str]] | None = None,
    elsewhere: SavedElsewhere | None = None,
    status: int = 200,
) -> HttpResponse:
    draft = MinutesDraft.objects.filter(meeting=meeting).select_related("saved_by", "set_aside_of").first()
    minutes = Minutes.objects.filter(meeting=meeting).select_related("confirmed_at__committee").first()
    context: dict[str, Any] = {
        **site.each_context(request),
        "title": f"Minutes of {meeting}",
        "meeting": meeting,
        "form": form,
        "basis": basis,
        "problems": problems or [],
        "elsewhere": elsewhere,
        "changed": elsewhere.changed[:MOST_CHANGES] if elsewhere else [],
        "draft": draft,
        "minutes": minutes,
        "missing": items_without_minute(meeting, form.content()),
        "attended": Attendance.objects.filter(meeting=meeting).count(),
    }
    return render(request, "admin/minutes/edit.html", context, status=status)


@may_write
def set_aside(request: HttpRequest, pk: int) -> HttpResponse:
    """What another clerk had typed, and was saved over."""
    draft = get_object_or_404(MinutesDraft, meeting=pk, set_aside__isnull=False)
    meeting = meeting_of(pk)
    form = MinutesForm(items_of(meeting), content=draft.set_aside)
    context = {**site.each_context(request), "title": f"Set aside: minutes of {meeting}", "meeting": meeting}
    return render(request, "admin/minutes/set_aside.html", {**context, "draft": draft, "form": form})
