"""The answers of a question as pages and records of the loaded site."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from documents.models import Document, Listing, Page
from tests.relevance.corpus import KENT_CABINET
from tests.relevance.finding import Judged, PageKey, RecordKey
from tests.relevance.questions import SAMPLE_COUNCIL, Answer, Question, Record
from tests.relevance.sources import Missing, Packs, plain

BLANK = "this page is intentionally left blank"


@dataclass(frozen=True, slots=True)
class Sitting:
    committee: str
    day: date


IMPORTED = {
    "islington": Sitting("Children's Services Scrutiny Committee", date(2016, 9, 22)),
    "kent": Sitting(KENT_CABINET, date(2025, 3, 4)),
}


class Answers:
    """Looks up answers in the database. Raises Missing for what is not there, so that no answer is lost unseen."""

    def __init__(self, packs: Packs, bodies: Sequence[str]) -> None:
        self.packs = packs
        self.bodies = bodies  # of papers that are present

    def asked(self, question: Question) -> str:
        return self.packs.filled(question.asks, question.at)

    def of(self, question: Question) -> list[Judged]:
        """Each page and record once, with its highest grade."""
        best: dict[PageKey | RecordKey, Judged] = {}
        for answer in question.answers:
            for judged in self._judged(answer, question):
                key = judged.page or judged.record
                if key is not None and (key not in best or best[key].grade < judged.grade):
                    best[key] = judged
        return list(best.values())

    def _judged(self, answer: Answer, question: Question) -> Iterator[Judged]:
        if answer.of and answer.of not in self.bodies:
            return
        if answer.naming:
            yield from (Judged(answer.grade, page) for page in _naming(answer.naming))
            return
        body = answer.of or question.of
        record = self._record(answer.record, body) if answer.record else None
        if not answer.paper:
            yield Judged(answer.grade, None, record)
            return
        for page in self._pages(answer, body):
            yield Judged(answer.grade, page, record)

    def _record(self, record: Record, body: str) -> RecordKey:
        if record.kind in ("meeting", "item"):
            sitting = IMPORTED.get(body) or self._sitting(record.at)
            return RecordKey(record.kind, record.name, sitting.committee, sitting.day)
        return RecordKey(record.kind, record.name)

    def _sitting(self, pack: str) -> Sitting:
        found = self.packs.pack(pack)
        return Sitting(found.committee.name, found.meeting.date)

    def _pages(self, answer: Answer, body: str) -> list[PageKey]:
        title, sitting = answer.paper, IMPORTED.get(body)
        if body == SAMPLE_COUNCIL:
            place = self.packs.place(answer)
            title, sitting = place.title, self._sitting(place.pack.name)
        if sitting is None:
            raise Missing(f"“{body}” is no body of papers")
        pages = _texts(_document(title, sitting))
        wanted = {number: text for number, text in pages.items() if _is_wanted(answer, number, text)}
        if not wanted or set(answer.pages) - wanted.keys():
            raise Missing(f"“{title}” has no such page: {answer.says or answer.pages}")
        return [PageKey(_document(title, sitting), number) for number in wanted]


def _is_wanted(answer: Answer, number: int, text: str) -> bool:
    if answer.pages:
        return number in answer.pages
    return plain(answer.says).casefold() in text if answer.says else bool(text) and text != BLANK


@cache
def _document(title: str, sitting: Sitting) -> int:
    listings = Listing.objects.public().filter(meeting__committee__name=sitting.committee, meeting__date=sitting.day)
    found = Document.objects.public().filter(listings__in=listings, title=title).first()
    if found is None:
        raise Missing(f"{sitting.committee} of {sitting.day} has no public paper “{title}”")
    return found.pk


@cache
def _texts(document: int) -> dict[int, str]:
    """The text of each page in one line, in small letters."""
    version = Document.objects.values_list("current_version", flat=True).get(pk=document)
    rows = Page.objects.filter(version=version).order_by("number").values_list("number", "text")
    return {number: plain(text).casefold() for number, text in rows}


@cache
def _naming(words: str) -> tuple[PageKey, ...]:
    wanted = plain(words).casefold()
    documents = Document.objects.public().values_list("pk", flat=True)
    found = tuple(
        PageKey(document, number)
        for document in documents
        for number, text in _texts(document).items()
        if wanted in text
    )
    if not found:
        raise Missing(f"No public page has “{words}”")
    return found
