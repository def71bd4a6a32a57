"""Signing in: passwords, second steps, limits, sessions that end, and the record of it all."""

import json
import re
from datetime import timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from committees.models import Role, SignInEvent, User
from tests.builders import make_clerk, make_role
from tests.portal.accounts.codes import code, give_second_step

pytestmark = pytest.mark.django_db

PASSWORD = "a long password"
SIGN_IN = "/sign-in/"
SECOND = "/account/second-step/authenticate/"
Kind = SignInEvent.Kind


@pytest.fixture
def clerk() -> User:
    return make_role(Role.CLERK, username="asha", email="asha@council.example")


def sign_in(client: Client, name: str = "asha", password: str = PASSWORD, **more: str) -> Any:
    return client.post(SIGN_IN, {"login": name, "password": password, **more})


def kinds() -> list[str]:
    return list(SignInEvent.objects.order_by("pk").values_list("kind", flat=True))


@pytest.mark.parametrize("name", ["asha", "asha@council.example"])
def test_staff_come_to_their_desk(client: Client, clerk: User, name: str) -> None:
    assert sign_in(client, name)["Location"] == reverse("admin:index")
    assert SignInEvent.objects.get().user == clerk
    assert kinds() == [Kind.SIGNED_IN]


def test_member_comes_to_no_desk(client: Client) -> None:
    make_role(Role.MEMBER, username="sana")

    assert "admin" not in sign_in(client, "sana")["Location"]
    refused = client.get("/admin/")
    assert refused.status_code == 403
    assert "signed in as sana" in refused.text


def test_wrong_password_is_told_and_recorded_without_what_was_typed(client: Client, clerk: User) -> None:
    page = sign_in(client, password="swordfish").text

    assert "The name or the password is not right" in page
    assert 'href="#id_login"' in page
    event = SignInEvent.objects.get()
    assert (event.kind, event.user, event.note) == (Kind.FAILED, clerk, "")
    assert event.network == "127.0.0.0/24"


def test_name_of_nobody_is_not_kept(client: Client) -> None:
    """It may be a password typed in the wrong place."""
    sign_in(client, name="hunter2 hunter2")

    event = SignInEvent.objects.get()
    assert event.user is None
    assert "hunter2" not in str(vars(event))


def test_empty_form_says_what_to_enter(client: Client) -> None:
    page = client.post(SIGN_IN, {}).text

    assert page.count("Enter your password.") == 2
    assert 'aria-invalid="true"' in page


def test_guessing_locks_an_account_for_a_while_and_is_recorded(client: Client, clerk: User) -> None:
    for number in range(5):
        sign_in(client, password=f"guess {number}")

    answer = sign_in(client)

    assert "too many attempts" in answer.text
    assert "_auth_user_id" not in client.session
    assert kinds() == [*[Kind.FAILED] * 5, Kind.LOCKED_OUT]


def test_attempts_are_counted_for_all_processes_together(settings: Any) -> None:
    assert settings.CACHES["default"]["BACKEND"].endswith("DatabaseCache")


def test_sign_in_leads_on_to_the_page_that_asked(client: Client, clerk: User) -> None:
    page = client.get("/admin/packs/", follow=True)

    assert page.request["PATH_INFO"] == SIGN_IN
    assert sign_in(client, next="/admin/packs/")["Location"] == "/admin/packs/"


def test_code_of_the_app_is_asked_for(client: Client, clerk: User) -> None:
    give_second_step(clerk)

    assert sign_in(client)["Location"].startswith(SECOND)
    assert client.get("/admin/").status_code == 302
    assert "That code is not right" in client.post(SECOND, {"code": "000000"}).text
    assert client.post(SECOND, {"code": code()})["Location"] == reverse("admin:index")
    assert client.get("/admin/").status_code == 200
    assert kinds() == [Kind.CODE_FAILED, Kind.SIGNED_IN]


