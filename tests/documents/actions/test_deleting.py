"""Draft papers and meetings with papers: deleted, put back, and forgotten in the end with their files."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from committees.actions import InUse, NotAllowed, restore_draft
from committees.models import DeletedDraft, Meeting
from documents.actions.deleting import (
    delete_draft_item,
    delete_draft_meeting,
    delete_draft_paper,
    forget_deleted_drafts,
)
from documents.models import Document, Listing, PackUpload, Page, Recommendation, StoredFile
from tests.builders import make_item, make_meeting, make_paper, make_recommendation
from tests.documents.admin.uploaded import ready_upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting() -> Meeting:
    return make_meeting(agenda=False, published_at=None)


def test_draft_paper_comes_back_with_its_file_pages_and_listing(meeting: Meeting) -> None:
    paper = make_paper(meeting=meeting, published_at=None, title="Tender")
    pages = Page.objects.count()

    deleted = delete_draft_paper(paper=paper, by=None)
    assert not Document.objects.exists()
    restore_draft(deleted=deleted, by=None)

    back = Document.objects.get()
    assert (back.pk, back.title, back.current_version_id) == (paper.pk, "Tender", paper.current_version_id)
    assert Listing.objects.get().meeting == meeting
    assert Page.objects.count() == pages


def test_what_a_draft_paper_asks_its_meeting_goes_and_comes_back_with_it(meeting: Meeting) -> None:
    item = make_item(meeting=meeting, published_at=None)
    paper = make_paper(item=item, published_at=None)
    asked = make_recommendation(kind="meeting", document=paper, item=item, text="That the pool be built.")
    make_recommendation(kind="meeting", document=paper, parent=asked, item=item, label="a", text="With a slide.")

    deleted = delete_draft_meeting(meeting=meeting, by=None)
    assert not Recommendation.objects.exists()
    restore_draft(deleted=deleted, by=None)

    back = Recommendation.objects.get(parent=None)
    assert (back.pk, back.text, back.item) == (asked.pk, "That the pool be built.", item)
    assert Recommendation.objects.get(parent=back).text == "With a slide."


def test_paper_that_stays_asks_at_no_item_until_the_item_is_back(meeting: Meeting) -> None:
    item = make_item(meeting=meeting, published_at=None)
    paper = make_paper(item=item, published_at=None)
    Listing.objects.create(document=paper, meeting=make_meeting(agenda=False, published_at=None), order=1)
    asked = make_recommendation(kind="meeting", document=paper, item=item)

    deleted = delete_draft_item(item=item, by=None)
    asked.refresh_from_db()
    assert asked.item is None
    restore_draft(deleted=deleted, by=None)

    asked.refresh_from_db()
    assert asked.item == item


def test_record_that_a_clerk_made_from_a_draft_paper_keeps_it(meeting: Meeting) -> None:
    paper = make_paper(meeting=meeting, published_at=None)
    made = make_recommendation(document=paper)

    with pytest.raises(InUse) as refused:
        delete_draft_paper(paper=paper, by=None)

    assert list(refused.value.by) == [made]


def test_meeting_goes_and_comes_back_with_the_papers_that_are_its_alone(meeting: Meeting) -> None:
    alone = make_paper(meeting=meeting, published_at=None)
    shared = make_paper(meeting=meeting, published_at=None)
    other = make_meeting(agenda=False, published_at=None)
    Listing.objects.create(document=shared, meeting=other, order=1)

    deleted = delete_draft_meeting(meeting=meeting, by=None)

    assert list(Document.objects.all()) == [shared]
    restore_draft(deleted=deleted, by=None)
    assert set(Listing.objects.filter(meeting=meeting).values_list("document", flat=True)) == {alone.pk, shared.pk}


def test_pack_of_a_deleted_meeting_can_be_confirmed_again(meeting: Meeting) -> None:
    upload = ready_upload(state=PackUpload.State.DRAFTED, meeting=meeting)

    deleted = delete_draft_meeting(meeting=meeting, by=None)
    upload.refresh_from_db()
    assert (upload.state, upload.meeting) == (PackUpload.State.READY, None)

    restore_draft(deleted=deleted, by=None)
    upload.refresh_from_db()
    assert (upload.state, upload.meeting) == (PackUpload.State.DRAFTED, meeting)


def test_meeting_with_a_published_paper_is_not_deleted(meeting: Meeting) -> None:
    make_paper(meeting=meeting)

    with pytest.raises(NotAllowed, match="has been public"):
        delete_draft_meeting(meeting=meeting, by=None)

    assert Meeting.objects.filter(pk=meeting.pk).exists()


def test_files_outlast_the_thirty_days_and_no_longer(
    meeting: Meeting, django_capture_on_commit_callbacks: object
) -> None:
    paper = make_paper(meeting=meeting, published_at=None)
    assert paper.current_version
    path = Path(paper.current_version.original.file.path)
    delete_draft_paper(paper=paper, by=None)

    assert forget_deleted_drafts() == 0
    assert path.exists()

    DeletedDraft.objects.update(deleted_at=timezone.now() - timedelta(days=31))
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        assert forget_deleted_drafts() == 1
    assert not path.exists()
    assert not StoredFile.objects.exists()
