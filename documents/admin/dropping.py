"""Draft papers that a corrected pack has no more, dropped from the screen that would publish them."""

from typing import cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from committees.actions import NotAllowed
from committees.models import Meeting, User
from committees.sent_numbers import number_sent
from documents.actions.left_out import drop_left_out


def drop(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    if not request.user.has_perm("documents.delete_document"):
        raise PermissionDenied
    ticked = [number for text in request.POST.getlist("left_out") if (number := number_sent(text)) is not None]
    try:
        dropped = drop_left_out(meeting=meeting, papers=ticked, by=cast(User, request.user))
    except NotAllowed as error:
        messages.error(request, str(error))
    else:
        names = ", ".join(f"“{paper.title}”" for paper in dropped)
        told = f"Dropped: {names}. It can be put back for 30 days." if dropped else "Tick what is to be dropped."
        (messages.success if dropped else messages.error)(request, told)
    return redirect(request.path)
