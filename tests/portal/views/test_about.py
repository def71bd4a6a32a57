import pytest
from django.test import Client
from django.urls import reverse

from committees.models import Council
from portal.views.about import PAGES

pytestmark = pytest.mark.django_db


def test_every_page_is_reached_from_the_first(client: Client) -> None:
    index = client.get(reverse("about")).text
    for page in PAGES:
        assert reverse("about_page", args=[page.slug]) in index
        assert str(page.title) in client.get(reverse("about_page", args=[page.slug])).text


def test_figures_are_the_councils_own(client: Client) -> None:
    council = Council.objects.create(name="Thornmere", agenda_clear_days=7, jurisdiction="wales")
    assert "at least 7 clear days" in client.get("/about/decisions/").text
    Council.objects.filter(pk=council.pk).update(agenda_clear_days=None)
    assert "at least 3 clear days" in client.get("/about/decisions/").text  # those of Wales
    assert "In England" not in client.get("/about/exempt/").text


def test_page_that_is_not_there(client: Client) -> None:
    assert client.get("/about/everything/").status_code == 404
