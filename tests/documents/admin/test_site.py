"""Signing in, and the desk."""

import pytest
from django.contrib.admin import site
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from committees.models import User
from documents.models import Page
from tests.builders import make_clerk, make_meeting, make_paper, make_user
from tests.documents.admin.uploaded import upload_of

NEW = {"new_password1": "a quite different one", "new_password2": "a quite different one"}


@pytest.fixture
def newcomer(client: Client, db: None) -> User:
    user = make_clerk(must_change_password=True)
    client.force_login(user)
    return user


@pytest.mark.parametrize("address", ["/admin/", "/admin/packs/", "/admin/committees/meeting/"])
def test_given_password_must_be_changed_before_anything_else(client: Client, newcomer: User, address: str) -> None:
    assert client.get(address)["Location"] == reverse("admin:password_change")


def test_own_password_opens_the_desk(client: Client, newcomer: User) -> None:
    client.post(reverse("admin:password_change"), {"old_password": "a long password", **NEW})

    assert client.get("/admin/").status_code == 200


def test_given_password_is_not_taken_as_ones_own(client: Client, newcomer: User) -> None:
    same = {"new_password1": "a long password", "new_password2": "a long password"}

    response = client.post(reverse("admin:password_change"), {"old_password": "a long password", **same})

    assert "not the one you were given" in response.text
    assert client.get("/admin/").status_code == 302


def test_somebody_who_must_change_the_password_can_sign_out(client: Client, newcomer: User) -> None:
    client.post(reverse("admin:logout"))

    assert "/admin/login/" in client.get("/admin/")["Location"]


def test_signing_in_never_leads_elsewhere(client: Client, db: None) -> None:
    make_clerk(username="asha")
    sent = {"login": "asha", "password": "a long password", "next": "//example.org/"}

    assert client.post(reverse("account_login"), sent)["Location"] == reverse("admin:index")


def test_desk_shows_uploads_and_meetings_without_agenda(desk: Client) -> None:
    upload_of()
    meeting = make_meeting(agenda=False)
    ready = make_meeting()

    text = desk.get("/admin/").text

    assert "pack.pdf" in text
    assert reverse("admin:meeting_build", args=[meeting.pk]) in text
    assert reverse("admin:meeting_build", args=[ready.pk]) not in text


def test_desk_of_staff_without_permissions_shows_neither(client: Client, db: None) -> None:
    upload_of()
    client.force_login(make_user(is_staff=True))

    assert "pack.pdf" not in client.get("/admin/").text


def test_address_of_a_row_is_told_to_nobody_who_may_not_see_it(client: Client, db: None) -> None:
    paper = make_paper(title="Secret bidder")
    address = on_site(paper)
    client.force_login(make_user(is_staff=True))

    response = client.get(address)

    assert response.status_code == 403
    assert "secret" not in response.get("Location", "")


def test_row_of_no_screen_has_no_address_here(desk: Client) -> None:
    assert desk.get(on_site(make_paper(), model=Page)).status_code == 403


def test_clerk_is_led_to_the_page_of_a_row(desk: Client) -> None:
    meeting = make_meeting()

    assert desk.get(on_site(meeting))["Location"].endswith(meeting.get_absolute_url())


def on_site(row: Model, model: type[Model] | None = None) -> str:
    content_type = ContentType.objects.get_for_model(model or type(row))
    return reverse("admin:view_on_site", args=[content_type.pk, row.pk])


def test_screens_have_no_inline_script_or_style(desk: Client) -> None:
    for address in ("/admin/", "/admin/packs/", "/admin/committees/meeting/add/", "/admin/committees/committee/add/"):
        text = desk.get(address).text
        assert "<style" not in text
        assert " style=" not in text
        assert "<script>" not in text


@pytest.mark.parametrize("query", ["q=%00", "q=park%00s", "access__exact=%00", "kind__exact=%2500&q=%00"])
def test_list_asked_for_a_nul_character_is_a_bad_request(desk: Client, query: str) -> None:
    response = desk.get(f"/admin/documents/document/?{query}")

    assert response.status_code == 400
    assert "could not be understood" in response.text


def test_every_list_refuses_a_nul_character(desk: Client, clerk: User) -> None:
    clerk.is_superuser = True
    clerk.save()
    lists = [reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist") for model in site._registry]

    answers = {address: desk.get(f"{address}?q=%00").status_code for address in lists}

    assert answers == dict.fromkeys(lists, 400)
