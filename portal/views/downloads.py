import os
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from committees.models import Meeting
from documents import pdf
from documents.files import local_path
from documents.models import Document, DocumentVersion, StoredFile
from portal.addresses import redirect_to
from portal.files.kept import kept
from portal.files.public_packs import made, public_pack
from portal.files.serving import ServedFile, serve
from portal.papers.links import PaperLink
from portal.views.papers import notice

IMAGE_WIDTH = 1000


@require_safe
def paper(request: HttpRequest, pk: int, slug: str, ending: str) -> HttpResponseBase:
    """The file of a public paper: its own pages alone, never the pack it came in."""
    document = Document.objects.public().select_related("current_version__served").filter(pk=pk).first()
    if document is None:
        return _gone(request, pk)
    version, stored = _served(document)
    if redirect := redirect_to(PaperLink.of(document).file_address, request):
        return redirect
    return serve(
        request,
        ServedFile(
            content=stored.file.open("rb"),
            size=stored.size,
            etag=stored.sha256,
            modified=version.created_at,
            content_type=stored.kind,
            name=f"{slugify(document.title)[:80] or 'paper'}.{ending}",
            inline=stored.kind == StoredFile.Kind.PDF,
        ),
    )


@require_safe
def page_image(request: HttpRequest, pk: int, number: int) -> HttpResponseBase:
    """One page of a public paper as a picture, made when first asked for."""
    document = Document.objects.public().select_related("current_version__served").filter(pk=pk).first()
    if document is None:
        return _gone(request, pk)
    version, stored = _served(document)
    if stored.kind != StoredFile.Kind.PDF or not 1 <= number <= version.page_count:
        raise Http404
    key = f"{stored.sha256}-{number}-{IMAGE_WIDTH}"
    try:
        content = kept(f"pages/{key[:2]}", f"{key}.webp", lambda target: _draw(stored, number, target))
    except pdf.PdfError as error:
        raise Http404 from error
    response = serve(request, _kept_file(content, key, "image/webp", f"page-{number}.webp"))
    response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def pack(request: HttpRequest, pk: int) -> HttpResponseBase:
    """All the public papers of a meeting in one PDF, with a bookmark for each item and paper.

    The worker makes it ahead; whoever asks first after a change may wait for it to be made.
    """
    meeting = get_object_or_404(Meeting.objects.with_public_agenda().select_related("committee"), pk=pk)
    contents = public_pack(meeting)
    if not contents.papers:
        raise Http404
    try:
        content = made(meeting, contents)
    except pdf.PdfError as error:
        raise Http404 from error
    file = _kept_file(content, contents.key, "application/pdf", f"{meeting.slug}-public-pack.pdf")
    return serve(request, file)


def _gone(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The notice of a paper that was withdrawn; of any other that is not public nothing is said here."""
    response = notice(request, pk)
    if response.status_code != 410:
        raise Http404
    return response


def _served(document: Document) -> tuple[DocumentVersion, StoredFile]:
    version = document.current_version
    if version is None or version.served is None:
        raise Http404
    return version, version.served


def _draw(stored: StoredFile, number: int, target: Path) -> None:
    with local_path(stored) as path:
        target.write_bytes(pdf.page_image(path, number, width=IMAGE_WIDTH))


def _kept_file(content: IO[bytes], key: str, content_type: str, name: str) -> ServedFile:
    """The key says what the file is made of, and is its tag."""
    facts = os.fstat(content.fileno())
    return ServedFile(
        content=content,
        size=facts.st_size,
        etag=key,
        modified=datetime.fromtimestamp(int(facts.st_mtime), UTC),
        content_type=content_type,
        name=name,
    )
