"""What is asked, read within its filters, and asked of one commit of the index."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from committees.models import Committee, Person, Ward
from documents.search import outbox
from documents.search.doubts import Doubt
from documents.search.fields import Fields
from documents.search.filters import Filters
from documents.search.finding import Thing, how_many
from documents.search.index import SearchUnavailable, Snapshot, damage_reported, snapshot
from documents.search.names import committees_named, ward_named
from documents.search.query import Asking
from documents.search.synonyms import Widening, all_synonyms, widen
from documents.search.syntax import Part, Request, parse
from documents.search.widening import acronyms_asked, joined_words_asked
from documents.search.words import exact_words

PENDING_LIMIT = 5000  # changes left out of a search; an index further behind answers nothing


@dataclass(frozen=True, slots=True)
class Within:
    """What is searched, beside what the query says of it."""

    committee: Committee | None = None
    ward: Ward | None = None
    meeting: int | None = None
    paper: int | None = None
    person: Person | None = None
    date_from: date | None = None
    date_to: date | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    query: str
    within: Within
    request: Request
    filters: Filters
    typed: tuple[Part, ...] = ()  # what is required, before it is widened
    row: tuple[str, ...] = ()  # the words in their order, where they may stand together; or be the whole of a name
    widened: tuple[Widening, ...] = ()


def asked_for(query: str) -> Request:
    """What a query asks for, with what search looks for beside it."""
    asked = read(query, Within())
    try:
        return Searcher.now().widened(asked).request if asked.request.has_words else asked.request
    except SearchUnavailable:
        return asked.request


def read(query: str, within: Within, *, without: tuple[str, ...] = ()) -> Asked:
    """The query and its filters; `without` some of those given (documents.search.loosening.FILTERS)."""
    request, committees, ward = _understood(query)
    narrowing = request.narrowing
    committee = within.committee if "committee" not in without else None
    given_ward = within.ward.pk if within.ward and "ward" not in without else None
    filters = Filters(
        committees=(committee.pk,) if committee else committees,
        date_from=(within.date_from if "from" not in without else None) or narrowing.first_day,
        date_to=(within.date_to if "to" not in without else None) or narrowing.last_day,
        kind=(within.kind if "kind" not in without else None) or narrowing.kind or None,
        ward=given_ward or ward,
        meeting=within.meeting if "meeting" not in without else None,
        document=within.paper if "paper" not in without else None,
        person=within.person.pk if within.person and "person" not in without else None,
        person_name=exact_words(within.person.name) if within.person else (),
    )
    return Asked(query, within, request, filters, typed=request.required, row=_row(request))


def _understood(query: str) -> tuple[Request, tuple[int, ...], int | None]:
    """The request, and the committees and the ward that it names; where there is none of that name, plain words."""
    request = parse(query)
    committees = committees_named(request.narrowing.committee)
    if request.narrowing.committee and not committees:
        return parse(query, doubt=Doubt.COMMITTEE), (), None
    ward = ward_named(request.narrowing.ward)
    if request.narrowing.ward and ward is None:
        return parse(query, doubt=Doubt.WARD), (), None
    return request, committees, ward


def _row(request: Request) -> tuple[str, ...]:
    if request.choices or any(clause.prefix for clause in request.asked):
        return ()
    return tuple(word for clause in request.asked for word in clause.exact)


@dataclass(frozen=True, slots=True)
class Searcher:
    """One commit of the index, and what has altered since."""

    index: Snapshot
    pending: outbox.Touched

    @classmethod
    def now(cls) -> "Searcher":
        """Raises SearchUnavailable while there is no whole index of this database, or it is too far behind."""
        index = snapshot()
        # What altered after this commit of the index, read after it was opened: nothing can fall between the two
        database, pending = outbox.pending(index.state.progress, limit=PENDING_LIMIT)
        if pending is None or index.state.database != database:
            raise SearchUnavailable
        return cls(index, outbox.with_all_under(pending))

    def asking(self, asked: Asked) -> Asking:
        fields = Fields(self.index.schema)
        return Asking(fields, asked.request, asked.filters, self.pending, typed=asked.typed, row=asked.row)

    def leave_out(self, things: Iterable[Thing]) -> None:
        for thing in things:
            self.pending.things.add(thing.key)

    def how_many(self, asked: Asked) -> int:
        """The pages and records that answer."""
        return how_many(self.index, self.asking(self.widened(asked)))

    def widened(self, asked: Asked) -> Asked:
        """By what the clerks say means the same, and by the acronyms that public papers explain."""
        with damage_reported(self.index.name):
            learnt = self._learnt(asked)
        request, widened = widen(asked.request, (*all_synonyms(), *learnt))
        return replace(asked, request=request, widened=widened)

    def _learnt(self, asked: Asked) -> tuple[tuple[str, ...], ...]:
        searcher, asking = self.index.searcher, self.asking(asked)
        joined = joined_words_asked(searcher, self.index.schema, asked.request, asking.allowed_anywhere())
        return (*acronyms_asked(searcher, asked.request, asking.allowed()), *joined)
