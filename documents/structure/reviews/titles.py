"""The title of a review, from the subject of its report, the heading of its plan or a field of its form."""

import re

from documents.packs.dates import find_dates
from documents.structure.pieces import Piece

LONGEST = 200
SIGNAL = re.compile(
    r"\bwitness(?:es)? evidence\b|\bscrutiny (?:review|initiation|inquiry|enquiry|investigation|topic|scoping)|"
    r"\bscoping (?:document|report|paper|template|form|note)|\btask (?:and|&) finish|\bevidence (?:plan|session)|"
    r"\breview (?:scope|scoping|plan|brief|initiation)|\breview of\b.*\b(?:scope|scoping|"
    r"terms of reference|final report|draft report)|\bproject (?:plan|brief)\b.*\breview|"
    r"\breview\b.*\bproject (?:plan|brief)\b|\binquiry into\b|"
    r"\b(?:in-depth|themed|select committee) review\b",
    re.IGNORECASE,
)
# An answer to a review, or a report on what became of it, is not one of its own papers.
LATER = re.compile(
    r"\bresponse to\b|\bresponses?\b.*\brecommendations?\b|\breport[- ]?back\b|\b(?:12|twelve|six|6)[- ]?months?\b|"
    r"\bprogress (?:report|update)|\bupdate on\b|\bimplementation of\b|"
    r"\b(?:monitoring|tracking) (?:of )?recommendations",
    re.IGNORECASE,
)
SUBJECT = re.compile(r"^(?:subject|re|report title)\s*:\s*(?P<title>\S.*)$", re.IGNORECASE | re.DOTALL)
# What a title says of the paper, not of the review.
PAPER = (
    r"(?:draft |final |interim |introductory |initial |cover(?:ing)? |scoping |proposed |background |presentation )*"
    r"(?:reports?|recommendations|scrutiny initiation documents?|initiation documents?(?: \(sid\))?|\(sid\)|sid|"
    r"witness evidence(?: plan)?|evidence (?:plan|session \d*)|scope|scoping (?:document|paper|template|note|form)|"
    r"terms of reference|project (?:plan|brief)|concluding discussion|introduction|review plan)"
)
AFTER = re.compile(rf"\s*[:–—-]\s*{PAPER}(?:\s+and\s+{PAPER})?\s*$|\s+{PAPER}\s*$", re.IGNORECASE)
BEFORE = re.compile(rf"^(?:{PAPER})\s*(?:[:–—-]|\bfor\b(?: the)?|\bof\b(?: the)?|\binto\b|\bon\b)\s*", re.IGNORECASE)
_kind = (
    r"(?:(?:scrutiny|in-depth|themed|policy|overview and scrutiny|select committee) )*"
    r"(?:task (?:and|&) finish(?: group)?(?: review)?|review|inquiry|enquiry|investigation|topic)"
)
KIND_BEFORE = re.compile(rf"^(?:the )?{_kind}\s*(?:[:–—-]|\bof\b(?: the)?|\binto\b|\bon\b)\s*", re.IGNORECASE)
KIND_AND_PAPER = re.compile(rf"^(?:the )?{_kind}\s+{PAPER}\s*[:–—-]\s*", re.IGNORECASE)
KIND_AFTER = re.compile(
    r"\s*[:–—-]?\s+(?:scrutiny )?(?:review|inquiry|topic|task (?:and|&) finish(?: group)?)$", re.IGNORECASE
)
FORMER = re.compile(
    r"\s*[(\[,–-]?\s*\b(?:formerly|previously|originally)(?: known as| titled| called| entitled)?\s*:?\s*"
    r"[‘“'\"]?(?P<title>[^()\[\]’”\"]+)[’”'\"]?\s*[)\]]?",
    re.IGNORECASE,
)
TOPIC = re.compile(r"\b(?:scrutiny |review )*(?:topic|title|review)\s*:\s*(?P<title>\S.*)$", re.IGNORECASE | re.DOTALL)
SCRUTINY = re.compile(r"\b(?:scrutiny|task group|select committee)\b", re.IGNORECASE)
# Words that say nothing of the matter.
GENERIC = re.compile(
    r"(?:(?:scrutiny|overview|and|the|a|of|for|to|document|committee|commission|panel|board|sub|draft|final|interim|"
    r"report|reports|review|reviews|witness|witnesses|evidence|plan|initiation|sid|scoping|scope|template|form|task|"
    r"finish|group|terms|reference|inquiry|session|sessions|introductory|recommendations|project|brief|in|depth|"
    r"select|council|select|topic|title|(?:appendix|annex|schedule) [a-z0-9]{1,3})\b[\W\d]*)*",
    re.IGNORECASE,
)
# A field that names who reviews, not what.
COMMITTEE = re.compile(r"\b(?:committee|commission|panel|board)\s*:", re.IGNORECASE)
# How many of the first lines may be a title though not in bold.
FIRST = 8
QUOTED = re.compile(r"^[‘“'\"]+|[’”'\"]+$")


