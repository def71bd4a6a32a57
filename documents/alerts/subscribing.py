"""Asking for emails, confirming, stopping. Whether an address is known here is told to that address alone."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from procrastinate.contrib.django import app as jobs

from committees.models import Committee
from documents.models import Subscription

CONFIRM = "documents.tasks.send_confirmation"
AGAIN_AFTER = timedelta(minutes=10)  # a second message to the same address
FORGOTTEN_AFTER = timedelta(days=7)  # an address that was never confirmed
AN_HOUR = timedelta(hours=1)
MOST_AN_HOUR = 300  # of the whole site: who asks is not kept, so they are counted together
MOST_UNCONFIRMED = 5  # for one address, so that nobody is flooded


class TooManyAsked(Exception):
    """More asked for emails in the last hour than residents do."""


@transaction.atomic
def ask(*, email: str, committee: Committee) -> None:
    """Send a message to confirm; of a subscription that is confirmed, one that says so. Raises TooManyAsked."""
    now = timezone.now()
    if Subscription.objects.filter(asked_at__gte=now - AN_HOUR).count() >= MOST_AN_HOUR:
        raise TooManyAsked
    known = Subscription.objects.filter(email__iexact=email)
    found = known.select_for_update().filter(committee=committee).first()
    if found is None and known.filter(confirmed_at=None).count() < MOST_UNCONFIRMED:
        found = Subscription.objects.create(email=email, committee=committee, asked_at=now - AGAIN_AFTER)
    if found is None or found.asked_at > now - AGAIN_AFTER:
        return
    found.asked_at = now
    found.save(update_fields=["asked_at"])
    jobs.configure_task(CONFIRM).defer(subscription_id=found.pk)


def confirm(*, subscription: Subscription) -> Subscription:
    """From now on it is told of what is published."""
    if subscription.confirmed_at is None:
        subscription.confirmed_at = timezone.now()
        subscription.save(update_fields=["confirmed_at"])
    return subscription


def stop(*, subscription: Subscription) -> None:
    """The address is forgotten with it."""
    subscription.delete()


def forget_unconfirmed() -> None:
    long_ago = timezone.now() - FORGOTTEN_AFTER
    Subscription.objects.filter(confirmed_at=None, asked_at__lt=long_ago).delete()
