"""The one door to search, for pages, feeds and the API."""

from dataclasses import dataclass, replace
from datetime import date

from committees.models import Committee
from documents.search import outbox
from documents.search.committee_names import committees_named
from documents.search.doubts import Doubt
from documents.search.finding import Found, find
from documents.search.index import SearchUnavailable, snapshot
from documents.search.loosening import offers
from documents.search.query import Filters, build_query
from documents.search.results import Results
from documents.search.showing import groups
from documents.search.syntax import QUERY_LIMIT, Request, parse, without_controls

PENDING_LIMIT = 5000  # changes left out of a search; an index further behind answers nothing


def search(
    *,
    query: str,
    committee: Committee | None = None,
    date_from: date | None = None,
    date_to: date | None = None,
    kind: str | None = None,
    newest_first: bool = False,
    page: int = 1,
    per_page: int = 10,
) -> Results:
    """The public pages that have all the words, "phrases" in one piece and nothing -excluded, grouped by paper.

    OR, brackets, beginnings* and committee:, kind:, from: and to: are read too (documents.search.syntax, narrowing);
    what is given here goes before what the query says of the same.

    `kind` is a Document.Kind, or "item". Dates are of meetings, both ends included; a paper is within them when one
    of its meetings is. The best answer is first, or with `newest_first` that of the newest meeting. A `page` that is
    not there is the nearest that is. Never refuses a query; what is beyond QUERY_LIMIT characters is not read. Where
    nothing is found, `offers` say what finds something. Raises SearchUnavailable while there is no whole index.
    """
    query = without_controls(query[:QUERY_LIMIT])
    given = _Given(committee, kind, date_from, date_to)
    request, filters = given.read(query)
    if not request.has_words:
        return _results(query, request, filters, Found(0, (), False), page, per_page)
    index = snapshot()
    # What altered after this commit of the index, read after it was opened: nothing can fall between the two
    pending = outbox.pending(index.state.progress, limit=PENDING_LIMIT)
    if pending is None or index.state.database != outbox.moment().database:
        raise SearchUnavailable
    pending.documents = outbox.documents_under(pending)
    found = find(index, build_query(index.schema, request, filters, pending), newest_first=newest_first)
    results = _results(query, request, filters, found, page, per_page)
    if results.pages:
        return results

    def count(text: str, without: tuple[str, ...]) -> int:
        loosened, wider = given.read(text, without=without)
        return find(index, build_query(index.schema, loosened, wider, pending)).pages if loosened.has_words else 0

    return replace(results, offers=offers(query, request, filters, count))


@dataclass(frozen=True, slots=True)
class _Given:
    """The filters as they are given, and not in the query."""

    committee: Committee | None
    kind: str | None
    date_from: date | None
    date_to: date | None

    def read(self, query: str, *, without: tuple[str, ...] = ()) -> tuple[Request, Filters]:
        """What is asked for, and within what; `without` some of those given (loosening.FILTERS)."""
        request, named = _understood(query)
        narrowing = request.narrowing
        committee = self.committee if "committee" not in without else None
        return request, Filters(
            committees=(committee.pk,) if committee else named,
            date_from=(self.date_from if "from" not in without else None) or narrowing.first_day,
            date_to=(self.date_to if "to" not in without else None) or narrowing.last_day,
            kind=(self.kind if "kind" not in without else None) or narrowing.kind or None,
        )


def _understood(query: str) -> tuple[Request, tuple[int, ...]]:
    """The request, and the committees that it names; where there is none of that name, plain words."""
    request = parse(query)
    committees = committees_named(request.narrowing.committee)
    if request.narrowing.committee and not committees:
        return parse(query, doubt=Doubt.COMMITTEE), ()
    return request, committees


def _results(query: str, request: Request, filters: Filters, found: Found, page: int, per_page: int) -> Results:
    page_count = max(1, -(-len(found.things) // per_page))
    page = min(max(page, 1), page_count)
    things = found.things[(page - 1) * per_page : page * per_page]
    return Results(
        query=query,
        pages=found.pages,
        papers=len(found.things),
        more_papers=found.more_things,
        doubt=request.doubt,
        has_words=request.has_words,
        page=page,
        page_count=page_count,
        groups=groups(things, query=query, request=request, filters=filters),
    )
