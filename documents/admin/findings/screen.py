"""Findings as the publication screen shows them: by paper and page, beside a picture of the page."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from committees.models import Meeting
from documents.actions.checking import unchecked
from documents.actions.gate import check_agenda, read_by_public
from documents.actions.records import Record, check_record
from documents.findings import KINDS, Kind
from documents.models import DocumentVersion, Finding, StoredFile


@dataclass(frozen=True, slots=True)
class PageFindings:
    """Those of one page of a paper, or of the whole paper where page is None."""

    page: int | None
    rows: list[Finding]
    has_image: bool


@dataclass(frozen=True, slots=True)
class PaperFindings:
    """Those of one version; without one, those of the agenda itself or of a record, which has a name."""

    version: DocumentVersion | None
    pages: list[PageFindings]
    name: str = "The agenda itself"

    @property
    def rows(self) -> list[Finding]:
        return [row for page in self.pages for row in page.rows]

    @property
    def stopping(self) -> int:
        return sum(row.blocks for row in self.rows)


@dataclass(frozen=True, slots=True)
class Alike:
    """Open findings of one kind, over all papers."""

    kind: Kind
    count: int


@dataclass(frozen=True, slots=True)
class Findings:
    papers: list[PaperFindings]
    accepted: list[Finding]
    waiting: int  # papers that nobody has checked yet

    @property
    def open(self) -> list[Finding]:
        return [row for paper in self.papers for row in paper.rows]

    @property
    def stopping(self) -> int:
        return sum(paper.stopping for paper in self.papers)

    @property
    def alike(self) -> list[Alike]:
        counts = Counter(row.kind for row in self.open)
        return [Alike(kind, counts[kind.name]) for kind in KINDS.values() if counts[kind.name]]


def findings_of(meeting: Meeting | None, versions: Iterable[DocumentVersion], *, as_if_open: bool = False) -> Findings:
    """Of the versions that the public is about to read, and of the agenda if a meeting is given.

    `as_if_open` for what is withheld now, and is about to be opened.
    """
    shown = list(versions) if as_if_open else read_by_public(versions)
    known = {version.pk: version for version in shown}
    rows = list(Finding.objects.of_versions(shown).exclude(state=Finding.State.FIXED).select_related("decided_by"))
    order = {pk: place for place, pk in enumerate(known)}
    rows.sort(key=lambda row: (order[row.version_id or 0], row.page or 0, not row.blocks, row.pk))
    for row in rows:
        row.version = known[row.version_id or 0]
    opened = [row for row in rows if row.state == Finding.State.OPEN]
    papers = [_paper(known[pk or 0], list(group)) for pk, group in groupby(opened, key=lambda row: row.version_id)]
    of_agenda = _of_agenda(meeting) if meeting else []
    still = [row for row in of_agenda if row.state == Finding.State.OPEN]
    if still:
        papers.insert(0, PaperFindings(None, [PageFindings(None, still, has_image=False)]))
    accepted = [row for row in [*of_agenda, *rows] if row.state == Finding.State.ACCEPTED]
    waits = unchecked(DocumentVersion.objects.filter(pk__in=known)).count()
    return Findings(papers, accepted, waits)


def findings_of_record(record: Record) -> Findings:
    """Of what a clerk typed, looked through as it is now."""
    check_record(record)
    kept = Finding.objects.filter(**record.of).exclude(state=Finding.State.FIXED).select_related("decided_by")
    rows = sorted(kept, key=lambda row: (row.page or 0, not row.blocks, row.pk))
    opened = [row for row in rows if row.state == Finding.State.OPEN]
    accepted = [row for row in rows if row.state == Finding.State.ACCEPTED]
    papers = [PaperFindings(None, [PageFindings(None, opened, has_image=False)], record.name)] if opened else []
    return Findings(papers, accepted, waiting=0)


def together(*found: Findings) -> Findings:
    return Findings(
        [paper for one in found for paper in one.papers],
        [row for one in found for row in one.accepted],
        sum(one.waiting for one in found),
    )


def _of_agenda(meeting: Meeting) -> list[Finding]:
    check_agenda(meeting)
    rows = Finding.objects.filter(meeting=meeting).exclude(state=Finding.State.FIXED)
    return list(rows.select_related("decided_by").order_by("pk"))


def _paper(version: DocumentVersion, rows: Sequence[Finding]) -> PaperFindings:
    is_pdf = version.original.kind == StoredFile.Kind.PDF
    pages = [
        PageFindings(page, list(group), has_image=is_pdf and page is not None)
        for page, group in groupby(rows, key=lambda row: row.page)
    ]
    return PaperFindings(version, pages)
