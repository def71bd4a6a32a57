"""The gate that every paper passes on its way to the public: no finding that stops it is left undecided."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager

from django.db import transaction
from django.utils import timezone

from committees.actions import NotAllowed
from committees.audit import recorded
from committees.models import Access, AgendaItem, Meeting, User
from documents.actions.checking import Checked, check_versions, keep_checked, keep_of_agenda, unchecked
from documents.findings import AgendaLine, PaperLine, look_at_agenda
from documents.findings.appendices import begun_in, mentioned
from documents.models import DocumentVersion, Finding, Listing, Page, Paragraph, Report

SHOWN = 3


class Stopped(NotAllowed):
    """Findings that nobody has decided about stop a publication; `checked` is what was looked through just now."""

    def __init__(self, message: str, checked: Checked) -> None:
        super().__init__(message)
        self.checked = checked


@contextmanager
def findings_outlast_refusal() -> Iterator[None]:
    """Around a transaction that asks the gate: refusal undoes what it wrote, but what was found stays."""
    try:
        yield
    except Stopped as stopped:
        known = set(DocumentVersion.objects.filter(pk__in=[one.pk for one, _ in stopped.checked]).values_list("pk"))
        keep_checked([one for one in stopped.checked if (one[0].pk,) in known])
        raise


def require_clear(versions: Iterable[DocumentVersion]) -> None:
    """Raises Stopped where one of these has an undecided finding that stops it, and checks those that nobody has yet.

    Papers that stay withheld pass: the public reads nothing of them. They are checked when they are opened.
    """
    open_ones = read_by_public(versions)
    if open_ones:
        require_decided(open_ones)


def require_decided(open_ones: Sequence[DocumentVersion]) -> None:
    """The same of versions that the public is to read, wherever their papers are taken now."""
    rows = DocumentVersion.objects.filter(pk__in=[version.pk for version in open_ones])
    checked = check_versions(unchecked(rows.select_related("document", "original")))
    stopping = Finding.objects.of_versions(open_ones).blocking().select_related("version__document")
    if stopped := list(stopping.order_by("version", "page", "pk")):
        raise Stopped(_told(stopped), checked)


def read_by_public(versions: Iterable[DocumentVersion]) -> list[DocumentVersion]:
    """Those whose paper the public reads once it is published: open ones, under no withheld item."""
    found = [version for version in versions if version.document.access == Access.OPEN]
    if not found:
        return []
    withheld = Listing.objects.filter(document__in=[version.document_id for version in found]).under_withheld_item()
    under = set(withheld.values_list("document", flat=True))
    return [version for version in found if version.document_id not in under]


def _told(stopped: Sequence[Finding]) -> str:
    return told([(row.version.document.title, row) for row in stopped if row.version])


def told(stopped: Sequence[tuple[str, Finding]]) -> str:
    """By the names of what they were found in."""
    places = [f"“{name}”{f', {row.place}' if row.place else ''}: {row.about.title.lower()}" for name, row in stopped]
    more = f"; and {len(places) - SHOWN} more" if len(places) > SHOWN else ""
    return f"Put right or accept, with a reason, what was found: {'; '.join(places[:SHOWN])}{more}."


@transaction.atomic
def accept_findings(*, findings: Iterable[Finding], by: User | None, reason: str) -> list[Finding]:
    """These may go out as they are, for this reason; it stays in the record. Decided ones are left as they are."""
    if not reason.strip():
        raise NotAllowed("Give the reason for accepting: it stays in the record.")
    with recorded(by=by, why=f"Accept finding: {reason}"):
        rows = list(
            Finding.objects.open()
            .filter(pk__in=[finding.pk for finding in findings])
            .order_by("pk")
            .select_for_update(of=("self",))
        )
        for row in rows:
            row.state, row.reason = Finding.State.ACCEPTED, reason.strip()[:300]
            row.decided_by, row.decided_at = by, timezone.now()
            row.save(update_fields=["state", "reason", "decided_by", "decided_at"])
    return rows


@transaction.atomic
def reopen_finding(*, finding: Finding, by: User | None) -> Finding:
    """An acceptance is taken back: the finding stands again."""
    if finding.state != Finding.State.ACCEPTED:
        raise NotAllowed("Only what was accepted can be opened again.")
    with recorded(by=by, why="Open finding again"):
        finding.state, finding.reason = Finding.State.OPEN, ""
        finding.decided_by = finding.decided_at = None
        finding.save(update_fields=["state", "reason", "decided_by", "decided_at"])
    return finding


def check_agenda(meeting: Meeting) -> None:
    """Look at the agenda as it is now. It is quick, and done whenever it is shown."""
    with transaction.atomic():
        keep_of_agenda(meeting, look_at_agenda(agenda_lines(meeting)))


def agenda_lines(meeting: Meeting) -> list[AgendaLine]:
    listings = Listing.objects.filter(meeting=meeting, item__isnull=False).select_related("document")
    listings = listings.order_by("order", "pk")
    newest = _newest([listing.document_id for listing in listings])
    appendices = dict(Report.objects.filter(version__in=newest.values()).values_list("version", "appendices"))
    headings = _headings(newest.values())
    begun, mentions = _appendices_in(newest.values())
    papers: dict[int | None, list[PaperLine]] = {}
    for listing in listings:
        version = newest.get(listing.document_id)
        papers.setdefault(listing.item_id, []).append(
            PaperLine(
                title=listing.document.title,
                first=listing.first_page,
                last=listing.last_page,
                is_later=listing.supplement_id is not None,
                pages=version.page_count if version else 0,
                appendices=appendices.get(version.pk, []) if version else [],
                headings=[*headings.get(version.pk, []), *begun[version.pk]] if version else [],
                mentions=mentions[version.pk] if version else [],
            )
        )
    items = AgendaItem.objects.filter(meeting=meeting).exclude(state=AgendaItem.State.WITHDRAWN)
    return [
        AgendaLine(
            label=item.label,
            title=item.title,
            section=item.section.letter if item.section else "",
            first=item.first_page,
            last=item.last_page,
            papers=papers.get(item.pk, []),
        )
        for item in items.select_related("section").order_by("order")
    ]


def _newest(documents: Collection[int]) -> dict[int, DocumentVersion]:
    versions = DocumentVersion.objects.filter(document__in=documents).order_by("number")
    return {version.document_id: version for version in versions}


def _headings(versions: Iterable[DocumentVersion]) -> dict[int, list[str]]:
    """The headings in each version's text that name an appendix, each where it stands."""
    found: dict[int, list[str]] = {}
    rows = Paragraph.objects.filter(version__in=list(versions), heading__iregex=r"^\W*(appendix|annex|enclosure)")
    for version, heading in rows.values_list("version", "heading").distinct():
        found.setdefault(version, []).append(heading)
    return found


def _appendices_in(
    versions: Iterable[DocumentVersion],
) -> tuple[dict[int, list[str]], dict[int, list[tuple[str, str]]]]:
    """The appendices that begin on the pages of each version, and those it speaks of, by versions."""
    begun: dict[int, list[str]] = defaultdict(list)
    mentions: dict[int, list[tuple[str, str]]] = defaultdict(list)
    rows = Page.objects.filter(version__in=list(versions), raw_text__iregex=r"(appendi|annex|enclosure)").order_by(
        "version", "number"
    )
    for version, text in rows.values_list("version", "raw_text"):
        begun[version] += [f"Appendix {mark}" for mark in begun_in(text)]
        mentions[version] += mentioned(text)
    return begun, mentions
