"""What somebody tries who has no account, or only half of one."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.admin import site
from django.core import mail
from django.test import Client
from django.urls import URLPattern, reverse

from committees.models import Role, SignInEvent, User
from portal import urls
from tests.builders import make_clerk, make_role
from tests.portal.accounts.codes import code, give_second_step
from tests.portal.accounts.test_sign_in import SECOND, SIGN_IN, kinds, sign_in
from tests.portal.test_role_matrix import patterns_in

pytestmark = pytest.mark.django_db

ELSEWHERE = [
    "https://elsewhere.example/",
    "//elsewhere.example/",
    "///elsewhere.example/",
    "\\\\elsewhere.example/",
    "/\\elsewhere.example/",
    "https:elsewhere.example",
    "javascript:alert(1)",
    "\thttps://elsewhere.example/",
    "/\t/elsewhere.example/",
    "https://testserver@elsewhere.example/",
]


@pytest.fixture
def clerk() -> User:
    return make_role(Role.CLERK, username="asha", email="asha@council.example")


def with_session_of(key: str) -> Client:
    client = Client()
    client.cookies["sessionid"] = key
    return client


@pytest.mark.parametrize("second_step", [False, True], ids=["password", "and a code"])
def test_session_that_was_planted_before_signing_in_is_not_the_one_after(clerk: User, second_step: bool) -> None:
    victim = Client()
    victim.get("/admin/", follow=True)
    session = victim.session
    session["planted"] = True
    session.save()
    planted = str(session.session_key)
    victim.cookies["sessionid"] = planted
    if second_step:
        give_second_step(clerk)

    sign_in(victim)
    if second_step:
        victim.post(SECOND, {"code": code()})

    assert victim.get("/admin/").status_code == 200
    assert victim.cookies["sessionid"].value != planted
    assert with_session_of(planted).get("/admin/").status_code == 302


def test_password_alone_opens_nothing_to_who_has_a_second_step(client: Client, clerk: User) -> None:
    give_second_step(clerk)

    sign_in(client)

    for address in ("/admin/", "/members/", "/account/password/", "/account/second-step/", "/admin/packs/"):
        assert client.get(address)["Location"].startswith(("/sign-in/", "/admin/login/")), address


def test_code_that_was_looked_at_works_in_no_second_browser(clerk: User) -> None:
    give_second_step(clerk)
    seen = code()
    owner, thief = Client(), Client()
    for browser in (owner, thief):
        sign_in(browser)
        browser.post(SECOND, {"code": seen})

    assert owner.get("/admin/").status_code == 200
    assert thief.get("/admin/").status_code == 302


def test_guessing_codes_is_locked_too(clerk: User) -> None:
    give_second_step(clerk)
    client = Client()
    sign_in(client)
    for number in range(8):
        client.post(SECOND, {"code": f"{number:06d}"})

    client.post(SECOND, {"code": code()})

    assert client.get("/admin/").status_code == 302


def guess_from(addresses: list[str], **where: Any) -> list[str]:
    """What became of a guess at another account from each forwarded address, by the record."""
    for number, address in enumerate(addresses):
        Client().post(
            SIGN_IN, {"login": f"name{number}", "password": "x"}, headers={"X-Forwarded-For": address}, **where
        )
    return kinds()


def test_forged_way_past_a_proxy_is_counted_as_where_the_proxy_saw_it(settings: Any) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1

    found = guess_from([f"198.51.100.{number}, 203.0.113.7" for number in range(12)])

    assert found.count(SignInEvent.Kind.FAILED) == 10
    assert set(SignInEvent.objects.values_list("network", flat=True)) == {"203.0.113.0/24"}


def test_without_a_proxy_what_is_said_to_be_forwarded_is_not_believed(settings: Any) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 0

    found = guess_from([f"198.51.100.{number}" for number in range(12)])

    assert found.count(SignInEvent.Kind.FAILED) == 10


@pytest.mark.parametrize("address", ELSEWHERE)
def test_nobody_is_led_to_another_site(clerk: User, address: str) -> None:
    client, signed_in = Client(), Client()
    signed_in.force_login(clerk)
    answers = [
        client.get("/admin/login/", {"next": address}, follow=True),
        sign_in(client, next=address),
        client.get(SIGN_IN, {"next": address}),
        client.post("/sign-out/", {"next": address}),
        signed_in.get("/account/again/", {"next": address}),
        signed_in.get("/account/confirm/", {"next": address}),
        signed_in.post("/account/confirm/", {"next": address, "password": "a long password"}),
        signed_in.post("/admin/findings/accept/", {"next": address}),
        signed_in.post("/admin/logout/", {"next": address}),
    ]

    for answer in answers:
        assert re.match(r"/(?![/\\])[^\t]*$", answer.get("Location", "/")), answer["Location"]
        assert f'href="{address}"' not in answer.text


def every_address() -> Iterator[tuple[str, str]]:
    """By its name, with ids of nothing."""
    public = [part for part in list[Any](urls.urlpatterns) if str(part.pattern) != "admin/"]
    for prefix, patterns in (("", public), ("admin:", site.get_urls())):
        for pattern in patterns_in(patterns):
            if pattern.name:
                name = f"{prefix}{pattern.name}"
                yield name, reverse(name, kwargs=_values(pattern))


def _values(pattern: URLPattern) -> dict[str, Any]:
    numbers = (name for name, converter in pattern.pattern.converters.items() if "Int" in type(converter).__name__)
    values: dict[str, Any] = {**dict.fromkeys(pattern.pattern.regex.groupindex, "x"), **dict.fromkeys(numbers, 999_999)}
    if pattern.name in ("mfa_remove_webauthn", "mfa_edit_webauthn"):
        values["pk"] = 999_999  # it stands in what includes them
    return values | ({"app_label": "committees"} if "app_label" in values else {})


def test_nothing_is_posted_from_another_site_but_the_end_of_emails() -> None:
    """Their address is the secret, which mail programs post to."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_clerk())

    taken = {name for name, address in every_address() if client.post(address).status_code not in (403, 405)}

    assert taken == {"alert_stop"}


@pytest.mark.parametrize("address", ["/", "/sign-in/", "/papers/", "/sitemap.xml", "/admin/", "/nothing/"])
def test_host_that_is_not_ours_is_answered_nothing(client: Client, settings: Any, address: str) -> None:
    settings.ALLOWED_HOSTS = ["testserver"]
    answer = client.get(address, headers={"Host": "elsewhere.example"})

    assert answer.status_code == 400
    assert "elsewhere.example" not in answer.text
    assert "elsewhere.example" not in client.get(address, headers={"X-Forwarded-Host": "elsewhere.example"}).text


def test_link_to_a_new_password_leads_to_our_own_site(client: Client, clerk: User, settings: Any) -> None:
    """Whatever host it was asked for by: an operator may allow several, or all."""
    settings.ALLOWED_HOSTS = ["testserver", "other.example"]
    client.post("/account/forgotten/", {"email": clerk.email}, headers={"Host": "other.example"})

    assert f"{settings.SITE_ADDRESS}/account/new-password/" in mail.outbox[0].body
    assert "other.example" not in mail.outbox[0].body
