"""The witnesses and visits of a review, with the session each belongs to."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from documents.packs.dates import find_dates
from documents.structure.cells import run_on
from documents.structure.reviews.stages import Stage
from documents.structure.understood import ReadStage, ReadVisit, ReadWitness


@dataclass(slots=True)
class Entry:
    """stage is the session it is planned for; theme what it is listed under elsewhere."""

    name: str
    organisation: str
    focus: str
    page: int
    theme: str = ""
    stage: Stage | None = None
    day: date | None = None

    @property
    def words(self) -> tuple[str, str, str]:
        name, organisation, focus = (
            re.sub(r"\W+", "", one).lower() for one in (self.name, self.organisation, self.focus)
        )
        return name, organisation, focus


class People:
    def __init__(self) -> None:
        self.witnesses: list[Entry] = []
        self.visits: list[ReadVisit] = []

    def add(self, entry: Entry) -> None:
        if entry.name or entry.organisation:
            self.witnesses.append(entry)

    def add_visit(self, text: str, page: int) -> None:
        days = {value for one in find_dates(text) if (value := one.value)}
        if text and text not in (visit.text for visit in self.visits):
            self.visits.append(ReadVisit(text, days.pop() if len(days) == 1 else None, page))

    def run_on(self, organisation: str, focus: str) -> None:
        """The rest of the last one's row, after the end of a page."""
        if self.witnesses:
            last = self.witnesses[-1]
            last.organisation, last.focus = run_on(last.organisation, organisation), run_on(last.focus, focus)

    def printed(self, stages: Mapping[int, ReadStage]) -> tuple[list[ReadWitness], list[ReadVisit]]:
        """Each once: one that is listed by theme and again, in the same words, at a session is at the session."""
        placed = {entry.words for entry in self.witnesses if entry.stage and id(entry.stage) in stages}
        found: list[ReadWitness] = []
        for entry in self.witnesses:
            stage = stages.get(id(entry.stage)) if entry.stage else None
            if stage is None and entry.words in placed:
                continue
            theme, day = (stage.theme, stage.date) if stage else (entry.theme, entry.day)
            witness = ReadWitness(entry.name, entry.organisation, entry.focus, theme, day, entry.page)
            if witness not in found:
                found.append(witness)
        return found, self.visits
