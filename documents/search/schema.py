"""What the index holds: a unit for each page of a public paper, and for each public record that can be found itself.

Words are kept twice: stemmed, so that "repairs" finds "repairing", and as they stand, for phrases, for words left
out, and so that the very word ranks above its relatives. Rows of the most frequent words are kept beside them: a
phrase of those alone would be looked for on nearly every page. Change VERSION with anything here: indexes are rebuilt.
"""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from datetime import date

import tantivy
from tantivy import TextAnalyzerBuilder, Tokenizer

from documents.search.acronyms import acronyms_in
from documents.search.references import shorter_references
from documents.search.words import EXACT, STEMMED, folded, joined, rows_of_frequent

VERSION = "4-" + re.sub(r"[^\w.]+", "-", tantivy.__version__)  # names a folder

PAGE, POSITION = "page", "position"
ITEM, DECISION, RECOMMENDATION = "item", "decision", "recommendation"
MEETING, COMMITTEE, PERSON = "meeting", "committee", "person"
TYPES = (PAGE, ITEM, DECISION, RECOMMENDATION, MEETING, COMMITTEE, PERSON)
RECORDS = TYPES[1:]
TITLES_COUNT = 2  # how often the words of a title are counted where they are in one with the text
HEADINGS_COUNT = 2  # how often the words of a heading are counted on top of its place in the text

ROWS = TextAnalyzerBuilder(Tokenizer.whitespace()).build()


@dataclass(frozen=True, slots=True)
class Sitting:
    """Where and when a thing was taken or decided; a committee or a meeting of 0 is none."""

    meeting: int
    committee: int
    day: date

    @property
    def key(self) -> int:
        """Committee and day in one ordered number, so that both filters hold of the same meeting."""
        return sitting_key(self.committee, self.day)


DAYS = 10_000_000  # more than there are


def sitting_key(committee: int, day: date) -> int:
    return committee * DAYS + day.toordinal()


def committee_and_day(key: int) -> tuple[int, date]:
    committee, day = divmod(key, DAYS)
    return committee, date.fromordinal(day)


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing that can be found: a page of a paper, or a record."""

    type: str  # of TYPES
    owner: int  # the id of the document, or of the record
    kind: str  # a Document.Kind, or the type of the record
    titles: tuple[str, ...]
    text: str
    number: int = 1  # of the page in its paper
    headings: tuple[str, ...] = ()
    names: tuple[str, ...] = ()  # by which it goes straight to the top
    sittings: tuple[Sitting, ...] = field(default=())
    wards: tuple[int, ...] = ()
    document: int | None = None  # the paper without which it is not public
    person: int | None = None


def thing_key(type_: str, owner: int) -> int:
    """One number for a paper or a record, by which its units are grouped and removed."""
    return owner * 16 + TYPES.index(type_)


def type_of(thing: int) -> str:
    return TYPES[thing % 16]


def owner_of(thing: int) -> int:
    return thing // 16


def build_schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("type", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("kind", tokenizer_name="raw", index_option="basic", fast=True)
    for name in ("thing", "number"):
        builder.add_unsigned_field(name, indexed=True, fast=True)
    builder.add_unsigned_field("newest", fast=True)
    for name in ("document", "person", "meeting"):
        builder.add_unsigned_field(name, indexed=True, fast=name == "document")
    for name in ("committee", "ward", "day", "year", "sitting"):  # one value for each
        builder.add_unsigned_field(name, indexed=True, fast=True)
    # For counts, one value in all: to count a field of several takes ten times as long
    for name in ("kind_and_wards", "sittings"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    for name in ("title", "text"):
        builder.add_text_field(name, tokenizer_name="stemmed", index_option="freq")
        builder.add_text_field(f"{name}_exact", tokenizer_name="exact", index_option="position")
    # Text and title in one, so that several words are sought in a field each, and not in two
    builder.add_text_field("anywhere", tokenizer_name="stemmed", index_option="freq")
    builder.add_text_field("rows", tokenizer_name="rows", index_option="freq")
    for name in ("name", "acronym"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("position", stored=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


def register_analyzers(index: tantivy.Index) -> None:
    index.register_tokenizer("stemmed", STEMMED)
    index.register_tokenizer("exact", EXACT)
    index.register_tokenizer("rows", ROWS)


def index_document(unit: Unit) -> tantivy.Document:
    document = tantivy.Document()
    document.add_text("type", unit.type)
    document.add_text("kind", unit.kind)
    document.add_unsigned("thing", thing_key(unit.type, unit.owner))
    document.add_unsigned("number", unit.number)
    if unit.document is not None:
        document.add_unsigned("document", unit.document)
    if unit.person is not None:
        document.add_unsigned("person", unit.person)
    for ward in unit.wards:
        document.add_unsigned("ward", ward)
    document.add_text("kind_and_wards", " ".join((unit.kind, *map(str, sorted(set(unit.wards))))))
    _add_words(document, unit)
    _add_sittings(document, unit.sittings)
    return document


def _add_words(document: tantivy.Document, unit: Unit) -> None:
    text, titles = joined(unit.text), [joined(title) for title in unit.titles]
    texts = [text, *shorter_references(text)]
    headings = [joined(heading) for heading in unit.headings * HEADINGS_COUNT]
    for name, words in (("title", titles), ("text", texts)):
        _add(document, f"{name}_exact", words)
    _add(document, "title", titles)
    _add(document, "text", texts + headings)
    _add(document, "anywhere", texts + headings + titles * TITLES_COUNT)
    document.add_text("rows", rows_of_frequent(text))
    for name in unit.names:
        document.add_text("name", folded(name))
    for acronym in acronyms_in(unit.text):
        for term in acronym.terms:
            document.add_text("acronym", term)


def _add(document: tantivy.Document, name: str, texts: Iterable[str]) -> None:
    for text in texts:
        document.add_text(name, text)


def _add_sittings(document: tantivy.Document, sittings: tuple[Sitting, ...]) -> None:
    for committee in {sitting.committee for sitting in sittings if sitting.committee}:
        document.add_unsigned("committee", committee)
    for year in {sitting.day.year for sitting in sittings}:
        document.add_unsigned("year", year)
    for sitting in sittings:
        if sitting.meeting:
            document.add_unsigned("meeting", sitting.meeting)
        document.add_unsigned("day", sitting.day.toordinal())
        document.add_unsigned("sitting", sitting.key)
    document.add_unsigned("newest", max((sitting.day.toordinal() for sitting in sittings), default=0))
    if sittings:
        document.add_text("sittings", sittings_term(sittings))


def sittings_term(sittings: Collection[Sitting]) -> str:
    """For counts: of one its committee and year, which many things share, and of several their keys."""
    if len(sittings) == 1:
        (sitting,) = sittings
        return f"{sitting.committee}/{sitting.day.year}"
    return " ".join(str(key) for key in sorted(sitting.key for sitting in sittings))


def committees_and_years(term: str, take: Callable[[int, date], bool]) -> tuple[set[int], set[int]]:
    """Those of the sittings of a term that are taken; of one alone they are, or its thing would not be found."""
    if "/" in term:
        committee, _, year = term.partition("/")
        return {int(committee)} - {0}, {int(year)}
    sittings = [sitting for sitting in map(committee_and_day, map(int, term.split())) if take(*sitting)]
    return {committee for committee, _ in sittings} - {0}, {day.year for _, day in sittings}
