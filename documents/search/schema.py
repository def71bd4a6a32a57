"""What the index holds: a unit for each page of a paper, and for each agenda item that has no papers.

Words are kept twice: stemmed, so that "repairs" finds "repairing", and as they stand, for phrases, for words left
out, and so that the very word ranks above its relatives. Change VERSION with anything here: indexes are rebuilt then.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

import tantivy
from tantivy import Filter, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

VERSION = f"1-tantivy-{tantivy.__version__}"

# A word, with any apostrophes inside it: the English stemmer takes "council's" to "council".
WORD = r"\w+(?:['’]\w+)*"

PAGE, ITEM, POSITION = "page", "item", "position"


def _analyzer(*, stemmed: bool) -> TextAnalyzer:
    builder = TextAnalyzerBuilder(Tokenizer.regex(WORD)).filter(Filter.lowercase()).filter(Filter.ascii_fold())
    return (builder.filter(Filter.stemmer("english")) if stemmed else builder).build()


STEMMED = _analyzer(stemmed=True)
EXACT = _analyzer(stemmed=False)


def composed(text: str) -> str:
    """Accents joined to their letters, as both the index and the passages want them."""
    return unicodedata.normalize("NFC", text)


@dataclass(frozen=True, slots=True)
class Sitting:
    """A meeting where the thing is taken."""

    meeting: int
    committee: int
    day: date

    @property
    def key(self) -> int:
        """Committee and day in one ordered number, so that both filters hold of the same meeting."""
        return sitting_key(self.committee, self.day)


def sitting_key(committee: int, day: date) -> int:
    return committee * 10_000_000 + day.toordinal()


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing that can be found."""

    type: str  # PAGE or ITEM
    owner: int  # the id of the document or of the item
    kind: str  # a Document.Kind, or ITEM
    number: int  # of the page in its paper, from 1; 1 for an item
    titles: tuple[str, ...]
    text: str
    sittings: tuple[Sitting, ...] = field(default=())


def build_schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for name in ("type", "kind"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in ("document", "item", "number", "newest"):
        builder.add_unsigned_field(name, indexed=True, fast=True)
    for name in ("meeting", "committee", "day", "sitting"):  # one value for each sitting
        builder.add_unsigned_field(name, indexed=True, fast=True)
    for name in ("title", "text"):
        builder.add_text_field(name, tokenizer_name="stemmed", index_option="freq")
        builder.add_text_field(f"{name}_exact", tokenizer_name="exact", index_option="position")
    builder.add_text_field("position", stored=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


def register_analyzers(index: tantivy.Index) -> None:
    index.register_tokenizer("stemmed", STEMMED)
    index.register_tokenizer("exact", EXACT)


def index_document(unit: Unit) -> tantivy.Document:
    document = tantivy.Document()
    document.add_text("type", unit.type)
    document.add_text("kind", unit.kind)
    document.add_unsigned("document" if unit.type == PAGE else "item", unit.owner)
    document.add_unsigned("number", unit.number)
    _add_words(document, "title", unit.titles)
    _add_words(document, "text", (unit.text,))
    _add_sittings(document, unit.sittings)
    return document


def _add_words(document: tantivy.Document, name: str, texts: Iterable[str]) -> None:
    for text in texts:
        document.add_text(name, composed(text))
        document.add_text(f"{name}_exact", composed(text))


def _add_sittings(document: tantivy.Document, sittings: tuple[Sitting, ...]) -> None:
    for sitting in sittings:
        document.add_unsigned("meeting", sitting.meeting)
        document.add_unsigned("committee", sitting.committee)
        document.add_unsigned("day", sitting.day.toordinal())
        document.add_unsigned("sitting", sitting.key)
    document.add_unsigned("newest", max((sitting.day.toordinal() for sitting in sittings), default=0))
