"""Papers and agendas looked through before publication: what is found is kept, with what a clerk decided about it."""

import logging
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from procrastinate.contrib.django import app as jobs

from committees.models import Council, Meeting
from documents import docx, files, pdf
from documents.actions.masking import council_contacts
from documents.docx import DocxError
from documents.findings import Found, Own, Paper, PaperPage, look
from documents.models import DocumentVersion, Finding, Page, StoredFile, VersionCheck
from documents.pdf import FileFacts, PdfError

logger = logging.getLogger(__name__)

CHECK = "documents.tasks.check_papers"
FORM = 2  # goes up when the checks find more: what is not public yet is then checked again


def check_later(versions: Iterable[DocumentVersion]) -> None:
    """Queue versions to be checked by the worker, in this transaction."""
    if ids := [version.pk for version in versions]:
        jobs.configure_task(CHECK).defer(version_ids=ids)


def unchecked(versions: QuerySet[DocumentVersion]) -> QuerySet[DocumentVersion]:
    return versions.exclude(pk__in=VersionCheck.objects.filter(form=FORM).values("version"))


Checked = list[tuple[DocumentVersion, list[Found]]]


def check_versions(versions: Iterable[DocumentVersion]) -> Checked:
    """Look through each version and keep what is found; the file that several are cut out of is opened once.

    Raises nothing for a paper. What was found is answered, to be kept again where a refusal undoes the keeping.
    """
    by_file: dict[int, list[DocumentVersion]] = defaultdict(list)
    for version in versions:
        by_file[version.original_id].append(version)
    if not by_file:
        return []
    checked: Checked = []
    own = own_contacts()
    for together in by_file.values():
        facts = _facts_of(together)
        pages = _pages_of(together)
        found = [(version, _found_in(version, facts, pages[version.pk], own)) for version in together]
        keep_checked(found)
        checked += found
    return checked


def keep_checked(checked: Checked) -> None:
    """What was found in each version, and that it was checked."""
    versions = [version for version, _found in checked]
    with transaction.atomic():
        VersionCheck.objects.filter(version__in=versions).delete()
        VersionCheck.objects.bulk_create(VersionCheck(version=version, form=FORM) for version in versions)
        _keep_of_versions(checked)


def _pages_of(versions: Sequence[DocumentVersion]) -> dict[int, list[PaperPage]]:
    pages: dict[int, list[PaperPage]] = defaultdict(list)
    rows = Page.objects.filter(version__in=versions).order_by("version", "number")
    for version, number, text, blocks in rows.values_list("version", "number", "raw_text", "blocks"):
        pages[version].append(PaperPage(number, text, blocks))
    return pages


def own_contacts() -> Own:
    """What the council gives out itself: no finding when it stands in a paper."""
    council = Council.objects.current()
    venues = Meeting.objects.exclude(venue="").order_by().values_list("venue", flat=True).distinct()
    return Own.of(council_contacts(), [council.address, *venues])


@dataclass(frozen=True, slots=True)
class Facts:
    """What was found out about a file; `problem` tells why nothing could be."""

    file: FileFacts | None = None
    problem: str = ""


def _facts_of(versions: Sequence[DocumentVersion]) -> Facts:
    original = versions[0].original
    try:
        with files.local_path(original) as path:
            if original.kind == StoredFile.Kind.PDF:
                return Facts(pdf.inspect(path, [(version.first_page, version.last_page) for version in versions]))
            return Facts(docx.inspect(path))
    except (PdfError, DocxError, OSError) as error:
        return Facts(problem=f"The file could not be looked into. {error}")


def _found_in(version: DocumentVersion, facts: Facts, pages: Sequence[PaperPage], own: Own) -> list[Found]:
    """What is found in one version. A fault is a finding too, and never stops the other versions."""
    try:
        found = look(_paper(version, facts.file, pages, own))
    except Exception:
        logger.exception("Version %s could not be checked", version.pk)
        return [Found("unchecked", "A fault stopped the checks of this paper.")]
    return [*found, Found("unchecked", facts.problem)] if facts.problem else found


