import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from documents.models import Subscription
from tests.builders import make_committee, make_subscription

pytestmark = pytest.mark.django_db


def test_committee_offers_emails(client: Client) -> None:
    committee = make_committee()
    address = reverse("alert_ask", args=[committee.slug])
    assert address in client.get(committee.get_absolute_url()).text
    assert committee.name in client.get(address).text


def test_asking_leads_to_the_same_page_whether_or_not_the_address_is_known(client: Client) -> None:
    known = make_subscription()
    assert known.committee
    address = reverse("alert_ask", args=[known.committee.slug])
    for email in (known.email, "new@example.org"):
        assert client.post(address, {"email": email}).headers["Location"] == reverse("alert_asked")
    assert Subscription.objects.count() == 2
    assert mail.outbox == []  # the worker sends


def test_address_that_is_none_is_kept_and_explained(client: Client) -> None:
    page = client.post(reverse("alert_ask", args=[make_committee().slug]), {"email": "ann at home"}).text
    assert "Enter an email address in the right form" in page
    assert 'value="ann at home"' in page


def test_nothing_is_offered_where_no_email_can_be_sent(client: Client, settings: object) -> None:
    settings.SENDS_EMAIL = False  # type: ignore[attr-defined]
    committee = make_committee()
    assert "emails/" not in client.get(committee.get_absolute_url()).text
    assert client.get(reverse("alert_ask", args=[committee.slug])).status_code == 404


def test_link_confirms_by_a_button_and_not_by_being_opened(client: Client) -> None:
    subscription = make_subscription(confirmed=False)
    assert "Yes, send me emails" in client.get(subscription.get_absolute_url()).text
    subscription.refresh_from_db()
    assert subscription.confirmed_at is None
    client.post(reverse("alert_confirm", args=[subscription.key]))
    subscription.refresh_from_db()
    assert subscription.confirmed_at


def test_mail_program_stops_emails_with_one_click() -> None:
    subscription = make_subscription()
    strict = Client(enforce_csrf_checks=True)
    address = reverse("alert_stop", args=[subscription.key])
    assert strict.post(address, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert not Subscription.objects.exists()
    assert strict.post(address).status_code == 200
    assert strict.get(address).status_code == 405


def test_page_of_a_subscription_is_kept_by_nobody(client: Client) -> None:
    answer = client.get(make_subscription().get_absolute_url())
    assert "no-store" in answer.headers["Cache-Control"]
    assert answer.headers["Referrer-Policy"] == "no-referrer"


def test_subscription_to_a_hidden_committee_does_not_name_it(client: Client) -> None:
    subscription = make_subscription(committee=make_committee(name="Secret Committee", is_public=False))
    page = client.get(subscription.get_absolute_url()).text
    assert "Secret" not in page
    assert "Stop these emails" in page