def test_passkey_of_somebody_else_is_refused_and_recorded(client: Client, clerk: User) -> None:
    give_second_step(clerk)
    sign_in(client)
    answer = {"clientDataJSON": "AAAA", "authenticatorData": "AAAA", "signature": "AAAA"}
    stranger = {"id": "AAAA", "rawId": "AAAA", "type": "public-key", "response": answer}

    page = client.post(SECOND, {"credential": json.dumps(stranger)})

    assert "The passkey was not accepted" in page.text
    assert client.get("/admin/").status_code == 302
    assert SignInEvent.objects.values_list("kind", "note").get() == (Kind.CODE_FAILED, "Passkey")


def test_recovery_code_works_once(client: Client, clerk: User) -> None:
    first, *_rest = give_second_step(clerk)
    sign_in(client)
    client.post(SECOND, {"code": first})
    assert client.get("/admin/").status_code == 200
    client.post("/sign-out/")

    sign_in(client)
    client.post(SECOND, {"code": first})

    assert client.get("/admin/").status_code == 302
    assert Kind.RECOVERY_CODE_USED in kinds()


def test_second_step_is_set_up_and_its_secret_kept_encrypted(
    client: Client, clerk: User, django_capture_on_commit_callbacks: Any
) -> None:
    sign_in(client)
    key = re.search(r"<code[^>]*>(\w+)<", client.get("/account/second-step/totp/activate/").text)
    assert key

    with django_capture_on_commit_callbacks(execute=True):
        response = client.post("/account/second-step/totp/activate/", {"code": code(key[1])}, follow=True)

    assert response.request["PATH_INFO"] == "/account/second-step/recovery-codes/"
    assert key[1] not in str(list(Authenticator.objects.values_list("data", flat=True)))
    assert Kind.FACTOR_ADDED in kinds()


def test_required_second_step_comes_before_the_desk(client: Client, clerk: User, settings: Any) -> None:
    settings.SECOND_STEP_REQUIRED = True

    assert sign_in(client)["Location"] == "/account/second-step/totp/activate/"
    assert client.get("/admin/packs/")["Location"] == "/account/second-step/totp/activate/"
    give_second_step(clerk)
    assert client.get("/admin/packs/").status_code == 200


def test_member_needs_no_second_step(client: Client, settings: Any) -> None:
    settings.SECOND_STEP_REQUIRED = True
    make_role(Role.MEMBER, username="sana")

    assert sign_in(client, "sana")["Location"] != "/account/second-step/totp/activate/"


def test_given_password_is_changed_first(client: Client, clerk: User) -> None:
    User.objects.update(must_change_password=True)

    own = reverse("admin:password_change")
    assert sign_in(client)["Location"] == own
    assert client.get(reverse("account_change_password"))["Location"] == own


def test_member_chooses_a_password_of_their_own(client: Client) -> None:
    make_role(Role.MEMBER, username="sana", must_change_password=True)
    address = sign_in(client, "sana")["Location"]
    new = {"new_password1": "three words here", "new_password2": "three words here"}

    wrong = client.post(address, {"old_password": "not it", **new})
    assert "Error:" in wrong.text
    client.post(address, {"old_password": PASSWORD, **new})

    user = User.objects.get(username="sana")
    assert user.check_password("three words here")
    assert not user.must_change_password


def test_session_ends_long_after_signing_in_however_busy(client: Client, clerk: User, settings: Any) -> None:
    sign_in(client)
    client.get("/admin/")
    session = client.session
    session["signed_in_since"] -= settings.SESSION_LONGEST + 1
    session.save()

    assert client.get("/admin/").status_code == 302
    assert kinds()[-1] == Kind.SESSION_ENDED


def test_session_ends_when_idle_and_lasts_while_used(client: Client, clerk: User) -> None:
    sign_in(client)
    Session.objects.update(expire_date=timezone.now() + timedelta(minutes=1))
    client.get("/admin/")
    assert Session.objects.get().expire_date > timezone.now() + timedelta(minutes=100)

    Session.objects.update(expire_date=timezone.now() - timedelta(minutes=1))

    assert client.get("/admin/").status_code == 302


