"""The worker's reading of uploads, and what becomes of a crash."""

from types import SimpleNamespace
from typing import Any, cast

import pytest
from procrastinate import JobContext

from documents import tasks
from documents.actions import uploads
from documents.models import PackUpload
from tests.documents.admin.uploaded import ready_upload, upload_of

pytestmark = pytest.mark.django_db


def attempt(number: int) -> JobContext:
    return cast(JobContext, SimpleNamespace(job=SimpleNamespace(attempts=number)))


def crash(upload_id: int) -> Any:
    raise MemoryError


def run(number: int, upload: PackUpload) -> None:
    tasks.read_pack_upload.func(attempt(number), upload_id=upload.pk)
    upload.refresh_from_db()


def test_upload_that_is_no_pack_fails_with_the_reason() -> None:
    upload = upload_of("A letter to nobody.")

    run(0, upload)

    assert upload.state == PackUpload.State.FAILED
    assert upload.error


def test_crash_is_left_to_be_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "read_upload", crash)
    upload = upload_of()

    with pytest.raises(MemoryError):
        run(0, upload)

    upload.refresh_from_db()
    assert upload.state == PackUpload.State.WAITING


def test_last_crash_is_told_to_the_clerk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "read_upload", crash)
    upload = upload_of()

    with pytest.raises(MemoryError):
        run(tasks.RETRIES, upload)

    upload.refresh_from_db()
    assert (upload.state, upload.error) == (PackUpload.State.FAILED, tasks.GAVE_UP)


def test_upload_that_killed_the_worker_again_and_again_is_given_up() -> None:
    upload = upload_of()

    run(tasks.RETRIES + 1, upload)

    assert upload.error == tasks.GAVE_UP


def test_giving_up_leaves_what_was_read() -> None:
    upload = ready_upload()

    tasks.give_up(upload.pk)

    upload.refresh_from_db()
    assert upload.state == PackUpload.State.READY
