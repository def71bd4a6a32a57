from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.contrib import admin
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse

from committees import actions
from committees.admin import clock
from committees.admin.asking import MomentForm, Question, ReasonForm, ask, sent
from committees.admin.inlines import LabelledInline
from committees.admin.public_changes import HTTPS_ADDRESSES, Change, KeptWhenPublished
from committees.models import (
    AgendaItem,
    AgendaSection,
    Attendance,
    Meeting,
    MeetingMember,
    PublicChange,
    User,
)


class PostponeForm(ReasonForm):
    to = forms.ModelChoiceField(
        Meeting.objects.none(), required=False, label="Moved to", empty_label="Not known yet", help_text="If known."
    )
    field_order = ("to", "reason")

    def __init__(self, *args: Any, meeting: Meeting, **options: Any) -> None:
        super().__init__(*args, **options)
        others = Meeting.objects.filter(committee=meeting.committee).exclude(pk=meeting.pk).select_related("committee")
        self.fields["to"] = forms.ModelChoiceField(
            others, required=False, label="Moved to", empty_label="Not known yet", help_text="Add that meeting first."
        )


class KeptInline(LabelledInline):
    """Rows of an agenda: none is deleted once the agenda is public."""

    def has_delete_permission(self, request: HttpRequest, obj: Meeting | None = None) -> bool:
        public = obj is not None and obj.agenda_published_at is not None
        return not public and super().has_delete_permission(request, obj)


class SectionInline(KeptInline, admin.StackedInline):
    model = AgendaSection
    fields = [("order", "letter"), "title", "text"]


class ItemInline(KeptInline, admin.StackedInline):
    """Whether the public may see an item is changed under “In private” alone, with the grounds."""

    model = AgendaItem
    fields = [
        ("order", "section", "label"),
        "title",
        "text",
        ("first_page", "last_page"),
        ("shown", "state"),
        "urgency_reason",
    ]
    readonly_fields = ["shown"]

    @admin.display(description="Access")
    def shown(self, item: AgendaItem) -> str:
        return f"{item.get_access_display()}. Changed under “In private”, with the reason."

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        match = request.resolver_match
        if db_field.name == "section" and match:
            options["queryset"] = AgendaSection.objects.filter(meeting=match.kwargs.get("object_id"))
        return super().formfield_for_foreignkey(db_field, request, **options)


class MemberInline(LabelledInline, admin.TabularInline):
    model = MeetingMember
    named_fields = ("person",)
    verbose_name = "member printed for this meeting"
    verbose_name_plural = "members printed for this meeting"


class AttendanceInline(LabelledInline, admin.TabularInline):
    model = Attendance
    named_fields = ("person",)


@admin.register(Meeting)
class MeetingAdmin(KeptWhenPublished):
    list_display = ["committee", "title", "date", "time", "state", "agenda_published_at"]
    list_filter = ["state", "committee"]
    list_select_related = ["committee"]
    date_hierarchy = "date"
    search_fields = ["committee__name", "title"]
    readonly_fields = [
        "state",
        "state_reason",
        "moved_to",
        "published_at",
        "agenda_published_at",
        "attendance_published_at",
    ]
    view_on_site = False  # its page says so itself, where there is one
    formfield_overrides = HTTPS_ADDRESSES
    inlines = [SectionInline, ItemInline, MemberInline, AttendanceInline]

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """Items and sections that are ticked for removal are deleted so that they can be put back."""
        if formset.model not in (AgendaItem, AgendaSection):
            super().save_formset(request, form, formset, change)
            return
        formset.save(commit=False)
        for row in formset.deleted_objects:
            actions.delete_draft(row=row, by=_by(request))
        formset.deleted_objects = []
        for row in [*formset.new_objects, *(row for row, _changed in formset.changed_objects)]:
            row.save()
        formset.save_m2m()

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Whatever follows a meeting hears of its items too."""
        super().save_related(request, form, formsets, change)
        actions.meeting_changed.send(sender=Meeting, meeting=form.instance, by=_by(request))

    def response_post_save_change(self, request: HttpRequest, obj: Meeting) -> HttpResponseRedirect:
        """Back to the tasks of the meeting, from which its facts are changed."""
        return redirect("admin:meeting_desk", obj.pk)

    def public_changes(self, row: Meeting) -> Iterable[Change]:
        return [(PublicChange.Subject.MEETING, row.pk)]

    def get_urls(self) -> list[URLPattern]:
        protected = self.admin_site.admin_view
        return [
            path("<int:pk>/announce/", protected(announce), name="meeting_announce"),
            path("<int:pk>/cancel/", protected(cancel), name="meeting_cancel"),
            path("<int:pk>/postpone/", protected(postpone), name="meeting_postpone"),
            path("<int:pk>/clock/", protected(clock.of_meeting), name="meeting_clock"),
            path("<int:pk>/duties/<slug:duty>/", protected(clock.record), name="meeting_duty"),
            path("<int:pk>/attendance/", protected(publish_attendance), name="meeting_attendance"),
            *super().get_urls(),
        ]


may_change = permission_required("committees.change_meeting", raise_exception=True)


def _meeting(pk: int) -> Meeting:
    return get_object_or_404(Meeting.objects.select_related("committee"), pk=pk)


def _question(meeting: Meeting, title: str, explanation: str, button: str, *, hides: bool = False) -> Question:
    back = reverse("admin:meeting_desk", args=[meeting.pk])
    return Question(title=f"{title}: {meeting}", explanation=explanation, button=button, back=back, hides=hides)


def _by(request: HttpRequest) -> User:
    return cast(User, request.user)


@may_change
def announce(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = _meeting(pk)

    def act(values: dict[str, Any]) -> str:
        actions.announce_meeting(meeting=meeting, by=_by(request), at=values["at"])
        return f"{meeting} is announced."

    explanation = "The meeting appears in lists and calendars, without its agenda."
    question = _question(meeting, "Announce", explanation, "Announce the meeting")
    return ask(request, question, MomentForm(**sent(request)), act)


@may_change
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = _meeting(pk)

    def act(values: dict[str, Any]) -> str:
        actions.cancel_meeting(meeting=meeting, by=_by(request), reason=values["reason"])
        return f"{meeting} is cancelled."

    explanation = "The meeting stays on the site, marked as cancelled with your reason. Its papers stay as they are."
    question = _question(meeting, "Cancel", explanation, "Cancel the meeting", hides=True)
    return ask(request, question, ReasonForm(**sent(request)), act)


@may_change
def postpone(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = _meeting(pk)

    def act(values: dict[str, Any]) -> str:
        actions.postpone_meeting(meeting=meeting, to=values["to"], by=_by(request), reason=values["reason"])
        return f"{meeting} is postponed."

    explanation = "The meeting stays on the site, marked as postponed, with a link to the meeting it is moved to."
    question = _question(meeting, "Postpone", explanation, "Postpone the meeting", hides=True)
    return ask(request, question, PostponeForm(**sent(request), meeting=meeting), act)


@may_change
def publish_attendance(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = _meeting(pk)

    def act(values: dict[str, Any]) -> str:
        actions.publish_attendance(meeting=meeting, by=_by(request), at=values["at"])
        return f"The attendance of {meeting} is published."

    explanation = "The public sees who attended and who sent apologies, and the meeting counts as held."
    question = _question(meeting, "Publish attendance", explanation, "Publish the attendance")
    return ask(request, question, MomentForm(**sent(request)), act)
