"""What a search gives back, to pages, feeds and the API alike."""

from dataclasses import dataclass
from datetime import date

from documents.search.doubts import Doubt
from documents.search.loosening import Offer
from documents.search.passages import Fragment
from documents.search.synonyms import Widening


@dataclass(frozen=True, slots=True)
class Hit:
    """A page that answers; of a record, the record itself."""

    number: int | None  # of the page in its paper; None for a record
    label: str  # the number printed on the page, if any
    paragraph: str  # the number of the paragraph the passage stands in, “4.12”; empty where it is in none for certain
    passage: tuple[Fragment, ...]  # of a paper's best page, and of all of them where one paper is searched
    url: str


@dataclass(frozen=True, slots=True)
class Group:
    """A paper with its best pages first, or a record. Facts that it has not are empty."""

    id: int  # of the Document or of the record
    type: str  # documents.search.schema.TYPES
    kind: str  # as the public reads it: “Report”
    title: str
    url: str
    hits: tuple[Hit, ...] = ()
    more_hits: int = 0  # pages that answer beside these
    committee: str = ""
    meeting_date: date | None = None  # or the day of a decision
    meeting_url: str = ""
    item: str = ""  # the agenda item's reference, “B2”; empty where it is at none, or has none
    item_title: str = ""
    partly: bool = False  # has only some of the words

    @property
    def is_paper(self) -> bool:
        return self.type == "page"


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One more thing to narrow by, and the exact number of pages and records that are left then."""

    value: str  # a slug, a year, or a kind
    label: str
    pages: int


@dataclass(frozen=True, slots=True)
class Facet:
    name: str  # “committee”, “year”, “kind” or “ward”
    values: tuple[FacetValue, ...]  # the most first; years newest first


@dataclass(frozen=True, slots=True)
class Correction:
    """Words that are spelt as no public page has them, or that far more pages have otherwise."""

    typed: str
    used: str
    query: str  # with the correction
    pages: int = 0  # that it finds


@dataclass(frozen=True, slots=True)
class Results:
    """Totals are of what the searcher may see, whatever page of results this is."""

    query: str
    pages: int  # that answer: pages of papers, and records
    complete: int  # of them that have all the words, and come first
    papers: int  # how many papers and records they are of
    more_papers: bool  # whether there are more than `papers`, which then counts those of the best pages
    doubt: Doubt | None  # why the query could not be understood, and was read as plain words
    has_words: bool  # whether there was anything to look for
    page: int
    page_count: int
    groups: tuple[Group, ...]
    facets: tuple[Facet, ...] = ()
    named: tuple[Group, ...] = ()  # records that the query names by a reference, above all others
    widened: tuple[Widening, ...] = ()  # what was looked for as well
    corrected: Correction | None = None  # applied: no public page has the word as it was typed
    suggested: Correction | None = None  # only offered
    offers: tuple[Offer, ...] = ()  # where nothing is found: what to leave out to find something
