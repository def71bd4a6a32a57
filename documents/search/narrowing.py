"""committee:, ward:, kind:, from: and to: within the words of a query: what the filter form asks, typed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from documents.models import Document
from documents.search.days import first_and_last
from documents.search.doubts import Doubt, NotUnderstood
from documents.search.schema import RECORDS

# The value follows at once, so that a pasted “From: the Clerk” is words. A day may have spaces: from:6 May 2025
FIELD = re.compile(
    r'(?<![^\s(])(?P<name>committee|ward|kind|from|to):(?:"(?P<quoted>[^"]*)"|(?P<word>[^\s"()]+))', re.I
)
MORE_WORDS = re.compile(r"(?: +[^\s\"():]+){1,2}")
OTHER_NAMES = {
    "agenda": Document.Kind.FRONT_SHEET.value,
    "agenda item": "item",
    "councillor": "person",
    "people": "person",
    **{record: record for record in RECORDS},
}
KINDS = {name.rstrip("s"): kind.value for kind in Document.Kind for name in (kind.label.lower(), kind.value)}


@dataclass(frozen=True, slots=True)
class Narrowing:
    committee: str = ""  # as typed; whether there is one is for the database to say
    ward: str = ""  # likewise
    kind: str = ""  # a Document.Kind, or one of RECORDS
    first_day: date | None = None
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    value: str
    start: int
    end: int


def fields(text: str) -> Iterator[Field]:
    """In their order. Raises NotUnderstood for a day that is none."""
    at = 0
    while match := FIELD.search(text, at):
        name, at = match["name"].lower(), match.end()
        value = match["word"] if match["quoted"] is None else match["quoted"]
        if name in ("from", "to") and match["word"]:
            value, at = _longest_day(text, value, at)
        yield Field(name, value, match.start(), at)


def _longest_day(text: str, word: str, end: int) -> tuple[str, int]:
    more = MORE_WORDS.match(text, end)
    words = more[0] if more else ""
    while words:
        if first_and_last(word + words):
            return word + words, end + len(words)
        words = words[: words.rstrip().rfind(" ")].rstrip() if words.strip().count(" ") else ""
    return word, end


def read_narrowing(text: str) -> tuple[Narrowing, str]:
    """What narrows, and the text without it; of two of a name the last. Raises NotUnderstood."""
    found: dict[str, str] = {}
    kept, at = "", 0
    for field in fields(text):
        found[field.name] = field.value
        kept, at = f"{kept}{text[at : field.start]} ", field.end
    first, last = _day(found, "from"), _day(found, "to")
    if first and last and last[1] < first[0]:
        raise NotUnderstood(Doubt.DAY)
    narrowing = Narrowing(
        committee=_named(found, "committee", Doubt.COMMITTEE),
        ward=_named(found, "ward", Doubt.WARD),
        kind=_kind(found),
        first_day=first and first[0],
        last_day=last and last[1],
    )
    return narrowing, kept + text[at:]


def without_field(text: str, names: tuple[str, ...]) -> str:
    """The text with what it says of these taken out."""
    for field in reversed(list(fields(text))):
        if field.name in names:
            text = f"{text[: field.start]} {text[field.end :]}"
    return " ".join(text.split())


def _named(found: dict[str, str], name: str, doubt: Doubt) -> str:
    value = found.get(name, "").strip()
    if name in found and not value:
        raise NotUnderstood(doubt)
    return value


def _kind(found: dict[str, str]) -> str:
    if "kind" not in found:
        return ""
    name = re.sub(r"[\s_-]+", " ", found["kind"]).strip().lower().rstrip("s")
    kind = OTHER_NAMES.get(name) or KINDS.get(name) or KINDS.get(name.replace(" ", "_"))
    if kind is None:
        raise NotUnderstood(Doubt.KIND)
    return kind


def _day(found: dict[str, str], name: str) -> tuple[date, date] | None:
    if name not in found:
        return None
    days = first_and_last(found[name])
    if days is None:
        raise NotUnderstood(Doubt.DAY)
    return days
