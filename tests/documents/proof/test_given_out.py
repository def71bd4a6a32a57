"""The copy of a proof that is given to whoever asks."""

from pathlib import Path

import pytest
from django.test import Client

from committees.models import Access
from documents.actions import papers
from documents.models import Document
from documents.pdf import read
from documents.proof import given_out, proof_of
from tests.builders import GROUNDS, make_clerk, make_meeting
from tests.documents.actions.test_papers import pdf_of
from tests.documents.proof.test_record import published, said

pytestmark = pytest.mark.django_db


def test_what_was_published_is_told_with_its_digest_and_without_the_name_of_its_file() -> None:
    copy = given_out(proof_of(meeting := published()), meeting)

    assert "Paper published: Pool" in said(copy)
    assert "Agenda published: The agenda" in said(copy)
    (file,) = copy.served
    assert (file.paper, file.name) == ("Pool", "")
    assert file.sha256


def test_withheld_paper_is_named_by_its_notice_and_its_file_is_not_told_of() -> None:
    meeting = published()
    papers.restrict_document(
        document=Document.objects.get(),
        by=make_clerk(),
        access=Access.EXEMPT,
        paragraphs=[3],
        reason="It names a bidder.",
        grounds=GROUNDS,
    )

    copy = given_out(proof_of(meeting), meeting)

    assert "Paper withheld as exempt: Exempt report" in said(copy)
    assert not [line for line in said(copy) if "Pool" in line]
    assert copy.served == []


def test_title_that_was_corrected_is_not_told_as_it_was() -> None:
    meeting = published()
    Document.objects.filter(title="Pool").update(title="Swimming pool")

    copy = given_out(proof_of(meeting), meeting)

    assert "Paper published: Swimming pool" in said(copy)
    assert "Pool" not in str([(one.about, one.details, one.why) for one in copy.entries])


def test_correction_that_waits_is_not_told_of() -> None:
    meeting = published()
    paper = Document.objects.get()
    papers.replace_file(
        document=paper, file=pdf_of("Right"), name="right.pdf", note="No child is named.", by=make_clerk(), held=True
    )

    assert "child" not in str(given_out(proof_of(meeting), meeting))


def test_copy_is_downloaded_as_pdf(client: Client, tmp_path: Path) -> None:
    client.force_login(make_clerk())
    meeting = published()

    page = client.get(f"/admin/meetings/{meeting.pk}/proof/")
    copy = client.get(f"/admin/meetings/{meeting.pk}/proof.pdf?copy=public")

    (tmp_path / "copy.pdf").write_bytes(copy.content)
    words = " ".join(" ".join(one.text for one in read(tmp_path / "copy.pdf").pages).split())
    assert f"/admin/meetings/{meeting.pk}/proof.pdf?copy=public" in page.text
    assert "names what the public may read" in words
    assert "Pool" in words
    assert 'filename="proof-' in copy["Content-Disposition"]


def test_meeting_whose_agenda_is_no_longer_public_has_no_copy(client: Client) -> None:
    client.force_login(make_clerk())
    meeting = make_meeting(agenda=False)

    assert client.get(f"/admin/meetings/{meeting.pk}/proof.json?copy=public").status_code == 404
    assert "copy=public" not in client.get(f"/admin/meetings/{meeting.pk}/proof/").text
