"""The last look before publication, and publication."""

from dataclasses import replace

from django.test import Client

from committees.models import AgendaItem, Committee, DeletedDraft, Meeting
from documents.actions import uploads
from documents.admin.publication import publication
from documents.models import Document, PackUpload
from tests.builders import WEIGHED, make_item, make_meeting, make_paper
from tests.documents.admin.uploaded import PAGES, PLAN, drafted_upload


def address(upload: PackUpload) -> str:
    return f"/admin/packs/{upload.pk}/publication/"


def test_page_lists_what_becomes_public_and_what_is_withheld(desk: Client, committee: Committee) -> None:
    upload = drafted_upload(committee)

    text = desk.get(address(upload)).text

    assert "<strong>3</strong> items and <strong>3</strong> papers will become public" in text
    assert "The public reads “Exempt appendix”, paragraph 3" in text


def test_publishing_makes_open_papers_public_and_no_others(desk: Client, committee: Committee) -> None:
    upload = drafted_upload(committee)

    response = desk.post(address(upload))

    assert response["Location"] == f"/admin/packs/{upload.pk}/"
    assert {paper.title for paper in Document.objects.public()} == {"Agenda front sheet", "Pool", "Parks"}
    assert Meeting.objects.with_public_agenda().exists()


def test_exempt_paper_without_paragraph_stops_publication(desk: Client, committee: Committee) -> None:
    papers = [replace(paper, exempt_paragraphs=[]) for paper in PLAN.items[1].documents]
    upload = drafted_upload(committee, replace(PLAN, items=[replace(PLAN.items[1], documents=papers)]))

    shown = desk.get(address(upload)).text
    desk.post(address(upload))

    assert "“Terms of the sale” is exempt: say which paragraph" in shown
    assert 'type="submit" class="clerk-button">Publish' not in shown
    assert not Document.objects.public().exists()


def test_refused_publication_says_why(desk: Client, committee: Committee) -> None:
    upload = drafted_upload(committee)
    AgendaItem.objects.filter(title="Parks").update(access="exempt")

    text = desk.post(address(upload)).text

    assert "There is a problem" in text
    assert "say which paragraph" in text


def test_withheld_items_title_is_asked_about(committee: Committee) -> None:
    meeting = make_meeting(committee=committee, agenda=False)
    make_item(meeting=meeting, title="Dismissal of J Smith", access="confidential")

    checks = publication(meeting).checks

    assert any("is it neutral?" in check.message for check in checks)


def test_new_committee_is_told_of(committee: Committee) -> None:
    Committee.objects.update(is_public=False)
    committee.refresh_from_db()

    checks = publication(make_meeting(committee=committee, agenda=False)).checks

    assert any("becomes public too" in check.message for check in checks)


def test_correction_of_a_public_meeting_is_listed_and_noted(desk: Client, committee: Committee) -> None:
    uploads.publish(upload=drafted_upload(committee), by=None)
    second = drafted_upload(committee, PLAN, *PAGES[:3], "Parks, with a correction")

    shown = desk.get(address(second)).text
    desk.post(address(second), {"note": "Page 4 was missing."})

    assert shown.count("New version becomes public") == 1
    paper = Document.objects.public().get(title="Parks")
    assert paper.current_version
    assert (paper.current_version.number, paper.current_version.note) == (2, "Page 4 was missing.")


def test_note_with_a_null_character_is_kept_without_it(desk: Client, committee: Committee) -> None:
    uploads.publish(upload=drafted_upload(committee), by=None)
    second = drafted_upload(committee, PLAN, *PAGES[:3], "Parks, with a correction")

    desk.post(address(second), {"note": "Page 4\0 was missing."})

    paper = Document.objects.public().get(title="Parks")
    assert paper.current_version
    assert paper.current_version.note == "Page 4 was missing."


def test_upload_without_drafts_leads_back_to_its_plan(desk: Client, committee: Committee) -> None:
    upload = drafted_upload(committee)
    PackUpload.objects.update(state=PackUpload.State.READY)

    assert desk.get(address(upload))["Location"] == f"/admin/packs/{upload.pk}/"


def test_meeting_made_by_hand_is_published_with_its_papers(desk: Client) -> None:
    meeting = make_meeting(agenda=False, published_at=None)
    paper = make_paper(item=make_item(meeting=meeting, published_at=None), published_at=None)

    desk.post(f"/admin/meetings/{meeting.pk}/publication/")

    assert list(Document.objects.public()) == [paper]


def test_papers_of_a_withheld_item_are_shown_as_withheld(db: None) -> None:
    item = make_item(access="exempt", exempt_paragraphs=[1])
    make_paper(item=item)

    assert [paper.fate for paper in publication(item.meeting).papers] == ["withheld"]


def test_exempt_paper_whose_grounds_are_not_recorded_is_asked_about(desk: Client) -> None:
    paper = make_paper(access="exempt", exempt_paragraphs=[12], title="Terms")
    (meeting,) = Meeting.objects.all()

    text = desk.get(f"/admin/meetings/{meeting.pk}/publication/").text

    assert "“Terms” is exempt: say why the public interest in withholding it is the greater." in text
    assert "“Terms” is exempt: say when to look at it again." in text
    assert "“Terms”: Schedule 12A has no paragraph 12 for this council." in text
    assert f'href="/admin/papers/{paper.pk}/restrict/"' in text


def test_meeting_with_nothing_new_says_so_without_numbers(desk: Client) -> None:
    meeting = make_paper().listings.get().meeting

    text = desk.get(f"/admin/meetings/{meeting.pk}/publication/").text

    assert "Nothing new waits to be published" in text
    assert "<strong>0</strong> items" not in text
    assert 'class="clerk-button">Publish' not in text


def test_withheld_paper_added_to_a_public_agenda_waits_to_be_published(desk: Client) -> None:
    """Until then its notice is not public, and no member can read it."""
    item = make_item()
    make_paper(item=item, published_at=None, access="exempt", exempt_paragraphs=[3], **WEIGHED)

    page = desk.get(f"/admin/meetings/{item.meeting_id}/publication/").text
    desk.post(f"/admin/meetings/{item.meeting_id}/publication/")

    assert "Nothing new waits" not in page
    assert "its notice becomes public" in page
    assert len(Document.objects.notices()) == 1


def test_draft_that_a_corrected_pack_has_no_more_is_offered_to_be_dropped_and_put_back(
    desk: Client, committee: Committee
) -> None:
    drafted_upload(committee)
    pool = replace(PLAN.items[1], documents=PLAN.items[1].documents[:1])
    second = drafted_upload(committee, replace(PLAN, items=[PLAN.items[0], pool, PLAN.items[2]]), *PAGES, "A page more")
    terms = Document.objects.get(title="Terms of the sale")

    shown = desk.get(address(second)).text
    told = desk.post(address(second), {"act": "drop", "left_out": [terms.pk]}, follow=True).text

    assert "Not in the newest pack" in shown
    assert shown.count('name="left_out"') == 1
    assert "Dropped: “Terms of the sale”. It can be put back for 30 days." in told
    assert not Document.objects.filter(title="Terms of the sale").exists()
    assert DeletedDraft.objects.restorable().get()
    assert "Not in the newest pack" not in told
