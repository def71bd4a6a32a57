"""Finds how a vote went, and who cast which where the minutes name them."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from documents.structure.minutes.people import people_in
from documents.structure.minutes.sentences import short_sentences_of
from documents.structure.pieces import Piece
from documents.structure.understood import ReadVote

Cast = Literal["for", "against", "abstained"]

CASTS: tuple[tuple[Cast, str], ...] = (
    ("against", r"against|contrary|noes?|not in favour|voting against|nays?|yn erbyn"),
    ("abstained", r"abstain(?:ed|ing)?|abstentions?|abstention|not voting|did not vote|ymatal(?:iadau)?"),
    ("for", r"for|in favour|ayes?|in support|o blaid"),
)
LABEL = re.compile(
    r"(?:^|(?<=[.;,)\]])\s+|(?<=[\s(]))(?:(?:those |members |councillors )*(?:voting|voted|votes?)\s+)?(?:"
    + "|".join(f"(?P<{cast}>{words})" for cast, words in CASTS)
    + r")(?: (?:the )?(?P<what>motion|amendment|recommendations?|proposal|resolution|application))?\s*"
    r"(?:[(\[]?\s*\d{1,3}\s*(?:votes?|members?)?\s*[)\]]?)?\s*(?:[:–—]|\s-\s|"
    r"-(?=\s))\s*(?:\(?\d{1,3}\)?\s*[:–—-]?\s*)?(?!\d)",
    re.IGNORECASE,
)
NARRATED = re.compile(
    r"^(?P<names>(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Miss)\b[^.]{3,400}?)\s+(?:voted (?P<way>in favour|for|against)|"
    r"(?P<abstained>abstained)(?: from voting)?|asked that (?:it be recorded|their|his|"
    r"her).{0,40}(?P<recorded>against|abstain))",
)
MARKS = re.compile(r"^(?:x|✓|✔|√|yes|y|1|•|for|against|abstain(?:ed)?)$", re.IGNORECASE)
RESULT = re.compile(
    r"(?:\b(?:NOT )?(?:CARRIED|LOST|FELL)\b|(?:(?<=was )|(?<=were )|(?<=be )|(?<=and )|(?<=declared )|"
    r"(?<=motion )|(?<=duly )|"
    r"(?<=vote )|^)(?:not )?(?:carried|Carried|lost|fell|defeated)\b(?! out| forward| over|"
    r" by the (?!casting)))(?:\s*,?\s*[(\[]?\b(?:unanimously|UNANIMOUSLY|nem\.? con\.?)[)\]]?)?"
    r"(?:\s*,?\s*(?:by|with)\s+\d[^.;]{0,80}|\s*[(\[][^()\[\]]{0,120}\d[^()\[\]]{0,120}[)\]])?"
)
COUNTED = re.compile(r"\b(?:votes?|voted|voting|against|abst\w+|majority)\b", re.IGNORECASE)
COUNT = re.compile(
    r"\bby (?:a majority of )?\d{1,3} votes? to \d{1,3}\b[^.]{0,40}|"
    r"^\W*for the (?:motion|amendment|proposal)\s*[:–-]\s*\d{1,3}(?: votes?)?$|"
    r"\b\d{1,3}\s+(?:votes?\s+|members?\s+|councillors?\s+)?(?:voting |voted |cast )?(?:for|in favour|FOR|"
    r"IN FAVOUR|against)\b[^.()\[\]]{0,120}|"
    r"\b(?:For|FOR|In favour)\s*[:–-]?\s*\d{1,3}\b[^.()\[\]]{0,10}?[;,]?\s*(?:Against|AGAINST)\s*[:–-]?\s*\d{1,3}"
    r"(?:[;,]?\s*(?:and\s+)?Abst\w+\s*[:–-]?\s*\d{1,3})?",
    re.IGNORECASE,
)
UNANIMOUS = re.compile(
    r"\b(?:unanimously|nem\.? ?con\.?|all in favour|by general (?:assent|consent)|by (?:a )?show of hands|"
    r"unanimous(?: vote)?)\b",
    re.IGNORECASE,
)
PUT = re.compile(
    r"\b(?:vote[ds]?|voting|motion|amendment|seconded|resolved|recommendations?|proposal|resolution)\b", re.IGNORECASE
)
CAST = re.compile(r"\b(?:vote[ds]?|voting|seconded|resolved|carried|agreed|approved|RESOLVED|AGREED|APPROVED)\b")
HEADS = re.compile(r"^(?:councillors?|members?|name|cllrs?)?\W*$", re.IGNORECASE)


def votes_in(pieces: Sequence[Piece]) -> list[ReadVote]:
    """Each named vote, once; from lists, sentences and tables."""
    found: list[ReadVote] = []
    cast: Cast | None = None
    divided = _is_division(pieces)
    for piece in pieces:
        if piece.kind == "table":
            found.extend(_in_table(piece.rows))
            cast = None
            continue
        votes, cast = _in_line(piece, cast, divided=divided)
        found.extend(votes)
    return _without_contradiction(list(dict.fromkeys(found)))


def _without_contradiction(votes: list[ReadVote]) -> list[ReadVote]:
    """The votes; where a member cast several differently there were several votes, and only the last of each counts."""
    last = {vote.name: vote for vote in votes}
    return [vote for vote in votes if last[vote.name] == vote]


def _in_line(piece: Piece, cast: Cast | None, *, divided: bool) -> tuple[list[ReadVote], Cast | None]:
    """The votes of a line; a label that stands alone counts for the names below it."""
    text = piece.line if not piece.label or piece.kind == "item" else piece.text
    alone = next(
        (
            one
            for one, words in CASTS
            if re.fullmatch(rf"(?:voting |votes? |voted )?(?:{words})\b[\s:(\[\d)\]–-]*", text.strip(), re.I)
        ),
        None,
    )
    if alone:
        return [], alone
    labels = list(LABEL.finditer(text))
    edges = [*(label.start() for label in labels), len(text)]
    votes = [
        vote
        for number, label in enumerate(labels)
        for vote in _named(text[label.end() : edges[number + 1]], _cast(label, divided=divided))
    ]
    if votes:
        return votes, None
    if narrated := list(_narrated(text)):
        return narrated, None
    listed = _named(text, cast) if cast else []
    return listed, cast if listed else None


def _is_division(pieces: Sequence[Piece]) -> bool:
    """Whether members voted for the motion or for an amendment to it, so that one is against the other."""
    labels = [label for piece in pieces for label in LABEL.finditer(piece.text)]
    for_what = {(label["what"] or "").lower() for label in labels if label["for"]}
    return {"motion", "amendment"} <= for_what and not any(label["against"] for label in labels)


def _cast(match: re.Match[str], *, divided: bool) -> Cast:
    cast: Cast = next(cast for cast, _words in CASTS if match[cast])
    return "against" if divided and cast == "for" and (match["what"] or "").lower() == "amendment" else cast


def _named(text: str, cast: Cast) -> list[ReadVote]:
    text = text.strip(" .;:")
    text = text if text.count("(") == text.count(")") else text.rstrip(").")
    text = re.sub(r"\s*[(\[]\s*\d+\s*[)\]]|\s+\b(?:Total|TOTAL)\b.*$", "", text.strip(" .;:"))
    return [ReadVote(person.name, cast) for person in people_in(text)] if len(text) < 3_000 else []


def _narrated(text: str) -> Iterator[ReadVote]:
    for sentence in short_sentences_of(text):
        if match := NARRATED.match(sentence):
            against = "against" in (match["way"], match["recorded"])
            cast: Cast = "against" if against else "for" if match["way"] else "abstained"
            yield from _named(match["names"], cast)


def _in_table(rows: Sequence[tuple[str, ...]]) -> Iterator[ReadVote]:
    """A table of names beside marks, of columns of names, or of rows that begin "For"."""
    heads = [_cast_of(cell) for cell in rows[0]]
    if any(heads) and any(HEADS.match(cell.strip()) for cell, head in zip(rows[0], heads, strict=True) if not head):
        for row in rows[1:]:
            yield from _marked(row, heads)
    elif sum(head is not None for head in heads) >= 2:
        for row in rows[1:]:
            for cell, head in zip(row, heads, strict=False):
                yield from _named(cell, head) if head and cell.strip() else ()
    else:
        for row in rows:
            cast = _cast_of(row[0])
            yield from _named(", ".join(cell for cell in row[1:] if cell.strip()), cast) if cast else ()


def _marked(row: tuple[str, ...], heads: Sequence[Cast | None]) -> Iterator[ReadVote]:
    names = [cell for cell, head in zip(row, heads, strict=False) if not head and re.search(r"[^\W\d_]{2}", cell)]
    marked = [head for cell, head in zip(row, heads, strict=False) if head and MARKS.match(cell.strip())]
    if names and len(marked) == 1 and marked[0] and people_in(names[0]):
        yield ReadVote(people_in(_forename_first(names[0]))[0].name, marked[0])


def _forename_first(name: str) -> str:
    """ "Ash, Roy" as "Roy Ash"."""
    return re.sub(
        r"^(?:Councillors?|Cllrs?\.?)?\s*([A-Z][\w’'-]+),\s+((?:[A-Z][\w.’'-]*\s?){1,3})$", r"\2 \1", name.strip()
    )


def _cast_of(cell: str) -> Cast | None:
    return next(
        (
            cast
            for cast, words in CASTS
            if re.fullmatch(rf"(?:voting |votes? |voted )?(?:{words})\W*(?:\d+\W*)?", cell.strip(), re.I)
        ),
        None,
    )


def vote_in(texts: Sequence[str]) -> str:
    """How the vote went in the minute's own words: its phrase, or a sentence each where there were several votes."""
    found = [
        (sentence, phrase) for text in texts for sentence in short_sentences_of(text) if (phrase := _phrase(sentence))
    ]
    unique = list(dict.fromkeys(found))
    if len(unique) == 1:
        return unique[0][1]
    return "\n".join(dict.fromkeys(sentence for sentence, _phrase in unique))


def _phrase(sentence: str) -> str:
    if (match := RESULT.search(sentence)) and PUT.search(sentence):
        return match.group().strip(" ,;")
    if (match := COUNT.search(sentence)) and COUNTED.search(sentence):
        return match.group().strip(" ,;")
    match = UNANIMOUS.search(sentence)
    return match.group() if match and CAST.search(sentence) else ""


def results_in(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """The rows of a table of recorded votes that has a column of results: what was voted on, and the result."""
    result = next((place for place, cell in enumerate(rows[0]) if cell.strip().lower() in ("result", "outcome")), None)
    if not result:
        return []
    return [f"{row[0].strip()}: {row[result].strip()}" for row in rows[1:] if row[result].strip()]
