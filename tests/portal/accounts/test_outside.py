"""Signing in at the council's own identity provider: who is let in, who is not, and what they are told."""

import html
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from django.urls import reverse

from committees.models import Role, SignInEvent, User
from portal.settings import identity_provider
from tests.builders import make_role
from tests.portal.accounts.codes import code, give_second_step
from tests.portal.accounts.provider import Provider, listening

pytestmark = pytest.mark.django_db

LINK = re.compile(r'href="([^"]+)">(Yes|No|Go on)<')
Kind = SignInEvent.Kind


@pytest.fixture
def provider(settings: Any) -> Iterator[Provider]:
    with listening(settings) as provider:
        provider.claims["email"] = "Asha@council.example"
        yield provider


@pytest.fixture
def clerk() -> User:
    return make_role(Role.CLERK, username="asha", email="asha@council.example")


def link(page: str, words: str) -> str:
    return next(html.unescape(address) for address, text in LINK.findall(page) if text == words)


def go(client: Client, query: str = "") -> str:
    """The provider's address, from the page that leads on to it."""
    return link(client.post(f"/account/outside/council/login/{query}").text, "Go on")


def address_back(client: Client, answer: str = "Yes", query: str = "") -> str:
    return link(requests.get(go(client, query), timeout=5).text, answer).removeprefix("http://testserver")


def come_back(client: Client, answer: str = "Yes", query: str = "") -> Any:
    return client.get(address_back(client, answer, query))


def kinds() -> list[str]:
    return list(SignInEvent.objects.order_by("pk").values_list("kind", flat=True))


def test_site_without_a_provider_offers_none(client: Client, settings: Any) -> None:
    assert identity_provider() == []
    assert "/account/outside/" not in client.get("/sign-in/").text
    assert client.post("/account/outside/council/login/").status_code == 404


def test_staff_come_to_their_desk_and_are_recorded(client: Client, provider: Provider, clerk: User) -> None:
    page = client.get("/sign-in/?next=/admin/guides/").text
    assert "Sign in with Marlbridge account" in page
    assert "login/?next=%2Fadmin%2Fguides%2F" in page

    assert come_back(client)["Location"] == reverse("admin:index")

    assert client.get("/admin/").status_code == 200
    event = SignInEvent.objects.get(kind=Kind.SIGNED_IN)
    assert (event.user, event.note) == (clerk, "The council’s own sign-in")


def test_sign_in_leads_on_to_the_page_that_asked_and_nowhere_else(client: Client, provider: Provider) -> None:
    make_role(Role.CLERK, email="asha@council.example")

    assert come_back(client, query="?next=/admin/guides/")["Location"] == "/admin/guides/"
    assert "evil" not in come_back(client, query="?next=https://evil.example/")["Location"]


def test_password_that_was_given_out_ends_and_need_not_be_changed(
    client: Client, provider: Provider, clerk: User
) -> None:
    User.objects.update(must_change_password=True)

    come_back(client)

    clerk.refresh_from_db()
    assert not clerk.has_usable_password()
    assert "works no more" in client.get("/admin/").text
    assert kinds() == [Kind.OUTSIDE_JOINED, Kind.SIGNED_IN]


def test_person_is_known_again_by_more_than_an_address(client: Client, provider: Provider, clerk: User) -> None:
    come_back(client)
    client.logout()
    provider.claims["email"] = "asha.new@council.example"

    assert come_back(client)["Location"] == reverse("admin:index")


@pytest.mark.parametrize(
    ("claims", "told"),
    [
        ({"email": "nobody@council.example"}, "no account, or more than one"),
        ({"email_verified": False}, "does not say that the address is verified"),
        ({"email": None}, "does not tell your email address"),
        ({"email": "<b>@council.example"}, "does not tell your email address"),
    ],
)
def test_who_has_no_account_is_refused_with_a_clear_page(
    client: Client, provider: Provider, clerk: User, claims: dict[str, Any], told: str
) -> None:
    provider.claims |= claims

    refused = come_back(client)

    assert refused.status_code == 403
    assert told in refused.text
    assert "Ask an administrator" in refused.text
    assert (kinds(), SocialAccount.objects.count()) == ([Kind.OUTSIDE_REFUSED], 0)
    assert client.get("/admin/").status_code == 302


def test_address_of_two_accounts_lets_nobody_in(client: Client, provider: Provider, clerk: User) -> None:
    make_role(Role.ADMINISTRATOR, username="other", email="ASHA@council.example")

    assert come_back(client).status_code == 403


def test_closed_account_stays_closed(client: Client, provider: Provider, clerk: User) -> None:
    User.objects.update(is_active=False)

    assert come_back(client)["Location"] == reverse("account_inactive")
    assert client.get("/admin/").status_code == 302


