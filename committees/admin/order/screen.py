"""Putting the items of an agenda in order: by buttons, which need no script, or by dragging; saved in one go."""

from typing import cast

from django.contrib import messages
from django.contrib.admin import site
from django.contrib.auth.decorators import permission_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache

from committees.actions import NotAllowed, place_items
from committees.admin.basis import Elsewhere, State, elsewhere, state_of, token_of
from committees.admin.order.agenda_order import AgendaOrder, order_of, order_sent
from committees.models import AgendaItem, AgendaSection, Meeting, User
from committees.sent_numbers import number_sent

STEPS = {"up": -1, "down": 1}
AGREE = "Say that these labels may change, or give them back their labels."


@never_cache
@permission_required("committees.change_meeting", raise_exception=True)
@transaction.atomic
def order(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = get_object_or_404(Meeting.objects.select_related("committee"), pk=pk)
    if request.method != "POST":
        return _page(request, meeting, order_of(meeting))
    Meeting.objects.select_for_update().get(pk=pk)
    sent = order_sent(meeting, request.POST)
    if (act := request.POST.get("act", "save")) != "save":
        return _page(request, meeting, _after(act, sent), basis=request.POST.get("basis", ""), moved=act)
    if found := elsewhere(request, _state(meeting)):
        return _page(request, meeting, sent, found=found)
    if sent.relabelled() and request.POST.get("labels_agreed") != "yes":
        return _page(request, meeting, sent, basis=request.POST.get("basis", ""), problem=AGREE)
    return _save(request, meeting, sent)


def _save(request: HttpRequest, meeting: Meeting, sent: AgendaOrder) -> HttpResponse:
    try:
        place_items(meeting=meeting, places=sent.places(), by=cast(User, request.user))
    except NotAllowed as error:
        return _page(request, meeting, sent, problem=str(error))
    public = " The public sees it now." if meeting.agenda_published_at else " The public sees nothing of it yet."
    messages.success(request, f"The order of the items is saved.{public}")
    return redirect("admin:meeting_order", meeting.pk)


def _after(act: str, sent: AgendaOrder) -> AgendaOrder:
    """The order once the pressed button is obeyed: “up:12”, “number:3”. Nothing is saved by it."""
    verb, _, what = act.partition(":")
    item = number_sent(what)
    if verb in STEPS and item is not None:
        return sent.moved(item, STEPS[verb])
    if verb == "number":
        return sent.numbered(what)
    return sent


def _state(meeting: Meeting) -> State:
    items = AgendaItem.objects.filter(meeting=meeting).order_by("order")
    sections = AgendaSection.objects.filter(meeting=meeting).order_by("order")
    of_items = state_of(items, ["order", "section", "label", "title"])
    return {**of_items, **state_of(sections, ["letter", "title", "order"])}


def _page(
    request: HttpRequest,
    meeting: Meeting,
    shown: AgendaOrder,
    *,
    basis: str = "",
    moved: str = "",
    problem: str = "",
    found: Elsewhere | None = None,
) -> HttpResponse:
    context = {
        **site.each_context(request),
        "title": f"Order of items: {meeting}",
        "meeting": meeting,
        "groups": shown.groups,
        "relabelled": shown.relabelled(),
        "twice": shown.twice(),
        "moved": moved.partition(":")[2] if moved.partition(":")[0] in STEPS else "",
        "moved_by": moved,
        "unsaved": bool(moved or problem or found),
        "problem": problem,
        "basis": basis or token_of(_state(meeting)),
        "elsewhere": found,
    }
    return render(request, "admin/order.html", context, status=409 if found else 200)
