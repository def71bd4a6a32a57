"""A form that fails keeps the files that were chosen in it."""

from datetime import timedelta
from pathlib import Path

from django.test import Client
from django.utils import timezone

from documents.models import ChosenFile, Document, DocumentVersion
from documents.tasks import forget_what_was_kept
from tests.builders import make_clerk, make_item
from tests.documents.admin.uploaded import chosen_file, pdf_of


def address(item: object) -> str:
    return f"/admin/meetings/{item.meeting_id}/papers/add/"  # type: ignore[attr-defined]


def failed(desk: Client, item: object, **changes: object) -> str:
    """The page of a form without a title, in which a file was chosen."""
    sent = {"file": chosen_file(pdf_of("The tender"), "late.pdf"), "title": "", "kind": "report", "access": "open"}
    return desk.post(address(item), {**sent, **changes}).text


def test_file_is_kept_and_serves_when_the_form_is_sent_again(desk: Client) -> None:
    item = make_item()

    text = failed(desk, item)
    assert "“late.pdf” is kept." in text
    again = {"title": "Tender", "kind": "report", "access": "open", "file-kept": str(ChosenFile.objects.get().key)}
    assert again["file-kept"] in text
    desk.post(address(item), again)

    assert Document.objects.get().title == "Tender"
    assert DocumentVersion.objects.get().original.name == "late.pdf"
    assert not ChosenFile.objects.exists()


def test_form_that_fails_again_keeps_the_same_file(desk: Client) -> None:
    item = make_item()
    failed(desk, item)
    kept = str(ChosenFile.objects.get().key)

    text = desk.post(address(item), {"title": "", "kind": "report", "access": "open", "file-kept": kept}).text

    assert kept in text
    assert ChosenFile.objects.count() == 1


def test_other_file_takes_the_place_of_the_kept_one(desk: Client) -> None:
    item = make_item()
    failed(desk, item)
    kept = str(ChosenFile.objects.get().key)
    other = chosen_file(pdf_of("Another"), "other.pdf")

    desk.post(address(item), {"title": "T", "kind": "report", "access": "open", "file": other, "file-kept": kept})

    assert DocumentVersion.objects.get().original.name == "other.pdf"


def test_file_that_is_itself_refused_is_not_kept(desk: Client) -> None:
    text = failed(desk, make_item(), title="Tender", file=chosen_file(b"PK broken", "late.docx"))

    assert "is kept" not in text
    assert not ChosenFile.objects.exists()


def test_file_of_another_clerk_is_not_taken(desk: Client, client: Client) -> None:
    item = make_item()
    failed(desk, item)
    client.force_login(make_clerk())

    text = client.post(
        address(item),
        {"title": "T", "kind": "report", "access": "open", "file-kept": str(ChosenFile.objects.get().key)},
    ).text

    assert "Choose a file." in text
    assert not Document.objects.exists()


def test_kept_files_are_forgotten_after_a_while(desk: Client, django_capture_on_commit_callbacks: object) -> None:
    failed(desk, make_item())
    path = Path(ChosenFile.objects.get().file.path)
    assert path.exists()
    ChosenFile.objects.update(kept_at=timezone.now() - timedelta(days=1))

    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        forget_what_was_kept(timestamp=0)

    assert not ChosenFile.objects.exists()
    assert not path.exists()