def _paper(version: DocumentVersion, file: FileFacts | None, pages: Sequence[PaperPage], own: Own) -> Paper:
    if file is not None:
        file = file.of_pages(version.first_page, version.last_page)
        if version.first_page > 1:  # what is said of a whole pack is told with the first of its papers
            file = replace(file, title="", author="", others=(), attachments=(), scripts=(), comments=())
    return Paper(
        title=version.document.title,
        pages=pages,
        kind=version.document.kind,
        file_name=version.original.name,
        file=file,
        own=own,
        whole_file=version.first_page == 1 and version.original.page_count in (None, version.last_page),
    )


def _keep_of_versions(found: Sequence[tuple[DocumentVersion, list[Found]]]) -> None:
    known: dict[int | None, list[Finding]] = defaultdict(list)
    for row in Finding.objects.filter(version__in=[version.pk for version, _ in found]).order_by("pk"):
        known[row.version_id].append(row)
    before = _accepted_before([version for version, _ in found])
    keeping = Keeping()
    for version, of_version in found:
        accepted = {key[1:]: row for key, row in before.items() if key[0] == version.pk}
        keeping.compare(known[version.pk], of_version, accepted, version=version)
    keeping.write()


def keep_of_agenda(meeting: Meeting, found: Sequence[Found]) -> None:
    keeping = Keeping()
    keeping.compare(list(Finding.objects.filter(meeting=meeting).order_by("pk")), found, {}, meeting=meeting)
    keeping.write()


class Keeping:
    """Makes the kept findings those found. What was accepted stays so; what is no longer there is told as fixed."""

    def __init__(self) -> None:
        self.new: list[Finding] = []
        self.gone: list[int] = []
        self.back: list[Finding] = []

    def compare(
        self,
        known: Sequence[Finding],
        found: Sequence[Found],
        accepted: Mapping[tuple[str, str], Finding],
        **of: Any,
    ) -> None:
        """`known` are the rows `of` this version, agenda or record; `accepted` those of what it was before."""
        rows: dict[tuple[str, str, int | None], list[Finding]] = defaultdict(list)
        for row in known:
            rows[row.kind, row.words, row.page].append(row)
        for one in found:
            same = rows[one.kind, one.words, one.page]
            if same:
                row = same.pop(0)
                self.back += [row] if row.state == Finding.State.FIXED else []
                continue
            row = Finding(**of, kind=one.kind, words=one.words, page=one.page, box=one.box)
            _accept_as_before(row, accepted.get((one.kind, one.words)))
            self.new.append(row)
        left = [row for same in rows.values() for row in same]
        self.gone += [row.pk for row in left if row.state != Finding.State.FIXED]

    def write(self) -> None:
        Finding.objects.bulk_create(self.new)
        if self.gone:
            Finding.objects.filter(pk__in=self.gone).update(state=Finding.State.FIXED)
        for row in self.back:
            row.state = Finding.State.ACCEPTED if row.reason else Finding.State.OPEN
            row.save(update_fields=["state"])


def _accepted_before(versions: Sequence[DocumentVersion]) -> dict[tuple[int, str, str], Finding]:
    """What was accepted in earlier versions of each paper: by the version's id, the kind and the words."""
    later = {version.document_id: version for version in versions if version.number > 1}
    if not later:
        return {}
    rows = Finding.objects.filter(version__document__in=later, state=Finding.State.ACCEPTED).select_related("version")
    return {
        (later[row.version.document_id].pk, row.kind, row.words): row
        for row in rows.order_by("version__number")
        if row.version and row.version.number < later[row.version.document_id].number and len(row.words) > 3
    }


def _accept_as_before(row: Finding, before: Finding | None) -> None:
    """The same words in a corrected paper need no second reason; a picture may be another one, and does."""
    if before is None or row.box is not None or row.kind == "unchecked":
        return
    row.state, row.reason = Finding.State.ACCEPTED, before.reason
    row.decided_by, row.decided_at = before.decided_by, before.decided_at or timezone.now()
