"""The worker's reading of uploads, and what becomes of a crash."""

from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from types import SimpleNamespace
from typing import Any, cast

import pytest
from asgiref.sync import async_to_sync
from django.db import connection, connections
from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from committees.models import TrailHead
from documents import tasks
from documents.actions import uploads
from documents.models import PackUpload
from tests.builders import make_meeting
from tests.documents.admin.uploaded import PAGES, pdf_of, ready_upload, upload_of

pytestmark = pytest.mark.django_db


def attempt(number: int) -> JobContext:
    return cast(JobContext, SimpleNamespace(job=SimpleNamespace(attempts=number)))


def retry_stalled_jobs() -> None:
    """In a thread of its own, for a browser left open by another test keeps an event loop in this one."""
    own = connections["default"]

    def retry() -> None:
        connections["default"] = own
        async_to_sync(tasks.retry_stalled_jobs.func)(cast(JobContext, SimpleNamespace(app=app)), 0)

    own.inc_thread_sharing()
    try:
        with ThreadPoolExecutor(1) as threads:
            threads.submit(retry).result()
    finally:
        own.dec_thread_sharing()


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


def test_upload_of_a_killed_worker_is_queued_again() -> None:
    upload = uploads.upload_pack(file=BytesIO(pdf_of(*PAGES)), name="pack.pdf", by=None)
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH dead AS (INSERT INTO procrastinate_workers (last_heartbeat)"
            " VALUES (now() - interval '5 minutes') RETURNING id)"
            " UPDATE procrastinate_jobs SET status = 'doing', worker_id = dead.id FROM dead"
        )

    retry_stalled_jobs()

    job = ProcrastinateJob.objects.get(args={"upload_id": upload.pk})
    assert (job.status, job.attempts) == ("todo", 1)


def test_worker_seals_the_audit_trail(db: None) -> None:
    make_meeting()

    tasks.seal_audit_trail(timestamp=0)

    assert TrailHead.objects.get().number > 0
