"""A form that is sent after its session has ended."""

import pytest
from django.test import Client

from committees.models import AgendaItem
from tests.builders import make_item

pytestmark = pytest.mark.django_db

TYPED = {"title": "Street trading", "text": "To consider <b>forty</b> stalls.", "section": ""}


def address(item: AgendaItem) -> str:
    return f"/admin/items/{item.pk}/change/"


def test_what_was_typed_is_shown_back_and_nothing_is_saved(client: Client) -> None:
    item = make_item(title="Stalls")

    answer = client.post(address(item), TYPED)

    assert answer.status_code == 401
    assert "Nothing was saved" in answer.text
    assert "To consider &lt;b&gt;forty&lt;/b&gt; stalls." in answer.text
    assert f"/sign-in/?next=%2Fadmin%2Fitems%2F{item.pk}%2Fchange%2F" in answer.text
    assert "no-store" in answer["Cache-Control"]
    item.refresh_from_db()
    assert item.title == "Stalls"


def test_whether_the_row_is_there_is_told_to_nobody(client: Client) -> None:
    there, not_there = client.post(address(make_item()), TYPED), client.post("/admin/items/999999/change/", TYPED)

    assert there.status_code == not_there.status_code == 401


def test_passwords_are_not_shown_back(client: Client) -> None:
    answer = client.post("/admin/password_change/", {"old_password": "three words in a row", "note": "x" * 20})

    assert "three words in a row" not in answer.text


@pytest.mark.parametrize("sent", [{}, {"act": "publish", "title": "short"}], ids=["nothing", "little"])
def test_who_typed_nothing_is_asked_to_sign_in(client: Client, sent: dict[str, str]) -> None:
    assert client.post(address(make_item()), sent)["Location"].startswith("/admin/login/")


def test_form_from_another_site_is_refused_first() -> None:
    client = Client(enforce_csrf_checks=True)

    assert client.post(address(make_item()), TYPED).status_code == 403
