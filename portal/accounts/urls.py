"""The addresses of signing in. Of django-allauth's own there are only those that are used: nobody signs up."""

from allauth.account import views as account
from allauth.socialaccount import views as social
from django.urls import URLPattern, URLResolver, include, path, re_path

from portal.accounts import outside, views

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
    path("account/again/", views.sign_in_again, name="account_sign_in_again"),
    path("account/outside/cancelled/", social.login_cancelled, name="socialaccount_login_cancelled"),
    path("account/outside/<slug:provider_id>/login/", outside.go, name="openid_connect_login"),
    path("account/outside/<slug:provider_id>/login/callback/", outside.come_back, name="openid_connect_callback"),
]
