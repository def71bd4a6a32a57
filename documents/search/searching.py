"""The one door to search, for pages, feeds and the API."""

import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from committees.models import Committee, Person, Ward
from documents.search.asked import Asked, Searcher, Within, read
from documents.search.finding import NOTHING, Found, Thing, any_of_the_rarer, find, followed_by, with_best_pages
from documents.search.loosening import Offer, offers
from documents.search.referred import referred_to
from documents.search.results import Correction, Group, Results
from documents.search.showing import groups
from documents.search.showing.facets import facets
from documents.search.showing.records import named_group
from documents.search.spelling import Respelling, certain_respellings, respellings, respelt
from documents.search.syntax import QUERY_LIMIT, without_controls

ASKED_AGAIN = 5  # times, each without what was found not to be public; then nothing is found
OFFERS_TAKE = 0.3  # seconds at most, but for the last: a query made to be slow is not made slower
FEW = 10  # pages: where there are no more, a word may be spelt wrongly


def search(
    *,
    query: str,
    committee: Committee | None = None,
    ward: Ward | None = None,
    meeting: int | None = None,
    paper: int | None = None,
    person: Person | None = None,
    date_from: date | None = None,
    date_to: date | None = None,
    kind: str | None = None,
    newest_first: bool = False,
    page: int = 1,
    per_page: int = 10,
) -> Results:
    """The public pages and records that have all the words, "phrases" in one piece and nothing -excluded.

    Pages are grouped by paper. OR, brackets, beginnings*, committee:, ward:, kind:, from: and to: are read too
    (documents.search.syntax, narrowing); what is given here goes before what the query says of the same. Words are
    widened by the clerks' synonyms and the papers' own acronyms; a word that no public page has is corrected.

    `kind` is a Document.Kind or one of documents.search.schema.RECORDS; `meeting` and `paper` are ids. Dates are of
    meetings, both ends included; a paper is within them when one of its meetings is. The best answer is first, or
    with `newest_first` that of the newest meeting. A `page` that is not there is the nearest that is. Never refuses a
    query; what is beyond QUERY_LIMIT characters is not read. Where nothing is found, `offers` say what finds
    something. Raises SearchUnavailable while there is no whole index.
    """
    query = without_controls(query[:QUERY_LIMIT])
    within = Within(committee, ward, meeting, paper, person, date_from, date_to, kind)
    asked = read(query, within)
    if not asked.request.has_words:
        return _results(asked, NOTHING, (), page, per_page)
    searcher = Searcher.now()
    return _answer(searcher, searcher.widened(asked), page, per_page, newest_first=newest_first)


def _answer(searcher: Searcher, asked: Asked, page: int, per_page: int, *, newest_first: bool) -> Results:
    found, shown = _confirmed(searcher, asked, page, per_page, newest_first=newest_first)
    respelling = None if found.has_complete else _certain_respelling(searcher, asked)
    if respelling:
        respelt_asked = searcher.widened(read(respelling.query, asked.within))
        again, shown_again = _confirmed(searcher, respelt_asked, page, per_page, newest_first=newest_first)
        if again.things:
            asked, found, shown = respelt_asked, again, shown_again
        else:
            respelling = None
    results = replace(
        _results(asked, found, shown, page, per_page),
        facets=facets(found.counts, asked.filters),
        corrected=respelling and replace(respelling, pages=found.complete),
    )
    if results.page == 1:
        results = replace(results, named=_named(asked))
    if not found.has_complete:
        results = replace(results, offers=_offers(searcher, asked))
    return replace(results, suggested=_suggestion(searcher, asked)) if results.complete <= FEW else results


