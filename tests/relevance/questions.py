"""The questions and their answers, as kept in questions/*.toml. Pure: nothing here looks anything up.

Each file is of one body of papers: sample_council, islington or kent.

    [[question]]
    asks     what is typed; {meeting}, {yy:0} and the like are filled in for the meeting `at`, as in the sample papers
    kind     one of KINDS
    at       "planning -2": the pack that `asks` is filled in for
    answers  each with a grade: 2 answers the question, 1 helps

An answer is one of
    paper    in sample_council a file of the council's papers, "minutes/<file>" or "agenda/<pack>"; else its title.
             `part` is the title of a later document of the file.
             Its pages: those that print what it `says`, or `pages` by number, or all that are not blank.
    record   one of RECORDS, by a `name` that is in its title; `at` the pack of a meeting or an item
    naming   every public page that has these words, none of which may be left out for a name or an acronym

`of` names the body of papers that an answer is in, where it is another: it is left out where that body is absent.

With `or`, a record stands for the same answer as the paper beside it: whichever is found counts, once.
"""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "questions"
SAMPLE_COUNCIL = "sample_council"
BODIES = (SAMPLE_COUNCIL, "islington", "kent")
KINDS = (
    "words",
    "plain question",
    "phrase",
    "reference",
    "name",
    "everyday words",
    "misspelling",
    "acronym",
    "filter",
)
HARD = {"everyday words", "misspelling", "acronym"}
RECORDS = ("person", "committee", "meeting", "item", "decision", "recommendation")
GRADES = (1, 2)


class BadQuestion(ValueError):
    """A question that is not written as it must be."""


@dataclass(frozen=True, slots=True)
class Record:
    """`at` is the pack of the meeting that it is of, or empty."""

    kind: str
    name: str
    at: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """Exactly one of `paper`, `record` and `naming` is given, but that a paper may have a record of the same worth."""

    grade: int
    paper: str = ""
    part: str = ""
    says: str = ""
    pages: tuple[int, ...] = ()
    record: Record | None = None
    naming: str = ""
    of: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    of: str
    asks: str
    kind: str
    answers: tuple[Answer, ...] = field(default_factory=tuple)
    at: str = ""
    hard: bool = False

    @property
    def is_hard(self) -> bool:
        return self.hard or self.kind in HARD


def read_questions(body: str) -> list[Question]:
    """Those of one body of papers. Raises BadQuestion."""
    content = tomllib.loads((FOLDER / f"{body}.toml").read_text(encoding="utf-8"))
    return [read_question(body, entry) for entry in content["question"]]


def read_question(body: str, entry: dict[str, Any]) -> Question:
    """Raises BadQuestion."""
    asks = str(entry.get("asks", ""))
    answers = tuple(_answer(one, asks) for one in entry.get("answers", ()))
    unknown = entry.keys() - {"asks", "kind", "answers", "at", "hard"}
    if not asks or unknown or entry.get("kind") not in KINDS:
        raise BadQuestion(f"“{asks}” has no words, an unknown kind or an unknown key {sorted(unknown)}")
    if not any(answer.grade == max(GRADES) for answer in answers):
        raise BadQuestion(f"“{asks}” has nothing that answers it")
    return Question(body, asks, entry["kind"], answers, entry.get("at", ""), entry.get("hard", False))


def _answer(entry: dict[str, Any], asks: str) -> Answer:
    unknown = entry.keys() - {"grade", "paper", "part", "says", "pages", "record", "naming", "of", "or", "name", "at"}
    ways = [key for key in ("paper", "record", "naming") if key in entry]
    if unknown or len(ways) != 1 or entry.get("grade") not in GRADES:
        raise BadQuestion(f"An answer to “{asks}” is not a paper, a record or words with a grade: {entry}")
    return Answer(
        grade=entry["grade"],
        paper=entry.get("paper", ""),
        part=entry.get("part", ""),
        says=entry.get("says", ""),
        pages=tuple(entry.get("pages", ())),
        record=_record(entry, asks),
        naming=entry.get("naming", ""),
        of=entry.get("of", ""),
    )


def _record(entry: dict[str, Any], asks: str) -> Record | None:
    kind = entry.get("record") or entry.get("or")
    if kind is None:
        return None
    if kind not in RECORDS or not entry.get("name"):
        raise BadQuestion(f"A record that answers “{asks}” has no name, or is of an unknown kind: {entry}")
    return Record(kind, entry["name"], entry.get("at", ""))
