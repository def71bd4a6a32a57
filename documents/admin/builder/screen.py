"""The builder's one page, and what its buttons do. No script is needed: each button is a small form of its own."""

from collections.abc import Callable
from typing import Any, cast

from django.contrib import messages
from django.contrib.admin import site
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from committees.actions import NotAllowed
from committees.actions import agenda_building as building
from committees.models import AgendaItem, AgendaSection, AgendaTemplate, Meeting, User
from committees.sent_numbers import number_sent
from documents.admin.builder.agenda import built

NO_TITLE = "Enter a title first."
may_build = permission_required("committees.change_meeting", raise_exception=True)


def meeting_of(pk: int) -> Meeting:
    return get_object_or_404(Meeting.objects.select_related("committee"), pk=pk)


@never_cache
@may_build
def build(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = meeting_of(pk)
    if request.method != "POST":
        return page(request, meeting)
    act = ACTS.get(request.POST.get("act", ""))
    if act is None:
        raise Http404
    try:
        anchor = act(meeting, request.POST, cast(User, request.user))
    except NotAllowed as error:
        return page(request, meeting, problem=str(error), typed=request.POST, status=422)
    return redirect(f"{reverse('admin:meeting_build', args=[pk])}{anchor}")


def page(
    request: HttpRequest,
    meeting: Meeting,
    *,
    problem: str = "",
    typed: QueryDict | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        **site.each_context(request),
        "title": f"Agenda: {meeting}",
        "built": built(meeting),
        "problem": problem,
        "typed": typed or {},
    }
    return render(request, "admin/builder/build.html", context, status=status)


def _begin(meeting: Meeting, sent: QueryDict, by: User) -> str:
    template = AgendaTemplate.objects.filter(committee=meeting.committee).first()
    building.begin_agenda(meeting=meeting, by=by, template=template if sent.get("from") == "template" else None)
    return ""


def _add_section(meeting: Meeting, sent: QueryDict, by: User) -> str:
    section = building.add_section(
        meeting=meeting, by=by, title=_title(sent, 300), letter=sent.get("letter", "").replace("\0", "")[:10]
    )
    return f"#section-{section.pk}"


def _add_item(meeting: Meeting, sent: QueryDict, by: User) -> str:
    section = _section(meeting, sent.get("section", ""))
    item = building.add_item(meeting=meeting, section=section, by=by, title=_title(sent, 500))
    return f"#item-{item.pk}"


def _move_section(meeting: Meeting, sent: QueryDict, by: User) -> str:
    section = _section(meeting, sent.get("section", ""))
    if section is None:
        raise Http404
    building.move_section(section=section, by=by, step=-1 if sent.get("step") == "up" else 1)
    return f"#section-{section.pk}"


def _drop_section(meeting: Meeting, sent: QueryDict, by: User) -> str:
    section = _section(meeting, sent.get("section", ""))
    if section is not None:
        building.drop_section(section=section, by=by)
    return ""


def _title(sent: QueryDict, most: int) -> str:
    title = sent.get("title", "").replace("\0", "").strip()
    if not title:
        raise NotAllowed(NO_TITLE)
    return title[:most]


def _section(meeting: Meeting, pk: str) -> AgendaSection | None:
    if not pk:
        return None
    return get_object_or_404(AgendaSection, meeting=meeting, pk=number_sent(pk) or 0)


ACTS: dict[str, Callable[[Meeting, QueryDict, User], str]] = {
    "begin": _begin,
    "add-section": _add_section,
    "move-section": _move_section,
    "drop-section": _drop_section,
    "add-item": _add_item,
}


def told(request: HttpRequest, words: str) -> None:
    messages.success(request, words)


def item_of(pk: int) -> AgendaItem:
    return get_object_or_404(AgendaItem.objects.select_related("meeting__committee", "section"), pk=pk)


def context_of(request: HttpRequest, **more: Any) -> dict[str, Any]:
    return {**site.each_context(request), **more}
