"""Sends what is due, each message once: recorded in the transaction that sends it."""

import logging
from smtplib import SMTPRecipientsRefused

from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from documents.alerts.messages import Message, addressed, confirmation, message, not_published
from documents.alerts.occasions import Occasion, occasions, subscribers
from documents.clerk_screens import screen_of
from documents.models import AlertSent, Subscription, TimedPublication

logger = logging.getLogger(__name__)

AT_A_TIME = 100
MOST_REFUSED = 3  # in a row; then the address is forgotten


def send_confirmation(subscription_id: int) -> None:
    """Of one that has gone in the meantime nothing is sent."""
    if found := Subscription.objects.select_related("committee").filter(pk=subscription_id).first():
        try:
            confirmation(found).send()
        except SMTPRecipientsRefused:
            logger.warning("A message to confirm a subscription was refused by the server of its address.")


def tell_of_failure(timed_id: int) -> None:
    """A clerk whose publication failed when its moment came, unless it was put right or taken back meanwhile."""
    rows = TimedPublication.objects.exclude(failed_at=None).select_related("set_by", "upload", "document", "meeting")
    timed = rows.filter(pk=timed_id).first()
    if timed is None or timed.set_by is None or not timed.set_by.email:
        return
    try:
        not_published(timed, screen=screen_of(timed), to=timed.set_by.email).send()
    except SMTPRecipientsRefused:
        logger.warning("The server refused the address of %s, whose publication failed.", timed.set_by)


def send_due() -> None:
    """Everybody who has not been told of what there is to tell. A server that is away is asked again a minute later."""
    while occasion := next(occasions(), None):
        _send_some(occasion)


def _send_some(occasion: Occasion) -> None:
    """A number at a time, so that the next ones are told what is public then."""
    written = message(occasion)
    with get_connection() as connection:
        for pk in list(subscribers(occasion).values_list("pk", flat=True)[:AT_A_TIME]):
            _send_one(occasion, written, pk, connection)


@transaction.atomic
def _send_one(occasion: Occasion, written: Message, pk: int, connection: BaseEmailBackend) -> None:
    """Nothing where another worker, or the reader who stopped, was faster."""
    still = subscribers(occasion).filter(pk=pk).select_for_update(of=("self",))
    subscription = still.select_related("committee").first()
    if subscription is None:
        return
    AlertSent.objects.create(subscription=subscription, meeting=occasion.meeting, occasion=occasion.kind)
    email = addressed(written, subscription)
    email.connection = connection
    try:
        email.send()
    except SMTPRecipientsRefused:
        _refused(subscription)
    else:
        Subscription.objects.filter(pk=pk, refused__gt=0).update(refused=0)


def _refused(subscription: Subscription) -> None:
    subscription.refused += 1
    if subscription.refused >= MOST_REFUSED:
        subscription.delete()
        logger.warning("A subscription is forgotten: its server refused %d messages in a row.", MOST_REFUSED)
    else:
        subscription.save(update_fields=["refused"])
