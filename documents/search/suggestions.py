"""What a reader may be typing: names of bodies, titles of papers, and words. Each finds something at this moment."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlencode

from django.db.models import Q
from django.urls import reverse
from tantivy import Occur, Query

from committees.models import Committee, Person, Ward
from documents.models import Document
from documents.search.asked import Searcher, Within, read
from documents.search.finding import how_many
from documents.search.index import SearchUnavailable, damage_reported
from documents.search.schema import PAGE, owner_of
from documents.search.syntax import typed
from documents.search.words import FREQUENT, exact_words, stem

FEWEST_LETTERS = 3  # of the query, and of the word that is being typed
NAMES = 3  # of each kind of body
TITLES = 3
COMPLETED = 12  # words looked at, the most frequent first
WORDS = 5
WORDS_LIMIT = 6  # in a query that is completed


@dataclass(frozen=True, slots=True)
class Suggestion:
    text: str
    kind: str  # “words”, “committee”, “person”, “ward” or “paper”
    url: str


def suggest(words: str, limit: int = 8) -> tuple[Suggestion, ...]:
    """Names first, then the words completed, then titles. None for fewer than three letters, or without an index."""
    words = " ".join(typed(words).split())
    asked = exact_words(words)
    if len(words) < FEWEST_LETTERS or not asked or len(asked) > WORDS_LIMIT:
        return ()
    try:
        searcher = Searcher.now()
        found = (*_names(asked), *_completed(searcher, words, asked), *_titles(searcher, asked))
    except SearchUnavailable:
        return ()
    return tuple(islice(dict.fromkeys(found), limit))


def _names(asked: tuple[str, ...]) -> Iterator[Suggestion]:
    rows: tuple[tuple[str, Iterable[Committee | Person | Ward]], ...] = (
        ("committee", Committee.objects.public().filter(_has(asked))[:NAMES]),
        ("person", Person.objects.public().filter(_has(asked))[:NAMES]),
        ("ward", Ward.objects.filter(_has(asked))[:NAMES]),
    )
    for kind, bodies in rows:
        for body in bodies:
            yield Suggestion(str(body), kind, body.get_absolute_url())


def _has(asked: tuple[str, ...]) -> Q:
    """Names with a word that begins with each of these."""
    wanted = Q()
    for word in asked:
        wanted &= Q(name__istartswith=word) | Q(name__icontains=f" {word}")
    return wanted


def _completed(searcher: Searcher, words: str, asked: tuple[str, ...]) -> Iterator[Suggestion]:
    """The last word completed, where pages that may be found have all the words."""
    last = asked[-1]
    if len(last) < FEWEST_LETTERS or not words.lower().endswith(last):
        return
    with damage_reported(searcher.index.name):
        # Words that only hidden pages have would take the place of others
        shown = searcher.asking(read("", Within())).allowed() if searcher.pending else None
        terms = searcher.index.searcher.terms_with_prefix("text_exact", last, filter_query=shown, limit=COMPLETED)
    forms: dict[str, str] = {}
    for term in (term for term, _ in terms if term.isalpha()):
        forms.setdefault(stem(term), term)  # of each word its most frequent form
    queries = {term: f"{words[: len(words) - len(last)]}{term}".lower() for term in forms.values()}
    found = (query for term, query in queries.items() if _finds(searcher, query, term))
    for query in islice(found, WORDS):
        yield Suggestion(query, "words", f"{reverse('search')}?{urlencode({'q': query})}")


def _finds(searcher: Searcher, query: str, term: str) -> bool:
    """Whether a page that it finds has the very word: by its stem, or with a minus before it, no page need have it."""
    asked = read(query, Within())
    return asked.request.has_words and how_many(searcher.index, searcher.asking(asked), bearing=term) > 0


def _titles(searcher: Searcher, asked: tuple[str, ...]) -> Iterator[Suggestion]:
    """Public papers whose titles have the words, the last perhaps begun; not for a word that is on every agenda."""
    if len(asked[-1]) < FEWEST_LETTERS or (len(asked) == 1 and asked[0] in FREQUENT):
        return
    schema = searcher.index.schema
    words = [Query.term_query(schema, "title_exact", word) for word in asked[:-1]]
    beginning = Query.phrase_prefix_query(schema, "title_exact", [asked[-1]])
    first_pages = Query.term_query(schema, "number", 1), Query.term_query(schema, "type", PAGE)
    allowed = searcher.asking(read("", Within())).allowed_anywhere()
    query = Query.boolean_query([(Occur.Must, part) for part in (*words, beginning, *first_pages)] + allowed)
    with damage_reported(searcher.index.name):
        hits = searcher.index.searcher.search(query, TITLES, count=False, order_by_field="newest").hits
        things = searcher.index.searcher.fast_field_values("thing", [address for _, address in hits])
    ids = [owner_of(int(thing)) for thing in things if thing is not None]
    rows = Document.objects.public().in_bulk(ids)
    for document in (rows[id_] for id_ in ids if id_ in rows):
        yield Suggestion(document.title, "paper", document.get_absolute_url())
