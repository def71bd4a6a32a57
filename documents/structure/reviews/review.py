"""Goes through the pieces of a review's paper."""

import re

from documents.structure.cells import run_on
from documents.structure.pieces import Piece
from documents.structure.printed_dates import years_in
from documents.structure.reviews.labels import Label, label_of, labelled
from documents.structure.reviews.objectives import NUMBERED, Objectives
from documents.structure.reviews.people import Entry, People
from documents.structure.reviews.stages import Stage, Stages, dated
from documents.structure.reviews.tables import TableReader
from documents.structure.reviews.titles import Titles
from documents.structure.reviews.witnesses import is_unknown, named
from documents.structure.understood import PaperWarning, ReadReview

THEME = re.compile(r"\s*\b(?:evidence|session) theme\s*:\s*", re.IGNORECASE)
SESSION = re.compile(r"\b(?:session|meeting|evidence|stage|hearing)\b", re.IGNORECASE)
# What a line that only says when leaves beside its date.
TO_COME = re.compile(
    r"^(?:(?:it |this )?(?:will |is |to )*(?:be )?(?:considered|reported|presented|submitted|agreed|published|due)?)"
    r"(?: (?:on|by|at|in|to))?\W*$",
    re.IGNORECASE,
)
# A label that is set close below a sentence.
LABEL_AFTER = re.compile(r"^(?P<before>.+[.;?!])\s+(?P<label>[A-Z][^.;:?!]{3,80}:)$", re.DOTALL)
SENTENCE = re.compile(r"\w[.;]\s*$")
# Sections that end where a text follows their list.
LISTS = ("objectives", "themes", "witnesses", "visits", "background")
# Words of a line that names a witness.
LONGEST_NAMED = 30


