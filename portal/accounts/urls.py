"""The addresses of signing in. Of django-allauth's own there are only those that are used: nobody signs up."""

from allauth.account import views as account
from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path, re_path

from portal.accounts import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("sign-in/", account.login, name="account_login"),
    path("sign-out/", account.logout, name="account_logout"),
    path("account/inactive/", account.account_inactive, name="account_inactive"),
    path("account/password/", views.change_password, name="account_change_password"),
    path("account/confirm/", account.reauthenticate, name="account_reauthenticate"),
    path("account/forgotten/", views.forgotten, name="account_reset_password"),
    path("account/forgotten/sent/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^account/new-password/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "account/new-password/done/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"
    ),
    path("account/second-step/", include("allauth.mfa.urls")),
]

if settings.OPENID_CONNECT:
    from allauth.socialaccount import views as social

    urlpatterns += [
        path("account/outside/", include("allauth.socialaccount.providers.openid_connect.urls")),
        path("account/outside/cancelled/", social.login_cancelled, name="socialaccount_login_cancelled"),
        path("account/outside/error/", social.login_error, name="socialaccount_login_error"),
        path("account/outside/unknown/", social.signup, name="socialaccount_signup"),
    ]
