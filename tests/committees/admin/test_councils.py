"""The council's look, as an administrator chooses it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from committees.colours import PAPER, contrast
from committees.models import Council, Role
from tests.builders import make_role
from tests.committees.admin.whole_form import whole_form

DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 20"><path d="M0 0h9v9z" onload="x()"/></svg>'


@pytest.fixture
def council(client: Client, db: None) -> Council:
    client.force_login(make_role(Role.ADMINISTRATOR))
    return Council.objects.create(name="Marlbridge")


def address(council: Council) -> str:
    return f"/admin/committees/council/{council.pk}/change/"


def test_crest_is_kept_without_what_could_act_and_can_be_removed(client: Client, council: Council) -> None:
    fields = whole_form(client, address(council))
    client.post(address(council), {**fields, "crest_file": SimpleUploadedFile("crest.svg", DRAWING)})
    council.refresh_from_db()
    assert council.crest_kind == "svg"
    assert b"onload" not in bytes(council.crest or b"")

    client.post(address(council), {**fields, "remove_crest": "on"})
    council.refresh_from_db()
    assert (council.crest, council.crest_version) == (None, "")


def test_crest_that_is_no_picture_is_refused_and_the_old_one_stays(client: Client, council: Council) -> None:
    fields = whole_form(client, address(council))
    page = client.post(address(council), {**fields, "crest_file": SimpleUploadedFile("crest.svg", b"MZ")})
    assert "must be an SVG, PNG, JPEG or WebP picture" in page.text


def test_colour_that_cannot_be_seen_is_refused_and_what_was_typed_stays(client: Client, council: Council) -> None:
    page = client.post(address(council), whole_form(client, address(council), brand_colour="#ffe9a8"))
    assert "#ffe9a8 is too pale" in page.text
    assert 'value="#ffe9a8"' in page.text


def test_contrasts_are_told(client: Client, council: Council) -> None:
    told = f"Brand with the page {contrast(council.brand_colour, PAPER):.1f} to 1"
    assert told in client.get(address(council)).text
