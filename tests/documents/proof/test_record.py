"""Proof of publication, taken from the audit trail."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from committees import actions
from committees.models import Meeting
from documents.actions import papers
from documents.actions.timed import take_back, time_publication
from documents.models import Document, StoredFile
from documents.pdf import read
from documents.proof import Proof, proof_of
from tests.builders import GROUNDS, WEIGHED, make_clerk, make_item, make_meeting, make_paper, make_section
from tests.documents.actions.test_papers import pdf_of

pytestmark = pytest.mark.django_db


def published(**fields: object) -> Meeting:
    """A meeting with one paper, released by rosa."""
    meeting = make_meeting(agenda=False, published_at=None, **fields)
    make_paper(item=make_item(meeting=meeting, published_at=None), published_at=None, title="Pool")
    before = timezone.now() - timedelta(minutes=5)  # a test is one transaction, whose time stands still
    papers.publish_agenda(meeting=meeting, by=make_clerk(username="rosa"), at=before, late_reason="The chair was ill")
    return meeting


def said(proof: Proof) -> list[str]:
    return [f"{one.what}: {one.about}" for one in proof.entries]


def test_proof_says_what_was_published_by_whom_and_with_which_bytes() -> None:
    proof = proof_of(published())

    assert "Agenda published: The agenda" in said(proof)
    agenda = next(one for one in proof.entries if one.what == "Agenda published")
    assert (agenda.by, agenda.why) == ("rosa", "Publish agenda")
    assert agenda.written_at.endswith(("GMT", "BST"))
    (file,) = proof.served
    assert (file.paper, file.version, file.until) == ("Pool", 1, None)
    assert file.sha256 == StoredFile.objects.get().sha256
    assert proof.head.number


def test_item_is_named_by_the_letter_of_its_section_too() -> None:
    meeting = make_meeting(agenda=False, published_at=None)
    section = make_section(meeting=meeting, letter="B")
    item = make_item(meeting=meeting, section=section, label="2", title="Pools", published_at=None)
    make_paper(item=item, published_at=None)
    before = timezone.now() - timedelta(minutes=5)

    papers.publish_agenda(meeting=meeting, by=make_clerk(), at=before, late_reason="The chair was ill")

    assert "Item published: Item B2 Pools" in said(proof_of(meeting))


def test_reason_for_publishing_late_is_in_the_proof() -> None:
    proof = proof_of(published(date=timezone.localdate() + timedelta(days=1)))

    agenda = next(one for one in proof.entries if one.what == "Agenda published")
    assert ("Reason for publishing late", "The chair was ill") in agenda.details


def test_correction_and_withdrawal_end_the_serving_of_a_file() -> None:
    meeting, by = published(), make_clerk()
    paper = Document.objects.get()
    papers.replace_file(document=paper, file=pdf_of("Right"), name="right.pdf", note="The total is right.", by=by)
    papers.withdraw_document(document=paper, by=by, reason="It named a child.")

    proof = proof_of(meeting)

    assert said(proof)[-2:] == ["Paper corrected: Pool", "Paper withdrawn: Pool"]
    assert proof.entries[-2].details[0] == ("What changed", "The total is right.")
    assert proof.entries[-1].details == (("Reason", "It named a child."),)
    assert [(file.version, file.until is None) for file in proof.served] == [(1, False), (2, False)]


def test_timed_publication_is_no_serving_until_its_time() -> None:
    meeting = make_meeting(agenda=False, published_at=None)
    make_paper(item=make_item(meeting=meeting, published_at=None), published_at=None)
    at = timezone.now() + timedelta(hours=1)
    papers.publish_agenda(meeting=meeting, by=None, at=at)

    proof = proof_of(meeting)

    assert "Agenda set to be published: The agenda" in said(proof)
    assert proof.served == []


def test_withheld_paper_is_listed_and_never_served() -> None:
    meeting = make_meeting(agenda=False, published_at=None)
    make_paper(meeting=meeting, published_at=None, access="exempt", exempt_paragraphs=[3], title="Terms", **WEIGHED)
    papers.publish_agenda(meeting=meeting, by=None)

    proof = proof_of(meeting)

    paper = next(one for one in proof.entries if one.about == "Terms")
    assert ("Withheld from the public", "Exempt") in paper.details
    assert proof.served == []


def test_deposit_is_told_apart_from_publication() -> None:
    meeting = published()
    actions.record_duty(
        duty="deposit", of=meeting, done_at=timezone.now(), done_by="Rosa Hale", how="Left at reception", by=None
    )

    entry = proof_of(meeting).entries[-1]

    assert entry.about == "Agenda and open reports put out at the offices"
    assert dict(entry.details)["How"] == "Left at reception"


def test_proof_is_of_the_trail_and_not_of_the_rows() -> None:
    meeting = published()
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute("UPDATE documents_document SET title = 'Another', published_at = NULL")
        cursor.execute("SET session_replication_role = DEFAULT")

    assert "Paper published: Pool" in said(proof_of(meeting))


def test_record_is_downloaded_whole_as_html_and_as_json(client: Client) -> None:
    meeting = published()
    client.force_login(make_clerk())

    page = client.get(f"/admin/meetings/{meeting.pk}/proof/")
    html = client.get(f"/admin/meetings/{meeting.pk}/proof.html")
    data = client.get(f"/admin/meetings/{meeting.pk}/proof.json")

    told = json.loads(data.content)
    assert told["files"][0]["sha256"] == StoredFile.objects.get().sha256
    assert told["files"][0]["sha256"] in page.text
    assert told["files"][0]["sha256"] in html.text
    assert "attachment" in html["Content-Disposition"]
    assert "<link" not in html.text
    assert "<script" not in html.text


def test_record_is_downloaded_as_a_tagged_pdf_with_its_digests_whole(client: Client, tmp_path: Path) -> None:
    meeting = published()
    client.force_login(make_clerk())

    answer = client.get(f"/admin/meetings/{meeting.pk}/proof.pdf")

    (tmp_path / "proof.pdf").write_bytes(answer.content)
    words = "".join("".join(page.text for page in read(tmp_path / "proof.pdf").pages).split())
    assert answer["Content-Disposition"].endswith('.pdf"')
    assert StoredFile.objects.get().sha256 in words.replace("\u200b", "")
    assert "Paperpublished:Pool" in words
    assert b"pdfuaid" in answer.content


def test_record_with_a_letter_that_the_fonts_do_not_have_is_downloaded_all_the_same(client: Client) -> None:
    meeting = published(title="चर्चा 😀")
    client.force_login(make_clerk())

    assert client.get(f"/admin/meetings/{meeting.pk}/proof.pdf").content.startswith(b"%PDF")


def test_proof_is_for_staff_who_may_change_meetings(client: Client) -> None:
    meeting = published()

    for address in ("proof/", "proof.pdf", "proof.html", "proof.json"):
        assert client.get(f"/admin/meetings/{meeting.pk}/{address}").status_code in (302, 403, 404)


def test_serving_ends_while_the_item_is_in_private_and_begins_again_when_it_is_opened() -> None:
    meeting, by = published(), make_clerk()
    (item,) = meeting.items.all()

    actions.restrict_item(
        item=item,
        by=by,
        access="exempt",
        paragraphs=[3],
        reason="It names a bidder.",
        grounds=GROUNDS,
    )
    private = proof_of(meeting).served
    actions.open_item(item=item, by=by, reason="The contract is signed.")

    assert [file.until is None for file in private] == [False]
    assert [file.until is None for file in proof_of(meeting).served] == [False, True]


def test_what_was_set_for_a_coming_moment_and_taken_back_is_told() -> None:
    meeting, clerk = published(), make_clerk(username="asha")
    paper = Document.objects.get()
    file = {"file": pdf_of("Corrected"), "name": "p.pdf", "note": "A date"}
    papers.replace_file(document=paper, by=clerk, held=True, **file)  # type: ignore[arg-type]
    timed = time_publication(of=paper, at=timezone.now() + timedelta(hours=1), by=clerk)
    take_back(timed=timed, by=clerk)

    proof = proof_of(meeting)

    assert "Set to be published at a coming moment: Pool" in said(proof)
    taken_back = next(one for one in proof.entries if one.what == "Timed publication taken back")
    assert (taken_back.about, taken_back.by) == ("Pool", "asha")
