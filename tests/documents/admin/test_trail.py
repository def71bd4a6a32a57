"""The clerk's screen of the audit trail's head."""

import json

from django.test import Client

from committees.models import TrailHead
from committees.trail import parse_head, verify
from tests.builders import make_meeting, make_user


def test_head_is_exported_as_a_file_that_verification_takes(desk: Client) -> None:
    make_meeting()

    response = desk.post("/admin/audit/head.json")

    assert json.loads(response.content)["number"] == TrailHead.objects.get().number > 0
    assert "attachment" in response["Content-Disposition"]
    assert verify(parse_head(response.text)).is_sound
    assert TrailHead.objects.get().digest.hex() in desk.get("/admin/audit/").text


def test_looking_at_the_screen_exports_nothing(desk: Client) -> None:
    assert desk.get("/admin/audit/head.json").status_code == 405
    assert "Nothing is chained yet" in desk.get("/admin/audit/").text
    assert "/admin/audit/" in desk.get("/admin/").text


def test_head_is_not_for_those_without_the_right(client: Client, db: None) -> None:
    client.force_login(make_user(username="staff", is_staff=True))

    assert client.get("/admin/audit/").status_code == 403
