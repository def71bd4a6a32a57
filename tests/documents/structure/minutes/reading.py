"""Minutes written for these tests, and how they are read."""

from pathlib import Path

from documents.structure.mending import mended
from documents.structure.minutes import read_minutes
from documents.structure.pieces import pieces_of
from documents.structure.sources import pages_of_text
from documents.structure.understood import PaperWarning, Present, ReadMinute, ReadMinutes

PAPERS = Path(__file__).with_name("papers")
HEAD = """Minutes of the meeting of the Parks Committee held at the Town Hall on Monday 3 March 2025 at 7.00 pm

Present: Councillors Ash (Chair), Box and Cray

"""


def read(text: str, warnings: list[PaperWarning] | None = None) -> ReadMinutes | None:
    return read_minutes(mended(pieces_of(pages_of_text(text))), [] if warnings is None else warnings)


def minutes_of(text: str, warnings: list[PaperWarning] | None = None) -> ReadMinutes:
    minutes = read(text, warnings)
    assert minutes is not None
    return minutes


def paper(name: str) -> ReadMinutes:
    return minutes_of((PAPERS / f"{name}.txt").read_text())


def entry(text: str) -> ReadMinute:
    """The last minute of minutes that have a head, and this text below it."""
    return minutes_of(HEAD + text).entries[-1]


def headings(minutes: ReadMinutes) -> list[tuple[str, str, str]]:
    return [(minute.number, minute.item, minute.title) for minute in minutes.entries]


def names(people: list[Present]) -> list[str]:
    return [person.name for person in people]


def posts(people: list[Present]) -> list[tuple[str, str]]:
    return [(person.name, person.representing) for person in people]
