"""The last look before publication: what will become public, what is withheld, and what to check first."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import cast

from django.contrib import messages
from django.contrib.admin import site
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from committees.actions import NotAllowed, grounds_lacking
from committees.exemption import unknown_paragraphs
from committees.lateness import is_inside_clear_days, needs_urgency
from committees.models import Access, AgendaItem, AgendaSection, Council, Meeting, User
from committees.moments import written
from documents.actions import papers, uploads
from documents.actions.checking import check_versions, unchecked
from documents.actions.left_out import left_out_of
from documents.actions.release import Subject
from documents.actions.timed import timed_of
from documents.actions.wording import digest_of, words_of
from documents.admin.dropping import drop
from documents.admin.findings.releasing import Release, ask, release_of, require_as_looked_at
from documents.admin.findings.screen import Findings, findings_of
from documents.admin.timing import TimingForm
from documents.models import (
    Document,
    DocumentVersion,
    Listing,
    PackUpload,
    Supplement,
    TimedPublication,
    WaitingCorrection,
)


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper as it will be once published. `fate` is new, corrected, unchanged, timed, withheld or withdrawn.

    `corrected_at` is the coming moment for which a correction of it is set.
    """

    document: Document
    fate: str
    pages: int
    corrected_at: datetime | None = None

    @property
    def words(self) -> str:
        at = self.document.published_at
        if self.corrected_at:
            return f"New version set for {written(self.corrected_at)}"
        return f"Public from {written(at)}" if self.fate == "timed" and at else FATES[self.fate]

    @property
    def notice(self) -> str:
        """What the public reads in place of a withheld paper."""
        kind = Document.Kind(self.document.kind).label
        return self.document.notice_title or f"{Access(self.document.access).label} {kind.lower()}"


FATES = {
    "new": "Becomes public",
    "corrected": "New version becomes public",
    "unchanged": "Public already",
    "timed": "Set for a coming moment",
    "withheld": "Withheld",
    "withdrawn": "Withdrawn",
}


@dataclass(frozen=True, slots=True)
class Business:
    """An item with its papers; without an item, the papers of the meeting itself."""

    item: AgendaItem | None
    papers: list[Paper]

    @property
    def is_withheld(self) -> bool:
        return self.item is not None and self.item.access != Access.OPEN


@dataclass(frozen=True, slots=True)
class Check:
    """Something to look at first; one that `stops` must be put right before anything is published."""

    message: str
    address: str
    stops: bool = False


@dataclass(frozen=True, slots=True)
class Publication:
    meeting: Meeting
    business: list[Business]
    checks: list[Check] = field(default_factory=list)
    versions: list[DocumentVersion] = field(default_factory=list)

    @property
    def can_publish(self) -> bool:
        return not any(check.stops for check in self.checks)

    @property
    def papers(self) -> list[Paper]:
        return [paper for business in self.business for paper in business.papers]

    @property
    def becoming_public(self) -> list[Paper]:
        return [paper for paper in self.papers if paper.fate in {"new", "corrected"}]

    @property
    def corrects(self) -> bool:
        """Whether a paper that the public can read gets a new version."""
        return any(paper.fate == "corrected" or paper.corrected_at for paper in self.papers)

    @property
    def withheld(self) -> list[Paper]:
        return [paper for paper in self.papers if paper.fate == "withheld"]

    @property
    def new_notices(self) -> list[Paper]:
        return [paper for paper in self.withheld if paper.document.published_at is None]

    @property
    def waits(self) -> bool:
        """Whether there is anything to publish, be it the notice of what is withheld."""
        return bool(self.new_items or self.becoming_public or self.new_notices or self.new_sections)

    @property
    def new_sections(self) -> bool:
        return AgendaSection.objects.filter(meeting=self.meeting, published_at=None).exists()

    @property
    def new_items(self) -> list[AgendaItem]:
        return [row.item for row in self.business if row.item and row.item.published_at is None]


