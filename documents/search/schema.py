"""What the index holds: a unit for each page of a public paper, and for each public record that can be found itself.

Words are kept twice: stemmed, so that "repairs" finds "repairing", and as they stand, for phrases, for words left
out, and so that the very word ranks above its relatives. Pairs of the most frequent words are kept beside them: a
phrase of those alone would be looked for on nearly every page. Change VERSION with anything here: indexes are rebuilt.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

import tantivy
from tantivy import TextAnalyzerBuilder, Tokenizer

from documents.search.acronyms import acronyms_in
from documents.search.references import shorter_references
from documents.search.words import EXACT, STEMMED, folded, joined, rows_of_pairs

VERSION = "3-" + re.sub(r"[^\w.]+", "-", tantivy.__version__)  # names a folder

PAGE, POSITION = "page", "position"
ITEM, DECISION, RECOMMENDATION = "item", "decision", "recommendation"
MEETING, COMMITTEE, PERSON = "meeting", "committee", "person"
TYPES = (PAGE, ITEM, DECISION, RECOMMENDATION, MEETING, COMMITTEE, PERSON)
RECORDS = TYPES[1:]
HEADINGS_COUNT = 2  # how often the words of a heading are counted on top of its place in the text

PAIRED = TextAnalyzerBuilder(Tokenizer.whitespace()).build()


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


def type_and_owner(thing: int) -> tuple[str, int]:
    owner, place = divmod(thing, 16)
    return TYPES[place], owner


def build_schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("type", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("kind", tokenizer_name="raw", index_option="basic", fast=True)
    for name in ("thing", "number"):
        builder.add_unsigned_field(name, indexed=True, fast=True)
    builder.add_unsigned_field("newest", fast=True)
    for name in ("document", "person", "meeting"):
        builder.add_unsigned_field(name, indexed=True, fast=name == "document")
    for name in ("committee", "ward", "day", "sitting"):  # one value for each
        builder.add_unsigned_field(name, indexed=True, fast=True)
    # For counts: of a thing with one sitting its committee and year, of others all their sittings in one text
    for name in ("only_committee", "year"):
        builder.add_unsigned_field(name, fast=True)
    builder.add_text_field("sittings", tokenizer_name="raw", index_option="basic", fast=True)
    for name in ("title", "text"):
        builder.add_text_field(name, tokenizer_name="stemmed", index_option="freq")
        builder.add_text_field(f"{name}_exact", tokenizer_name="exact", index_option="position")
    builder.add_text_field("pairs", tokenizer_name="paired", index_option="position")
    for name in ("name", "acronym"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("position", stored=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


def register_analyzers(index: tantivy.Index) -> None:
    index.register_tokenizer("stemmed", STEMMED)
    index.register_tokenizer("exact", EXACT)
    index.register_tokenizer("paired", PAIRED)


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
    _add_words(document, unit)
    _add_sittings(document, unit.sittings)
    return document


def _add_words(document: tantivy.Document, unit: Unit) -> None:
    text = joined(unit.text)
    for name, words in (("title", map(joined, unit.titles)), ("text", (text, *shorter_references(text)))):
        _add_both(document, name, words)
    document.add_text("pairs", rows_of_pairs(text))
    for heading in unit.headings * HEADINGS_COUNT:
        document.add_text("text", joined(heading))
    for name in unit.names:
        document.add_text("name", folded(name))
    for acronym in acronyms_in(unit.text):
        for term in acronym.terms:
            document.add_text("acronym", term)


def _add_both(document: tantivy.Document, name: str, texts: Iterable[str]) -> None:
    for text in texts:
        document.add_text(name, text)
        document.add_text(f"{name}_exact", text)


def _add_sittings(document: tantivy.Document, sittings: tuple[Sitting, ...]) -> None:
    for committee in {sitting.committee for sitting in sittings if sitting.committee}:
        document.add_unsigned("committee", committee)
    for sitting in sittings:
        if sitting.meeting:
            document.add_unsigned("meeting", sitting.meeting)
        document.add_unsigned("day", sitting.day.toordinal())
        document.add_unsigned("sitting", sitting.key)
    document.add_unsigned("newest", max((sitting.day.toordinal() for sitting in sittings), default=0))
    if len(sittings) == 1:
        if sittings[0].committee:
            document.add_unsigned("only_committee", sittings[0].committee)
        document.add_unsigned("year", sittings[0].day.year)
    elif sittings:
        document.add_text("sittings", " ".join(str(sitting.key) for sitting in sorted(sittings, key=_by_key)))


def _by_key(sitting: Sitting) -> int:
    return sitting.key
