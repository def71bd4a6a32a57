"""What stands for an answer, and what a search found, in one form: a page of a paper, or a record."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from documents.search import Group, search

HITS = 3  # pages that a search shows of one paper
LABELS = {  # how a group may name the kind of a record
    "person": ("person", "councillor", "member"),
    "committee": ("committee",),
    "meeting": ("meeting",),
    "item": ("item", "agenda item"),
    "decision": ("decision",),
    "recommendation": ("recommendation",),
}


@dataclass(frozen=True, slots=True)
class PageKey:
    document: int
    number: int


@dataclass(frozen=True, slots=True)
class Found:
    """A hit at its place in the ranked list; of a record there is no page."""

    kind: str  # as the public reads it
    title: str
    committee: str
    day: date | None
    page: PageKey | None

    def __str__(self) -> str:
        page = f", page {self.page.number}" if self.page else ""
        return f"{self.kind}: {self.title} ({self.committee} {self.day or ''}){page}"


@dataclass(frozen=True, slots=True)
class RecordKey:
    """`committee` and `day` are those of the meeting it has to be of, if any."""

    kind: str
    name: str
    committee: str = ""
    day: date | None = None

    def is_found_in(self, found: Found) -> bool:
        return (
            found.page is None
            and any(label in found.kind.casefold() for label in LABELS[self.kind])
            and self.name.casefold() in found.title.casefold()
            and (not self.committee or self.committee == found.committee)
            and (self.day is None or self.day == found.day)
        )


@dataclass(frozen=True, slots=True)
class Judged:
    """An answer with its grade: finding any of what stands for it is finding it."""

    grade: int
    page: PageKey | None = None
    record: RecordKey | None = None

    def is_found_in(self, found: Found) -> bool:
        if self.page is not None and found.page == self.page:
            return True
        return self.record is not None and self.record.is_found_in(found)


def ranked(query: str) -> list[Found]:
    """All hits in the order of their groups, after the records that the query names by a reference, where it does."""
    results = search(query=query)
    named: tuple[Group, ...] = getattr(results, "named", ())
    return [found for group in (*named, *results.groups) for found in _of_group(group)]


def _of_group(group: Group) -> Iterator[Found]:
    pages: list[PageKey | None] = [PageKey(group.id, hit.number) for hit in group.hits if hit.number is not None]
    for page in pages or [None]:
        yield Found(group.kind, group.title, group.committee, group.meeting_date, page)


def showable(answers: Sequence[Judged]) -> list[int]:
    """The grades of the best list that can be shown: of one paper no more than its three best pages."""
    shown: Counter[int] = Counter()
    grades = []
    for answer in sorted(answers, key=lambda answer: -answer.grade):
        if answer.page is None or shown[answer.page.document] < HITS:
            grades.append(answer.grade)
        if answer.page is not None:
            shown[answer.page.document] += 1
    return grades


def grades_of(found: Sequence[Found], answers: Sequence[Judged]) -> list[int]:
    """The grade of each hit; an answer counts once, the best that a hit stands for first."""
    waiting = sorted(answers, key=lambda answer: -answer.grade)
    grades = []
    for hit in found:
        answer = next((one for one in waiting if one.is_found_in(hit)), None)
        if answer is not None:
            waiting.remove(answer)
        grades.append(answer.grade if answer else 0)
    return grades
