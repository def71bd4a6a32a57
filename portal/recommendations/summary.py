"""What came of scrutiny's recommendations, counted: by committee and the year in which they were made.

A whole recommendation counts once, its lettered parts with it. One that is done counts as reported back on or
answered only where it was: each count says what is on record.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from committees.models import Committee
from documents.ledger import LedgerEntry
from documents.models import Review

COUNTED = {
    "made": gettext_lazy("Made"),
    "answered": gettext_lazy("Answered"),
    "reported": gettext_lazy("Reported back on"),
    "done": gettext_lazy("Recorded as done"),
    "overdue": gettext_lazy("Overdue"),
}


@dataclass(frozen=True, slots=True)
class Bar:
    """`share` is its length in hundredths of the longest bar of the chart."""

    name: str
    title: str
    count: int
    share: float


@dataclass(frozen=True, slots=True)
class Group:
    """The counts of one committee, or of one of its years."""

    title: str
    bars: list[Bar]


@dataclass(frozen=True, slots=True)
class CommitteeSummary:
    committee: Committee
    years: list[Group]
    total: Group


@dataclass(frozen=True, slots=True)
class Summary:
    titles: list[str]
    total: Group
    committees: list[CommitteeSummary]


def read_summary(entries: Iterable[LedgerEntry], reviews: Mapping[int, Review], today: date) -> Summary:
    """`reviews` has those of the entries, each with its committee."""
    counts: dict[Committee, dict[int, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for entry in entries:
        if entry.parent is None:
            year = entry.made_on.year if entry.made_on else 0
            counts[reviews[entry.review].committee][year].update(_counted(entry, today))
    longest = max((year["made"] for years in counts.values() for year in years.values()), default=0)
    in_order = sorted(counts, key=lambda committee: committee.sort_key)
    return Summary(
        titles=[str(title) for title in COUNTED.values()],
        total=_group(_("All committees"), _together(year for years in counts.values() for year in years.values())),
        committees=[_of_committee(committee, counts[committee], longest) for committee in in_order],
    )


def _counted(entry: LedgerEntry, today: date) -> list[str]:
    told = {
        "made": True,
        "answered": entry.is_answered,
        "reported": entry.is_reported_back,
        "done": entry.is_done,
        "overdue": entry.is_overdue(today),
    }
    return [name for name, counts in told.items() if counts]


def _of_committee(committee: Committee, years: Mapping[int, Counter[str]], longest: int) -> CommitteeSummary:
    newest_first = sorted(years, reverse=True)
    return CommitteeSummary(
        committee=committee,
        years=[_group(str(year) if year else _("Year not known"), years[year], longest) for year in newest_first],
        total=_group(_("All years"), _together(years.values())),
    )


def _together(counts: Iterable[Counter[str]]) -> Counter[str]:
    return sum(counts, Counter())


def _group(title: str, counts: Counter[str], longest: int = 0) -> Group:
    length = longest or counts["made"] or 1
    return Group(
        title,
        [Bar(name, str(words), counts[name], round(100 * counts[name] / length, 1)) for name, words in COUNTED.items()],
    )
