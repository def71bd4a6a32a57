"""One paper on its way to the public: a draft, a correction that waits, or what was withdrawn or withheld.

What was found in it, what a correction changes, and its pages stand on the screen on which it is released.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any, cast

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache

from committees.admin.asking import MomentForm, WhyForm, sent
from committees.models import User
from documents.actions import papers
from documents.actions.checking import check_versions, unchecked
from documents.actions.timed import time_publication, timed_of
from documents.actions.wording import digest_of, words_of
from documents.admin.changes import Change, ask_of_paper
from documents.admin.findings.releasing import ask, release_of, require_as_looked_at
from documents.admin.findings.screen import findings_of
from documents.admin.timing import LateReasonField
from documents.comparisons import compare
from documents.models import Document, DocumentVersion, Listing, Page, StoredFile, WaitingCorrection

PART = 60  # pages that stand together, so that a long paper is looked at part by part

may_change = permission_required("documents.change_document", raise_exception=True)


class PublishForm(MomentForm):
    late_reason = LateReasonField()
    field_order = ("at", "at_which", "late_reason")


class CorrectionForm(MomentForm):
    """A correction is not late: its paper is public already."""


PUBLISH = Change(
    verb="Publish",
    explanation="The public can read the paper as soon as the agenda of its meeting is published too.",
    button="Publish",
    done="is published",
)
CORRECT = Change(
    verb="Publish the correction of",
    explanation="The public reads the old file until this one is published. It then takes its place, at the same "
    "address, and the public is told what changed.",
    button="Publish",
    done="is corrected",
)


@never_cache
@may_change
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    paper = get_object_or_404(Document, pk=pk)
    version = _newest(paper)
    waiting = WaitingCorrection.objects.filter(version=version).first()
    if request.method == "POST" and version:
        check_versions(unchecked(_row(version)))
    if request.POST.get("act") in ("ask", "check"):
        if request.POST["act"] == "ask":
            ask(request, document=paper)
        return redirect("admin:paper_publish", paper.pk)

    def as_looked_at(act: Callable[..., Any]) -> Callable[..., Any]:
        def checked(**values: Any) -> None:
            require_as_looked_at(request, paper)
            act(**values)

        return checked

    form = (CorrectionForm if waiting else PublishForm)(**sent(request))
    return ask_of_paper(
        request,
        paper,
        form,
        _change(request, form, is_correction=waiting is not None),
        as_looked_at(_set_or_publish if waiting else papers.publish_document),
        template="admin/papers/publish.html",
        shown=lambda: {**_shown(request, paper, version), **_changes(paper, version, waiting)},
    )


def _change(request: HttpRequest, form: MomentForm, *, is_correction: bool) -> Change:
    if not is_correction:
        return PUBLISH
    return replace(CORRECT, done="is set to be corrected") if request.POST.get("at") else CORRECT


def _set_or_publish(*, document: Document, by: User, at: datetime | None = None) -> None:
    if at is not None and at > timezone.now():
        time_publication(of=document, at=at, by=by)
    else:
        papers.publish_document(document=document, by=by)


@never_cache
@may_change
def reinstate(request: HttpRequest, pk: int) -> HttpResponse:
    change = Change(
        verb="Reinstate",
        explanation="The withdrawn paper can be read by the public again.",
        button="Reinstate the paper",
        done="is reinstated",
    )
    return _again(request, pk, change, papers.reinstate_document)


@never_cache
@may_change
def make_open(request: HttpRequest, pk: int) -> HttpResponse:
    published = Document.objects.filter(pk=pk).exclude(published_at=None).exists()
    when = "at once, where the agenda and its item are public" if published else "once it is published"
    change = Change(
        verb="Open",
        explanation=f"The paper is withheld now. Opened, its title and its file can be read by the public {when}.",
        button="Open the paper to all",
        done="is open",
    )

    def act(*, why: str, **values: Any) -> None:
        papers.open_document(reason=why, **values)

    return _again(request, pk, change, act)


def _again(request: HttpRequest, pk: int, change: Change, act: Any) -> HttpResponse:
    """Before the public once more, with what the gate found where it refuses."""
    paper = get_object_or_404(Document, pk=pk)
    version = paper.current_version
    return ask_of_paper(
        request,
        paper,
        WhyForm(**sent(request)),
        change,
        act,
        template="admin/papers/again.html",
        shown=lambda: _shown(request, paper, version, as_if_open=True),
    )


def _newest(paper: Document) -> DocumentVersion | None:
    rows = DocumentVersion.objects.filter(document=paper).order_by("-number")
    return rows.select_related("document", "original").first()


def _row(version: DocumentVersion) -> Any:
    return DocumentVersion.objects.filter(pk=version.pk).select_related("document", "original")


def _shown(
    request: HttpRequest, paper: Document, version: DocumentVersion | None, *, as_if_open: bool = False
) -> dict[str, Any]:
    versions = list(_row(version)) if version else []
    return {
        "paper": paper,
        "looked_at": digest_of(words_of(paper)),
        "timed": timed_of(paper),
        "version": version,
        "taken_at": Listing.objects.filter(document=paper).select_related("meeting__committee", "item__section"),
        "found": findings_of(None, versions, as_if_open=as_if_open),
        "release": release_of(cast(User, request.user), versions, document=paper),
        "accepting": request.session.pop("accepting", {}),
        "about": {"can_publish": version is not None},
        "parts": _parts(version),
        "is_pdf": version is not None and version.original.kind == StoredFile.Kind.PDF,
    }


def _changes(paper: Document, version: DocumentVersion | None, waiting: WaitingCorrection | None) -> dict[str, Any]:
    """What a correction that waits changes of the file in force, word by word."""
    if waiting is None or version is None:
        return {}
    return {"waiting": waiting, "comparison": compare(_pages(paper.current_version), _pages(version))}


def _parts(version: DocumentVersion | None) -> list[list[Page]]:
    """All of its pages."""
    rows = list(_pages(version).defer("blocks", "raw_text"))
    return [rows[first : first + PART] for first in range(0, len(rows), PART)]


def _pages(version: DocumentVersion | None) -> Any:
    return Page.objects.filter(version=version).order_by("number")
