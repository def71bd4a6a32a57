"""Signing in at the council's own identity provider (OpenID Connect), where the environment names one."""

import logging
from typing import Any, cast

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base import AuthError, Provider
from allauth.socialaccount.providers.openid_connect import views as openid_connect
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from requests import RequestException

from committees.models import SignInEvent, User
from committees.sign_ins import record_sign_in

logger = logging.getLogger(__name__)

COUNCIL = "council"  # the one provider, as the settings name it
JOINED = _("From now on you sign in with your council account. The password that you had here works no more.")


class OutsideAdapter(DefaultSocialAccountAdapter):
    """The provider says who somebody is; only an account that an administrator made, found by its email, is let in."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def authenticate_by_email(self, sociallogin: SocialLogin) -> tuple[User, str] | None:
        """By an address that the provider has verified, and that is of one account alone."""
        for address in sociallogin.email_addresses:
            found = list(User.objects.filter(email__iexact=address.email)[:2]) if address.verified else []
            if len(found) == 1:
                return found[0], address.email
        return None

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        if not sociallogin.is_existing:
            record_sign_in(SignInEvent.Kind.OUTSIDE_REFUSED, user=None, request=request, note="No account here")
            context = {"provider": sociallogin.provider, "addresses": sociallogin.email_addresses}
            raise ImmediateHttpResponse(render(request, "socialaccount/signup.html", context, status=403))
        if sociallogin.account.pk is None and sociallogin.user.has_usable_password() and sociallogin.user.is_active:
            messages.info(request, JOINED)

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Provider,
        error: str | None = None,
        exception: Exception | None = None,
        extra_context: dict[str, Any] | None = None,
    ) -> None:
        """Recorded, and told apart: too late or not asked for, broken off by its owner, or the service's own fault."""
        expired = "state" not in (extra_context or {})
        cancelled = error == AuthError.CANCELLED
        why = "Too late, or not asked for here" if expired else "Broken off" if cancelled else "The service failed"
        record_sign_in(SignInEvent.Kind.OUTSIDE_REFUSED, user=None, request=request, note=why)
        if not expired and not cancelled:
            logger.warning("The council’s own sign-in failed: %s", exception or request.GET.get("error"))
        if expired:
            raise ImmediateHttpResponse(
                render(request, "socialaccount/expired.html", {"provider": provider}, status=401)
            )


@never_cache
@require_POST
def go(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """On to the provider, by a page of ours: browsers hold a form's redirect elsewhere against our `form-action`."""
    asked = request.GET.copy()
    for other in set(asked) - {"next"}:  # neither another account to be joined, nor more to be asked for
        del asked[other]
    cast(Any, request).GET = asked
    try:
        answer = openid_connect.login(request, provider_id)
    except (RequestException, KeyError, ValueError) as problem:
        return _failed(request, problem)
    if "Location" not in answer:
        return cast(HttpResponseBase, answer)
    return render(request, "socialaccount/go.html", {"address": answer["Location"]})


@never_cache
def come_back(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """With what the provider answered, whatever shape that has."""
    try:
        return cast(HttpResponseBase, openid_connect.callback(request, provider_id))
    except (KeyError, ValueError, TypeError) as problem:
        return _failed(request, problem)


def _failed(request: HttpRequest, problem: Exception) -> HttpResponse:
    logger.warning("The council’s own sign-in failed: %r", problem)
    record_sign_in(SignInEvent.Kind.OUTSIDE_REFUSED, user=None, request=request, note="The service failed")
    return render(request, "socialaccount/authentication_error.html", status=502)
