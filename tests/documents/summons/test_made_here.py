"""A summons and its packs made here: what is in them, and that an upload of them is understood."""

from datetime import date, time, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from committees.actions import agenda_building as building
from committees.models import Access, AgendaItem, Meeting, MeetingMember
from documents import pdf
from documents.actions import papers
from documents.actions.summons import make_summons
from documents.models import Document, Listing
from documents.packs.plan import PackPlan, plan_pack
from documents.restricted_packs import staff_pack
from documents.summons.packs import write_pack
from portal.files import public_packs
from tests.builders import GROUNDS, make_clerk, make_committee, make_meeting
from tests.portal.stored_files import pdf_of

pytestmark = pytest.mark.django_db

REPORT = (
    "School places will be short by 2030",
    "Options and costs are told here",
    "This page is intentionally left blank",
)
SECRET = "The bid of Acme Builders was lowest"


@pytest.fixture
def meeting() -> Meeting:
    committee = make_committee(name="Children’s Services Scrutiny Committee", quorum=4)
    made = make_meeting(
        committee=committee,
        agenda=False,
        date=date(2027, 9, 22),
        time=time(19, 30),
        venue="Committee Room 4, Town Hall, Upper Street, N1 2UD",
        contact_name="Asha Clerk",
        contact_phone="020 7946 0123",
        contact_email="asha.clerk@northmere.gov.uk",
        next_meeting_on=date(2027, 11, 8),
    )
    building.begin_agenda(meeting=made, by=None)
    MeetingMember.objects.create(meeting=made, order=1, name="Ada Byrne", role="chair")
    MeetingMember.objects.create(meeting=made, order=2, name="Tom Field", role="member")
    formal = building.add_section(meeting=made, by=None, title="Formal matters", letter="A")
    business = building.add_section(
        meeting=made, by=None, title="Items for decision", letter="B", text="The committee is asked to decide these."
    )
    building.add_item(meeting=made, section=formal, by=None, title="Apologies for absence")
    building.add_item(
        meeting=made, section=formal, by=None, title="Declarations of interest", text="Members must declare interests."
    )
    schools = building.add_item(meeting=made, section=business, by=None, title="School places")
    add(made, schools, "School places", *REPORT)
    add(made, schools, "Appendix A: Rolls", "Pupils by school", kind="appendix")
    youth = building.add_item(meeting=made, section=business, by=None, title="Youth service contract")
    add(made, youth, "Youth service contract", "The contract ends in March")
    add(
        made,
        youth,
        "Bids for the contract",
        SECRET,
        access=Access.EXEMPT,
        paragraphs=(3,),
        grounds=GROUNDS,
        kind="appendix",
    )
    return made


def add(meeting: Meeting, item: AgendaItem, title: str, *pages: str, kind: str = "report", **access: object) -> None:
    file = BytesIO(pdf_of(*pages))
    papers.add_paper(meeting=meeting, item=item, file=file, name="p.pdf", title=title, kind=kind, by=None, **access)  # type: ignore[arg-type]


def read_back(meeting: Meeting, folder: Path, *, restricted: bool = False) -> tuple[pdf.PdfText, bytes]:
    target = folder / "pack.pdf"
    write_pack([paper for paper in staff_pack(meeting).papers if restricted or not paper.marking], target)
    return pdf.read(target), target.read_bytes()


def test_pack_made_here_is_understood_without_warnings(meeting: Meeting, tmp_path: Path) -> None:
    make_summons(meeting=meeting, by=None, despatched_on=date(2027, 9, 14))

    plan: PackPlan = plan_pack(read_back(meeting, tmp_path)[0])

    assert plan.warnings == []
    assert (plan.meeting.committee, plan.meeting.date, plan.meeting.time) == (
        "Children’s Services Scrutiny Committee",
        date(2027, 9, 22),
        time(19, 30),
    )
    assert (plan.meeting.despatched, plan.meeting.quorum, plan.meeting.next_meeting) == (
        date(2027, 9, 14),
        4,
        date(2027, 11, 8),
    )
    assert (plan.meeting.contact, plan.meeting.contact_phone) == ("Asha Clerk", "020 7946 0123")
    assert plan.meeting.venue == meeting.venue
    assert [(seat.name, seat.role) for seat in plan.members] == [("Ada Byrne", "chair"), ("Tom Field", "member")]
    assert [(one.letter, one.title, one.text) for one in plan.sections] == [
        ("A", "Formal matters", ""),
        ("B", "Items for decision", "The committee is asked to decide these."),
    ]
    assert [(item.section, item.label, item.title, item.first_page, item.last_page) for item in plan.items] == [
        ("A", "1", "Apologies for absence", None, None),
        ("A", "2", "Declarations of interest", None, None),
        ("B", "1", "School places", 1, 3),
        ("B", "2", "Youth service contract", 4, 4),
    ]
    assert [paper.title for paper in plan.items[2].documents] == ["School places", "Appendix A: Rolls"]
    assert plan.items[1].text == "Members must declare interests."
    assert not plan.is_supplement


