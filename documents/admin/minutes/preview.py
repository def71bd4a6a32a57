"""The minutes as the public will see them: the public page itself, of a publication that is then undone."""

from datetime import timedelta
from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import resolve, reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from committees.actions import NotAllowed
from committees.models import Meeting, User
from documents.admin.minutes.content import content_of
from documents.admin.minutes.editor import items_of, meeting_of
from documents.admin.minutes.forms import MinutesForm
from documents.admin.minutes.keeping import publish_draft


@never_cache
@require_GET
@permission_required("committees.change_minutes", raise_exception=True)
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = meeting_of(pk)
    form = MinutesForm(items_of(meeting), content=content_of(meeting), check=True)
    if form.problems:
        return redirect(reverse("admin:meeting_minutes", args=[pk]) + "?check=1")
    try:
        return _page_once_published(request, meeting, form)
    except NotAllowed as error:
        messages.error(request, str(error))
        return redirect("admin:meeting_minutes", pk)


def _page_once_published(request: HttpRequest, meeting: Meeting, form: MinutesForm) -> HttpResponse:
    """The page is drawn inside a transaction that is always rolled back: nobody else ever sees the publication."""
    request.preview_back = reverse("admin:meeting_minutes", args=[meeting.pk])  # type: ignore[attr-defined]  # base.html
    with transaction.atomic():
        publish_draft(meeting=meeting, form=form, by=cast(User, request.user))
        _make_public(meeting)
        address = reverse("minutes", args=[meeting.pk, meeting.slug])
        view = resolve(address)
        request.path = request.path_info = address
        response: HttpResponse = view.func(request, *view.args, **view.kwargs)
        transaction.set_rollback(True)
    return response


def _make_public(meeting: Meeting) -> None:
    """Minutes can be looked at before their meeting is announced."""
    if meeting.published_at is None or meeting.published_at > timezone.now():
        meeting.published_at = timezone.now() - timedelta(minutes=1)
        meeting.save(update_fields=["published_at"])
    if not meeting.committee.is_public:
        meeting.committee.is_public = True
        meeting.committee.save(update_fields=["is_public"])