def publication(meeting: Meeting, upload: PackUpload | None = None) -> Publication:
    """How the meeting stands before it is published, with the corrections of `upload` if any."""
    listings = list(Listing.objects.filter(meeting=meeting).select_related("document", "item").order_by("order", "pk"))
    items = list(AgendaItem.objects.filter(meeting=meeting).select_related("section").order_by("order"))
    newest = _newest_versions(listings)
    waiting = set(WaitingCorrection.objects.filter(version__in=newest.values()).values_list("version", flat=True))
    timed = TimedPublication.objects.waiting().filter(document__in=newest)
    moments = dict(timed.values_list("document", "to_be_published_at"))
    fates = [
        (row.item_id, _paper(row.document, row.item, newest, upload, waiting, moments.get(row.document_id)))
        for row in listings
    ]
    business = [Business(item, [paper for place, paper in fates if place == _pk(item)]) for item in [None, *items]]
    rows = [row for row in business if row.item or row.papers]
    about = Publication(meeting, rows, [*checks_of_supplement(upload), *_checks(meeting, rows, newest)])
    coming = [newest[paper.document.pk] for paper in about.becoming_public if paper.document.pk in newest]
    return replace(about, versions=list(dict.fromkeys(coming)))


def _pk(item: AgendaItem | None) -> int | None:
    return item.pk if item else None


def _newest_versions(listings: list[Listing]) -> dict[int, DocumentVersion]:
    versions = DocumentVersion.objects.filter(document__in=[row.document_id for row in listings])
    versions = versions.select_related("document", "original").order_by("number")
    return {version.document_id: version for version in versions}


def _paper(
    document: Document,
    item: AgendaItem | None,
    newest: dict[int, DocumentVersion],
    upload: PackUpload | None,
    waiting: Collection[int],
    corrected_at: datetime | None,
) -> Paper:
    """One whose correction is set for a moment waits for it, whatever else of the meeting is published."""
    version = newest.get(document.pk)
    fate = _fate(document, item, version, upload, () if corrected_at else waiting)
    moment = corrected_at if fate == "unchanged" else None
    return Paper(document, "timed" if moment else fate, version.page_count if version else 0, moment)


def _fate(
    document: Document,
    item: AgendaItem | None,
    newest: DocumentVersion | None,
    upload: PackUpload | None,
    waiting: Collection[int],
) -> str:
    if document.withdrawn_at:
        return "withdrawn"
    if document.access != Access.OPEN or (item and item.access != Access.OPEN):
        return "withheld"
    if document.published_at is None:
        return "new"
    waits = newest is not None and newest.pk != document.current_version_id
    of_upload = upload is not None and newest is not None and newest.original_id == upload.stored_file_id
    if waits and newest and (of_upload or newest.pk in waiting):
        return "corrected"
    return "timed" if document.published_at > timezone.now() else "unchanged"


def checks_of_supplement(upload: PackUpload | None) -> Iterator[Check]:
    supplement = Supplement.objects.filter(upload=upload, published_at=None).first() if upload else None
    if supplement and not supplement.late_reason and is_inside_clear_days(supplement.meeting):
        reason = reverse("admin:supplement_late_reason", args=[supplement.pk])
        yield Check(f"{supplement} comes inside the clear days: say why.", reason, stops=True)


def _checks(meeting: Meeting, business: list[Business], newest: dict[int, DocumentVersion]) -> Iterator[Check]:
    edit_meeting = reverse("admin:committees_meeting_change", args=[meeting.pk])
    for row in business:
        if row.item:
            yield from _checks_of_item(row.item, edit_meeting)
        for paper in row.papers:
            yield from _checks_of_paper(paper, row, newest)
    if not meeting.committee.is_public:
        committee = reverse("admin:committees_committee_change", args=[meeting.committee_id])
        yield Check(f"{meeting.committee} is new here, and becomes public too: complete its details.", committee)
    if meeting.despatched_on is None:
        yield Check("The meeting has no despatch date.", edit_meeting)
    if meeting.date < timezone.localdate():
        yield Check("The meeting’s date has passed.", edit_meeting)


def _checks_of_item(item: AgendaItem, edit_meeting: str) -> Iterator[Check]:
    yield from _checks_of_grounds(item, f"Item “{item}”", reverse("admin:item_restrict", args=[item.pk]))
    if item.access != Access.OPEN:
        yield Check(f"The public will read the title of the withheld item “{item}”: is it neutral?", edit_meeting)
    if needs_urgency(item):
        urgency = reverse("admin:item_urgency", args=[item.pk])
        yield Check(f"Item “{item}” is added late: record why the chair thinks it urgent.", urgency, stops=True)


