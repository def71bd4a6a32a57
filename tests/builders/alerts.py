"""Subscriptions to emails."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from documents.models import Subscription
from tests.builders.bodies import make_committee, numbers


def make_subscription(*, confirmed: bool = True, **fields: Any) -> Subscription:
    """One that was confirmed two days ago."""
    before = timezone.now() - timedelta(days=2)
    return Subscription.objects.create(
        **{
            "email": f"reader{next(numbers)}@example.org",
            "committee": fields.pop("committee", None) or make_committee(),
            "asked_at": before,
            "confirmed_at": before if confirmed else None,
            **fields,
        }
    )
