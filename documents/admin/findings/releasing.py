"""Release by a second person, as the publication screen offers it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from committees.actions import NotAllowed
from committees.models import Meeting, User
from documents.actions import release as releases
from documents.admin.findings.deciding import back
from documents.models import Document, DocumentVersion, PackUpload, ReleaseRequest
from documents.roles import RELEASE


@dataclass(frozen=True, slots=True)
class Release:
    """How this may become public, by whoever looks at it."""

    by_second_person: bool
    why_not: str
    waiting: ReleaseRequest | None
    sent_back: ReleaseRequest | None

    @property
    def allowed(self) -> bool:
        return not self.why_not


def release_of(
    user: User,
    versions: Sequence[DocumentVersion],
    *,
    meeting: Meeting | None = None,
    upload: PackUpload | None = None,
    document: Document | None = None,
) -> Release:
    why_not = ""
    try:
        releases.require_second_person(versions=versions, by=user)
    except NotAllowed as error:
        why_not = str(error)
    asked = ReleaseRequest.objects.filter(meeting=None if upload else meeting, upload=upload, document=document)
    rows = list(asked.select_related("asked_by", "closed_by").order_by("-asked_at")[:1])
    newest = rows[0] if rows else None
    waiting = newest if newest and newest.closed_at is None else None
    back_again = newest if newest and newest.outcome == ReleaseRequest.Outcome.SENT_BACK else None
    return Release(releases.needs_second_person(), why_not, waiting, back_again)


def ask(
    request: HttpRequest,
    *,
    meeting: Meeting | None = None,
    upload: PackUpload | None = None,
    document: Document | None = None,
) -> None:
    note = request.POST.get("release_note", "").replace("\0", "")
    try:
        releases.ask_for_release(
            by=cast(User, request.user), meeting=meeting, upload=upload, document=document, note=note
        )
    except NotAllowed as error:
        messages.error(request, str(error))
    else:
        messages.success(request, "Release is asked for: it waits on the desk of the releasing officers.")


@require_POST
@permission_required(RELEASE, raise_exception=True)
def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    asked = get_object_or_404(ReleaseRequest.objects.waiting(), pk=pk)
    reason = request.POST.get("reason", "").replace("\0", "")
    try:
        releases.send_back(request=asked, by=cast(User, request.user), reason=reason)
    except NotAllowed as error:
        messages.error(request, str(error))
    else:
        messages.success(request, f"{asked} is sent back to {asked.asked_by}.")
    return back(request)