class ReviewReader:
    """section: what the label above says that these words are; stage: the meeting they are about, if any."""

    def __init__(self, warnings: list[PaperWarning]) -> None:
        self.section: Label = "other"
        self.titles = Titles()
        self.aims: list[str] = []
        self.themes: list[str] = []
        self.background: list[str] = []
        self.objectives = Objectives()
        self.stages = Stages(warnings)
        self.people = People()
        self.stage: Stage | None = None
        self.tables = TableReader(self)
        self.is_fresh = True
        self.is_listed = self.has_listed = False
        self.in_brackets = False
        self.heading = ""

    def review(self) -> ReadReview | None:
        """What was read, if the paper is of a review and says what it looks into."""
        if not self.titles.are_of_review:
            return None
        stages = self.stages.printed()
        witnesses, visits = self.people.printed({id(one): read for one, read in stages})
        objectives = self.objectives.texts or self.aims
        if not objectives and not (witnesses and stages):
            return None
        if not (stages or witnesses or visits or self.background):
            return None
        return ReadReview(
            titles=self.titles.texts,
            objectives=objectives,
            themes=list(dict.fromkeys(self.themes or [read.theme for one, read in stages if one.is_evidence])),
            witnesses=witnesses,
            visits=visits,
            background=list(dict.fromkeys(self.background)),
            stages=[read for _, read in stages],
            aims=self.aims if self.objectives.texts else [],
        )

    def take(self, piece: Piece) -> None:
        if piece.kind == "table":
            self.tables.take(piece)
        elif piece.kind == "lines":
            for row in piece.rows:
                self.line(" ".join(row), piece.page)
        elif not self.titles.take(piece):
            is_heading = piece.kind == "heading" or piece.strong
            self.is_listed = piece.kind in ("item", "numbered")
            self.line(piece.text, piece.page, is_heading=is_heading, is_item=piece.kind == "item", depth=piece.depth)

    def line(self, text: str, page: int, *, is_heading: bool = False, is_item: bool = False, depth: int = 0) -> None:
        """One paragraph, heading, item of a list or row of a form."""
        if (match := LABEL_AFTER.match(text)) and label_of(match["label"]):
            self.line(match["before"], page, is_heading=is_heading, is_item=is_item, depth=depth)
            text, is_item = match["label"], False
        if is_heading and self.in_brackets:
            self.in_brackets = ")" not in text
        elif not is_item and (found := labelled(text)) and found.rest:
            self.open(found.label, found.rest, page, text)
        elif not is_item and (label := label_of(text)):
            self.open(label, "", page, text)
            self.in_brackets = is_heading and text.count("(") > text.count(")")
        elif NUMBERED.match(text):
            self.objectives.take_numbered(text)
        elif is_heading and self.section in ("date", "theme"):
            self._go_on_with_stage(text)
        elif (is_heading and not is_item) or self._is_other_label(text):
            self._other_heading(text, page)
        else:
            self._content(text, page, is_item=is_item, depth=depth)

    def open(self, label: Label, rest: str, page: int, heading: str) -> None:
        """A label; rest is what its line, the heading, goes on with."""
        self.tables.leave()
        self.heading = heading
        self.section, self.is_fresh, self.has_listed = label, True, False
        if label == "date":
            date, theme = _parted(rest)
            self.stage = self.stages.add(date, theme, page, is_evidence=True)
        elif label == "theme":
            if self.stage is None or self.stage.theme:
                self.stage = self.stages.add("", "", page, is_evidence=True)
            self.stage.theme = rest
        elif label in ("visits", "stages", "objectives", "themes", "title"):
            self.stage = None
        if rest and label not in ("date", "theme"):
            self._content(rest, page, is_item=False, depth=0)

    def _go_on_with_stage(self, text: str) -> None:
        """The rest of a date or a theme that is set over several lines."""
        if self.stage and self.section == "date":
            date, theme = _parted(text)
            self.stage.text, self.stage.theme = run_on(self.stage.text, date), theme
        elif self.stage:
            self.stage.theme = run_on(self.stage.theme, text)

    def _other_heading(self, text: str, page: int) -> None:
        """A heading of no known kind; one with a date may be a session's."""
        self.tables.leave()
        self.stages.years = years_in(text) or self.stages.years
        found = dated(text) if SESSION.search(text) or self.section == "stages" else None
        if found and found[1]:
            self.stage = self.stages.add(found[0], found[1], page, is_evidence=True)
            self.section = "witnesses"
        elif self.section != "stages" or found is None:
            self.section = "other"

    def _is_other_label(self, text: str) -> bool:
        """A few words and a colon, after what the label above has listed: "Other reports:"."""
        listing = self.section in ("background", "visits", "stages", "themes") and not self.is_fresh
        return listing and text.endswith(":") and len(text.split()) <= 6

    def _content(self, text: str, page: int, *, is_item: bool, depth: int) -> None:
        self.is_fresh = False
        if self.has_listed and not (self.is_listed or is_item) and self.section in LISTS:
            self.section = "other"
        self.has_listed = self.has_listed or self.is_listed or is_item
        match self.section:
            case "title" | "former":
                self.titles.name(text, is_former=self.section == "former")
                self.section = "other"
            case "aim":
                self._aim(text)
            case "objectives":
                self.objectives.take_listed(text, depth)
            case "themes":
                self.themes.append(text)
            case "witnesses":
                self._witness(text, page, is_item=is_item)
            case "visits":
                self._visit(text, page)
            case "background":
                self._background(text)
            case "stages":
                self._stage(text, page)

    def _aim(self, text: str) -> None:
        if not text.endswith(":"):
            self.aims.append(text)

    def _witness(self, text: str, page: int, *, is_item: bool) -> None:
        """One who gives evidence; sentences and the names of groups are none."""
        if text.endswith(":") or len(text.split()) > LONGEST_NAMED or (not is_item and SENTENCE.search(text)):
            return
        one = named(text.rstrip(" .;"))
        self.people.add(Entry(one.name, one.organisation, one.focus, page, stage=self.stage))

    def _visit(self, text: str, page: int) -> None:
        if not text.endswith(":") and not is_unknown(text):
            self.people.add_visit(text.rstrip(" ;"), page)

    def _background(self, text: str) -> None:
        if not text.endswith(":") and not is_unknown(text):
            self.background.append(text.rstrip(" ;"))

    def _stage(self, text: str, page: int) -> None:
        """A line with a date: "8 May 2017: Final report"."""
        if found := dated(text):
            theme = self.heading if TO_COME.match(found[1]) else found[1]
            self.stages.add(found[0], theme, page, is_evidence=False)


def _parted(text: str) -> tuple[str, str]:
    """The date of a session and its theme, where one line has both."""
    date, *theme = THEME.split(text, maxsplit=1)
    return date.strip(), theme[0].strip() if theme else ""
