"""What a search gives back, to pages, feeds and the API alike."""

from dataclasses import dataclass
from datetime import date

from documents.search.doubts import Doubt
from documents.search.loosening import Offer
from documents.search.passages import Fragment


@dataclass(frozen=True, slots=True)
class Hit:
    """A page that answers; of an agenda item, the item itself."""

    number: int | None  # of the page in its paper; None for an item
    label: str  # the number printed on the page, if any
    paragraph: str  # the number of the paragraph the passage stands in, “4.12”; empty where it is in none for certain
    passage: tuple[Fragment, ...]
    url: str


@dataclass(frozen=True, slots=True)
class Group:
    """A paper, or an agenda item without papers, with its best pages first."""

    id: int  # of the Document or the AgendaItem
    is_item: bool
    kind: str  # as the public reads it: “Report”
    title: str
    url: str
    committee: str
    meeting_date: date
    meeting_url: str
    item: str  # the agenda item's reference, “B2”; empty where it is at none, or has none
    item_title: str
    hits: tuple[Hit, ...]
    more_hits: int  # pages that answer beside these


@dataclass(frozen=True, slots=True)
class Results:
    """Totals are of what the searcher may see, whatever page of results this is."""

    query: str
    pages: int  # that answer: pages of papers, and agenda items
    papers: int  # how many papers and items they are of
    more_papers: bool  # whether there are more papers than `papers`, which then counts those of the best pages
    doubt: Doubt | None  # why the query could not be understood, and was read as plain words
    has_words: bool  # whether there was anything to look for
    page: int
    page_count: int
    groups: tuple[Group, ...]
    offers: tuple[Offer, ...] = ()  # where nothing is found: what to leave out to find something
