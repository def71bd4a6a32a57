from unittest.mock import patch

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import OperationalError
from django.test import Client, RequestFactory

from portal.views import errors
from tests.builders import make_paper


@pytest.mark.django_db
def test_not_found_offers_a_way_on(client: Client) -> None:
    response = client.get("/no/such/page/")
    assert response.status_code == 404
    assert "Page not found" in response.text
    assert 'action="/search/"' in response.text
    assert 'href="/meetings/"' in response.text


@pytest.mark.django_db
def test_not_found_says_the_same_of_what_is_hidden_and_what_never_was(client: Client) -> None:
    hidden = make_paper(published_at=None)
    asked = [f"/papers/{hidden.pk}/", "/papers/999999999/"]
    one, other = (client.get(address).text.replace(address, "") for address in asked)  # which is printed below it
    assert one == other


def test_broken_says_so_without_a_database(client: Client) -> None:
    """No database mark: any query would fail the test."""
    response = errors.broken(RequestFactory().get("/"))
    assert response.status_code == 500
    assert "Sorry, something went wrong" in response.text


@pytest.mark.django_db
def test_broken_is_shown_when_the_database_is_away() -> None:
    client = Client(raise_request_exception=False)
    with patch("portal.views.papers.Document.objects.public", side_effect=OperationalError("away: secret")):
        response = client.get("/papers/")
    assert response.status_code == 500
    assert "Sorry, something went wrong" in response.text
    assert "secret" not in response.text


def test_bad_request_says_so_without_a_database() -> None:
    response = errors.bad_request(RequestFactory().get("/"), SuspiciousOperation())
    assert response.status_code == 400
    assert "could not be understood" in response.text


@pytest.mark.django_db
def test_refused_says_what_to_do() -> None:
    response = errors.refused(RequestFactory().get("/"), PermissionDenied())
    assert response.status_code == 403
    assert "you are not signed in" in response.text
