"""Words that are spelt as hardly any public page has them, and what they may have been meant to be."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from string import ascii_lowercase

from rapidfuzz.distance import OSA  # optimal string alignment: letters put in, left out, altered or changed over
from tantivy import Occur, Query

from documents.search.index import Snapshot
from documents.search.narrowing import fields
from documents.search.query import Asking
from documents.search.syntax import Clause
from documents.search.words import composed, stem, words_of

SHORT = 5  # letters of a word that is spelt wrongly by one of them at most
SHORTEST = 4  # letters: of shorter words nearly any is near another
LOOKED_AT = 5  # words of a query
NEAR_TERMS = 5000  # the most frequent of those that begin alike
OTHERWISE_TERMS = 300  # the most frequent of each other beginning
TRIED = 3  # nearest words, until one is on a page that may be found
PART = 3  # letters of each of two words that are written as one, at least
RARE = 5  # pages at most that have a word for which another is offered
FAR_MORE = 20  # times as many have the other


@dataclass(frozen=True, slots=True)
class Respelling:
    typed: str  # as the index has it
    used: str
    is_certain: bool  # no page that may be found has the word as it was typed, and it can hardly be another


def respellings(index: Snapshot, asking: Asking) -> Iterator[Respelling]:
    """For each word asked for that no page, or hardly any, has; what stands in its place is on some."""
    words = [clause for clause in asking.request.asked if _may_be_misspelt(clause)]
    for clause in words[:LOOKED_AT]:
        word = clause.exact[0]
        pages = _pages_with(index, asking, "text", "title", word=clause.stems[0], at_most=RARE + 1)
        if pages > RARE:
            continue
        if not pages and (apart := _apart(index, asking, word)):
            yield Respelling(word, apart, is_certain=True)
            continue
        enough = max(FAR_MORE * pages, 1)
        for other, distance in _nearest(index, word, least=enough)[:TRIED]:
            others = _pages_with(index, asking, "text_exact", "title_exact", word=other, at_most=enough)
            if others == enough and (not pages or distance == 1):
                yield Respelling(word, other, is_certain=not pages and _is_certain(word, other, distance))
                break


def certain_respellings(index: Snapshot, asking: Asking, query: str) -> list[Respelling]:
    """What may stand in the place of what was typed without asking. What was typed in capitals is kept: “NEET”."""
    query = composed(query)
    names = {word.exact for word in words_of(query) if query[word.start : word.end].isupper()}
    return [word for word in respellings(index, asking) if word.is_certain and word.typed not in names]


def respelt(query: str, respelling: Respelling) -> str:
    """The query with the other word; what narrows it stays as it is."""
    query = composed(query)
    kept = [range(field.start, field.end) for field in fields(query)]
    for word in reversed(words_of(query)):
        if word.exact == respelling.typed and not any(word.start in span for span in kept):
            query = f"{query[: word.start]}{respelling.used}{query[word.end :]}"
    return query


def _is_certain(word: str, other: str, distance: int) -> bool:
    """Whether it was meant, and not merely offered.

    Of a short word the papers may just have none any more: “neet”, which is no “need”. It goes by the word alone, and
    never by what is kept of papers that are not public: what is corrected would tell what they say.
    """
    return len(word) > SHORTEST and (distance == 1 or word[0] == other[0])


def _may_be_misspelt(clause: Clause) -> bool:
    word = clause.exact[0]
    return clause.is_word and not clause.is_common and len(word) >= SHORTEST and word.isalpha()


def _pages_with(index: Snapshot, asking: Asking, *names: str, word: str, at_most: int) -> int:
    """In any of these fields; most words have enough pages in the first alone, which is quicker to find out."""
    by_name = [Query.term_query(index.schema, name, word) for name in names]
    if (first := _how_many(index, asking, by_name[0], at_most=at_most)) == at_most:
        return first
    return _how_many(index, asking, Query.boolean_query([(Occur.Should, one) for one in by_name]), at_most=at_most)


def _how_many(index: Snapshot, asking: Asking, query: Query, *, at_most: int = 1) -> int:
    """Looked for no further than told: most words are on far more pages."""
    left_out = asking.allowed_anywhere()
    allowed = Query.boolean_query([(Occur.Must, query), *left_out]) if left_out else query
    return len(index.searcher.search(allowed, at_most, count=False).hits)


def _apart(index: Snapshot, asking: Asking, word: str) -> str | None:
    """The two words that this one may be, where a page has them side by side: “carpark”."""
    for place in range(PART, len(word) - PART + 1):
        parts = [word[:place], word[place:]]
        if all(index.searcher.doc_freq("text_exact", part) for part in parts):
            query = Query.phrase_query(index.schema, "text_exact", parts)
            if _how_many(index, asking, query):
                return " ".join(parts)
    return None


def _nearest(index: Snapshot, word: str, *, least: int) -> list[tuple[str, int]]:
    """Words of the papers, on so many pages at least, with their distance, nearest first, then most frequent.

    Never another form of the word. One that is two letters off is looked for only where none is nearer, in a longer
    word, and among those that begin alike; then among those of another first letter.
    """
    near = [(other, 1) for other in _by_pages(_one_letter_off(index, word), word, least)]
    if near or len(word) <= SHORT:
        return near
    for beginnings, limit in ((_alike(word), NEAR_TERMS), (_otherwise(word), OTHERWISE_TERMS)):
        found = _beginning_with(index, beginnings, limit)
        far = {other: pages for other, pages in found.items() if _is_two_letters_off(word, other)}
        if others := _by_pages(far, word, least):
            return [(other, 2) for other in others]
    return []


def _is_two_letters_off(word: str, other: str) -> bool:
    return OSA.distance(word, other, score_cutoff=2) == 2 and other.isalpha()


def _alike(word: str) -> set[str]:
    return {word[:2], word[1::-1]}


def _otherwise(word: str) -> set[str]:
    """Where the first letter is another, or one too many, or was left out, and the two after it are right.

    With one letter after it these would be a tenth of the vocabulary: two thirds of the time of such a search.
    """
    return {word[1:4], *(letter + after for letter in ascii_lowercase for after in (word[1:3], word[:2]))}


def _by_pages(found: Mapping[str, int], word: str, least: int) -> list[str]:
    """The most frequent first."""
    others = [other for other, pages in found.items() if pages >= max(least, 1) and stem(other) != stem(word)]
    return sorted(others, key=lambda other: (-found[other], other))


def _one_letter_off(index: Snapshot, word: str) -> dict[str, int]:
    """Whatever can be made of a word by one change, with its pages: asked one by one, for no list is short enough."""
    halves = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    left_out = {first + second[1:] for first, second in halves if second}
    changed_over = {first + second[1] + second[0] + second[2:] for first, second in halves if len(second) > 1}
    altered = {first + letter + second[1:] for first, second in halves if second for letter in ascii_lowercase}
    put_in = {first + letter + second for first, second in halves for letter in ascii_lowercase}
    others = (left_out | changed_over | altered | put_in) - {word}
    for name in ("text_exact", "title_exact"):  # a title's words are in a text too, nearly always
        found = {other: pages for other in others if (pages := index.searcher.doc_freq(name, other))}
        if found:
            return found
    return {}


def _beginning_with(index: Snapshot, beginnings: set[str], limit: int) -> Counter[str]:
    found: Counter[str] = Counter()
    for beginning in beginnings:
        for name in ("text_exact", "title_exact"):
            found.update(dict(index.searcher.terms_with_prefix(name, beginning, limit=limit)))
    return found
