"""Citations: the meeting, the item, the paper and the paragraph, with an address that lasts."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from committees.models import Meeting


@dataclass(frozen=True, slots=True)
class CitedSource:
    """What every citation from one page opens with, and the page's whole address."""

    words: str
    address: str

    def citation(self, anchor: str, place: str) -> "Citation":
        return Citation(anchor, f"{self.words}, {place}. {self.address}#{anchor}")


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation that is shown at its anchor, for the reader to copy."""

    anchor: str
    text: str


def cited_source(meeting: Meeting | None, *rest: str, path: str) -> CitedSource:
    """The committee and the date, and what follows them, such as “item B2”; empty parts are left out."""
    named = [meeting.name, date_format(meeting.date, "j F Y")] if meeting else []
    return CitedSource(", ".join([*named, *filter(None, rest)]), f"{settings.SITE_ADDRESS}{path}")


def paragraph_and_page(label: str, page: int) -> str:
    """Where in a paper: “paragraph 4.12, page 3”; the page alone where the paragraph has no number."""
    on_page = _("page %(number)s") % {"number": page}
    return f"{_('paragraph %(label)s') % {'label': label}}, {on_page}" if label else on_page


def citation_asked_for(asked: str, source: CitedSource, places: Iterable[tuple[str, str]]) -> Citation | None:
    """Of the anchor that ?cite= names, among all of the page's, each with its place in words; None for no such."""
    return next((source.citation(anchor, place) for anchor, place in places if asked and anchor == asked), None)
