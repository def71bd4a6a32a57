"""Pages for changes of a meeting's minutes: publishing, confirming, withdrawing."""

from datetime import date
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.contrib.admin import site
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from committees import actions
from committees.actions import NotAllowed
from committees.admin.asking import Question, ReasonForm, WhyForm, ask, sent
from committees.admin.fields import DayField
from committees.models import Attendance, Meeting, Minutes, MinutesDraft, User
from documents.actions.records import Record
from documents.actions.typed_minutes import record_of_minutes
from documents.admin.findings.record import Said, let_out_page
from documents.admin.findings.releasing import ask as ask_for_release
from documents.admin.findings.releasing import release_of_record
from documents.admin.findings.screen import findings_of_record
from documents.admin.minutes.content import Content, content_of, digest_of, items_without_minute
from documents.admin.minutes.editor import items_of, meeting_of
from documents.admin.minutes.forms import MinutesForm
from documents.admin.minutes.keeping import publish_draft, record_of_form

may_publish = permission_required("committees.change_minutes", raise_exception=True)


def _by(request: HttpRequest) -> User:
    return cast(User, request.user)


@never_cache
@may_publish
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """The last look: what becomes public, what was found in it, who releases it, and what is amiss."""
    meeting = meeting_of(pk)
    content = content_of(meeting)
    form = MinutesForm(items_of(meeting), content=content, check=True)
    if form.problems:
        return _publish_page(request, meeting, content, form)
    record = record_of_form(meeting, form)
    if request.method == "POST" and request.POST.get("act") == "ask":
        ask_for_release(request, **record.of)
        return redirect(request.path)
    refusal = ""
    if request.method == "POST":
        try:
            _as_looked_at(request, content)
            publish_draft(meeting=meeting, form=form, by=_by(request))
        except NotAllowed as error:
            refusal = str(error)
        else:
            messages.success(request, f"The minutes of {meeting} are published.")
            return redirect("admin:meeting_minutes", pk)
    return _publish_page(request, meeting, content, form, record, refusal)


def _as_looked_at(request: HttpRequest, content: Content) -> None:
    if request.POST.get("looked_at", digest_of(content)) != digest_of(content):
        raise NotAllowed("The minutes were changed after you opened this page. Look through them again below.")


def _publish_page(
    request: HttpRequest,
    meeting: Meeting,
    content: Content,
    form: MinutesForm,
    record: Record | None = None,
    refusal: str = "",
) -> HttpResponse:
    minutes = Minutes.objects.filter(meeting=meeting).first()
    is_public = minutes is not None and minutes.published_at is not None
    context = {
        **site.each_context(request),
        "title": f"Publish the minutes of {meeting}",
        "meeting": meeting,
        "problems": form.problems,
        "refusal": refusal,
        "entries": form.drafts() if record else [],
        "minutes": minutes,
        "missing": items_without_minute(meeting, content),
        "attended": Attendance.objects.filter(meeting=meeting).count(),
        "has_draft": MinutesDraft.objects.filter(meeting=meeting).exists(),
        "found": findings_of_record(record) if record else None,
        "release": release_of_record(_by(request), record) if record else None,
        "accepting": request.session.pop("accepting", {}),
        "about": {"can_publish": bool(record)},
        "publish_words": "Publish the corrections" if is_public else "Publish as draft minutes",
        "looked_at": digest_of(content),
    }
    return render(request, "admin/minutes/publish.html", context)


class ConfirmForm(forms.Form):
    at_meeting = forms.ModelChoiceField(
        Meeting.objects.none(),
        required=False,
        label="Confirmed by the meeting of",
        empty_label="A meeting that is not here",
        help_text="A meeting that is still to come is offered once its day has come.",
        error_messages={"invalid_choice": "That meeting is still to come: confirm them once it has been."},
    )
    on = DayField(
        required=False, label="Confirmed on", help_text="Leave empty for the date of the meeting that confirmed them."
    )

    def __init__(self, *args: Any, meeting: Meeting, **options: Any) -> None:
        super().__init__(*args, **options)
        held = Meeting.objects.filter(date__gte=meeting.date, date__lte=timezone.localdate())
        later = held.filter(committee=meeting.committee_id).exclude(pk=meeting.pk)
        self.fields["at_meeting"].queryset = later.select_related("committee").order_by("date")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values = self.cleaned_data
        if not values.get("at_meeting") and not values.get("on") and not self.errors:
            self.add_error("on", "Choose the meeting, or enter the day.")
        return values

    @property
    def day(self) -> date:
        day: date = self.cleaned_data["on"] or self.cleaned_data["at_meeting"].date
        return day


def _minutes(pk: int) -> Minutes:
    return get_object_or_404(Minutes.objects.select_related("meeting__committee"), meeting=pk)


def _question(minutes: Minutes, title: str, explanation: str, button: str, *, hides: bool = False) -> Question:
    back = reverse("admin:meeting_minutes", args=[minutes.meeting_id])
    return Question(f"{title}: {minutes.meeting}", explanation, button, back, hides)


@may_publish
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    minutes = _minutes(pk)
    following = Meeting.objects.filter(committee=minutes.meeting.committee_id).from_day(minutes.meeting.date)
    first = following.filter(date__lte=timezone.localdate()).exclude(pk=pk).first()
    form = ConfirmForm(**sent(request), meeting=minutes.meeting, initial={"at_meeting": first})

    def act(values: dict[str, Any]) -> str:
        actions.confirm_minutes(minutes=minutes, at_meeting=values["at_meeting"], on=form.day, by=_by(request))
        return "The minutes are confirmed."

    explanation = "The public no longer sees them marked as draft, but with the meeting that confirmed them."
    return ask(request, _question(minutes, "Confirm the minutes", explanation, "Confirm the minutes"), form, act)


@may_publish
def unconfirm(request: HttpRequest, pk: int) -> HttpResponse:
    minutes = _minutes(pk)

    def act(values: dict[str, Any]) -> str:
        actions.unconfirm_minutes(minutes=minutes, by=_by(request), why=values["why"])
        return "The minutes are draft minutes again."

    question = _question(minutes, "Take back", "The public sees them marked as draft again.", "Take back confirmation")
    return ask(request, question, WhyForm(**sent(request)), act)


@may_publish
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    minutes = _minutes(pk)

    def act(values: dict[str, Any]) -> str:
        actions.withdraw_minutes(minutes=minutes, by=_by(request), reason=values["reason"])
        return "The minutes are withdrawn."

    explanation = "The minutes and their decisions go from every page. Their address shows the date and your reason."
    question = _question(minutes, "Withdraw the minutes", explanation, "Withdraw the minutes", hides=True)
    return ask(request, question, ReasonForm(**sent(request)), act)


@may_publish
def reinstate(request: HttpRequest, pk: int) -> HttpResponse:
    minutes = _minutes(pk)

    def act(values: dict[str, Any]) -> str:
        actions.reinstate_minutes(minutes=minutes, by=_by(request), why=values["why"])
        return "The minutes are reinstated."

    explanation = "The withdrawn minutes can be read by the public again."
    question = _question(minutes, "Reinstate the minutes", explanation, "Reinstate the minutes")
    form = WhyForm(**sent(request))
    if not minutes.written_here or minutes.withdrawn_at is None:
        return ask(request, question, form, act)
    record = record_of_minutes(minutes)
    said = [Said(f"Minute {place}" if place else "Chair", words) for place, words in record.texts if words]
    return let_out_page(request, record, question, form, act, said=said)