def test_public_pack_holds_no_blank_and_no_restricted_page(meeting: Meeting, tmp_path: Path) -> None:
    make_summons(meeting=meeting, by=None)

    text, content = read_back(meeting, tmp_path)

    assert len(text.pages) == 5
    assert "Acme" not in "".join(page.text for page in text.pages)
    assert [mark.title for mark in text.bookmarks] == [
        "Agenda front sheet",
        "B1 School places",
        "Appendix A: Rolls",
        "B2 Youth service contract",
    ]
    assert b"/PageLabels << /Nums [0 << /S /r >> 1 << /S /D /St 1 >>] >>" in content
    assert [page.text.count("Agenda Item B1") for page in text.pages] == [0, 1, 0, 0, 0]
    assert "Page 4" in text.pages[4].text


def test_restricted_pack_marks_every_restricted_page(meeting: Meeting, tmp_path: Path) -> None:
    make_summons(meeting=meeting, by=None)

    text, _content = read_back(meeting, tmp_path, restricted=True)

    assert "EXEMPT - NOT FOR PUBLICATION - Schedule 12A, paragraph 3" in text.pages[5].text
    assert "Page 5" in text.pages[5].text
    assert "NOT FOR PUBLICATION" not in text.pages[4].text


def test_front_sheet_is_a_tagged_pdf_with_its_language(meeting: Meeting) -> None:
    document = make_summons(meeting=meeting, by=None)

    served = document.versions.get().served
    assert served
    with served.file.open("rb") as file:
        content = file.read()
    for words in (b"/Marked true", b"/StructTreeRoot", b"/Lang (en-GB)"):
        assert words in content


def test_summons_made_again_is_another_version_of_the_same_paper(meeting: Meeting) -> None:
    first = make_summons(meeting=meeting, by=None)
    second = make_summons(meeting=meeting, by=None)

    assert first == second
    assert Document.objects.filter(kind="front_sheet").count() == 1


def test_words_typed_are_never_markup(meeting: Meeting) -> None:
    item = AgendaItem.objects.get(title="School places")
    building.change_item(item=item, by=None, title="#panic() $x$ [y] *z*", text="#import", section=item.section)

    assert make_summons(meeting=meeting, by=None)


def test_paper_added_after_publication_is_numbered_after_all_others(meeting: Meeting) -> None:
    make_summons(meeting=meeting, by=None)
    papers.publish_agenda(meeting=meeting, by=None)
    before = dict(Listing.objects.values_list("pk", "first_page"))

    add(meeting, AgendaItem.objects.get(title="School places"), "Addendum", "More")
    papers.publish_agenda(meeting=meeting, by=None)

    assert {pk: page for pk, page in Listing.objects.values_list("pk", "first_page") if pk in before} == before
    assert Listing.objects.get(document__title="Addendum").first_page == 6


def test_worker_makes_the_public_pack_ahead_once_for_each_state(
    meeting: Meeting, client: Client, tmp_path: Path
) -> None:
    make_summons(meeting=meeting, by=None)
    Meeting.objects.filter(pk=meeting.pk).update(date=timezone.localdate() + timedelta(days=20))
    meeting.refresh_from_db()
    papers.publish_agenda(meeting=meeting, by=None)

    assert list(public_packs.changed_lately()) == [meeting]
    assert public_packs.make_ahead(meeting)
    assert not public_packs.make_ahead(meeting)

    papers.withdraw_document(document=Document.objects.get(title="School places"), by=None, reason="A name.")
    served = b"".join(client.get(f"/meetings/{meeting.pk}/pack.pdf").streaming_content)  # type: ignore[attr-defined]
    (tmp_path / "served.pdf").write_bytes(served)
    words = " ".join(page.text for page in pdf.read(tmp_path / "served.pdf").pages)
    assert "Pupils by school" in words
    assert not any(page in words for page in REPORT)
    assert not public_packs.make_ahead(meeting)


def test_clerk_makes_the_summons_and_fetches_the_packs_or_is_told_why_not(
    client: Client, meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.force_login(make_clerk())
    base = f"/admin/meetings/{meeting.pk}/build/"
    client.post(f"{base}summons/", {"despatched": "2027-09-14"})

    for name in ("agenda.pdf", "public-pack.pdf", "restricted-pack.pdf"):
        assert client.get(base + name)["Content-Type"] == "application/pdf"
    assert Client().get(f"{base}restricted-pack.pdf").status_code == 302

    def broken(*_parts: object) -> None:
        raise pdf.PdfError("no pages")

    monkeypatch.setattr("documents.admin.builder.packs.write_pack", broken)
    told = client.get(f"{base}restricted-pack.pdf")
    assert (told.status_code, "could not be put together" in told.text) == (503, True)
