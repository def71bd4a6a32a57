"""Changes to what the public can see of papers."""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone
from reportlab.pdfgen.canvas import Canvas

from committees.actions import NotAllowed
from committees.models import AgendaItem, PublicChange
from documents import files
from documents.actions import papers
from documents.models import Document, Listing, StoredFile
from documents.pdf import PdfError
from tests.builders import GROUNDS, make_clerk, make_item, make_meeting, make_paper

pytestmark = pytest.mark.django_db


def pdf_of(*pages: str) -> BytesIO:
    file = BytesIO()
    canvas = Canvas(file, invariant=True)
    for words in pages:
        canvas.drawString(72, 720, words)
        canvas.showPage()
    canvas.save()
    file.seek(0)
    return file


def add(item: AgendaItem, file: BytesIO) -> Document:
    return papers.add_paper(
        meeting=item.meeting, item=item, file=file, name="pool.pdf", title="Swimming pool", kind="report", by=None
    )


def test_add_paper_makes_a_draft_with_its_text() -> None:
    document = add(make_item(), pdf_of("The pool will close.", "It will open again."))

    version = document.versions.get()
    assert document not in Document.objects.public()
    assert [page.text for page in version.pages.all()] == ["The pool will close.", "It will open again."]
    assert version.served is not None
    assert version.served != version.original
    assert (version.first_page, version.last_page) == (1, 2)


def test_add_paper_of_a_broken_file_adds_nothing() -> None:
    item = make_item()

    with pytest.raises(PdfError):
        add(item, BytesIO(b"not a PDF"))

    assert not Document.objects.exists()
    assert not Listing.objects.exists()


def test_broken_file_is_not_left_behind() -> None:
    folder = Path(default_storage.path("."))
    before = set(folder.rglob("*.pdf"))

    with pytest.raises(PdfError):
        add(make_item(), BytesIO(b"%PDF-1.7 cut short, and kept by nobody"))

    assert set(folder.rglob("*.pdf")) == before


def test_broken_file_that_was_here_before_stays() -> None:
    content = b"%PDF-1.7 cut short, and uploaded before"
    stored = files.store(BytesIO(content), name="pack.pdf", by=None)

    with pytest.raises(PdfError):
        add(make_item(), BytesIO(content))

    assert Path(stored.file.path).exists()


def test_publish_document_makes_its_newest_version_public() -> None:
    document = add(make_item(), pdf_of("Words"))

    papers.publish_document(document=document, by=None)

    assert document in Document.objects.public()


def test_publish_document_for_a_coming_moment_hides_it_till_then() -> None:
    document = make_paper(published_at=None)

    papers.publish_document(document=document, by=None, at=timezone.now() + timedelta(minutes=5))

    assert document not in Document.objects.public()


def test_publish_document_refuses_an_exempt_paper_without_a_paragraph() -> None:
    document = make_paper(published_at=None, access="exempt")

    with pytest.raises(NotAllowed, match="Schedule 12A"):
        papers.publish_document(document=document, by=None)


def test_publish_agenda_refused_for_one_paper_publishes_nothing() -> None:
    meeting = make_meeting(agenda=False)
    item = make_item(meeting=meeting, published_at=None)
    make_paper(item=item, published_at=None, access="exempt")

    with pytest.raises(NotAllowed):
        papers.publish_agenda(meeting=meeting, by=None)

    meeting.refresh_from_db()
    assert meeting.agenda_published_at is None


def test_papers_published_with_their_agenda_have_its_moment() -> None:
    """Or they would be told of as added after it."""
    meeting = make_meeting(agenda=False)
    paper = make_paper(item=make_item(meeting=meeting, published_at=None), published_at=None)
    papers.publish_agenda(meeting=meeting, by=None)
    paper.refresh_from_db()
    meeting.refresh_from_db()
    assert paper.published_at == meeting.agenda_published_at


def test_withdraw_document_leaves_a_notice_and_keeps_the_file() -> None:
    document, clerk = make_paper(), make_clerk()

    papers.withdraw_document(document=document, by=clerk, reason="It named a resident.")

    (notice,) = Document.objects.notices()
    assert document not in Document.objects.public()
    assert notice.reason == "It named a resident."
    assert document.withdrawn_by == clerk
    assert StoredFile.objects.count() == 1


def test_withdraw_document_needs_a_reason() -> None:
    with pytest.raises(NotAllowed, match="reason"):
        papers.withdraw_document(document=make_paper(), by=None, reason=" ")


def test_reinstated_paper_is_public_again() -> None:
    document = make_paper(withdrawn_at=timezone.now(), withdrawal_reason="By mistake")

    papers.reinstate_document(document=document, by=None, why="The wrong paper was chosen")

    assert document in Document.objects.public()


def test_restricted_paper_is_hidden_and_opened_paper_is_back() -> None:
    document = make_paper()

    papers.restrict_document(
        document=document, by=None, access="exempt", paragraphs=[3], reason="Prices", grounds=GROUNDS
    )
    assert document not in Document.objects.public()

    papers.open_document(document=document, by=None, reason="The contract is signed")
    assert document in Document.objects.public()


def test_replaced_file_is_in_force_with_its_note() -> None:
    document = make_paper()

    version = papers.replace_file(
        document=document, file=pdf_of("Right words"), name="b.pdf", note="Table 2 corrected", by=None
    )

    document.refresh_from_db()
    assert document.current_version == version
    assert (version.number, version.note) == (2, "Table 2 corrected")


@pytest.mark.parametrize(
    "act",
    [
        lambda document: papers.publish_document(document=document, by=None),
        lambda document: papers.withdraw_document(document=document, by=None, reason="By mistake"),
        lambda document: papers.restrict_document(
            document=document, by=None, access="confidential", paragraphs=[], reason="By law"
        ),
        lambda document: papers.open_document(document=document, by=None, reason="Open"),
        lambda document: papers.reinstate_document(document=document, by=None, why="Mistake"),
    ],
    ids=["publish", "withdraw", "restrict", "open", "reinstate"],
)
def test_every_change_tells_the_followers(act: Callable[[Document], object]) -> None:
    document = make_paper()

    act(document)

    assert PublicChange.objects.filter(subject="document", subject_id=document.pk).exists()
