import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from committees.crests import read_crest
from committees.models import Council
from portal.templatetags.portal import _style_version

pytestmark = pytest.mark.django_db


def test_council_css_holds_the_councils_colours(client: Client) -> None:
    Council.objects.create(name="Marlbridge", brand_colour="#7a0019", accent_colour="#ffd500")
    response = client.get(reverse("council_css"))
    assert response["Content-Type"].startswith("text/css")
    assert "--brand: #7a0019;" in response.text
    assert "--on-accent: #000000;" in response.text


def test_council_css_is_not_sent_twice(client: Client) -> None:
    etag = client.get(reverse("council_css"))["ETag"]
    assert client.get(reverse("council_css"), headers={"If-None-Match": etag}).status_code == 304


def test_council_css_changes_its_address_with_the_colours(client: Client) -> None:
    council = Council.objects.create(name="Marlbridge")
    before = client.get("/").text
    council.brand_colour = "#7a0019"
    council.save()
    after = client.get("/").text
    addresses = [text.split("/council.css?v=")[1][:12] for text in (before, after)]
    assert addresses[0] != addresses[1]


def test_council_css_changes_its_address_with_what_is_made_of_the_colours(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = client.get("/").text.split("/council.css?v=")[1][:12]
    _style_version.cache_clear()
    monkeypatch.setattr("portal.templatetags.portal.palette", lambda colour: f"another {colour}")

    assert client.get("/about/").text.split("/council.css?v=")[1][:12] != before
    _style_version.cache_clear()


def test_council_css_is_kept_only_under_its_own_version(client: Client) -> None:
    version = client.get("/").text.split("/council.css?v=")[1][:12]
    assert "immutable" in client.get(reverse("council_css"), {"v": version})["Cache-Control"]
    assert "no-cache" in client.get(reverse("council_css"), {"v": "another"})["Cache-Control"]


def test_pages_have_no_inline_style_or_script(client: Client) -> None:
    page = client.get("/").text
    assert "<style" not in page
    assert "style=" not in page
    assert "<script>" not in page
    assert all(" src=" in script.split(">")[0] for script in page.split("<script")[1:])


DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 20"><path d="M0 0h9v9z"/></svg>'


def test_crest_stands_beside_the_name_with_its_measures(client: Client) -> None:
    council = Council(name="Marlbridge")
    council.keep_crest(read_crest(DRAWING))
    council.save()
    address = reverse("crest", args=[council.crest_version, "svg"])
    assert f'src="{address}" alt="" width="160" height="320"' in client.get("/").text
    response = client.get(address)
    assert response["Content-Type"] == "image/svg+xml"
    assert "immutable" in response["Cache-Control"]
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert client.get(reverse("crest", args=["other", "svg"])).status_code == 404


def test_page_does_not_read_the_crests_bytes(client: Client) -> None:
    council = Council(name="Marlbridge")
    council.keep_crest(read_crest(DRAWING))
    council.save()
    with CaptureQueriesContext(connection) as queries:
        client.get("/wards/")
    assert not any('"committees_council"."crest",' in query["sql"] for query in queries)


@pytest.mark.parametrize("length", [1, 2, 3, 4, 1903])
def test_crest_of_any_length_is_read_with_the_council(client: Client, length: int) -> None:
    council = Council(name="Marlbridge")
    council.keep_crest(read_crest(DRAWING))
    council.save()
    Council.objects.update(crest=b"<" * length)

    assert client.get("/").status_code == 200
