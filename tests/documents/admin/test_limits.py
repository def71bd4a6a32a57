"""The plan's form, which may be longer than Django reads of anybody's."""

from typing import Any
from urllib.parse import urlencode

import pytest
from django.conf import LazySettings
from django.http import HttpResponse
from django.test import Client

from committees.models import User
from documents.admin import limits
from documents.admin.plans import PlanForm
from documents.models import PackUpload
from tests.documents.admin.posted import posted
from tests.documents.admin.uploaded import PLAN, ready_upload

URLENCODED = "application/x-www-form-urlencoded"


@pytest.fixture
def upload(db: None) -> PackUpload:
    return ready_upload()


@pytest.fixture(autouse=True)
def small(settings: LazySettings) -> None:
    """What Django reads, made so small that the plan of the sample is over it."""
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 10


def save(client: Client, upload: PackUpload) -> Any:
    """Send the plan's form as a browser does, with another venue."""
    form = {**posted(PlanForm(PLAN)), "meeting-venue": "Library £1", "act": "save"}
    return client.post(f"/admin/packs/{upload.pk}/", urlencode(form), content_type=URLENCODED)


def venue(upload: PackUpload) -> str:
    upload.refresh_from_db()
    return str((upload.plan or {})["meeting"]["venue"])


def test_plan_longer_than_other_forms_may_be_is_saved(desk: Client, upload: PackUpload) -> None:
    save(desk, upload)

    assert venue(upload) == "Library £1"


def test_other_forms_may_not_be_so_long(client: Client, db: None) -> None:
    form = {"username": "asha", "password": "x" * 2000}

    assert client.post("/sign-in/", urlencode(form), content_type=URLENCODED).status_code == 400


@pytest.mark.parametrize(
    ("limit", "value", "words"),
    [("FORM_LIMIT", 1 << 10, "larger than 0 MB"), ("MOST_FIELDS", 20, "more than 20 fields")],
)
def test_plan_over_its_own_limit_is_refused_with_the_reason(
    desk: Client, upload: PackUpload, monkeypatch: pytest.MonkeyPatch, limit: str, value: int, words: str
) -> None:
    monkeypatch.setattr(limits, limit, value)

    response: HttpResponse = save(desk, upload)

    assert response.status_code == 413
    assert words in response.text
    assert "Nothing was saved" in response.text
    assert venue(upload) == "Council Chamber"


def test_long_form_of_somebody_not_signed_in_is_not_read(client: Client, upload: PackUpload) -> None:
    assert "/admin/login/" in save(client, upload)["Location"]


def test_forged_plan_is_refused(clerk: User, upload: PackUpload) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(clerk)

    assert save(strict, upload).status_code == 403
    assert venue(upload) == "Council Chamber"
