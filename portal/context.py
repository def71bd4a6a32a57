"""What every template may use."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from committees.models import Council


@dataclass(frozen=True, slots=True)
class NavigationLink:
    title: str
    address: str
    current: bool


def council(request: HttpRequest) -> dict[str, object]:
    return {
        "council": SimpleLazyObject(lambda: council_of(request)),
        "navigation": _navigation(request),
        "sends_email": settings.SENDS_EMAIL,
    }


def council_of(request: HttpRequest) -> Council:
    """The council, read once a request."""
    kept: dict[str, Council] = vars(request)
    if "_council" not in kept:
        kept["_council"] = Council.objects.current()
    return kept["_council"]


def know_council(request: HttpRequest, council: Council) -> None:
    """It has been read for this request already."""
    vars(request)["_council"] = council


def _navigation(request: HttpRequest) -> list[NavigationLink]:
    """The site's parts, the longest address that leads the request's own marked as current."""
    parts = [
        (_("Meetings"), reverse("meetings")),
        (_("Calendar"), reverse("calendar")),
        (_("Committees"), reverse("committees")),
        (_("Papers"), reverse("papers")),
        (_("Decisions"), reverse("decisions")),
        (_("Recommendations"), reverse("recommendations")),
        (_("Reviews"), reverse("reviews")),
        (_("Councillors"), reverse("people")),
        (_("Wards"), reverse("wards")),
    ]
    here = max((address for _title, address in parts if request.path.startswith(address)), key=len, default=None)
    return [NavigationLink(title, address, address == here) for title, address in parts]
