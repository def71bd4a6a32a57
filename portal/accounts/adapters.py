"""How django-allauth behaves here: nobody signs up, every lock-out is recorded, second steps are kept encrypted."""

import base64
import hashlib
import time
from typing import Any, cast
from urllib.parse import urljoin, urlsplit

from allauth.account import app_settings as account_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from committees.entrance import has_second_step, needs_own_password, needs_second_step
from committees.models import Council, SignInEvent, User
from committees.sign_ins import account_of, record_sign_in

WRONG = _("The name or the password is not right. Check both and try again.")
TOO_MANY = _("There were too many attempts. Wait five minutes, then try again.")


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": WRONG,
        "email_password_mismatch": WRONG,
        "too_many_login_attempts": TOO_MANY,
        "rate_limited": TOO_MANY,
        "incorrect_password": _("That is not your password."),
        "enter_current_password": _("That is not your password."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are made by administrators."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """All of a socket that tells no address count as one."""
        return str(super().get_client_ip(request)) if request.META.get("REMOTE_ADDR") else "unknown"

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            record_sign_in(SignInEvent.Kind.LOCKED_OUT, user=account_of(credentials), request=request)
            raise

    def is_reauthentication_required(self, *, app: str, **options: Any) -> bool:
        """Not of somebody who has just signed in."""
        records = get_authentication_records(self.request, self.request.user)
        fresh = any(time.time() - record["at"] < account_settings.REAUTHENTICATION_TIMEOUT for record in records)
        return not fresh and bool(super().is_reauthentication_required(app=app, **options))

    def get_reauthentication_methods(self, user: User) -> list[dict[str, str]]:
        """Who has nothing here to prove themselves with signs in again where they did."""
        again = {"id": "again", "description": _("Sign in again"), "url": reverse("account_sign_in_again")}
        return super().get_reauthentication_methods(user) or [again]

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return reverse("admin:index") if cast(User, request.user).is_staff else reverse("members")

    def get_reset_password_from_key_url(self, key: str) -> str:
        """On the site's own address, by whatever host it was asked for."""
        asked_by = str(super().get_reset_password_from_key_url(key))
        return urljoin(f"{settings.SITE_ADDRESS}/", urlsplit(asked_by).path)

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        return reverse("home")

    def post_login(self, request: HttpRequest, user: User, **options: Any) -> HttpResponse:
        """On to where they wanted to go, or to what has to be done first."""
        response: HttpResponse = super().post_login(request, user, **options)
        if needs_own_password(user):
            return HttpResponseRedirect(
                reverse("admin:password_change" if user.is_staff else "account_change_password")
            )
        if needs_second_step(user):
            return HttpResponseRedirect(reverse("mfa_activate_totp"))
        if user.is_staff and user.has_usable_password() and not has_second_step(user):
            messages.info(request, _("Only a password protects your account: add a second step under “Your sign-in”."))
        return response

    def format_email_subject(self, subject: str) -> str:
        return f"{subject.strip()} – {Council.objects.current()}"


class SecondStepAdapter(DefaultMFAAdapter):
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("That code is not right. Wait for the next one and try again."),
    }

    def get_totp_issuer(self) -> str:
        return f"{Council.objects.current()} papers"

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:
        """To begin with; its owner may give it another."""
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return str(_("Passkey")) if number == 1 else str(_("Passkey %(number)s")) % {"number": number}

    def encrypt(self, text: str) -> str:
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _box().decrypt(encrypted_text.encode()).decode()


def _box() -> MultiFernet:
    """The secrets of second steps are of no use without the site's key; an older key still opens them."""
    keys: list[str] = [settings.SECRET_KEY, *map(str, settings.SECRET_KEY_FALLBACKS)]
    return MultiFernet(
        [Fernet(base64.urlsafe_b64encode(hashlib.sha256(f"second steps {key}".encode()).digest())) for key in keys]
    )
