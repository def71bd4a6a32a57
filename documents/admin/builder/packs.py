"""Making the summons, and looking at the packs before and after publication. Staff only; nothing is kept of a pack."""

import logging
import tempfile
from datetime import date, timedelta
from pathlib import Path

from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET, require_POST

from committees.actions import NotAllowed
from committees.models import Meeting
from documents.actions.readings import note_readings
from documents.actions.summons import make_summons
from documents.actions.versions import newest_versions
from documents.admin.builder.screen import may_build, meeting_of, page, told
from documents.admin.uploads import signed_in
from documents.models import Document, Listing, Reading
from documents.pdf import PdfError
from documents.restricted_packs import staff_pack
from documents.roles import READ_EVERY_RESTRICTED
from documents.summons.packs import PackedPaper, write_pack

logger = logging.getLogger(__name__)
LONGEST_BEFORE = timedelta(days=366)
private = cache_control(private=True, no_store=True)


@require_POST
@may_build
def summons(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = meeting_of(pk)
    try:
        day = _day(request.POST.get("despatched", ""), meeting)
        make_summons(meeting=meeting, by=signed_in(request), despatched_on=day)
    except (NotAllowed, PdfError) as error:
        return page(request, meeting, problem=str(error), status=422)
    told(request, "The summons is made, and the pages are numbered. It is a draft until you publish.")
    return redirect(f"{reverse('admin:meeting_build', args=[pk])}#summons")


def _day(typed: str, meeting: Meeting) -> date | None:
    """Raises NotAllowed for what is no date, or no day on which this meeting’s summons can go out."""
    if not typed.strip():
        return None
    try:
        day = date.fromisoformat(typed.strip())
    except ValueError as error:
        raise NotAllowed("Enter the despatch date as a date, such as 2026-09-14.") from error
    if not meeting.date - LONGEST_BEFORE <= day <= meeting.date:
        raise NotAllowed("Enter a despatch date in the year before the meeting, and not after it.")
    return day


@require_GET
@private
@may_build
def front_sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """The newest front sheet by itself: a tagged PDF where it was made here."""
    listed = Listing.objects.filter(meeting=pk, item=None, supplement=None).values("document")
    fronts = Document.objects.filter(pk__in=listed, kind=Document.Kind.FRONT_SHEET)
    version = newest_versions(list(fronts)).select_related("served").first()
    if version is None or version.served is None:
        raise Http404
    with version.served.file.open("rb") as file:
        return HttpResponse(file.read(), content_type="application/pdf")


@require_GET
@private
@may_build
def open_pack(request: HttpRequest, pk: int) -> HttpResponse:
    """The pack as the public will have it once everything on it is published."""
    meeting = meeting_of(pk)
    papers = [paper for paper in staff_pack(meeting).papers if not paper.marking]
    try:
        return _pack(papers, f"{meeting.slug}-public-pack.pdf")
    except (PdfError, OSError) as error:
        return _no_pack(request, meeting, error)


@require_GET
@private
@permission_required(READ_EVERY_RESTRICTED, raise_exception=True)
def members_pack(request: HttpRequest, pk: int) -> HttpResponse:
    """The pack with restricted papers, marked on every page. That they were read is recorded."""
    meeting: Meeting = meeting_of(pk)
    pack = staff_pack(meeting)
    try:
        response = _pack(pack.papers, f"{meeting.slug}-restricted-pack.pdf")
    except (PdfError, OSError) as error:
        return _no_pack(request, meeting, error)
    note_readings(reader=signed_in(request), versions=pack.restricted, what=Reading.What.PACK)
    return response


def _pack(papers: list[PackedPaper], name: str) -> HttpResponse:
    """Raises Http404 where there is nothing to put in, PdfError or OSError where a file cannot be put in."""
    if not papers:
        raise Http404
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "pack.pdf"
        write_pack(papers, target)
        content = target.read_bytes()
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _no_pack(request: HttpRequest, meeting: Meeting, error: Exception) -> HttpResponse:
    logger.error("A pack of meeting %s could not be made: %s", meeting.pk, error)
    problem = f"The pack could not be put together: one of its files could not be read ({error}). Look at each paper."
    return page(request, meeting, problem=problem, status=503)
