"""Deleting a draft, being told why something cannot be deleted, and putting a draft back."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, cast

from django.apps import apps
from django.contrib import messages
from django.contrib.admin import site
from django.contrib.auth import get_permission_codename
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from committees.actions import InUse, NotAllowed, delete_draft, restore_draft, was_ever_public
from committees.models import AgendaItem, AgendaSection, Committee, DeletedDraft, Meeting, Person, User, Ward
from documents.actions.deleting import delete_draft_meeting, delete_draft_paper, papers_of_it_alone
from documents.models import Document


@dataclass(frozen=True, slots=True)
class Deletable:
    """How rows of a model are deleted, and what is done instead where they may not be."""

    delete: Callable[[Any, User], DeletedDraft]
    goes_with: str
    instead: Sequence[tuple[str, str]]


DELETABLE: dict[type[models.Model], Deletable] = {
    Meeting: Deletable(
        lambda row, by: delete_draft_meeting(meeting=row, by=by),
        "Its agenda, attendance and unpublished papers go with it. A pack that it was written from can be confirmed "
        "again.",
        [("Cancel it", "meeting_cancel"), ("Postpone it", "meeting_postpone")],
    ),
    Document: Deletable(
        lambda row, by: delete_draft_paper(paper=row, by=by),
        "It goes from every agenda that lists it. Its file is kept.",
        [("Withdraw it", "paper_withdraw"), ("Correct its file", "paper_replace")],
    ),
    Person: Deletable(
        lambda row, by: delete_draft(row=row, by=by),
        "Their terms on committees go with them.",
        [("Say on what day they left", "committees_person_change")],
    ),
    Committee: Deletable(
        lambda row, by: delete_draft(row=row, by=by),
        "Its memberships go with it.",
        [("Say on what day it ended", "committees_committee_change")],
    ),
    Ward: Deletable(
        lambda row, by: delete_draft(row=row, by=by),
        "Nobody stands for it, and no decision names it.",
        [("Change its name", "committees_ward_change")],
    ),
}


# Of what went with a draft, what is told, in the singular and the plural
TOLD = {
    "committees.agendaitem": ("item", "items"),
    "documents.document": ("paper", "papers"),
    "committees.membership": ("membership", "memberships"),
    "committees.attendance": ("line of attendance", "lines of attendance"),
}


@never_cache
def meeting(request: HttpRequest, pk: int) -> HttpResponse:
    return _delete(request, Meeting, pk)


@never_cache
def paper(request: HttpRequest, pk: int) -> HttpResponse:
    return _delete(request, Document, pk)


@never_cache
def person(request: HttpRequest, pk: int) -> HttpResponse:
    return _delete(request, Person, pk)


@never_cache
def ward(request: HttpRequest, pk: int) -> HttpResponse:
    return _delete(request, Ward, pk)


@never_cache
def committee(request: HttpRequest, pk: int) -> HttpResponse:
    return _delete(request, Committee, pk)


def _delete(request: HttpRequest, model: type[models.Model], pk: int) -> HttpResponse:
    """The page that asks, or the deletion; 403 with the reason and the way out for what was ever public."""
    if not request.user.has_perm(_permission("delete", model)):
        raise PermissionDenied
    row = get_object_or_404(model, pk=pk)
    if was_ever_public(row):
        return _refused(request, row)
    if request.method != "POST":
        return _asking(request, row)
    try:
        deleted = DELETABLE[model].delete(row, cast(User, request.user))
    except InUse as error:
        return _refused(request, row, str(error), error.by)
    except NotAllowed as error:
        return _refused(request, row, str(error))
    messages.success(request, f"“{deleted}” is deleted. It can be put back until {deleted.kept_until:%-d %B %Y}.")
    return redirect("admin:deleted_drafts")


def _permission(act: str, model: type[models.Model]) -> str:
    return f"{model._meta.app_label}.{get_permission_codename(act, model._meta)}"


def _asking(request: HttpRequest, row: models.Model) -> HttpResponse:
    papers = papers_of_it_alone(row) if isinstance(row, Meeting) else []
    context = {
        **site.each_context(request),
        "title": f"Delete “{row}”?",
        "row": row,
        "about": DELETABLE[type(row)],
        "papers": papers,
        "back": _address(row),
    }
    return render(request, "admin/deleted/delete.html", context)


def _refused(
    request: HttpRequest, row: models.Model, reason: str = "", resting: Iterable[models.Model] = ()
) -> HttpResponse:
    instead = [(words, reverse(f"admin:{name}", args=[row.pk])) for words, name in DELETABLE[type(row)].instead]
    context = {
        **site.each_context(request),
        "title": f"“{row}” cannot be deleted",
        "row": row,
        "reason": reason,
        "resting": [(one._meta.verbose_name, str(one), _address(one)) for one in list(resting)[:20]],
        "instead": instead,
        "back": _address(row),
    }
    return render(request, "admin/deleted/refused.html", context, status=403)


def _address(row: models.Model) -> str:
    """The clerk's page of a row; empty where it has none."""
    if isinstance(row, Meeting):
        return reverse("admin:meeting_desk", args=[row.pk])
    if isinstance(row, AgendaItem | AgendaSection):
        return reverse("admin:meeting_build", args=[row.meeting_id])
    try:
        return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])
    except NoReverseMatch:
        return ""


@never_cache
def index(request: HttpRequest) -> HttpResponse:
    """What can be put back, newest first: the kinds that the signed-in person may delete."""
    rows = DeletedDraft.objects.restorable().select_related("deleted_by").defer("rows", "released")
    mine = [row for row in rows if _may_restore(request, row)]
    context = {
        **site.each_context(request),
        "title": "Deleted drafts",
        "drafts": [{"draft": row, "kind": _kind(row), "holds": _holds(row)} for row in mine],
    }
    return render(request, "admin/deleted/index.html", context)


def _may_restore(request: HttpRequest, row: DeletedDraft) -> bool:
    model = apps.get_model(row.model)
    return bool(request.user.has_perm(_permission("delete", model)))


def _kind(row: DeletedDraft) -> str:
    return "Paper" if row.model == Document._meta.label_lower else str(apps.get_model(row.model)._meta.verbose_name)


def _holds(row: DeletedDraft) -> str:
    """What went with it, in words: “5 agenda items, 2 papers”."""
    counted = [(label, row.counts[label]) for label in TOLD if label != row.model and row.counts.get(label)]
    return ", ".join(f"{number} {TOLD[label][number != 1]}" for label, number in counted)


@require_POST
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    deleted = get_object_or_404(DeletedDraft, pk=pk)
    if not _may_restore(request, deleted):
        raise PermissionDenied
    try:
        row = restore_draft(deleted=deleted, by=cast(User, request.user))
    except NotAllowed as error:
        messages.error(request, f"“{deleted}”: {error}")
        return redirect("admin:deleted_drafts")
    messages.success(request, f"“{row}” is back, as a draft. The public sees nothing of it.")
    return redirect(_address(row) or reverse("admin:deleted_drafts"))
