"""Release by a second person, as the publication screen offers it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Unpack, cast

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from committees.actions import NotAllowed
from committees.models import Meeting, User
from documents.actions import release as releases
from documents.actions.records import Record
from documents.actions.release import Subject
from documents.actions.wording import digest_of, words_of
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


def release_of(user: User, versions: Sequence[DocumentVersion], **of: Unpack[Subject]) -> Release:
    return _release(lambda: releases.require_second_person(versions=versions, by=user), of)


def release_of_record(user: User, record: Record) -> Release:
    def require() -> None:
        releases.require_other_person(name=record.name, makers=record.makers, by=user)

    return _release(require, record.of)


def _release(require: Callable[[], None], of: Subject) -> Release:
    why_not = ""
    try:
        require()
    except NotAllowed as error:
        why_not = str(error)
    asked = releases.requests_for(**of)
    rows = list(asked.select_related("asked_by", "closed_by").order_by("-asked_at")[:1])
    newest = rows[0] if rows else None
    waiting = newest if newest and newest.closed_at is None else None
    back_again = newest if newest and newest.outcome == ReleaseRequest.Outcome.SENT_BACK else None
    return Release(releases.needs_second_person(), why_not, waiting, back_again)


def ask(request: HttpRequest, **of: Unpack[Subject]) -> None:
    note = request.POST.get("release_note", "").replace("\0", "")
    try:
        releases.ask_for_release(by=cast(User, request.user), note=note, **of)
    except NotAllowed as error:
        messages.error(request, str(error))
    else:
        messages.success(request, "Release is asked for: it waits on the desk of the releasing officers.")


def require_as_looked_at(request: HttpRequest, of: PackUpload | Document | Meeting) -> None:
    """Raises NotAllowed where what is to be published is not what the page showed that publishes it."""
    now = digest_of(words_of(of))
    if request.POST.get("looked_at", now) != now:
        raise NotAllowed("Something was changed after you opened this page. Look through it again below.")


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
