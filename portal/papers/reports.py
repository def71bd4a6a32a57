"""What was read of a report's form, as its page shows it: who it is from, its implications, and who cleared it."""

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from committees.models import Ward
from documents.models import Document, Listing, Page, Report
from portal.papers.links import PaperLink
from portal.queries.kept import KeptQuery

APPENDIX = re.compile(r"\W*(?:appendix|annexe?|schedule)\s+([a-z]|\d{1,2}|[ivx]+)\b", re.IGNORECASE)
COMPARED = 60  # letters of an implication that tell where it stands in the paper
SHORTEST = 15  # of a first paragraph by which it is known


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere in the paper: what a link to it says, and the anchor it leads to."""

    title: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Named:
    """A ward or a listed paper; `address` is empty where it has no page of its own."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Author:
    """`role` says of what: “Report”, “Financial implications”. Telephone and email are left to the paper's text."""

    role: str
    name: str
    post: str


@dataclass(frozen=True, slots=True)
class ReportFacts:
    report_of: str
    date: datetime.date | None
    wards: list[Named]
    implications: list[Place]
    appendices: list[Named]
    background_papers: list[str]
    signed_by: str
    signed_post: str
    signed_on: datetime.date | None
    authors: list[Author]

    @property
    def more(self) -> list[str]:
        """What is told of the report apart from its first facts, by name."""
        parts = {
            _("Appendices"): self.appendices,
            _("Background papers"): self.background_papers,
            _("Clearance and authors"): self.signed_by or self.authors,
        }
        return [name for name, told in parts.items() if told]


_REPORT = KeptQuery(lambda document: Report.objects.public().filter(document=document).order_by("pk")[:1])


def report_facts(document: Document, pages: Sequence[Page], items: Sequence[int]) -> ReportFacts | None:
    """Of a public paper that was read as a report, in three queries at most; `items` are where it is taken."""
    report = _REPORT.first(document=document.pk)
    if report is None:
        return None
    cleared = report.clearance
    beside = _papers_beside(document, items) if report.appendices else []
    return ReportFacts(
        report_of=report.report_of,
        date=report.date,
        wards=_wards(report.wards),
        implications=_implications(report.implications, pages),
        appendices=[_appendix(title, beside) for title in report.appendices],
        background_papers=report.background_papers,
        signed_by=cleared.get("signed_by") or "",
        signed_post=cleared.get("post") or "",
        signed_on=datetime.date.fromisoformat(cleared["date"]) if cleared.get("date") else None,
        authors=[_author(author) for author in cleared.get("authors") or []],
    )


def _papers_beside(document: Document, items: Sequence[int]) -> list[Document]:
    """The other public papers on the same items."""
    listed = Listing.objects.public().filter(item__in=items).values("document")
    found = Document.objects.public().filter(pk__in=listed).exclude(pk=document.pk)
    return list(found.select_related("current_version__served").order_by("pk"))


def _wards(names: Sequence[str]) -> list[Named]:
    addresses = {ward.name: ward.get_absolute_url() for ward in Ward.objects.filter(name__in=names)} if names else {}
    return [Named(name, addresses.get(name, "")) for name in names]


def _author(author: Mapping[str, Any]) -> Author:
    role = author.get("role") or ""
    return Author(role[:1].upper() + role[1:], author.get("name") or "", author.get("post") or "")


def _appendix(title: str, beside: Iterable[Document]) -> Named:
    """With the address of the paper of this title, or the only one with its letter or number."""
    same = [paper for paper in beside if paper.title.casefold() == title.casefold()]
    lettered = [paper for paper in beside if _letter(title) and _letter(paper.title) == _letter(title)]
    found = same or lettered
    return Named(title, PaperLink.of(found[0]).address if len(found) == 1 else "")


def _letter(title: str) -> str:
    match = APPENDIX.match(title)
    return match[1].casefold() if match else ""


def _implications(read: Iterable[Mapping[str, Any]], pages: Sequence[Page]) -> list[Place]:
    """One link for each kind, in the paper's order."""
    places: dict[str, Place] = {}
    for implication in read:
        kind = implication["kind"]
        if kind not in places:
            anchor = _anchor_of(implication["text"], implication["page"], pages)
            places[kind] = Place(kind[:1].upper() + kind[1:], anchor)
    return list(places.values())


def _anchor_of(text: str, number: int, pages: Sequence[Page]) -> str:
    """Of the heading right above these words, or of their own paragraph; else of the page."""
    wanted = _letters(text)
    above = ""
    for block in (block for page in pages if page.number in (number, number - 1) for block in page.blocks):
        if wanted and any(_opens(wanted, _letters(words)) for words in _texts(block)):
            return above or block.get("anchor") or f"page-{number}"
        above = block["anchor"] if block["kind"] == "heading" else ""
    return f"page-{number}"


def _opens(wanted: str, words: str) -> bool:
    """Whether the words begin what is wanted, or are all of its first paragraph."""
    return words.startswith(wanted) or (len(words) > SHORTEST and wanted.startswith(words))


def _texts(block: Mapping[str, Any]) -> Iterator[str]:
    if "text" in block:
        yield block["text"]
        yield f"{block.get('label', '')}{block['text']}"
    for item in block.get("items", []):
        yield item["text"]
    for row in block.get("rows", []):
        yield from row


def _letters(text: str) -> str:
    """The first letters and figures alone: what joins and marks them is not told alike everywhere."""
    return re.sub(r"[\W_]+", "", text[: COMPARED * 3]).casefold()[:COMPARED]
