"""Findings accepted with a reason, several at once, and opened again; and the pictures they are marked on."""

import re
from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET, require_POST

from committees.actions import NotAllowed
from committees.models import User
from documents import files, pdf
from documents.actions.gate import accept_findings, reopen_finding
from documents.findings import KINDS
from documents.models import DocumentVersion, Finding, StoredFile
from documents.pdf import PdfError

MOST = 2_000
WIDTH = 900
MOST_WORDS = 5  # which are likely to stand on one line


@require_POST
@permission_required("documents.change_finding", raise_exception=True)
def accept(request: HttpRequest) -> HttpResponse:
    """Those ticked, or all of one kind among those on the page."""
    shown = _numbers(request.POST.getlist("shown"))
    kind = request.POST.get("kind", "")
    ticked = _numbers(request.POST.getlist("finding"))
    rows = Finding.objects.open().filter(pk__in=shown, kind=kind) if kind else Finding.objects.filter(pk__in=ticked)
    reason = request.POST.get("reason", "").replace("\0", "")
    try:
        if not rows:
            raise NotAllowed("Tick what you accept, or choose a kind of finding.")
        done = accept_findings(findings=rows, by=cast(User, request.user), reason=reason)
    except NotAllowed as error:
        request.session["accepting"] = {"ticked": ticked, "reason": reason[:300]}
        messages.error(request, str(error))
    else:
        name = f" ({KINDS[kind].title.lower()})" if kind in KINDS else ""
        messages.success(request, f"{len(done)} accepted{name}. It is in the record, and can be opened again below.")
    return back(request, "#findings")


@require_POST
@permission_required("documents.change_finding", raise_exception=True)
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    finding = get_object_or_404(Finding, pk=pk)
    try:
        reopen_finding(finding=finding, by=cast(User, request.user))
    except NotAllowed as error:
        messages.error(request, str(error))
    else:
        messages.success(request, f"“{finding}” is open again.")
    return back(request, "#findings")


def _numbers(texts: list[str]) -> list[int]:
    return [int(text) for text in texts[:MOST] if text.isdecimal() and len(text) < 16]


def back(request: HttpRequest, place: str = "") -> HttpResponse:
    """To the screen that was left; never to another site."""
    wanted = request.POST.get("next", "")
    if wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None):
        return redirect(f"{wanted}{place}")
    return redirect("admin:index")


def marked_words(row: Finding) -> str:
    """The first words of a finding as they stand on its page: those quoted, or those before a colon or a line's end."""
    quoted = re.match(r"“([^”]+)”", row.words)
    words = quoted[1] if quoted else row.words.partition(": ")[0] if row.kind == "small_count" else row.words
    return " ".join(words.split()[:MOST_WORDS])


@require_GET
@permission_required("documents.view_finding", raise_exception=True)
@cache_control(private=True, no_store=True)
def page_image(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """A page of a version, from its original, with what was found on it marked; for staff alone."""
    version = get_object_or_404(DocumentVersion.objects.select_related("original"), pk=pk)
    if version.original.kind != StoredFile.Kind.PDF or not 1 <= number <= version.page_count:
        raise Http404
    rows = Finding.objects.filter(version=version, page=number).exclude(state=Finding.State.FIXED)
    boxes = [row.box for row in rows if row.box]
    words = [marked_words(row) for row in rows if not row.box]
    try:
        with files.local_path(version.original) as path:
            image = pdf.page_image(path, version.first_page + number - 1, width=WIDTH, boxes=boxes, words=words)
    except PdfError as error:
        raise Http404(str(error)) from error
    return HttpResponse(image, content_type="image/webp")
