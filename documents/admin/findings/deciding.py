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
from documents.findings.counts import rows_told
from documents.findings.form_text import texts_told
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


def marked_words(row: Finding) -> list[str]:
    """The first words of each thing that a finding tells, as they stand on its page: those quoted, or all."""
    told = {"small_count": rows_told, "form_text": texts_told}.get(row.kind)
    quoted = re.match(r"“([^”]+)”", row.words)
    texts = told(row.words) if told else [quoted[1] if quoted else row.words]
    return [" ".join(text.split()[:MOST_WORDS]) for text in dict.fromkeys(texts)]


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
    words = [words for row in rows if not row.box for words in marked_words(row)]
    try:
        with files.local_path(version.original) as path:
            image = pdf.page_image(path, version.first_page + number - 1, width=WIDTH, boxes=boxes, words=words)
    except PdfError as error:
        raise Http404(str(error)) from error
    return HttpResponse(image, content_type="image/webp")
