"""What the desk leads to: finding, making and planning meetings, and the tasks of each."""

from collections.abc import Callable
from typing import Protocol

from django.http import HttpResponseBase
from django.urls import URLPattern, path

from committees.admin import attendance, order, scheduling
from documents.admin import deleting, desk, guides

View = Callable[..., HttpResponseBase]


class Protected(Protocol):
    """Lets staff alone reach a view; one that is `cacheable` says itself how its answers are kept."""

    def __call__(self, view: View, cacheable: bool = False) -> View: ...


def desk_urls(protected: Protected) -> list[URLPattern]:
    return [
        path("find/", protected(desk.find), name="desk_find"),
        path("due/", protected(desk.due), name="due"),
        path("records/", protected(desk.records), name="records"),
        path("meetings/new/", protected(scheduling.new_meeting), name="meeting_new"),
        path("meetings/new/year/", protected(scheduling.year_of_meetings), name="meeting_new_year"),
        path("meetings/<int:pk>/", protected(desk.meeting), name="meeting_desk"),
        path("committees/<int:pk>/meetings/", protected(scheduling.meetings_of), name="committee_meetings"),
        path("guides/", protected(guides.index), name="guides"),
        path("guides/<slug:slug>/", protected(guides.guide), name="guide"),
        path("deleted/", protected(deleting.index), name="deleted_drafts"),
        path("deleted/<int:pk>/restore/", protected(deleting.restore), name="deleted_draft_restore"),
        path("committees/meeting/<int:pk>/delete/", protected(deleting.meeting), name="committees_meeting_delete"),
        path("documents/document/<int:pk>/delete/", protected(deleting.paper), name="documents_document_delete"),
        path("committees/ward/<int:pk>/delete/", protected(deleting.ward), name="committees_ward_delete"),
        path("committees/person/<int:pk>/delete/", protected(deleting.person), name="committees_person_delete"),
        path(
            "committees/committee/<int:pk>/delete/", protected(deleting.committee), name="committees_committee_delete"
        ),
        path("meetings/<int:pk>/order/", protected(order.order), name="meeting_order"),
        path("meetings/<int:pk>/attendance/", protected(attendance.record), name="meeting_attendance_record"),
    ]
