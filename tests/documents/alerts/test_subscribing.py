from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core import mail
from django.utils import timezone

from documents.alerts import subscribing
from documents.alerts.sending import send_confirmation
from documents.models import Subscription
from tests.builders import make_committee, make_subscription

pytestmark = pytest.mark.django_db


@pytest.fixture
def jobs(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The subscriptions that are to be sent a message to confirm, sent at once."""
    asked: list[int] = []

    class Queue:
        def defer(self, *, subscription_id: int) -> None:
            asked.append(subscription_id)
            send_confirmation(subscription_id)

    monkeypatch.setattr("documents.alerts.subscribing.jobs", SimpleNamespace(configure_task=lambda _name: Queue()))
    return asked


def later(monkeypatch: pytest.MonkeyPatch, passed: timedelta) -> None:
    now = timezone.now() + passed
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)


def test_asking_sends_a_link_to_confirm(jobs: list[int]) -> None:
    subscribing.ask(email="ann@example.org", committee=make_committee(name="Planning Committee"))
    (subscription,) = Subscription.objects.all()
    (sent,) = mail.outbox
    assert subscription.confirmed_at is None
    assert sent.to == ["ann@example.org"]
    assert "Planning Committee" in sent.subject
    assert subscription.get_absolute_url() in sent.body


def test_asking_twice_sends_one_message_in_ten_minutes(jobs: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    committee = make_committee()
    subscribing.ask(email="ann@example.org", committee=committee)
    subscribing.ask(email="Ann@Example.org", committee=committee)
    assert len(mail.outbox) == 1
    later(monkeypatch, timedelta(minutes=11))
    subscribing.ask(email="ann@example.org", committee=committee)
    assert len(mail.outbox) == 2
    assert Subscription.objects.count() == 1


def test_who_is_subscribed_is_told_so_by_email(jobs: list[int]) -> None:
    subscription = make_subscription()
    assert subscription.committee
    subscribing.ask(email=subscription.email, committee=subscription.committee)
    assert "already" in mail.outbox[0].subject
    assert Subscription.objects.get().confirmed_at


def test_one_address_is_not_flooded(jobs: list[int]) -> None:
    for _ in range(subscribing.MOST_UNCONFIRMED + 2):
        subscribing.ask(email="victim@example.org", committee=make_committee())
    assert len(mail.outbox) == subscribing.MOST_UNCONFIRMED


def test_too_many_asking_are_refused(jobs: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subscribing, "MOST_AN_HOUR", 1)
    subscribing.ask(email="one@example.org", committee=make_committee())
    with pytest.raises(subscribing.TooManyAsked):
        subscribing.ask(email="two@example.org", committee=make_committee())


def test_address_that_is_never_confirmed_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    make_subscription(confirmed=False)
    kept = make_subscription()
    later(monkeypatch, timedelta(days=8))
    subscribing.forget_unconfirmed()
    assert list(Subscription.objects.all()) == [kept]
