"""When an agenda and its papers become public, and why so late: asked on the page that publishes them."""

from collections.abc import Callable
from typing import Any, cast

from django import forms
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from committees.actions import ReasonNeeded, scheduled_for
from committees.admin.asking import Question, ask, sent
from committees.admin.moments import LOCAL_FORMAT, LocalTimeField, MomentForm
from committees.clock import Deadline, late_for
from committees.models import Meeting, User
from committees.moments import written
from documents.actions import papers, timed
from documents.clerk_screens import screen_of
from documents.models import PackUpload, TimedPublication


class LateReasonField(forms.CharField):
    def __init__(self) -> None:
        super().__init__(
            label="Why it is published late, if it is",
            required=False,
            max_length=1000,
            widget=forms.Textarea(attrs={"rows": 3}),
            help_text="Shown to the public, and kept in the proof of publication.",
        )


class TimingForm(MomentForm):
    """`asks_why` is whether the page asks for the reason at once: a publication now would be late."""

    at = LocalTimeField(
        label="Publish at",
        required=False,
        help_text="A date and a time, to the minute, by the council’s clocks. Leave empty to publish now.",
    )
    late_reason = LateReasonField()
    field_order = ("at", "at_which", "late_reason")

    def __init__(self, request: HttpRequest, meeting: Meeting, upload: PackUpload | None = None) -> None:
        self.meeting, self.of, now = meeting, upload or meeting, timezone.now()
        self.timed = scheduled_for(meeting, now)
        self.late: Deadline | None = late_for(meeting, now)
        first = {"at": timezone.localtime(self.timed).strftime(LOCAL_FORMAT)} if self.timed else {}
        super().__init__(**sent(request), initial={**first, "late_reason": meeting.agenda_late_reason})

    @property
    def asks_why(self) -> bool:
        return self.late is not None or "late_reason" in self.errors or bool(self.data.get("late_reason"))

    @property
    def set_for(self) -> str:
        return written(self.timed) if self.timed else ""

    @property
    def is_public(self) -> bool:
        """Whether the agenda is, now."""
        return self.meeting.agenda_published_at is not None and self.timed is None

    def publish(self, act: Callable[..., Meeting], *, by: User, **values: Any) -> str:
        """Published, or set for the time given: in words; empty where the form shows again what is wrong.

        `values` are what corrections are published with. Raises NotAllowed for what the form does not ask.
        """
        if not self.is_valid():
            return ""
        at, late_reason = self.cleaned_data.get("at"), self.cleaned_data["late_reason"]
        try:
            if at and at > timezone.now() and timed.alters_what_is_public(self.of):
                timed.time_publication(of=self.of, at=at, by=by, late_reason=late_reason, **values)
                return f"{self.of} is set to be published at {written(at)}."
            subject = {"upload" if isinstance(self.of, PackUpload) else "meeting": self.of}
            return self._done(act(at=at, by=by, late_reason=late_reason, **subject, **values))
        except ReasonNeeded as error:
            self.add_error("late_reason", str(error))
            return ""

    def _done(self, meeting: Meeting) -> str:
        moment = scheduled_for(meeting, timezone.now())
        return f"{meeting} is set to be published at {written(moment)}." if moment else f"{meeting} is published."


@never_cache
@permission_required("documents.change_document", raise_exception=True)
def take_back_timed(request: HttpRequest, pk: int) -> HttpResponse:
    """A supplement, correction or first agenda that is set for a coming moment is not published then."""
    rows = TimedPublication.objects.select_related("upload__meeting", "document", "meeting")
    row = get_object_or_404(rows, pk=pk)

    def act(values: dict[str, Any]) -> str:
        timed.take_back(timed=row, by=cast(User, request.user))
        return f"“{row}” is no longer set to be published."

    question = Question(
        title=f"Take back the timed publication: {row}",
        explanation=f"It is not published at {written(row.to_be_published_at)}. What is public stays as it is.",
        button="Take it back",
        back=screen_of(row),
        hides=True,
    )
    return ask(request, question, forms.Form(**sent(request)), act)


@never_cache
@permission_required("documents.change_document", raise_exception=True)
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """A timed publication that has not happened yet does not happen."""
    meeting = get_object_or_404(Meeting.objects.select_related("committee"), pk=pk)

    def act(values: dict[str, Any]) -> str:
        papers.take_back_agenda(meeting=meeting, by=cast(User, request.user))
        return f"{meeting} is no longer timed: its agenda is a draft again."

    question = Question(
        title=f"Take back the timed publication: {meeting}",
        explanation="The agenda and the papers timed with it become drafts again. Nothing of them has been public.",
        button="Take it back",
        back=reverse("admin:meeting_publication", args=[meeting.pk]),
        hides=True,
    )
    return ask(request, question, forms.Form(**sent(request)), act)
