"""What a supplement does to an agenda that is here."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from committees.actions import NotAllowed, record_urgency
from committees.models import AgendaItem, Committee, Meeting, MeetingMember
from documents.actions import uploads
from documents.actions.differences import differences
from documents.actions.supplements import give_late_reason
from documents.models import Document, Listing, PackUpload, PaperToFollow, Supplement
from documents.packs.plan import PackPlan, PlannedItem
from tests.builders import make_committee
from tests.documents.actions.test_uploads import FRONT, PARKS, PLAN, POOL, draft, publish, read_pack, report

pytestmark = pytest.mark.django_db

LATE_FRONT, LATE_PARKS = "Supplementary agenda", "The parks will be cut weekly"
TOMORROW = timezone.localdate() + timedelta(days=1)
APPENDIX = replace(report("Appendix 1", 2), first_page=3, last_page=3)
SUPPLEMENT = replace(
    PLAN,
    members=[],
    sections=[],
    items=[
        PlannedItem(
            "B", "2", "Parks", "", 3, 3, 2, 2, documents=[replace(report("Appendix 1", 2), first_page=3, last_page=3)]
        )
    ],
    pdf_pages=2,
    is_supplement=True,
)
URGENT = replace(
    SUPPLEMENT, items=[PlannedItem("B", "9", "Flood at the library", "", 3, 3, 2, 2, documents=[report("Flood", 2)])]
)


@pytest.fixture
def committee() -> Committee:
    return make_committee(name="Scrutiny Committee")


def soon(plan: PackPlan) -> PackPlan:
    return replace(plan, meeting=replace(plan.meeting, date=TOMORROW))


def publish_late(committee: Committee, plan: PackPlan) -> Meeting:
    return uploads.publish(upload=draft(committee, plan), by=None, late_reason="The chair was ill.")


def draft_supplement(committee: Committee, plan: PackPlan = SUPPLEMENT) -> PackUpload:
    return draft(committee, plan, LATE_FRONT, LATE_PARKS)


def test_supplement_adds_its_papers_and_leaves_the_rest_alone(committee: Committee) -> None:
    meeting = publish(committee)

    uploads.publish(upload=draft_supplement(committee), by=None)

    assert [(item.title, item.state) for item in AgendaItem.objects.filter(meeting=meeting)] == [
        ("Apologies", "listed"),
        ("Swimming pool", "listed"),
        ("Parks", "listed"),
    ]
    assert MeetingMember.objects.count() == 2
    of_parks = Listing.objects.filter(item__title="Parks").order_by("order")
    assert [(row.document.title, row.first_page) for row in of_parks] == [("Parks", 2), ("Appendix 1", 3)]
    assert Supplement.objects.public().get().number == 1


def test_front_sheet_of_a_supplement_takes_no_other_s_place(committee: Committee) -> None:
    publish(committee)
    uploads.publish(upload=draft_supplement(committee), by=None)
    second = replace(SUPPLEMENT, items=[])

    uploads.publish(upload=draft(committee, second, "Second supplement"), by=None)

    fronts = Document.objects.public().filter(kind="front_sheet").order_by("pk")
    assert [paper.title for paper in fronts] == [
        "Agenda front sheet",
        "Supplement 1: front sheet",
        "Supplement 2: front sheet",
    ]


def test_differences_of_a_supplement_are_what_it_adds(committee: Committee) -> None:
    meeting = publish(committee)

    found = differences(plan=URGENT, meeting=meeting, text=read_pack(LATE_FRONT, LATE_PARKS))

    assert [(row.what, row.after) for row in found] == [
        ("Item added", "B9 Flood at the library"),
        ("Paper added", "Agenda front sheet"),
        ("Paper added", "Flood"),
    ]


def test_supplement_needs_a_meeting_to_add_to(committee: Committee) -> None:
    with pytest.raises(NotAllowed, match="supplement"):
        draft_supplement(committee)


def test_supplement_is_not_published_before_its_agenda(committee: Committee) -> None:
    draft(committee)

    with pytest.raises(NotAllowed, match="publish the agenda first"):
        uploads.publish(upload=draft_supplement(committee), by=None)


def test_pack_said_to_be_whole_after_all_is_no_supplement(committee: Committee) -> None:
    publish(committee)
    made = draft_supplement(committee)

    uploads.write_drafts(upload=made, plan=replace(SUPPLEMENT, is_supplement=False), committee=committee, by=None)

    assert not Supplement.objects.exists()


def test_supplement_inside_the_clear_days_says_why(committee: Committee) -> None:
    publish_late(committee, soon(PLAN))
    made = draft_supplement(committee, soon(SUPPLEMENT))
    with pytest.raises(NotAllowed, match="give the reason"):
        uploads.publish(upload=made, by=None)

    give_late_reason(supplement=Supplement.objects.get(), by=None, reason="The survey came on Monday.")
    uploads.publish(upload=made, by=None)

    assert Supplement.objects.public().get().late_reason == "The survey came on Monday."


def test_late_item_needs_the_chairs_opinion_and_a_late_report_does_not(committee: Committee) -> None:
    publish_late(committee, soon(PLAN))
    made = draft_supplement(committee, soon(URGENT))
    give_late_reason(supplement=Supplement.objects.get(), by=None, reason="A flood.")
    with pytest.raises(NotAllowed, match="urgent"):
        uploads.publish(upload=made, by=None)

    record_urgency(item=AgendaItem.objects.get(label="9"), by=None, reason="The library is closed.")
    uploads.publish(upload=made, by=None)

    assert AgendaItem.objects.public().filter(label="9").exists()


def test_published_page_numbers_never_move(committee: Committee) -> None:
    publish(committee)
    moved = replace(
        PLAN.items[1], first_page=7, last_page=7, documents=[replace(report("Pool", 2), first_page=7, last_page=7)]
    )

    publish(committee, replace(PLAN, items=[PLAN.items[0], moved, PLAN.items[2]]), FRONT, POOL + " soon", PARKS)

    assert Listing.objects.get(document__title="Pool").first_page == 1
    assert AgendaItem.objects.get(title="Swimming pool").first_page == 1


def test_item_marked_to_follow_is_a_promise_that_its_paper_keeps(committee: Committee) -> None:
    plan = replace(PLAN, items=[*PLAN.items[:2], replace(PLAN.items[2], documents=[], note="To Follow")])
    meeting = publish(committee, plan)
    assert [promise.title for promise in PaperToFollow.objects.public()] == ["Parks"]

    made = draft_supplement(committee)
    assert PaperToFollow.objects.public().exists()
    uploads.publish(upload=made, by=None)

    assert not PaperToFollow.objects.public().exists()
    assert Meeting.objects.get() == meeting
