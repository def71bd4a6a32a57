"""Notices of key decisions and of private business: of meetings, and of what officers decide."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from committees.admin.guarded import GuardedAdmin
from committees.clock import Deadline, Rules, State, notice_clock, rules_of
from committees.models import Committee, Council, ExecutiveNotice, Meeting

BUTTONS = ("can_add_related", "can_change_related", "can_delete_related", "can_view_related")
STANDS = {State.DONE: "Done", State.LATE: "Late", State.PASSED: "Passed"}


@admin.register(ExecutiveNotice)
class ExecutiveNoticeAdmin(GuardedAdmin):
    """Recorded as soon as the business is known; the desk tells when its notice is due."""

    list_filter = ["kind", "route"]
    list_select_related = ["meeting__committee"]
    search_fields = ["title", "decided_by"]
    raw_id_fields = ["decision"]
    readonly_fields = ["due"]
    actions = None
    fieldsets = [
        (None, {"fields": ["kind", "title", "meeting", "decided_by", "taken_on"]}),
        ("Notice", {"fields": ["due", "route", "given_on", "given_how", "why_urgent"]}),
        ("Private business", {"fields": ["second_given_on", "representations"]}),
        ("Afterwards", {"fields": ["decision"]}),
    ]

    def get_list_display(self, request: HttpRequest) -> list[str | Callable[[Any], str | bool]]:
        """The rules are read once for the whole list."""
        rules = rules_of(Council.objects.current())

        @admin.display(description="Notice")
        def notice(row: ExecutiveNotice) -> SafeString:
            return _in_words(row, rules, with_working=False)

        return ["title", "kind", "decided", notice]

    @admin.display(description="To be decided", ordering="taken_on")
    def decided(self, row: ExecutiveNotice) -> str:
        if row.meeting is not None:
            return str(row.meeting)
        return f"{date_format(row.day, 'j F Y')}{f', {row.decided_by}' if row.decided_by else ''}"

    @admin.display(description="When it is due")
    def due(self, row: ExecutiveNotice) -> str:
        if row._state.adding:
            return "It is reckoned once this is saved."
        return _in_words(row, rules_of(Council.objects.current()), with_working=True)

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        return super().changelist_view(request, {"title": "Notices of executive business", **(extra_context or {})})

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        title = "Notice of executive business" if object_id else "New notice of executive business"
        return super().changeform_view(request, object_id, form_url, {"title": title, **(extra_context or {})})

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **options)
        if field is not None and db_field.name == "meeting":
            for button in BUTTONS:
                setattr(field.widget, button, False)
        return field

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        if db_field.name == "meeting":
            executive = Meeting.objects.filter(committee__kind=Committee.Kind.EXECUTIVE)
            options["queryset"] = executive.select_related("committee").order_by("-date")
            options["empty_label"] = "At no meeting"
        return super().formfield_for_foreignkey(db_field, request, **options)


def _in_words(row: ExecutiveNotice, rules: Rules, *, with_working: bool) -> SafeString:
    """Each notice on a line of its own: its name, by which day, and how that was counted."""
    deadlines = notice_clock(row, rules=rules, now=timezone.now())
    return format_html_join("", "<div>{}{}</div>", ((_state(one), _words(one, with_working)) for one in deadlines))


def _state(deadline: Deadline) -> SafeString | str:
    if deadline.state not in STANDS:
        return ""
    return format_html('<strong class="clerk-{}">{}</strong> ', deadline.state.value, STANDS[deadline.state])


def _words(deadline: Deadline, with_working: bool) -> str:
    day = date_format(deadline.day, "j F Y")
    return f"{deadline.name}: by {day}{f'. {deadline.working}' if with_working else ''}"
