"""Changes of one paper, each asked for on a page of its own."""

import zipfile
from datetime import timedelta
from io import BytesIO

import pytest
from django.test import Client
from django.utils import timezone

from documents.models import Document
from tests.builders import make_item, make_paper, make_user
from tests.documents.admin.uploaded import chosen_file, pdf_of

WORD_PARTS = {
    "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels": '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    'officeDocument" Target="word/document.xml"/></Relationships>',
    "word/document.xml": '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/'
    'wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>The tender was let.</w:t></w:r></w:p></w:body></w:document>',
}


def word_document() -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in WORD_PARTS.items():
            archive.writestr(name, text)
    return file.getvalue()


@pytest.mark.parametrize(("content", "name"), [(pdf_of("The tender"), "late.pdf"), (word_document(), "late.docx")])
def test_paper_is_added_to_an_item_as_a_draft(desk: Client, content: bytes, name: str) -> None:
    item = make_item()
    form = {"file": chosen_file(content, name), "title": "Tender", "kind": "report", "item": item.pk, "access": "open"}

    response = desk.post(f"/admin/meetings/{item.meeting_id}/papers/add/", form)

    paper = Document.objects.get()
    assert response["Location"] == f"/admin/meetings/{item.meeting_id}/publication/"
    assert (paper.title, paper.published_at) == ("Tender", None)


def test_paper_added_from_the_agenda_builder_leads_back_to_its_item(desk: Client) -> None:
    item = make_item()
    form = {"file": chosen_file(pdf_of("Tender")), "title": "Tender", "kind": "report", "item": item.pk}
    address = f"/admin/meetings/{item.meeting_id}/papers/add/?item={item.pk}&building=yes"

    response = desk.post(address, {**form, "access": "open"})

    assert response["Location"] == f"/admin/meetings/{item.meeting_id}/build/#item-{item.pk}"
    assert "publish it from “Check and publish”" in desk.get(response["Location"]).text


def test_draft_paper_is_published(desk: Client) -> None:
    paper = make_paper(published_at=None)

    desk.post(f"/admin/papers/{paper.pk}/publish/", {"at": ""})

    assert Document.objects.public().get() == paper


def test_damaged_file_is_refused_and_nothing_is_added(desk: Client) -> None:
    item = make_item()
    form = {"file": chosen_file(b"PK broken", "late.docx"), "title": "Tender", "kind": "report", "access": "open"}

    response = desk.post(f"/admin/meetings/{item.meeting_id}/papers/add/", form)

    assert "not a Word document" in response.text
    assert '<a href="#id_file">' in response.text
    assert 'value="Tender"' in response.text
    assert not Document.objects.exists()


def test_other_kind_of_file_is_told_at_the_field(desk: Client) -> None:
    item = make_item()

    response = desk.post(f"/admin/meetings/{item.meeting_id}/papers/add/", {"file": chosen_file(b"x", "late.exe")})

    assert '<a href="#id_file">Choose a PDF, or a Word document' in response.text


def test_exempt_paper_is_added_with_its_grounds(desk: Client) -> None:
    item = make_item()
    facts = {"title": "Tender", "kind": "report", "access": "exempt", "exempt_paragraphs": "3", "reason": "A bid."}
    grounds = {"public_interest": "Bidders would know.", "decided_by": "Solicitor", "review_on": "2030-01-31"}

    asked = desk.post(f"/admin/meetings/{item.meeting_id}/papers/add/", {"file": chosen_file(), **facts}).text
    desk.post(f"/admin/meetings/{item.meeting_id}/papers/add/", {"file": chosen_file(), **facts, **grounds})

    assert '<a href="#id_public_interest">Enter why the public interest' in asked
    assert '<a href="#id_review_on">Enter the day to look at it again' in asked
    assert 'value="Tender"' in asked
    paper = Document.objects.get()
    assert (paper.withheld_reason, paper.public_interest, paper.withheld_by) == (
        "A bid.",
        "Bidders would know.",
        "Solicitor",
    )


