from typing import Any
from unittest.mock import patch

import pytest
from django.test import Client

from portal.sitemaps import RowsSitemap, sections
from tests.builders import (
    make_committee,
    make_decision,
    make_meeting,
    make_paper,
    make_person,
    make_recommendation,
    make_ward,
)
from tests.portal.counting import queries_of

pytestmark = pytest.mark.django_db


def test_robots_closes_the_clerks_part_and_names_the_sitemap(client: Client) -> None:
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert "Disallow: /admin/" in response.text
    assert response.text.rstrip().endswith("/sitemap.xml")


def test_sitemap_index_names_every_section(client: Client) -> None:
    text = client.get("/sitemap.xml").text
    assert all(f"/sitemap-{section}.xml" in text for section in sections())


def test_sitemaps_hold_what_is_public(client: Client) -> None:
    committee, ward, person = make_committee(), make_ward(), make_person()
    paper = make_paper(meeting=make_meeting(committee=committee))
    meeting = paper.listings.get().meeting
    things: dict[str, Any] = {
        "committees": committee,
        "wards": ward,
        "people": person,
        "papers": paper,
        "meetings": meeting,
    }
    for section, thing in things.items():
        assert f"{thing.get_absolute_url()}</loc>" in client.get(f"/sitemap-{section}.xml").text


def test_sitemaps_hold_records_that_are_public(client: Client) -> None:
    decision, draft = make_decision(), make_decision(published_at=None)
    recommendation = make_recommendation()
    to_meeting = make_recommendation(kind="meeting")
    shown = {
        "decisions": decision,
        "recommendations": recommendation,
        "reviews": recommendation.review,
    }
    texts = {section: client.get(f"/sitemap-{section}.xml").text for section in shown}
    assert all(thing and f"{thing.get_absolute_url()}</loc>" in texts[section] for section, thing in shown.items())
    assert draft.get_absolute_url() not in texts["decisions"]
    assert to_meeting.get_absolute_url() not in texts["recommendations"]


def test_long_sitemap_has_further_files(client: Client) -> None:
    first, second = make_paper(), make_paper()
    with patch.object(RowsSitemap, "limit", 1):
        assert "/sitemap-papers.xml?p=2" in client.get("/sitemap.xml").text
        text = client.get("/sitemap-papers.xml?p=2").text
    assert second.get_absolute_url() in text
    assert first.get_absolute_url() not in text


def test_sitemap_of_no_known_section_is_not_found(client: Client) -> None:
    assert client.get("/sitemap-secrets.xml").status_code == 404


def test_queries_of_a_sitemap_do_not_grow_with_rows(client: Client) -> None:
    make_meeting()
    few = queries_of(client, "/sitemap-meetings.xml")
    make_meeting()
    make_meeting()
    assert queries_of(client, "/sitemap-meetings.xml") == few
