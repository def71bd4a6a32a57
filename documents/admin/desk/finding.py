"""The clerk's one search box: committees, meetings and papers, drafts too. The public has a search of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any

from django.db.models import Case, F, Prefetch, Q, QuerySet, When
from django.utils import timezone

from committees.models import Committee, Meeting
from documents.models import Document, Listing
from documents.search.days import first_and_last

SHOWN = 20
MOST_WORDS = 12
LARGEST_NUMBER = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed: words to find in names, the days a date among them spans, and a number of a row."""

    words: Sequence[str]
    days: tuple[date, date] | None
    number: int | None


@dataclass(frozen=True, slots=True)
class Found:
    """`more` names the kinds of which there is more than is shown."""

    committees: Sequence[Committee]
    meetings: Sequence[Meeting]
    papers: Sequence[Document]
    more: Sequence[str] = ()

    @property
    def is_nothing(self) -> bool:
        return not (self.committees or self.meetings or self.papers)


def find(text: str) -> Found:
    """Whatever has every word of `text`, in four queries; a date in it picks out meetings."""
    asked = understood(text)
    if not asked.words and not asked.days:
        return Found([], [], [])
    committees = list(_committees(asked)[: SHOWN + 1]) if not asked.days else []
    meetings = list(_meetings(asked)[: SHOWN + 1])
    papers = list(_papers(asked)[: SHOWN + 1])
    counts = {"committees": len(committees), "meetings": len(meetings), "papers": len(papers)}
    more = [name for name, count in counts.items() if count > SHOWN]
    return Found(committees[:SHOWN], meetings[:SHOWN], papers[:SHOWN], more)


def understood(text: str) -> Asked:
    """The longest run of words that is a date is taken as one: “cabinet 3 January 2017”."""
    words = text.replace("\0", " ").split()[:MOST_WORDS]
    number = words[0].removeprefix("#") if len(words) == 1 else ""
    known = int(number) if number.isascii() and number.isdecimal() and int(number) <= LARGEST_NUMBER else None
    spans = sorted(combinations(range(len(words) + 1), 2), key=lambda span: span[0] - span[1])
    for first, last in spans:
        if last - first <= 3 and (days := first_and_last(" ".join(words[first:last]))):
            return Asked([*words[:first], *words[last:]], days, known)
    return Asked(words, None, known)


def _each_word(asked: Asked, *fields: str) -> Q:
    """Every word is in one of the fields."""
    wanted = Q()
    for word in asked.words:
        any_field = Q()
        for field in fields:
            any_field |= Q(**{f"{field}__icontains": word})
        wanted &= any_field
    return wanted


def _committees(asked: Asked) -> QuerySet[Committee]:
    return Committee.objects.filter(_each_word(asked, "name"))


def _meetings(asked: Asked) -> QuerySet[Meeting]:
    """Meetings of those days, or of that number; without either, those whose committee or title has the words."""
    wanted = _each_word(asked, "committee__name", "title", "venue")
    if asked.days:
        wanted &= Q(date__range=asked.days)
    if asked.number is not None:
        wanted |= Q(pk=asked.number)
    return Meeting.objects.filter(wanted).select_related("committee").order_by(*_nearest())


def _nearest() -> list[Any]:
    """Meetings to come first, the next before the later ones; then those that were, the last first."""
    today = timezone.localdate()
    return [
        Case(When(date__gte=today, then=0), default=1),
        Case(When(date__gte=today, then=F("date"))),
        F("date").desc(),
        F("time").desc(),
        F("pk").desc(),
    ]


def _papers(asked: Asked) -> QuerySet[Any]:
    """Papers with the words in their title, or of that number; with a date, those taken then."""
    wanted = _each_word(asked, "title")
    if asked.days:
        wanted &= Q(listings__meeting__date__range=asked.days)
    if asked.number is not None:
        wanted |= Q(pk=asked.number)
    taken = Prefetch("listings", Listing.objects.select_related("meeting__committee").order_by("meeting__date"))
    return Document.objects.filter(wanted).prefetch_related(taken).order_by("-pk").distinct()
