"""Restricted papers for those who may read them. Each reading is recorded; what may not be read is not found."""

import logging
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from committees.models import Meeting, User
from documents.actions.readings import note_readings
from documents.models import Document, Listing, Page, Reading, StoredFile
from documents.pdf import PdfError
from documents.restricted_packs import members_pack
from documents.summons.packs import write_pack
from portal.accounts.members import RestrictedLink, for_readers, mark_of, restricted_links
from portal.context import council_of
from portal.files.serving import FILE_POLICY, ServedFile, serve
from portal.papers.links import FILE_TYPES
from portal.papers.marking import WordMarker
from portal.papers.sheets import sheets
from portal.papers.withheld import access_in_law

logger = logging.getLogger(__name__)

MEETINGS_SHOWN = 30


@dataclass(frozen=True, slots=True)
class MeetingToRead:
    meeting: Meeting
    papers: list[RestrictedLink]


@require_safe
@for_readers
def index(request: HttpRequest) -> HttpResponse:
    """The restricted papers of the latest and coming meetings that the reader may read."""
    reader = cast(User, request.user)
    listed = Listing.objects.public(of_withheld_items=True).filter(document__in=Document.objects.restricted_for(reader))
    meetings = Meeting.objects.with_public_agenda().filter(pk__in=listed.values("meeting"))
    newest = meetings.select_related("committee").order_by("-date", "-pk")[:MEETINGS_SHOWN]
    rows = [MeetingToRead(meeting, restricted_links(reader, meeting)) for meeting in newest]
    return render(request, "members/index.html", {"rows": rows})


@require_safe
@for_readers
def paper(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The text of one restricted paper; of one that is open by now, its public page."""
    if opened := Document.objects.public().filter(pk=pk).first():
        return redirect(opened)
    reader = cast(User, request.user)
    document = _restricted(reader, pk)
    _note(reader, document, Reading.What.PAGE)
    listings = _listings(document)
    first = listings[0] if listings else None
    withheld = first.item if first and first.item and document.access == "open" else document
    pages = list(Page.objects.filter(version=document.current_version).order_by("number"))
    context = {
        "document": document,
        "version": document.current_version,
        "mark": mark_of(document, first),
        "law": access_in_law(withheld.access, withheld.exempt_paragraphs, council_of(request)),
        "meetings": [listing.meeting for listing in listings],
        "ending": _ending(document),
        "sheets": sheets(pages, WordMarker(None)),
    }
    return render(request, "members/paper.html", context)


@require_safe
@for_readers
def file(request: HttpRequest, pk: int, slug: str, ending: str) -> HttpResponseBase:
    reader = cast(User, request.user)
    document = _restricted(reader, pk)
    version = document.current_version
    if version is None or version.served is None or ending != _ending(document):
        raise Http404
    _note(reader, document, Reading.What.FILE)
    stored = version.served
    return serve(
        request,
        ServedFile(
            content=stored.file.open("rb"),
            size=stored.size,
            etag=stored.sha256,
            modified=version.created_at,
            content_type=stored.kind,
            name=f"not-for-publication-{slugify(document.title)[:80] or 'paper'}.{ending}",
            inline=stored.kind == StoredFile.Kind.PDF,
        ),
    )


@require_safe
@for_readers
def pack(request: HttpRequest, pk: int) -> HttpResponse:
    """A meeting's whole pack with the restricted papers that the reader may read, each page of them marked.

    It is made for who asks and kept nowhere; where none of it is restricted there is only the public pack.
    """
    reader = cast(User, request.user)
    meeting = get_object_or_404(Meeting.objects.with_public_agenda().select_related("committee"), pk=pk)
    contents = members_pack(meeting, reader)
    if not contents.restricted:
        raise Http404
    with TemporaryDirectory() as folder:
        target = Path(folder) / "pack.pdf"
        try:
            write_pack(contents.papers, target)
        except (PdfError, OSError) as error:
            return _no_pack(request, meeting, error)
        note_readings(reader=reader, versions=contents.restricted, what=Reading.What.PACK)
        response = HttpResponse(target.read_bytes(), content_type="application/pdf")
    name = f"not-for-publication-{meeting.slug}-pack.pdf"
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    response["X-Content-Type-Options"], response["Content-Security-Policy"] = "nosniff", FILE_POLICY
    return response


def _no_pack(request: HttpRequest, meeting: Meeting, error: Exception) -> HttpResponse:
    """Said to who may read what would be in it, and to whoever runs the site; the papers can be read one by one."""
    logger.error("The members’ pack of meeting %s could not be made: %s", meeting.pk, error)
    papers = restricted_links(cast(User, request.user), meeting)
    return render(request, "members/no_pack.html", {"meeting": meeting, "papers": papers}, status=503)


def _note(reader: User, document: Document, what: Reading.What) -> None:
    if document.current_version is not None:
        note_readings(reader=reader, versions=[document.current_version], what=what)


def _restricted(reader: User, pk: int) -> Document:
    """Raises Http404 for what is not theirs to read, as for what is not there."""
    papers = Document.objects.restricted_for(reader).select_related("current_version__served")
    return get_object_or_404(papers, pk=pk)


def _listings(document: Document) -> list[Listing]:
    listed = Listing.objects.public(of_withheld_items=True).filter(document=document)
    return list(listed.select_related("meeting__committee", "item").order_by("-meeting__date", "pk"))


def _ending(document: Document) -> str:
    """Of its file; empty where it has none."""
    version = document.current_version
    if version is None or version.served is None:
        return ""
    return FILE_TYPES.get(StoredFile.Kind(version.served.kind), ("File", "bin"))[1]
