"""Measures the checks: what of the seeded problems they find, and what they find in packs that are clean."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from documents import docx, pdf
from documents.docx import DocxError
from documents.findings import KINDS, Found, Own, Paper, PaperPage, look, look_at_agenda
from documents.packs.plan import NotAPack, PackPlan, plan_pack
from documents.pdf import PdfError, PdfText
from documents.reading import read_pages
from tests.findings.agendas import AGENDAS
from tests.findings.hard_pages import HardPage, hard_paper
from tests.findings.seeds import Seed

OWN = Own.of(["rosa.lind@millbrook.gov.uk", "020 7946 0000"], ["Town Hall, 1 High Street, Millbrook MB1 1AA"])


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a seed; `besides` is what was found that nobody put there."""

    seed: Seed
    found: bool
    besides: tuple[Found, ...]


def try_seeds(seeds: Iterable[Seed]) -> list[Outcome]:
    outcomes = []
    for seed in seeds:
        with TemporaryDirectory() as folder:
            found = look_at(seed.make(Path(folder)))
        besides = tuple(one for one in found if one.kind != seed.kind)
        outcomes.append(Outcome(seed, len(besides) < len(found), besides))
    return outcomes


def try_pages(pages: Sequence[HardPage]) -> list[Outcome]:
    """Pages with a problem each, looked at as one paper."""
    with TemporaryDirectory() as folder:
        found = look_at(hard_paper(Path(folder) / "report.pdf", pages))
    outcomes = []
    for number, page in enumerate(pages, 1):
        here = [one for one in found if one.page == number]
        besides = tuple(one for one in here if one.kind != page.kind)
        outcomes.append(Outcome(_told(page.kind, page.what), len(besides) < len(here), besides))
    return outcomes


def try_agendas() -> list[Outcome]:
    outcomes = []
    for kind, what, lines in AGENDAS:
        found = look_at_agenda(lines)
        besides = tuple(one for one in found if one.kind != kind)
        outcomes.append(Outcome(_told(kind, what), len(besides) < len(found), besides))
    return outcomes


def _told(kind: str, what: str) -> Seed:
    return Seed(kind, what, lambda path: path)


def look_at(path: Path, own: Own = OWN) -> list[Found]:
    """What is found in one paper, as the product looks at it."""
    try:
        if path.suffix == ".docx":
            pages, file = docx.read(path), docx.inspect(path)
        else:
            pages = read_pages(pdf.read(path).pages)
            file = pdf.inspect(path, [(1, len(pages))])
    except (PdfError, DocxError) as error:
        return [Found("unchecked", str(error))]
    shown = [PaperPage(page.number, page.raw_text, page.blocks) for page in pages]
    return look(Paper("A report", shown, file_name=path.name, file=file, own=own))


@dataclass(frozen=True, slots=True)
class PackOutcome:
    name: str
    pages: int
    found: list[tuple[str, Found]]  # with the title of the paper


def try_pack(path: Path) -> PackOutcome:
    """Every open paper of a pack as the product cuts and checks it; a file that is no pack is one paper."""
    text = pdf.read(path)
    file = pdf.inspect(path, [(1, len(text.pages))])
    found: list[tuple[str, Found]] = []
    pages = 0
    for title, kind, first, last, own in _papers(path, text):
        read = read_pages(text.pages[first - 1 : last])
        cut = file.of_pages(first, last)
        if first > 1:
            cut = replace(cut, title="", author="", others=(), attachments=(), scripts=(), comments=())
        shown = [PaperPage(page.number, page.raw_text, page.blocks) for page in read]
        whole = first == 1 and last == len(text.pages)
        paper = Paper(title, shown, kind=kind, file_name=path.name, file=cut, own=own, whole_file=whole)
        found += [(title, one if one.page is None else replace(one, page=one.page + first - 1)) for one in look(paper)]
        pages += len(read)
    return PackOutcome(path.name, pages, found)


def _papers(path: Path, text: PdfText) -> list[tuple[str, str, int, int, Own]]:
    try:
        plan = plan_pack(text)
    except NotAPack:
        plan = PackPlan(meeting=None)  # type: ignore[arg-type]
    papers = [paper for item in plan.items for paper in item.documents if item.access == paper.access == "open"]
    if not papers:
        return [(path.stem, "report", 1, len(text.pages), Own())]
    own = Own.of([plan.meeting.contact_email, plan.meeting.contact_phone], [plan.meeting.venue])
    parts = [("Agenda", "front_sheet", 1, plan.front_pages, own)] if plan.front_pages else []
    return parts + [(paper.title, paper.kind, paper.pdf_first, paper.pdf_last, own) for paper in papers]


def by_kind(outcomes: Sequence[Outcome]) -> list[tuple[str, int, int]]:
    """Kind, how many were found, of how many."""
    all_of, found = Counter(one.seed.kind for one in outcomes), Counter(one.seed.kind for one in outcomes if one.found)
    return [(kind, found[kind], all_of[kind]) for kind in KINDS if all_of[kind]]
