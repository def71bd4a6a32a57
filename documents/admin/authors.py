"""What a report author sees of the desk: the coming meetings to add a paper to, and the papers they added."""

from dataclasses import dataclass
from typing import cast

from django.contrib.admin import site
from django.contrib.auth.decorators import permission_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from committees.models import Meeting, User
from documents.models import Document, Invitation, Listing

SHOWN = 50


@dataclass(frozen=True, slots=True)
class Added:
    """A paper of an author's own; `state` says in a few words how far it is."""

    title: str
    meeting: Meeting
    state: str


def open_to_authors() -> QuerySet[Meeting]:
    """Meetings still to come, to whose agendas papers can be added."""
    coming = Meeting.objects.from_day(timezone.localdate()).filter(state=Meeting.State.SCHEDULED)
    return coming.select_related("committee")


@never_cache
@permission_required("documents.add_document", raise_exception=True)
def index(request: HttpRequest) -> HttpResponse:
    context = {
        **site.each_context(request),
        "title": "Your papers",
        "asked": _asked(cast(User, request.user)),
        "meetings": open_to_authors()[:SHOWN],
        "added": _added(cast(User, request.user)),
    }
    return render(request, "admin/authors.html", context)


def _asked(author: User) -> QuerySet[Invitation]:
    """The reports that clerks await of this author, the soonest first."""
    awaited = Invitation.objects.awaited().filter(author=author, item__meeting__in=open_to_authors())
    return awaited.select_related("item__meeting__committee", "item__section", "author")


def _added(author: User) -> list[Added]:
    """The newest first."""
    listings = Listing.objects.filter(document__added_by=author).select_related("document", "meeting__committee")
    return [
        Added(row.document.title, row.meeting, _state(row.document)) for row in listings.order_by("-document")[:SHOWN]
    ]


def _state(paper: Document) -> str:
    if paper.withdrawn_at:
        return "Withdrawn"
    if paper.published_at is None:
        return "With the clerks"
    return "Published" if paper.published_at <= timezone.now() else "To be published"
