"""What a new council sets up first, on the desk."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from committees.models import Council, Role
from documents.actions.synonyms import add_everyday_words
from tests.builders import make_meeting, make_role

TITLE = "Set up your council’s papers"
DONE, TO_DO = "Done</span> {}", "To do</span> {}"


def test_new_council_is_told_what_to_set_up(admin_client: Client) -> None:
    text = admin_client.get("/admin/").text

    assert TITLE in text
    assert 'href="/admin/committees/council/add/">Describe the council' in text
    assert 'href="/admin/search/synonyms/everyday/">Help residents find papers' in text


def test_what_is_set_up_is_done_and_leads_to_where_it_is_changed(admin_client: Client) -> None:
    council = Council.objects.create(name="Northmere Council")
    add_everyday_words(by=None)

    text = admin_client.get("/admin/").text

    assert f'href="/admin/committees/council/{council.pk}/change/">Describe the council' in text
    assert DONE.format("Its name") in text
    assert DONE.format("Everyday words") in text
    assert TO_DO.format("What each does") in text


@pytest.mark.django_db
def test_clerk_is_told_only_what_a_clerk_may_do(client: Client) -> None:
    client.force_login(make_role(Role.CLERK))

    text = client.get("/admin/").text

    assert "Upload your first pack" in text
    assert "Let colleagues sign in" not in text


def test_first_agenda_that_is_set_for_a_coming_moment_is_not_public_yet(admin_client: Client) -> None:
    make_meeting(agenda_published_at=timezone.now() + timedelta(hours=1))

    assert TITLE in admin_client.get("/admin/").text


def test_nothing_is_said_once_an_agenda_is_public(admin_client: Client) -> None:
    make_meeting()

    assert TITLE not in admin_client.get("/admin/").text
