"""What somebody has to do before anything else, once signed in: a password of their own, and a second step."""

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.models import AnonymousUser

from committees.models import User

SECOND_STEPS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


def needs_own_password(user: User | AnonymousUser) -> bool:
    """The password was given out once."""
    return isinstance(user, User) and user.must_change_password


def has_second_step(user: User) -> bool:
    return bool(Authenticator.objects.filter(user=user, type__in=SECOND_STEPS).exists())


def needs_second_step(user: User | AnonymousUser) -> bool:
    """Staff prove themselves twice where the site demands it; what was proved is remembered with the user."""
    if not settings.SECOND_STEP_REQUIRED or not isinstance(user, User) or not user.is_staff:
        return False
    return not has_second_step(user)


def is_ready(user: User | AnonymousUser) -> bool:
    """Signed in, with nothing left to do first."""
    return user.is_authenticated and not needs_own_password(user) and not needs_second_step(user)
