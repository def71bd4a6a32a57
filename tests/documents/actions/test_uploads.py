"""From an upload to a published meeting, and what a corrected pack does to one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.files.storage import default_storage
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext
from reportlab.pdfgen.canvas import Canvas

from committees.actions import NotAllowed, restore_draft
from committees.models import AgendaItem, Committee, DeletedDraft, Meeting, MeetingMember, Membership
from documents import files
from documents.actions import uploads
from documents.actions.differences import differences
from documents.models import Document, DocumentVersion, Listing, PackUpload, StoredFile
from documents.packs.plan import (
    PackPlan,
    PlannedDocument,
    PlannedItem,
    PlannedMeeting,
    PlannedMember,
    PlannedMinutes,
    PlannedSection,
)
from documents.pdf import PdfError, PdfText, read
from tests.builders import make_committee, make_decision, make_item, make_meeting, make_person

pytestmark = pytest.mark.django_db

FRONT = "Agenda for the Scrutiny Committee"
POOL = "The swimming pool will close for repairs"
PARKS = "The parks will be cut twice a month"


def pack(*pages: str) -> BytesIO:
    file = BytesIO()
    canvas = Canvas(file, invariant=True)
    for words in pages:
        canvas.drawString(72, 720, words)
        canvas.showPage()
    canvas.save()
    file.seek(0)
    return file


def report(title: str, page: int) -> PlannedDocument:
    return PlannedDocument(title, "report", page - 1, page - 1, page, page)


PLAN = PackPlan(
    meeting=PlannedMeeting(committee="Scrutiny Committee", date=date(2026, 9, 22), time=time(19, 30), venue="Hall"),
    members=[PlannedMember("Ada Byrne", "chair"), PlannedMember(None, "vacancy", "Parent governors")],
    sections=[PlannedSection("A", "Formal matters"), PlannedSection("B", "Business", "For decision")],
    items=[
        PlannedItem("A", "1", "Apologies"),
        PlannedItem("B", "1", "Swimming pool", "Questions welcome.", 1, 1, 2, 2, documents=[report("Pool", 2)]),
        PlannedItem("B", "2", "Parks", "", 2, 2, 3, 3, documents=[report("Parks", 3)]),
    ],
    front_pages=1,
    pdf_pages=3,
)


@pytest.fixture
def committee() -> Committee:
    return make_committee(name="Scrutiny Committee")


def upload(*pages: str) -> PackUpload:
    made = uploads.upload_pack(file=pack(*pages), name="pack.pdf", by=None)
    made.state, made.plan = PackUpload.State.READY, PLAN.to_json()
    made.save()
    return made


def draft(committee: Committee, plan: PackPlan = PLAN, *pages: str) -> PackUpload:
    made = upload(*(pages or (FRONT, POOL, PARKS)))
    uploads.write_drafts(upload=made, plan=plan, committee=committee, by=None)
    return made


def publish(committee: Committee, plan: PackPlan = PLAN, *pages: str) -> Meeting:
    return uploads.publish(upload=draft(committee, plan, *pages), by=None)


def test_upload_of_the_same_bytes_changes_nothing() -> None:
    first = uploads.upload_pack(file=pack(FRONT), name="pack.pdf", by=None)

    with pytest.raises(uploads.AlreadyUploaded) as refused:
        uploads.upload_pack(file=pack(FRONT), name="again.pdf", by=None)

    assert refused.value.upload == first
    assert StoredFile.objects.count() == 1


def test_upload_over_the_limit_is_refused(settings: LazySettings) -> None:
    settings.UPLOAD_LIMIT = 10

    with pytest.raises(uploads.TooLarge):
        uploads.upload_pack(file=pack(FRONT), name="pack.pdf", by=None)

    assert not StoredFile.objects.exists()


def test_reading_keeps_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    made = uploads.upload_pack(file=pack(FRONT, POOL), name="pack.pdf", by=None)
    seen: list[str] = []

    def read_half(path: Path, *, told: Callable[[int, int], None]) -> PdfText:
        told(1, 2)
        seen.append(PackUpload.objects.select_related("stored_file").get().state_in_words)
        raise PdfError("The file could not be read.")

    monkeypatch.setattr("documents.pdf.read", read_half)

    uploads.read_upload(made.pk)

    assert seen == ["Reading page 1 of 2"]


def test_unreadable_upload_is_kept_with_the_reason() -> None:
    made = uploads.upload_pack(file=BytesIO(b"<html>%PDF-1.4"), name="pack.pdf", by=None)

    uploads.read_upload(made.pk)

    made.refresh_from_db()
    assert made.state == PackUpload.State.FAILED
    assert "not a PDF" in made.error
    assert made.stored_file.size == 14


def test_drafts_have_the_meeting_agenda_and_papers(committee: Committee) -> None:
    draft(committee)

    meeting = Meeting.objects.get()
    items = list(AgendaItem.objects.filter(meeting=meeting))
    assert (meeting.venue, meeting.time) == ("Hall", time(19, 30))
    assert [(item.reference, item.title) for item in items] == [
        ("A1", "Apologies"),
        ("B1", "Swimming pool"),
        ("B2", "Parks"),
    ]
    assert [(paper.title, paper.kind) for paper in Document.objects.all()] == [
        ("Agenda front sheet", "front_sheet"),
        ("Pool", "report"),
        ("Parks", "report"),
    ]


def statements(committee: Committee, papers: int) -> tuple[int, int]:
    """How many writing the drafts of so many papers takes, and how many publishing them."""
    reports = [PlannedDocument(f"Report {number}", "report", 1, 1, 2, 2) for number in range(papers)]
    meeting = replace(PLAN.meeting, date=date(2026, 9, papers))
    plan = replace(PLAN, meeting=meeting, items=[replace(item, documents=reports) for item in PLAN.items])
    with CaptureQueriesContext(connection) as drafting:
        made = draft(committee, plan, *(f"{words} {papers}" for words in (FRONT, POOL, PARKS)))
    with CaptureQueriesContext(connection) as publishing:
        uploads.publish(upload=made, by=None)
    return len(drafting), len(publishing)


def test_drafts_and_publication_take_no_more_statements_for_more_papers(committee: Committee) -> None:
    statements(committee, 1)

    assert statements(committee, 9) == statements(committee, 2)


def test_drafts_are_not_public(committee: Committee) -> None:
    draft(committee)

    assert not Meeting.objects.public().exists()
    assert not Document.objects.public().exists()


def test_printed_membership_makes_no_terms(committee: Committee) -> None:
    ada = make_person(name="Ada Byrne")

    draft(committee)

    assert [(m.name, m.person, m.role) for m in MeetingMember.objects.all()] == [
        ("Ada Byrne", ada, "chair"),
        ("", None, "vacancy"),
    ]
    assert not Membership.objects.exists()


def test_each_paper_is_a_file_of_its_own_pages_alone(committee: Committee) -> None:
    draft(committee)

    version = DocumentVersion.objects.get(document__title="Pool")
    assert version.served is not None
    with files.local_path(version.served) as path:
        assert [page.text for page in read(path).pages] == [POOL]
        assert PARKS.encode() not in path.read_bytes()


def test_drafts_fall_on_a_meeting_already_announced(committee: Committee) -> None:
    meeting = make_meeting(committee=committee, date=date(2026, 9, 22), agenda=False)

    draft(committee)

    assert Meeting.objects.get() == meeting
    assert not Meeting.objects.with_public_agenda().exists()


def test_drafts_that_fail_leave_no_files(committee: Committee, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(versions: object) -> None:
        raise IntegrityError("at the same moment")

    made = upload(FRONT, POOL, PARKS)
    monkeypatch.setattr(uploads, "understand_later", fail)

    with pytest.raises(IntegrityError):
        uploads.write_drafts(upload=made, plan=PLAN, committee=committee, by=None)

    assert list(Path(default_storage.path(".")).rglob("*.pdf")) == [Path(made.stored_file.file.path)]


def test_drafts_need_a_date(committee: Committee) -> None:
    plan = replace(PLAN, meeting=replace(PLAN.meeting, date=None))

    with pytest.raises(NotAllowed, match="date"):
        draft(committee, plan)

    assert not Meeting.objects.exists()


def test_publish_makes_all_of_it_public(committee: Committee) -> None:
    meeting = publish(committee)

    assert meeting in Meeting.objects.with_public_agenda()
    assert Document.objects.public().count() == 3


def test_publish_needs_drafts() -> None:
    with pytest.raises(NotAllowed, match="Confirm"):
        uploads.publish(upload=upload(FRONT), by=None)


def test_publish_is_done_once_by_two_who_saw_the_same_drafts(committee: Committee) -> None:
    made = draft(committee)
    seen_by_another = PackUpload.objects.get(pk=made.pk)
    uploads.publish(upload=made, by=None)

    with pytest.raises(NotAllowed):
        uploads.publish(upload=seen_by_another, by=None)


def test_drafts_written_again_are_the_same_rows(committee: Committee) -> None:
    made = draft(committee)
    before = set(Document.objects.values_list("pk", flat=True)) | set(AgendaItem.objects.values_list("pk", flat=True))

    uploads.write_drafts(upload=made, plan=PLAN, committee=committee, by=None)

    after = set(Document.objects.values_list("pk", flat=True)) | set(AgendaItem.objects.values_list("pk", flat=True))
    assert after == before
    assert DocumentVersion.objects.count() == 3


def test_pack_just_applied_differs_in_nothing(committee: Committee) -> None:
    made = draft(committee)

    with files.local_path(made.stored_file) as path:
        found = differences(plan=PLAN, meeting=Meeting.objects.get(), text=read(path))

    assert found == []


CORRECTED = replace(
    PLAN,
    meeting=replace(PLAN.meeting, venue="Library"),
    items=[
        PLAN.items[0],
        replace(PLAN.items[1], title="Swimming pools"),
        PlannedItem("B", "3", "Cemeteries", "", 3, 3, 3, 3, documents=[report("Cemetery fees", 3)]),
    ],
)
CORRECTED_PAGES = (FRONT, "The swimming pool will close on Monday", "Fees for burials")


def test_corrected_pack_differs_in_what_was_corrected(committee: Committee) -> None:
    meeting = publish(committee)

    found = differences(plan=CORRECTED, meeting=meeting, text=read_pack(*CORRECTED_PAGES))

    assert [(difference.what, difference.before, difference.after) for difference in found] == [
        ("Venue", "Hall", "Library"),
        ("Item", "B1 Swimming pool", "B1 Swimming pools"),
        ("Item added", "", "B3 Cemeteries"),
        ("Item not in the pack", "B2 Parks", "is withdrawn from the agenda"),
        ("Paper changed", "Pool", "Pool (1 page)"),
        ("Paper added", "", "Cemetery fees"),
        ("Paper not in the pack", "Parks", "stays public until you withdraw it"),
    ]


def read_pack(*pages: str) -> PdfText:
    stored = files.store(pack(*pages), name="pack.pdf", by=None)
    with files.local_path(stored) as path:
        return read(path)


def test_drafts_of_a_corrected_pack_leave_the_public_meeting_alone(committee: Committee) -> None:
    meeting = publish(committee)
    current = Document.objects.get(title="Pool").current_version

    draft(committee, CORRECTED, *CORRECTED_PAGES)

    meeting.refresh_from_db()
    assert meeting.venue == "Hall"
    assert set(AgendaItem.objects.public().values_list("title", flat=True)) == {"Apologies", "Swimming pool", "Parks"}
    assert Document.objects.get(title="Pool").current_version == current
    assert not Document.objects.public().filter(title="Cemetery fees").exists()


def test_published_correction_keeps_addresses_and_changes_what_it_should(committee: Committee) -> None:
    publish(committee)
    pool = Document.objects.get(title="Pool")

    uploads.publish(upload=draft(committee, CORRECTED, *CORRECTED_PAGES), by=None, note="Dates corrected")

    version = Document.objects.get(pk=pool.pk).current_version
    assert version is not None
    assert (version.number, version.note) == (2, "Dates corrected")
    assert Meeting.objects.get().venue == "Library"
    assert Document.objects.public().filter(title="Cemetery fees").exists()
    assert AgendaItem.objects.get(title="Parks").state == AgendaItem.State.WITHDRAWN
    assert Document.objects.public().filter(title="Parks").exists()


def test_paper_with_the_same_text_keeps_its_version(committee: Committee) -> None:
    publish(committee)

    publish(committee, replace(PLAN, pdf_pages=4), FRONT, POOL, PARKS, "A page more")

    assert DocumentVersion.objects.count() == 3


def test_import_never_opens_what_was_withheld(committee: Committee) -> None:
    publish(committee)
    AgendaItem.objects.filter(title="Parks").update(access="exempt", exempt_paragraphs=[3])

    publish(committee, PLAN, FRONT, POOL, PARKS + " at last")

    assert AgendaItem.objects.get(title="Parks").access == "exempt"
    assert not Document.objects.public().filter(title="Parks").exists()


def test_minutes_are_tied_to_the_meeting_they_record(committee: Committee) -> None:
    earlier = make_meeting(committee=committee, date=date(2026, 6, 28))
    plan = replace(
        PLAN,
        items=[
            PlannedItem("A", "1", "Minutes", "", 1, 1, 2, 2, documents=[replace(report("Minutes", 2), kind="minutes")])
        ],
        previous_minutes=PlannedMinutes("Scrutiny Committee", date(2026, 6, 28), 1, 1, 2, 2),
    )

    draft(committee, plan)

    assert Document.objects.get(kind="minutes").minutes_of == earlier


def test_drafted_committee_is_hidden_until_its_agenda_is_published() -> None:
    committee = uploads.draft_committee("Flood Board")
    assert not Committee.objects.public().exists()

    publish(committee)

    assert Committee.objects.public().get() == committee


def test_item_added_by_hand_to_a_draft_and_not_in_the_pack_is_deleted(committee: Committee) -> None:
    made = draft(committee)
    make_item(meeting=Meeting.objects.get(), published_at=None, title="By hand")

    uploads.write_drafts(upload=made, plan=PLAN, committee=committee, by=None)

    assert not AgendaItem.objects.filter(title="By hand").exists()
    assert Listing.objects.count() == 3


def test_draft_item_that_a_corrected_plan_drops_can_be_put_back_with_its_section_and_papers(
    committee: Committee,
) -> None:
    made = draft(committee)
    parks = AgendaItem.objects.get(title="Parks")
    formal = replace(PLAN, sections=PLAN.sections[:1], items=PLAN.items[:1])

    uploads.write_drafts(upload=made, plan=formal, committee=committee, by=None)
    assert [item.title for item in AgendaItem.objects.all()] == ["Apologies"]
    assert not Document.objects.filter(title="Parks").exists()

    section, item = (DeletedDraft.objects.get(name__startswith=name) for name in ("B. Business", "B2 Parks, of "))
    with pytest.raises(NotAllowed, match="Put back what it belonged to first"):
        restore_draft(deleted=item, by=None)
    for deleted in (section, item):
        restore_draft(deleted=deleted, by=None)
    back = AgendaItem.objects.get(title="Parks")
    assert (back.pk, back.reference, back.published_at) == (parks.pk, "B2", None)
    assert Listing.objects.get(item=back).document.title == "Parks"


def test_draft_item_on_which_a_decision_rests_is_withdrawn_where_the_plan_drops_it(committee: Committee) -> None:
    made = draft(committee)
    make_decision(item=AgendaItem.objects.get(title="Parks"), published_at=None)

    uploads.write_drafts(upload=made, plan=replace(PLAN, items=PLAN.items[:2]), committee=committee, by=None)

    assert AgendaItem.objects.get(title="Parks").state == AgendaItem.State.WITHDRAWN
    assert not DeletedDraft.objects.exists()


FEES = "The fees for burials go up"
HELD_AT_POOL = replace(
    PLAN,
    items=[
        PLAN.items[0],
        replace(PLAN.items[1], documents=[report("Pool", 2), report("Burial fees", 4)]),
        PLAN.items[2],
    ],
    pdf_pages=4,
)


def moved(title: str = "Burial fees") -> PackPlan:
    """The pack with that paper at Parks in place of the swimming pool."""
    parks = replace(PLAN.items[2], documents=[report("Parks", 3), report(title, 4)])
    return replace(HELD_AT_POOL, items=[*PLAN.items[:2], parks])


def where(title: str) -> list[str]:
    return list(Listing.objects.filter(document__title=title).values_list("item__title", flat=True))


@pytest.mark.parametrize("words", [FEES, "The fees for burials stay"])
def test_draft_paper_that_a_corrected_pack_moves_is_the_same_paper_at_its_new_item(
    committee: Committee, words: str
) -> None:
    draft(committee, HELD_AT_POOL, FRONT, POOL, PARKS, FEES)
    paper = Document.objects.get(title="Burial fees")

    draft(committee, moved(), FRONT, POOL, f"{PARKS} now", words)

    assert Document.objects.get(title="Burial fees") == paper
    assert where("Burial fees") == ["Parks"]


def test_published_paper_moves_with_the_pack_that_moves_it_and_keeps_its_address(committee: Committee) -> None:
    publish(committee, HELD_AT_POOL, FRONT, POOL, PARKS, FEES)
    paper = Document.objects.get(title="Burial fees")

    made = draft(committee, moved(), FRONT, POOL, f"{PARKS} now", FEES)
    assert where("Burial fees") == ["Swimming pool"]
    uploads.publish(upload=made, by=None)

    assert where("Burial fees") == ["Parks"]
    assert Document.objects.get(title="Burial fees") == paper
    assert DocumentVersion.objects.filter(document=paper).count() == 1


def test_moved_paper_of_another_title_is_known_by_what_it_says(committee: Committee) -> None:
    meeting = publish(committee, HELD_AT_POOL, FRONT, POOL, PARKS, FEES)

    found = differences(plan=moved("Cemeteries"), meeting=meeting, text=read_pack(FRONT, POOL, PARKS, FEES))

    assert [(row.what, row.before, row.after) for row in found] == [
        ("Paper moved", "Cemeteries, at B1 Swimming pool", "at B2 Parks")
    ]


def test_paper_of_a_title_that_tells_little_and_of_other_words_is_another_paper(committee: Committee) -> None:
    appendix = replace(PLAN.items[1], documents=[report("Pool", 2), report("Appendix A", 4)])
    meeting = publish(committee, replace(HELD_AT_POOL, items=[PLAN.items[0], appendix, PLAN.items[2]]), *PAGES_OF_FOUR)

    found = differences(plan=moved("Appendix A"), meeting=meeting, text=read_pack(FRONT, POOL, PARKS, "Other words"))

    assert [row.what for row in found] == ["Paper added", "Paper not in the pack"]


def test_published_paper_of_a_withheld_item_is_not_moved_into_the_open(committee: Committee) -> None:
    meeting = publish(committee, HELD_AT_POOL, *PAGES_OF_FOUR)
    AgendaItem.objects.filter(title="Swimming pool").update(access="exempt", exempt_paragraphs=[3])

    uploads.publish(upload=draft(committee, moved(), FRONT, POOL, f"{PARKS} now", FEES), by=None)

    first = Document.objects.filter(title="Burial fees").earliest("pk")
    assert Listing.objects.get(document=first).item == meeting.items.get(title="Swimming pool")


PAGES_OF_FOUR = (FRONT, POOL, PARKS, FEES)
