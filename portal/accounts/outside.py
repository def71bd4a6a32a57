"""Signing in at the council's own identity provider (OpenID Connect), where the environment names one."""

from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.http import HttpRequest


class OutsideAdapter(DefaultSocialAccountAdapter):
    """The provider says who somebody is; only an account that an administrator made, found by its email, is let in."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False