def test_exempt_paper_needs_its_paragraph(desk: Client) -> None:
    item = make_item()
    form = {"file": chosen_file(), "title": "Tender", "kind": "report", "access": "exempt", "exempt_paragraphs": ""}

    response = desk.post(f"/admin/meetings/{item.meeting_id}/papers/add/", form)

    assert '<a href="#id_exempt_paragraphs">Enter the paragraph' in response.text


def test_item_of_another_meeting_is_refused(desk: Client) -> None:
    form = {"file": chosen_file(), "title": "Tender", "kind": "report", "access": "open", "item": make_item().pk}

    desk.post(f"/admin/meetings/{make_item().meeting_id}/papers/add/", form)

    assert not Document.objects.exists()


def test_paper_is_withdrawn_with_a_public_reason(desk: Client) -> None:
    paper = make_paper()

    desk.post(f"/admin/papers/{paper.pk}/withdraw/", {"reason": "It named a resident.", "notice_title": ""})

    assert not Document.objects.public().exists()
    assert [notice.reason for notice in Document.objects.notices()] == ["It named a resident."]


def test_withdrawal_without_reason_is_told_at_the_field(desk: Client) -> None:
    paper = make_paper()

    response = desk.post(f"/admin/papers/{paper.pk}/withdraw/", {"reason": " "})

    assert '<a href="#id_reason">Enter the reason' in response.text
    assert Document.objects.public().exists()


def test_withdrawn_paper_is_reinstated(desk: Client) -> None:
    paper = make_paper()
    desk.post(f"/admin/papers/{paper.pk}/withdraw/", {"reason": "It named a resident."})

    desk.post(f"/admin/papers/{paper.pk}/reinstate/", {"why": "The name was the author's."})

    assert Document.objects.public().get() == paper


def test_paper_is_withheld_and_opened_again(desk: Client) -> None:
    paper = make_paper()
    withheld = {
        "access": "exempt",
        "exempt_paragraphs": "3",
        "reason": "The price is secret until the sale.",
        "public_interest": "Bidders would know what we pay.",
        "decided_by": "Monitoring Officer",
        "review_on": f"{timezone.localdate() + timedelta(days=90)}",
    }

    desk.post(f"/admin/papers/{paper.pk}/restrict/", withheld)
    hidden = not Document.objects.public().exists()
    desk.post(f"/admin/papers/{paper.pk}/open/", {"why": "The sale is done."})

    assert hidden
    assert Document.objects.public().get() == paper


def test_paper_is_not_withheld_as_open(desk: Client) -> None:
    paper = make_paper()

    desk.post(f"/admin/papers/{paper.pk}/restrict/", {"access": "open", "exempt_paragraphs": "", "reason": "None"})

    paper.refresh_from_db()
    assert paper.withheld_reason == ""


def test_corrected_file_takes_the_place_of_the_old_one(desk: Client) -> None:
    paper = make_paper()

    desk.post(
        f"/admin/papers/{paper.pk}/replace/", {"file": chosen_file(), "note": "Table 2 is corrected.", "compare": "yes"}
    )

    paper.refresh_from_db()
    assert paper.current_version
    assert (paper.current_version.number, paper.current_version.note) == (2, "Table 2 is corrected.")


@pytest.mark.parametrize("change", ["publish", "withdraw", "reinstate", "restrict", "open", "replace"])
def test_change_needs_the_permission(client: Client, db: None, change: str) -> None:
    paper = make_paper()
    client.force_login(make_user(is_staff=True))

    assert client.get(f"/admin/papers/{paper.pk}/{change}/").status_code == 403


@pytest.mark.parametrize("change", ["publish", "withdraw", "reinstate", "restrict", "open", "replace"])
def test_looking_at_a_change_changes_nothing(desk: Client, change: str) -> None:
    paper = make_paper()

    assert desk.get(f"/admin/papers/{paper.pk}/{change}/").status_code == 200
    assert Document.objects.public().get() == paper
