from typing import cast

from allauth.account import views as account
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache

from committees.models import User
from documents.admin.passwords import OwnPasswordChangeView


class ChangePasswordView(OwnPasswordChangeView):
    """A member's own password, in the look of the site; staff have theirs in the desk."""

    template_name = "account/password_change.html"

    def get_success_url(self) -> str:
        return reverse("mfa_index")


@never_cache
@login_required
def change_password(request: HttpRequest) -> HttpResponseBase:
    if cast(User, request.user).is_staff:
        return redirect("admin:password_change")
    return ChangePasswordView.as_view()(request)


def forgotten(request: HttpRequest) -> HttpResponseBase:
    """A link by email to choose a new password; where the site sends no email, who to ask."""
    if not settings.SENDS_EMAIL:
        return render(request, "account/password_reset_done.html", {"sends_email": False})
    return cast(HttpResponseBase, account.password_reset(request))


@never_cache
@login_required
def sign_in_again(request: HttpRequest) -> HttpResponse:
    """For who has neither a password nor a second step here, before how they sign in is changed."""
    address = request.GET.get("next", "")
    own = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    return render(request, "account/sign_in_again.html", {"next_address": address if own else ""})
