"""Why a thing comes late: the chair's opinion that an item is urgent, the reason for a late supplement."""

from typing import Any, cast

from django import forms
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from committees.actions import record_urgency
from committees.admin.asking import Question, ReasonForm, ask, sent
from committees.admin.basis import guarded
from committees.clock import late_for
from committees.models import AgendaItem, User
from documents.actions.supplements import give_late_reason
from documents.models import Supplement


class UrgencyForm(forms.Form):
    reason = forms.CharField(
        label="The special circumstances by reason of which the chair thinks the item urgent",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Shown to the public with the item, and put into the minutes.",
        error_messages={"required": "Enter the chair’s reason: the law has it in the minutes."},
    )


@permission_required("committees.change_agendaitem", raise_exception=True)
@guarded(AgendaItem, ["urgency_reason"])
def urgency(request: HttpRequest, pk: int) -> HttpResponse:
    item = get_object_or_404(AgendaItem.objects.select_related("meeting__committee", "section"), pk=pk)
    question = Question(
        title=f"Urgent item: “{item}”",
        explanation="An item that was not on the agenda for the clear days before the meeting may be taken only if the "
        "chair is of the opinion that it should be, as a matter of urgency, by reason of special circumstances "
        "(Local Government Act 1972, section 100B(4)). A late report on an item already listed does not need this. "
        + _working(item),
        button="Record the chair’s opinion",
        back=reverse("admin:meeting_publication", args=[item.meeting_id]),
    )

    def act(values: dict[str, Any]) -> str:
        record_urgency(item=item, by=cast(User, request.user), reason=values["reason"])
        return f"Recorded why “{item}” is urgent."

    return ask(request, question, UrgencyForm(**sent(request), initial={"reason": item.urgency_reason}), act)


def _working(item: AgendaItem) -> str:
    late = late_for(item.meeting, timezone.now())
    return f"For this meeting the last day was {date_format(late.day, 'l j F')} ({late.working})." if late else ""


@permission_required("documents.change_supplement", raise_exception=True)
@guarded(Supplement, ["late_reason"])
def late_reason(request: HttpRequest, pk: int) -> HttpResponse:
    supplement = get_object_or_404(Supplement.objects.select_related("meeting__committee"), pk=pk)
    back = (
        reverse("admin:pack_upload_publication", args=[supplement.upload_id])
        if supplement.upload_id and supplement.published_at is None
        else reverse("admin:meeting_publication", args=[supplement.meeting_id])
    )
    question = Question(
        title=f"Why {supplement} is late",
        explanation="It is published inside the clear days before the meeting. The public is shown why, beside the "
        "time at which it was published.",
        button="Keep the reason",
        back=back,
    )

    def act(values: dict[str, Any]) -> str:
        give_late_reason(supplement=supplement, by=cast(User, request.user), reason=values["reason"])
        return f"Kept why {supplement} is late."

    return ask(request, question, ReasonForm(**sent(request), initial={"reason": supplement.late_reason}), act)
