"""Finds the interests that members declared: who, of what kind, and in which item."""

import re
from collections.abc import Iterator, Sequence

from documents.structure.minutes.people import people_in
from documents.structure.minutes.sentences import BARE_NAME, MORE_NAMES, NAME, TITLED_NAME, short_sentences_of
from documents.structure.pieces import Piece
from documents.structure.understood import ReadDeclaration

TITLE = re.compile(
    r"\b(?:declarations?|disclosures?|registration|datgan\w*)\b.*\b(?:interests?|fuddiant|buddiant\w*)\b|"
    r"^(?:member.? )?interests\b",
    re.IGNORECASE,
)
DECLARED = re.compile(
    rf"(?P<names>(?:{TITLED_NAME}|(?<![\w ]){NAME}){MORE_NAMES})(?P<between>[^.]{{0,120}}?)"
    r"\b(?:(?:declared|disclosed|registered|declares|advised of|made|gave|"
    r"stated)\b(?:(?!\.\s)[^:]){0,160}?\b(?:interests?|declarations?|statements?)\b|"
    r"(?:advised|informed|stated|reported|noted|declared|disclosed) (?:[^.]{0,40}?)that\b"
    r"[^.]{0,150}?\b(?:he|she|they)\b|"
    r"(?:declared|disclosed)\b)",
    re.DOTALL,
)
INTEREST = re.compile(r"\binterests?\b|\bpredetermin|\bdeclar|\bdisclos", re.IGNORECASE)
NEGATIVE = re.compile(
    r"^\W*(?:none|nil|no\b|there were no|there were none|members were (?:reminded|invited|asked)|"
    r"the chair\w* (?:asked|invited|reminded))",
    re.IGNORECASE,
)
ITEM = re.compile(
    r"\b(?:agenda )?items?(?: (?:no\.?|number))?\s*(?P<item>[A-Z]?\d{1,3}(?:/\d{2,4}|\.\d{1,2}|\s?\([a-z]\)|"
    r"[a-z]\b)?|[A-Z]\d{1,2})\b|"
    r"\bagenda (?P<short>\d{1,2})\b|\bminute (?:no\.? )?(?P<minute>\d{1,4}(?:/\d{2,4})?)\b",
    re.IGNORECASE,
)
CODE = re.compile(r"^(?:minute |item )?(?P<code>[A-Z]{0,4}\d{1,4}(?:/\d{1,4})+)\b", re.IGNORECASE)
LISTED = re.compile(
    rf"^(?P<name>{TITLED_NAME}|{BARE_NAME})(?:\s*\([^)]*\))?\s*(?:[:–—]|\s-\s|"
    rf",\s(?=(?:agenda )?item))\s*(?P<rest>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
NAME_HEAD = re.compile(r"^(?:member|councillor|name|cllr)", re.IGNORECASE)
ITEM_HEAD = re.compile(r"\b(?:item|minute)\b", re.IGNORECASE)


def declarations_in(title: str, pieces: Sequence[Piece]) -> list[ReadDeclaration]:
    """Those in the text of a minute; under the heading for declarations, lists and tables of them too."""
    listed = bool(TITLE.search(title))
    found: list[ReadDeclaration] = []
    for piece in pieces:
        rows = list(_in_table(piece.rows)) if listed and piece.kind == "table" else []
        for declaration in rows or _in_text(piece, listed=listed):
            if declaration not in found:
                found.append(declaration)
    return found


def _in_text(piece: Piece, *, listed: bool) -> Iterator[ReadDeclaration]:
    for sentence in short_sentences_of(piece.text):
        if NEGATIVE.match(sentence) or not (listed or INTEREST.search(sentence)):
            continue
        declared = list(_declared(sentence, listed=listed))
        yield from declared
        if not declared and listed and (match := LISTED.match(piece.text)) and people_in(match["name"]):
            yield from (
                ReadDeclaration(one.name, piece.text, item_in(match["rest"])) for one in people_in(match["name"])
            )
            return


def _declared(sentence: str, *, listed: bool) -> Iterator[ReadDeclaration]:
    match = DECLARED.search(sentence)
    if not match or re.search(r"\b(?:meeting closed|carried|lost|elected|duly)\b", sentence[match.start() :]):
        return
    if not listed and not re.search(r"\binterests?\b", sentence):
        return
    for person in people_in(match["names"]):
        yield ReadDeclaration(person.name, sentence, item_in(sentence))


def item_in(text: str) -> str:
    if code := CODE.match(text):
        return code["code"]
    match = ITEM.search(text)
    return re.sub(r"\s", "", match["item"] or match["short"] or match["minute"]) if match else ""


def _in_table(rows: Sequence[tuple[str, ...]]) -> Iterator[ReadDeclaration]:
    """Rows of member, item and interest, in whatever order their heads say."""
    name = next((place for place, cell in enumerate(rows[0]) if NAME_HEAD.match(cell.strip())), None)
    if name is None:
        return
    item = next((place for place, cell in enumerate(rows[0]) if place != name and ITEM_HEAD.search(cell)), None)
    for row in rows[1:]:
        text = " | ".join(cell.strip() for cell in row if cell.strip())
        cell = row[item].strip() if item is not None else ""
        number = re.match(r"(?:item\s*)?(?:no\.?\s*)?([A-Z]?\d{1,3}[a-z]?)\b", cell, re.IGNORECASE)
        for person in people_in(row[name]):
            yield ReadDeclaration(person.name, text, number[1] if number else item_in(text))