def test_signing_out_is_recorded(client: Client, clerk: User) -> None:
    sign_in(client)

    assert client.get("/sign-out/").status_code == 200
    client.post("/sign-out/")

    assert client.get("/admin/").status_code == 302
    assert kinds() == [Kind.SIGNED_IN, Kind.SIGNED_OUT]


def test_forgotten_password_is_chosen_anew_by_a_link_that_works_once(client: Client, clerk: User) -> None:
    User.objects.update(must_change_password=True)
    client.post("/account/forgotten/", {"email": clerk.email})
    link = re.search(r"http://\S+?(/account/new-password/\S+)", str(mail.outbox[0].body))
    assert link
    form = client.get(link[1])["Location"]
    new = {"password1": "three words here", "password2": "three words here"}

    assert client.post(form, new)["Location"] == "/account/new-password/done/"

    clerk.refresh_from_db()
    assert clerk.check_password("three words here")
    assert not clerk.must_change_password
    assert "does not work any more" in Client().get(link[1]).text


def test_nobody_learns_whether_an_address_has_an_account(client: Client, clerk: User) -> None:
    known = client.post("/account/forgotten/", {"email": clerk.email}, follow=True).text
    unknown = client.post("/account/forgotten/", {"email": "nobody@council.example"}, follow=True).text

    assert known == unknown
    assert [message.to for message in mail.outbox] == [[clerk.email]]


def test_site_without_email_says_whom_to_ask(client: Client, settings: Any) -> None:
    settings.SENDS_EMAIL = False

    assert "Ask an administrator" in client.get("/account/forgotten/").text


def test_nobody_signs_up() -> None:
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")


def test_closed_account_is_told_so_to_nobody_but_its_owner(client: Client, clerk: User) -> None:
    User.objects.update(is_active=False)

    assert "not right" in sign_in(client, password="guess").text
    assert sign_in(client)["Location"] == "/account/inactive/"
    assert client.get("/admin/").status_code == 302


def test_administrator_takes_off_a_lost_second_step(client: Client, clerk: User) -> None:
    give_second_step(clerk)
    administrator = make_role(Role.ADMINISTRATOR)
    client.force_login(administrator)

    client.post(f"/admin/committees/user/{clerk.pk}/second-step/", {"why": "Lost phone, I called her back"})

    assert not Authenticator.objects.filter(user=clerk).exists()
    event = SignInEvent.objects.get(kind=Kind.FACTOR_REMOVED)
    assert (event.user, event.by, event.note) == (clerk, administrator, "Lost phone, I called her back")


def test_second_step_of_who_is_above_the_roles_is_not_an_administrators(client: Client) -> None:
    above = make_clerk()
    client.force_login(make_role(Role.ADMINISTRATOR))

    assert client.get(f"/admin/committees/user/{above.pk}/second-step/").status_code == 404


def test_record_is_for_administrators_and_nobody_alters_it(client: Client, clerk: User) -> None:
    sign_in(client, password="guess")
    client.force_login(make_role(Role.ADMINISTRATOR))
    event = SignInEvent.objects.earliest("pk")

    assert "Wrong name or password" in client.get("/admin/committees/signinevent/").text
    assert client.post(f"/admin/committees/signinevent/{event.pk}/change/", {}).status_code == 403
    assert client.post(f"/admin/committees/signinevent/{event.pk}/delete/", {}).status_code == 403
    client.force_login(clerk)
    assert client.get("/admin/committees/signinevent/").status_code == 403


def test_reader_without_an_account_gets_no_cookie_of_a_session(client: Client) -> None:
    client.get("/")

    assert not client.cookies


def test_form_from_elsewhere_is_refused_with_a_clear_page() -> None:
    answer = Client(enforce_csrf_checks=True).post(SIGN_IN, {})

    assert answer.status_code == 403
    assert "load the page again" in answer.text
