"""Uploading a pack, and following it."""

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from documents.models import PackUpload, StoredFile
from tests.builders import make_user
from tests.documents.admin.uploaded import PAGES, chosen_file, ready_upload, upload_of

PACKS = "/admin/packs/"


def test_upload_is_kept_and_queued_for_the_worker(desk: Client) -> None:
    response = desk.post(PACKS, {"file": chosen_file()})

    upload = PackUpload.objects.get()
    assert response["Location"] == reverse("admin:pack_upload", args=[upload.pk])
    assert (upload.state, upload.uploaded_by and upload.uploaded_by.username) == ("waiting", "asha")
    assert ProcrastinateJob.objects.filter(args={"upload_id": upload.pk}).count() == 1


def test_same_bytes_again_lead_to_the_earlier_upload_and_change_nothing(desk: Client) -> None:
    earlier = upload_of()

    response = desk.post(PACKS, {"file": chosen_file(name="again.pdf")})

    assert "This file was uploaded before" in response.text
    assert reverse("admin:pack_upload", args=[earlier.pk]) in response.text
    assert (PackUpload.objects.count(), StoredFile.objects.count()) == (1, 1)


def test_nothing_chosen_is_told_at_the_field(desk: Client) -> None:
    response = desk.post(PACKS, {})

    assert '<a href="#id_file">Choose a PDF to upload.</a>' in response.text


def test_empty_file_is_kept_for_the_clerk_to_see(desk: Client) -> None:
    desk.post(PACKS, {"file": chosen_file(b"")})

    assert PackUpload.objects.get().stored_file.size == 0


def test_larger_request_than_the_limit_is_refused_unread(desk: Client, settings: LazySettings) -> None:
    settings.UPLOAD_LIMIT = 1 << 20

    response = desk.post(PACKS, {"file": chosen_file()}, headers={"content-length": str(3 << 20)})

    assert response.status_code == 413
    assert "larger than 1 MB" in response.text
    assert not StoredFile.objects.exists()


def test_file_just_over_the_limit_is_refused(desk: Client, settings: LazySettings) -> None:
    settings.UPLOAD_LIMIT = 100

    response = desk.post(PACKS, {"file": chosen_file()})

    assert response.status_code == 413
    assert "There is a problem" in response.text
    assert not StoredFile.objects.exists()


def test_forged_upload_is_refused(clerk: object) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(clerk)  # type: ignore[arg-type]

    assert strict.post(PACKS, {"file": chosen_file()}).status_code == 403


@pytest.mark.parametrize("address", ["", "1/", "1/status/", "1/file/", "1/pages/1.webp", "1/publication/"])
def test_pack_screens_are_for_staff_alone(client: Client, db: None, address: str) -> None:
    assert "/admin/login/" in client.get(PACKS + address)["Location"]


@pytest.mark.parametrize("address", ["", "{}/", "{}/status/", "{}/file/", "{}/pages/1.webp", "{}/publication/"])
def test_pack_screens_need_the_permission(client: Client, db: None, address: str) -> None:
    upload = ready_upload()
    client.force_login(make_user(is_staff=True))

    assert client.get(PACKS + address.format(upload.pk)).status_code == 403


def test_waiting_page_refreshes_itself_without_script(desk: Client) -> None:
    upload = upload_of()

    text = desk.get(f"{PACKS}{upload.pk}/").text

    assert '<noscript><meta http-equiv="refresh"' in text
    assert f'data-status="{PACKS}{upload.pk}/status/"' in text


def test_status_tells_when_the_reading_is_finished(desk: Client) -> None:
    upload = upload_of()
    waiting = desk.get(f"{PACKS}{upload.pk}/status/").json()
    PackUpload.objects.update(state=PackUpload.State.FAILED, error="The file is empty.")

    assert (waiting["words"], waiting["finished"]) == ("Waiting to be read", False)
    assert desk.get(f"{PACKS}{upload.pk}/status/").json()["finished"] is True


def test_waiting_page_and_status_tell_the_page_that_is_read(desk: Client) -> None:
    upload = upload_of()
    PackUpload.objects.update(state=PackUpload.State.READING, pages_read=120)
    StoredFile.objects.update(page_count=282)

    text = desk.get(f"{PACKS}{upload.pk}/").text
    status = desk.get(f"{PACKS}{upload.pk}/status/").json()

    assert "Reading page 120 of 282" in text
    assert 'value="120" max="282"' in text
    assert (status["words"], status["pages_read"], status["pages"]) == ("Reading page 120 of 282", 120, 282)


def test_waiting_page_before_the_first_page_is_read_shows_the_state(desk: Client) -> None:
    upload = upload_of()
    PackUpload.objects.update(state=PackUpload.State.READING)

    assert "Being read" in desk.get(f"{PACKS}{upload.pk}/").text


def test_failed_page_gives_the_reason_and_the_file(desk: Client) -> None:
    upload = upload_of()
    PackUpload.objects.update(state=PackUpload.State.FAILED, error="The file is <locked>.")

    text = desk.get(f"{PACKS}{upload.pk}/").text

    assert "The file is &lt;locked&gt;." in text
    assert f"{PACKS}{upload.pk}/file/" in text


def test_failed_upload_can_be_read_again(desk: Client) -> None:
    upload = upload_of()
    PackUpload.objects.update(state=PackUpload.State.FAILED, error="Broken off.")

    desk.post(f"{PACKS}{upload.pk}/again/")

    assert PackUpload.objects.get().state == PackUpload.State.WAITING
    assert ProcrastinateJob.objects.filter(args={"upload_id": upload.pk}).count() == 1


def test_read_upload_is_not_read_again(desk: Client) -> None:
    upload = ready_upload()

    desk.post(f"{PACKS}{upload.pk}/again/")

    assert PackUpload.objects.get().state == PackUpload.State.READY


def test_original_file_is_only_ever_saved(desk: Client) -> None:
    upload = upload_of()

    response = desk.get(f"{PACKS}{upload.pk}/file/")

    assert response["Content-Disposition"] == 'attachment; filename="pack.pdf"'
    assert response["Content-Type"] == "application/octet-stream"
    assert "sandbox" in response["Content-Security-Policy"]
    assert "no-store" in response["Cache-Control"]
    assert b"".join(response.streaming_content).startswith(b"%PDF-")  # type: ignore[attr-defined]


def test_page_image_is_private(desk: Client) -> None:
    upload = ready_upload()

    response = desk.get(f"{PACKS}{upload.pk}/pages/2.webp")

    assert response["Content-Type"] == "image/webp"
    assert response.content[8:12] == b"WEBP"
    assert "no-store" in response["Cache-Control"]
    assert "private" in response["Cache-Control"]


def test_page_image_beyond_the_file_is_not_found(desk: Client) -> None:
    upload = ready_upload()

    assert desk.get(f"{PACKS}{upload.pk}/pages/{len(PAGES) + 1}.webp").status_code == 404
