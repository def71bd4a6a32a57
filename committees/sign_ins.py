"""The record of who signed in, who failed to, and who altered how they do."""

from datetime import timedelta
from ipaddress import ip_address, ip_network
from typing import Any

from allauth.account import signals as account
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core.internal.httpkit import get_client_ip
from allauth.mfa import signals as second_step
from allauth.mfa.models import Authenticator
from allauth.socialaccount import signals as outside
from allauth.socialaccount.models import SocialLogin
from django.contrib.auth import signals
from django.http import HttpRequest
from django.utils import timezone

from committees.models import SignInEvent, User

Kind = SignInEvent.Kind

KEPT_FOR = timedelta(days=365)
# What is left of an address when the machine is left out
NETWORKS = {4: 24, 6: 48}
LOGGED_NAMES = ("username", "email")
OUTSIDE = "The council’s own sign-in"
SECOND_STEPS = {
    Authenticator.Type.TOTP: "Authenticator app",
    Authenticator.Type.WEBAUTHN: "Passkey",
    Authenticator.Type.RECOVERY_CODES: "Recovery code",
}


def record_sign_in(
    kind: SignInEvent.Kind,
    *,
    user: User | None,
    request: HttpRequest | None,
    by: User | None = None,
    note: str = "",
) -> SignInEvent:
    address = (get_client_ip(request) if request else None) or ""
    return SignInEvent.objects.create(kind=kind, user=user, by=by, note=note[:200], network=network_of(address))


def network_of(address: str) -> str:
    """ "192.0.2.0/24" of "192.0.2.7"; empty for what is no address."""
    try:
        known = ip_address(address)
    except ValueError:
        return ""
    return str(ip_network(f"{known}/{NETWORKS[known.version]}", strict=False))


def account_of(credentials: dict[str, Any]) -> User | None:
    """Whose account the typed name is. The name itself is not kept: it may be a password typed in the wrong place."""
    for field in LOGGED_NAMES:
        if typed := str(credentials.get(field) or "").replace("\0", ""):
            found = User.objects.filter(**{f"{field}__iexact": typed}).first()
            if found:
                return found
    return None


def signed_in(sender: Any, request: HttpRequest | None, user: User, **_rest: Any) -> None:
    record_sign_in(Kind.SIGNED_IN, user=user, request=request, note=_by(request, user))
    SignInEvent.objects.filter(at__lt=timezone.now() - KEPT_FOR).delete()


def failed(sender: Any, credentials: dict[str, Any], request: HttpRequest | None = None, **_rest: Any) -> None:
    record_sign_in(Kind.FAILED, user=account_of(credentials), request=request)


def signed_out(sender: Any, request: HttpRequest | None, user: User | None, **_rest: Any) -> None:
    if user is not None:
        record_sign_in(Kind.SIGNED_OUT, user=user, request=request)


def factor_added(sender: Any, request: HttpRequest, user: User, authenticator: Authenticator, **_rest: Any) -> None:
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        record_sign_in(Kind.FACTOR_ADDED, user=user, request=request, note=_named(authenticator))


def factor_removed(sender: Any, request: HttpRequest, user: User, authenticator: Authenticator, **_rest: Any) -> None:
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        record_sign_in(Kind.FACTOR_REMOVED, user=user, request=request, note=_named(authenticator))


def codes_renewed(sender: Any, request: HttpRequest, user: User, **_rest: Any) -> None:
    record_sign_in(Kind.CODES_RENEWED, user=user, request=request)


def factor_used(sender: Any, request: HttpRequest, user: User, authenticator: Authenticator, **_rest: Any) -> None:
    if authenticator.type == Authenticator.Type.RECOVERY_CODES:
        record_sign_in(Kind.RECOVERY_CODE_USED, user=user, request=request)


def code_failed(sender: Any, request: HttpRequest, user: User, **_rest: Any) -> None:
    record_sign_in(Kind.CODE_FAILED, user=user, request=request)


def password_chosen(sender: Any, request: HttpRequest, user: User, **_rest: Any) -> None:
    """Chosen by its owner, by the link that was sent: it is no password given out any more."""
    record_sign_in(Kind.PASSWORD_CHANGED, user=user, request=request)
    User.objects.filter(pk=user.pk).update(must_change_password=False)


def outside_joined(sender: Any, request: HttpRequest, sociallogin: SocialLogin, **_rest: Any) -> None:
    """From then on the council's own sign-in is the way in: what was given out or chosen here is a password no more."""
    record_sign_in(Kind.OUTSIDE_JOINED, user=sociallogin.user, request=request)
    User.objects.filter(pk=sociallogin.user.pk).update(must_change_password=False)


def _by(request: HttpRequest | None, user: User) -> str:
    """What somebody signed in with, where it is not a password alone."""
    records = get_authentication_records(request, user) if request and hasattr(request, "session") else []
    means = [
        OUTSIDE if record["method"] == "socialaccount" else SECOND_STEPS.get(record.get("type")) for record in records
    ]
    return ", ".join(filter(None, means))


def _named(authenticator: Authenticator) -> str:
    return SECOND_STEPS[authenticator.type]


RECEIVERS = (
    (signals.user_logged_in, signed_in),
    (signals.user_login_failed, failed),
    (signals.user_logged_out, signed_out),
    (account.password_reset, password_chosen),
    (outside.social_account_added, outside_joined),
    (second_step.authenticator_added, factor_added),
    (second_step.authenticator_removed, factor_removed),
    (second_step.authenticator_reset, codes_renewed),
    (second_step.authenticator_used, factor_used),
    (second_step.authentication_failed, code_failed),
)


def listen() -> None:
    for signal, receiver in RECEIVERS:
        signal.connect(receiver, dispatch_uid=f"sign_ins_{receiver.__name__}")