class Titles:
    """Gathers what a paper calls its review, and whether it is a paper of a review at all."""

    def __init__(self) -> None:
        self.is_review = self.is_later = False
        self.count = 0
        self.of_subject: list[str] = []
        self.of_headings: list[str] = []
        self.of_fields: list[str] = []
        self.former: list[str] = []

    @property
    def are_of_review(self) -> bool:
        return self.is_review and not self.is_later

    @property
    def texts(self) -> list[str]:
        """The title of the report's subject before those of headings and fields; the former ones last."""
        current = dict.fromkeys([*self.of_subject, *self.of_fields, *self.of_headings])
        return [*current, *(title for title in dict.fromkeys(self.former) if title not in current)]

    def take(self, piece: Piece) -> bool:
        """Whether a line is the subject or the title of the paper, and nothing else."""
        self.count += 1
        text = piece.text
        if len(text) > LONGEST:
            return False
        if match := SUBJECT.match(text):
            self._subject(match["title"].strip())
            return True
        is_heading = piece.kind == "heading" or piece.strong or self.count <= FIRST
        if not is_heading or piece.kind == "item" or not SIGNAL.search(text):
            return False
        self._heading(text)
        return False

    def name(self, text: str, *, is_former: bool = False) -> None:
        """The title that a field says."""
        title, former = titles_in(text)
        self._add(self.former if is_former else self.of_fields, title, former)

    def _subject(self, text: str) -> None:
        self.is_later = self.is_later or bool(LATER.search(text))
        if SIGNAL.search(text) or SCRUTINY.search(text):
            self.is_review = True
            self._add(self.of_subject, *titles_in(text))

    def _heading(self, text: str) -> None:
        self.is_review = True
        self.is_later = self.is_later or (self.count <= FIRST and bool(LATER.search(text)))
        if find_dates(text) or COMMITTEE.search(text):
            return
        topic = TOPIC.search(text)
        self._add(self.of_headings, *titles_in(topic["title"] if topic else text))

    def _add(self, titles: list[str], title: str, former: list[str]) -> None:
        if title and not GENERIC.fullmatch(title):
            titles.append(title)
        self.former += former


def titles_in(text: str) -> tuple[str, list[str]]:
    """The title of a review that a line gives, and the former titles it names with it."""
    former = [match["title"].strip(" .,") for match in FORMER.finditer(text)]
    title = FORMER.sub("", text).strip()
    for _ in range(3):
        for pattern in (AFTER, BEFORE, KIND_AND_PAPER, KIND_BEFORE, KIND_AFTER):
            title = pattern.sub("", title).strip(" :–—-.,")
    return QUOTED.sub("", title).strip(), former


def is_report_start(piece: Piece) -> bool:
    return piece.kind in ("heading", "paragraph") and piece.text.lower().startswith("report of")