def _checks_of_paper(paper: Paper, row: Business, newest: dict[int, DocumentVersion]) -> Iterator[Check]:
    document = paper.document
    edit = reverse("admin:documents_document_change", args=[document.pk])
    if paper.fate == "withheld":
        restrict = reverse("admin:paper_restrict", args=[document.pk])
        yield from _checks_of_grounds(document, f"“{document}”", restrict)
    if document.pk not in newest:
        yield Check(f"“{document}” has no file.", edit, stops=True)
    if document.access == Access.OPEN and row.is_withheld:
        yield Check(f"“{document}” is open, but its item is not: the public cannot read it.", edit)


def _checks_of_grounds(thing: AgendaItem | Document, name: str, address: str) -> Iterator[Check]:
    """What the law asks of the exempt: a paragraph of its own schedule, weighed, and looked at again."""
    if thing.access != Access.EXEMPT:
        return
    if unknown := unknown_paragraphs(thing.exempt_paragraphs, Council.objects.current().jurisdiction):
        numbers = ", ".join(map(str, unknown))
        yield Check(f"{name}: Schedule 12A has no paragraph {numbers} for this council.", address)
    for lacking in grounds_lacking(thing):
        yield Check(f"{name} is exempt: {lacking}.", address, stops=thing.published_at is None)


@never_cache
@permission_required("documents.change_document", raise_exception=True)
def of_upload(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish the drafts of an uploaded pack."""
    upload = get_object_or_404(PackUpload.objects.select_related("stored_file", "meeting__committee"), pk=pk)
    if upload.meeting is None or upload.state != PackUpload.State.DRAFTED:
        return redirect("admin:pack_upload", upload.pk)
    problem, timing = "", TimingForm(request, upload.meeting, upload)
    about = publication(upload.meeting, upload)
    if request.method == "POST" and (said := _before_publishing(request, about, upload)):
        return said
    if request.method == "POST":
        try:
            require_as_looked_at(request, upload)
            note = request.POST.get("note", "").replace("\0", "")  # which PostgreSQL does not keep
            by, compare = cast(User, request.user), "compare" in request.POST
            done = timing.publish(uploads.publish, by=by, note=note, compare=compare)
        except NotAllowed as error:
            problem = str(error)
        else:
            if done:
                messages.success(request, done)
                return redirect("admin:pack_upload", upload.pk)
    return _page(request, about, upload=upload, problem=problem, timing=timing)


@never_cache
@permission_required("documents.change_document", raise_exception=True)
def of_meeting(request: HttpRequest, pk: int) -> HttpResponse:
    """A meeting's agenda and papers: what is public, and the publication of what is not yet."""
    meeting = get_object_or_404(Meeting.objects.select_related("committee"), pk=pk)
    problem, timing = "", TimingForm(request, meeting)
    about = publication(meeting)
    if request.method == "POST" and (said := _before_publishing(request, about, None)):
        return said
    if request.method == "POST":
        try:
            require_as_looked_at(request, meeting)
            done = timing.publish(papers.publish_agenda, by=cast(User, request.user))
        except NotAllowed as error:
            problem = str(error)
        else:
            if done:
                messages.success(request, done)
                return redirect("admin:meeting_publication", meeting.pk)
    return _page(request, about, upload=None, problem=problem, timing=timing)


def _before_publishing(request: HttpRequest, about: Publication, upload: PackUpload | None) -> HttpResponse | None:
    """What is not checked yet is checked first, so that its findings are kept even where they stop the publication."""
    check_versions(unchecked(DocumentVersion.objects.filter(pk__in=[version.pk for version in about.versions])))
    act = request.POST.get("act")
    if act == "drop":
        return drop(request, about.meeting)
    if act == "ask":
        ask(request, **({"upload": upload} if upload else {"meeting": about.meeting}))
    return redirect(request.path) if act in ("ask", "check") else None


def _page(
    request: HttpRequest, about: Publication, *, upload: PackUpload | None, problem: str, timing: TimingForm
) -> HttpResponse:
    found: Findings = findings_of(about.meeting, about.versions)
    of: Subject = {"upload": upload} if upload else {"meeting": about.meeting}
    release: Release = release_of(cast(User, request.user), about.versions, **of)
    context = {
        **site.each_context(request),
        "found": found,
        "release": release,
        "accepting": request.session.pop("accepting", {}),
        "title": "Agenda and papers",
        "subtitle": str(about.meeting),
        "about": about,
        "upload": upload,
        "problem": problem,
        "timing": timing,
        "timed": timed_of(timing.of),
        "form": timing,
        "left_out": left_out_of(about.meeting),
        "looked_at": digest_of(words_of(timing.of)),
    }
    return render(request, "admin/publication.html", context)
