"""The screen of one upload: waiting, failed, its plan to check beside the pages, or published."""

from dataclasses import dataclass
from typing import Any, cast

from django.contrib import messages
from django.contrib.admin import site
from django.contrib.auth.decorators import permission_required
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from committees.actions import NotAllowed
from committees.admin.basis import changed_elsewhere, guarded
from committees.models import Committee, Meeting, User
from documents import files, pdf
from documents.actions import uploads
from documents.actions.differences import Difference, differences
from documents.actions.timed import timed_of
from documents.admin.limits import within_form_limit
from documents.admin.plans import PlanForm
from documents.admin.plans.adding import with_row
from documents.admin.plans.differences import differences as differences_of_plans
from documents.admin.plans.problems import Problem
from documents.models import PackUpload, Supplement, TimedPublication
from documents.packs.plan import PackPlan
from documents.pdf import PdfError

PUBLISHED_ALREADY = "Somebody else has published this pack in the meantime."
TIMED = "This pack is set to be published at a coming moment: take that back before you change its plan."
AT_ONCE = "Somebody else wrote this meeting at the same moment. What you typed is kept: confirm it again."
FRONT_IMAGES = 8  # shown without script; the other pages are a link away


@dataclass(frozen=True, slots=True)
class Correction:
    """What the plan would change of a meeting that is already here."""

    meeting: Meeting
    differences: list[Difference]


@never_cache
@permission_required("documents.change_packupload", raise_exception=True)
@within_form_limit
@guarded(PackUpload, ["plan", "committee"], told={"plan": differences_of_plans})
def pack_upload(request: HttpRequest, pk: int) -> HttpResponse:
    rows = PackUpload.objects.select_related("stored_file", "committee", "meeting__committee", "uploaded_by")
    upload = get_object_or_404(rows, pk=pk)
    if upload.state in (PackUpload.State.READY, PackUpload.State.DRAFTED):
        return _check(request, upload)
    return _show(request, upload, f"admin/packs/{TEMPLATES[upload.state]}.html")


TEMPLATES: dict[str, str] = {
    PackUpload.State.WAITING: "waiting",
    PackUpload.State.READING: "waiting",
    PackUpload.State.FAILED: "failed",
    PackUpload.State.PUBLISHED: "published",
}


def _show(request: HttpRequest, upload: PackUpload, template: str, **context: Any) -> HttpResponse:
    base = {**site.each_context(request), "title": str(upload), "upload": upload}
    return render(request, template, {**base, **context})


def _check(request: HttpRequest, upload: PackUpload) -> HttpResponse:
    plan = PackPlan.from_json(upload.plan or {})
    if request.method != "POST":
        form = PlanForm(plan, committee=upload.committee)
        return _plan_page(request, upload, form, correction=_correction(upload, plan, upload.committee))
    if adding := request.POST.get("add"):
        return _plan_page(request, upload, PlanForm(plan, data=with_row(request.POST, adding)))
    form = PlanForm(plan, data=request.POST)
    if not form.is_valid() or changed_elsewhere(request):
        return _plan_page(request, upload, form, problems=form.problems)
    act = _confirm if request.POST.get("act") == "confirm" else _save
    return act(request, upload, form)


def _plan_page(
    request: HttpRequest,
    upload: PackUpload,
    form: PlanForm,
    *,
    problems: list[Problem] | None = None,
    correction: Correction | None = None,
) -> HttpResponse:
    return _show(
        request,
        upload,
        "admin/packs/plan.html",
        form=form,
        timed=timed_of(upload),
        problems=problems or [],
        correction=correction,
        front_images=range(1, min(form.plan.pdf_pages, form.plan.front_pages or 1, FRONT_IMAGES) + 1),
    )


def _save(request: HttpRequest, upload: PackUpload, form: PlanForm) -> HttpResponse:
    """Keep the corrections; drafts written before must be confirmed again."""
    if _is_timed(upload):
        return _plan_page(request, upload, form, problems=[Problem("meeting", TIMED)])
    unpublished = PackUpload.objects.waiting_for_clerk().filter(pk=upload.pk)
    plan = form.to_plan().to_json()
    saved = {"plan": plan, "committee": form.committee, "corrected_at": timezone.now()}
    if not unpublished.update(**saved, state=PackUpload.State.READY):
        return _plan_page(request, upload, form, problems=[Problem("meeting", PUBLISHED_ALREADY)])
    messages.success(request, "Corrections saved. Nothing is written to the meeting until you confirm.")
    return redirect("admin:pack_upload", upload.pk)


def _is_timed(upload: PackUpload) -> bool:
    return TimedPublication.objects.waiting().filter(upload=upload).exists()


def _confirm(request: HttpRequest, upload: PackUpload, form: PlanForm) -> HttpResponse:
    """Write the drafts; for a meeting that is already here, only once its differences were on the page."""
    plan = form.to_plan()
    committee = form.committee or uploads.committee_named(plan.meeting.committee)
    correction = _correction(upload, plan, committee)
    if correction and correction.differences and request.POST.get("differences_of") != str(correction.meeting.pk):
        return _plan_page(request, upload, form, correction=correction)
    try:
        meeting = _write(upload, plan, committee, cast(User, request.user))
    except (NotAllowed, PdfError, IntegrityError) as error:
        reason = AT_ONCE if isinstance(error, IntegrityError) else str(error)
        return _plan_page(request, upload, form, problems=[Problem("meeting", reason)], correction=correction)
    messages.success(request, f"Drafts of {meeting} are written. Check below what will become public, then publish.")
    return redirect("admin:pack_upload_publication", upload.pk)


@files.removed_if_undone()
@transaction.atomic
def _write(upload: PackUpload, plan: PackPlan, committee: Committee | None, by: User) -> Meeting:
    locked = PackUpload.objects.select_for_update(of=("self",)).select_related("stored_file").get(pk=upload.pk)
    if locked.state == PackUpload.State.PUBLISHED:
        raise NotAllowed(PUBLISHED_ALREADY)
    if _is_timed(locked):
        raise NotAllowed(TIMED)
    name = plan.meeting.committee
    committee = committee or uploads.committee_named(name) or uploads.draft_committee(name)
    return uploads.write_drafts(upload=locked, plan=plan, committee=committee, by=by)


def _correction(upload: PackUpload, plan: PackPlan, committee: Committee | None) -> Correction | None:
    """What would change of the meeting; None where the plan makes a new one, or the file cannot be read now."""
    meeting = uploads.meeting_of(plan=plan, committee=committee) if committee else None
    if meeting is None:
        return None
    with files.local_path(upload.stored_file) as path:
        text = pdf.read(path)
    supplement = Supplement.objects.filter(upload=upload, meeting=meeting).first() if plan.is_supplement else None
    return Correction(meeting, differences(plan=plan, meeting=meeting, text=text, supplement=supplement))
