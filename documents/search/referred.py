"""What a query names in other words than its title.

“B2 22 September 2016” is an item of one day's agenda, or that day's meeting; “who chairs planning” asks for the
committee of that name.
"""

import re
from collections.abc import Sequence
from datetime import date

from committees.models import AgendaItem, Committee, Meeting
from documents.search.days import first_and_last
from documents.search.names import committees_named
from documents.search.words import exact_words, folded

DAY = re.compile(
    r"\b\d{4}-\d{1,2}-\d{1,2}\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b|\b\d{1,2}(?:st|nd|rd|th)? [A-Za-z]+,? \d{4}\b"
)
LABEL = re.compile(r"(?:\b(?:agenda )?item )?\b(?P<label>[A-Za-z]?\d{1,3}[a-z]?|[A-Za-z]\.\d{1,2})\b", re.IGNORECASE)
LITTLE = {"of", "the", "on", "at", "meeting", "for", "agenda", "item", "minutes", "papers", "report", "committee"}
ASKING = {"who", "whom", "when", "where", "next", "chair", "chairs", "chaired", "chairing", "chairman", "chairwoman"}
BETWEEN = {"is", "are", "does", "do", "sits", "sit", "meets", "meet", "of", "the", "on", "in", "at", "meeting"}
SIGNS = re.compile(r'[":*]|(?:^|\s)-')  # of a query that is no question: “chair -planning” leaves planning out
MOST = 5


def referred_to(query: str) -> Sequence[AgendaItem | Committee | Meeting]:
    """The public items, or else meetings, that a query names by their day and nothing else but their committee.

    Without a day, the committee of a question who chairs it, who sits on it or when it meets.
    """
    match = DAY.search(query)
    span = first_and_last(match[0]) if match else None
    if not match or not span:
        return [] if SIGNS.search(query) else _committees(exact_words(query))
    rest = f"{query[: match.start()]} {query[match.end() :]}"
    label = LABEL.search(rest)
    if label is None:
        return _meetings(span[0], rest)
    return _items(span[0], label["label"], f"{rest[: label.start()]} {rest[label.end() :]}")


def _committees(words: Sequence[str]) -> Sequence[Committee]:
    name = [word for word in words if word not in ASKING | BETWEEN]
    if LITTLE.issuperset(name) or ASKING.isdisjoint(words):
        return []
    named = Committee.objects.public().meeting_now().filter(pk__in=committees_named(" ".join(name)))
    return list(named.order_by("name")[:MOST])


def _items(day: date, label: str, rest: str) -> Sequence[AgendaItem | Meeting]:
    rows = AgendaItem.objects.public().filter(meeting__date=day).select_related("meeting__committee", "section")
    wanted = folded(label)
    return [row for row in rows if folded(row.reference) == wanted and _is_of(row.meeting, rest)][:MOST]


def _meetings(day: date, rest: str) -> Sequence[AgendaItem | Meeting]:
    rows = Meeting.objects.public().filter(date=day).select_related("committee")
    return [row for row in rows if _is_of(row, rest)][:MOST]


def _is_of(meeting: Meeting, rest: str) -> bool:
    """Whether what is left of the query names no more than the committee of the meeting."""
    return set(exact_words(rest)) - LITTLE <= set(exact_words(meeting.committee.name))