def test_provider_that_never_says_verified_is_trusted_where_the_settings_say_so(
    client: Client, provider: Provider, clerk: User, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    del provider.claims["email_verified"]
    assert come_back(client).status_code == 403

    monkeypatch.setenv("OIDC_ISSUER", provider.issuer)
    monkeypatch.setenv("OIDC_EMAILS_VERIFIED", "1")
    trusted = identity_provider()[0]["settings"]["verified_email"]
    settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]["settings"]["verified_email"] = trusted

    assert come_back(client)["Location"] == reverse("admin:index")


def test_second_step_is_asked_for_after_the_provider(client: Client, provider: Provider, clerk: User) -> None:
    give_second_step(clerk)

    assert come_back(client)["Location"] == reverse("mfa_authenticate")
    assert client.get("/admin/").status_code == 302
    assert client.post(reverse("mfa_authenticate"), {"code": code()})["Location"] == reverse("admin:index")
    assert SignInEvent.objects.get(kind=Kind.SIGNED_IN).note == "The council’s own sign-in, Authenticator app"


def test_required_second_step_is_set_up_after_the_provider(
    client: Client, provider: Provider, clerk: User, settings: Any
) -> None:
    settings.SECOND_STEP_REQUIRED = True

    assert come_back(client)["Location"] == reverse("mfa_activate_totp")
    assert client.get("/admin/")["Location"] == reverse("mfa_activate_totp")


def test_who_has_nothing_to_prove_themselves_with_here_signs_in_again(
    client: Client, provider: Provider, clerk: User, settings: Any
) -> None:
    come_back(client)
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 0

    asked = client.get("/account/second-step/totp/activate/")

    assert urlsplit(asked["Location"]).path == "/account/again/"
    page = client.get(asked["Location"]).text
    assert "login/?next=%2Faccount%2Fsecond-step%2Ftotp%2Factivate%2F" in page
    assert "evil" not in client.get("/account/again/?next=https://evil.example/").text


@pytest.mark.parametrize("spoilt", ["state=another", "state="])
def test_answer_that_was_not_asked_for_is_refused(client: Client, provider: Provider, clerk: User, spoilt: str) -> None:
    refused = client.get(re.sub("state=[^&]*", spoilt, address_back(client)))

    assert refused.status_code == 401
    assert "Signing in took too long" in refused.text
    assert kinds() == [Kind.OUTSIDE_REFUSED]


def test_answer_counts_once_and_for_ten_minutes(
    client: Client, provider: Provider, clerk: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    used, late = address_back(client), address_back(client)
    assert client.get(used).status_code == 302
    assert "took too long" in client.get(used).text

    monkeypatch.setattr("allauth.socialaccount.internal.statekit.STATE_TTL", -1)
    assert "took too long" in Client().get(late).text


def test_answer_of_one_browser_is_of_no_use_in_another(client: Client, provider: Provider, clerk: User) -> None:
    assert "took too long" in Client().get(address_back(client)).text


def test_who_breaks_off_is_told_so(client: Client, provider: Provider, clerk: User) -> None:
    page = client.get(come_back(client, "No")["Location"]).text

    assert "You did not finish signing in" in page
    assert SignInEvent.objects.get().note == "Broken off"


@pytest.mark.parametrize("place", ["token", "userinfo"])
def test_provider_that_answers_nonsense_lets_nobody_in(
    client: Client, provider: Provider, clerk: User, place: str
) -> None:
    provider.breaks = place

    answer = come_back(client)

    assert answer.status_code in {401, 502}
    assert "did not answer" in answer.text
    assert kinds() == [Kind.OUTSIDE_REFUSED]


@pytest.mark.parametrize("broken", ["nonsense", "away"])
def test_provider_that_is_away_is_told_of(client: Client, provider: Provider, settings: Any, broken: str) -> None:
    provider.breaks = "openid-configuration"
    if broken == "away":
        settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]["settings"]["server_url"] = "http://localhost:9"

    answer = client.post("/account/outside/council/login/")

    assert answer.status_code == 502
    assert "Try again in a few minutes" in answer.text


def test_signed_in_user_joins_no_other_account(client: Client, provider: Provider, clerk: User) -> None:
    """Nor does an address ask the provider for more than it should."""
    client.force_login(make_role(Role.CLERK, username="other", email="other@council.example"))

    asked = parse_qs(urlsplit(go(client, "?process=connect&scope=offline&auth_params=prompt=none")).query)

    assert set(asked["scope"][0].split()) == {"openid", "profile", "email"}
    assert "prompt" not in asked
    come_back(client, query="?process=connect")
    assert SocialAccount.objects.get().user == clerk


def test_nobody_is_sent_to_the_provider_by_a_link(client: Client, provider: Provider) -> None:
    assert client.get("/account/outside/council/login/").status_code == 405