def _confirmed(
    searcher: Searcher, asked: Asked, page: int, per_page: int, *, newest_first: bool
) -> tuple[Found, tuple[Group, ...]]:
    """What is found, and the groups of its page as the database has them.

    Where one is not public although no change told of it, it is left out and all is asked again, counts included.
    """
    for _ in range(ASKED_AGAIN):
        found = _found(searcher, asked, page * per_page, newest_first=newest_first)
        number, _page_count = _place(found, page, per_page)
        things = found.things[(number - 1) * per_page : number * per_page]
        if newest_first and found.asking:
            things = tuple(with_best_pages(searcher.index, found.asking, things))
        shown = groups(things, query=asked.query, request=asked.request, filters=asked.filters)
        if len(shown) == len(things):
            return found, _with_those_partly(found, things, shown)
        public = {(group.type, group.id) for group in shown}
        searcher.leave_out(thing for thing in things if (thing.type, thing.id) not in public)
    return NOTHING, ()


def _found(searcher: Searcher, asked: Asked, papers: int, *, newest_first: bool) -> Found:
    """What has all the words; where that is hardly anything, then what has most of them, or else any."""
    asking = searcher.asking(asked)
    found = find(searcher.index, asking, papers=papers, newest_first=newest_first)
    if found.considered > FEW or not asking.enough:
        return found
    rarer = any_of_the_rarer(searcher.index, asking)
    most = replace(asking, least=asking.enough) if asking.enough > 1 or rarer is None else None
    widest = found
    for loosened in (most, rarer):
        if widest.considered <= FEW and loosened:
            wider = find(searcher.index, loosened, papers=papers, newest_first=newest_first)
            widest = wider if wider.considered > widest.considered else widest
    return found if widest is found else followed_by(found, widest)


def _with_those_partly(found: Found, things: Sequence[Thing], shown: tuple[Group, ...]) -> tuple[Group, ...]:
    if found.fully is None:
        return shown
    pairs = zip(shown, things, strict=True)
    return tuple(replace(group, partly=thing.key not in found.whole) for group, thing in pairs)


def _certain_respelling(searcher: Searcher, asked: Asked) -> Correction | None:
    """The query with the words that no public page has spelt otherwise, where they can hardly be others."""
    words = certain_respellings(searcher.index, searcher.asking(asked), asked.query)
    return _of_respelling(asked, words) if words else None


def _suggestion(searcher: Searcher, asked: Asked) -> Correction | None:
    """The same with a word that no page has, or hardly any, to be offered where it finds something."""
    for word in respellings(searcher.index, searcher.asking(asked)):
        suggestion = _of_respelling(asked, [word])
        if pages := searcher.how_many(read(suggestion.query, asked.within)):
            return replace(suggestion, pages=pages)
    return None


def _of_respelling(asked: Asked, words: list[Respelling]) -> Correction:
    query = asked.query
    for word in words:
        query = respelt(query, word)
    typed, used = ", ".join(word.typed for word in words), ", ".join(word.used for word in words)
    return Correction(typed, used, query)


def _offers(searcher: Searcher, asked: Asked) -> tuple[Offer, ...]:
    until = time.monotonic() + OFFERS_TAKE

    def count(query: str, without: tuple[str, ...]) -> int:
        if time.monotonic() > until:
            return 0
        loosened = read(query, asked.within, without=without)
        return searcher.how_many(loosened) if loosened.request.has_words else 0

    request = read(asked.query, asked.within).request  # before it was widened
    return offers(asked.query, request, asked.filters, count)


def _named(asked: Asked) -> tuple[Group, ...]:
    rows = referred_to(asked.query) if asked.within == Within() else []
    return tuple(named_group(row) for row in rows)


def _place(found: Found, page: int, per_page: int) -> tuple[int, int]:
    page_count = max(1, -(-len(found.things) // per_page))
    return min(max(page, 1), page_count), page_count


def _results(asked: Asked, found: Found, shown: tuple[Group, ...], page: int, per_page: int) -> Results:
    number, page_count = _place(found, page, per_page)
    return Results(
        query=asked.query,
        pages=found.counts.pages,
        complete=found.complete,
        papers=len(found.things),
        more_papers=found.counts.pages > found.considered,
        doubt=asked.request.doubt,
        has_words=asked.request.has_words,
        widened=asked.widened,
        page=number,
        page_count=page_count,
        groups=shown,
    )
