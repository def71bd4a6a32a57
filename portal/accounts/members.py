"""What somebody who is signed in may read beside the public papers, and that it was read."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from committees.entrance import is_ready, needs_own_password
from committees.models import Access, AgendaSection, Meeting, User
from documents.models import Document, Listing

View = Callable[..., HttpResponseBase]
MARKS = {
    Access.EXEMPT: _("Exempt: not for publication"),
    Access.CONFIDENTIAL: _("Confidential: not for publication"),
}


@dataclass(frozen=True, slots=True)
class RestrictedLink:
    """A restricted paper as its readers find it; `mark` says what it is, `reference` at which item it is taken."""

    title: str
    address: str
    mark: str
    reference: str


def reader_of(request: HttpRequest) -> User | None:
    """Who is signed in, with nothing left to do first.

    The session of a request without its cookie is not asked: asking would say that the page differs by cookie.
    """
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return None
    user = request.user
    return user if isinstance(user, User) and is_ready(user) else None


def for_readers(view: View) -> View:
    """For who is signed in and ready; never kept by a cache, never found by a search engine."""

    @login_required
    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not is_ready(request.user):
            first = "account_change_password" if needs_own_password(request.user) else "mfa_activate_totp"
            return redirect(first)
        return kept_private(view(request, *args, **kwargs))

    return inner


def kept_private(response: HttpResponseBase) -> HttpResponseBase:
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return response


def restricted_links(reader: User | None, meeting: Meeting) -> list[RestrictedLink]:
    """The restricted papers of a meeting that somebody may read, in the order of its agenda."""
    if reader is None:
        return []
    listings = (
        Listing.objects.public(of_withheld_items=True)
        .filter(meeting=meeting, document__in=Document.objects.restricted_for(reader))
        .select_related("document", "item")
        .order_by("item__order", "order", "pk")
    )
    letters = dict(AgendaSection.objects.public().filter(meeting=meeting).values_list("pk", "letter"))
    return [_link(listing, letters) for listing in listings]


def _link(listing: Listing, letters: dict[int, str]) -> RestrictedLink:
    item, document = listing.item, listing.document
    return RestrictedLink(
        title=document.title,
        address=reverse("member_paper", args=[document.pk]),
        mark=mark_of(document, listing),
        reference=f"{letters.get(item.section_id or 0, '')}{item.label}" if item else "",
    )


def mark_of(document: Document, listing: Listing | None) -> str:
    """Of the paper, or of the item above it where the paper itself is open."""
    access = document.access
    if access == Access.OPEN and listing and listing.item:
        access = listing.item.access
    return str(MARKS.get(Access(access), MARKS[Access.EXEMPT]))
