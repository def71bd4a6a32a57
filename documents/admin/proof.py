"""Proof of publication of a meeting: a page for clerks, and the record to keep, as PDF, HTML and JSON."""

import json

from django.contrib.admin import site
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.views.decorators.cache import never_cache

from committees.models import Meeting
from documents.proof import Proof, given_out, proof_of
from documents.proof.typesetting import set_proof

may_see = permission_required("committees.change_meeting", raise_exception=True)


@never_cache
@may_see
def page(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = _meeting(pk)
    context = {
        **site.each_context(request),
        "title": "Proof of publication",
        "subtitle": str(meeting),
        "meeting": meeting,
        "proof": proof_of(meeting),
        "can_be_given_out": Meeting.objects.with_public_agenda().filter(pk=pk).exists(),
    }
    return render(request, "admin/proof/page.html", context)


@never_cache
@may_see
def as_html(request: HttpRequest, pk: int) -> HttpResponse:
    """A document that needs nothing else to be read."""
    proof = _proof(request, meeting := _meeting(pk))
    text = render_to_string("admin/proof/download.html", {"proof": proof})
    return _file(text, "text/html; charset=utf-8", _name(meeting, proof, "html"))


@never_cache
@may_see
def as_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """Tagged, so that it can be read by everybody."""
    proof = _proof(request, meeting := _meeting(pk))
    return _file(set_proof(proof), "application/pdf", _name(meeting, proof, "pdf"))


@never_cache
@may_see
def as_json(request: HttpRequest, pk: int) -> HttpResponse:
    proof = _proof(request, meeting := _meeting(pk))
    text = json.dumps(proof.to_json(), indent=2, ensure_ascii=False)
    return _file(text, "application/json", _name(meeting, proof, "json"))


def _proof(request: HttpRequest, meeting: Meeting) -> Proof:
    """The council's own record, or with `?copy=public` the one to give out. Raises Http404 where none may be."""
    if request.GET.get("copy") != "public":
        return proof_of(meeting)
    if not Meeting.objects.with_public_agenda().filter(pk=meeting.pk).exists():
        raise Http404
    return given_out(proof_of(meeting), meeting)


def _meeting(pk: int) -> Meeting:
    return get_object_or_404(Meeting.objects.select_related("committee"), pk=pk)


def _name(meeting: Meeting, proof: Proof, ending: str) -> str:
    kind = "proof" if proof.given_out else "own-proof"
    return f"{kind}-{meeting.slug}-{proof.made_at:%Y%m%dT%H%M%SZ}.{ending}"


def _file(text: str | bytes, content_type: str, name: str) -> HttpResponse:
    return HttpResponse(
        text, content_type=content_type, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )
