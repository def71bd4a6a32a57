"""Every role against every address.

Public addresses have their rows in test_leaks. Here the desk's are walked as they stand: an address that is added to
it is refused to everybody but clerks from the first, or these tests fail; and a new address of signing in needs a
line. Views are called as they are routed, so that every check of the desk's is passed through, and with ids of
nothing: who may come in finds nothing (404), and who may not is refused first.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.admin import site
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.test import Client, RequestFactory
from django.urls import URLPattern, URLResolver, resolve, reverse

from committees.models import Role, User
from portal import urls
from portal.accounts.urls import urlpatterns as signing_in
from tests.builders import make_clerk, make_membership, make_person, make_role
from tests.portal.test_leaks import ADDRESSES, SECRET, Scene, everything_said, exempt, item_exempt, make_scene

pytestmark = pytest.mark.django_db

NOTHING = 999_999  # the id of no row

# Open to whoever works in the desk
OWN = {"index", "login", "logout", "password_change", "password_change_done", "jsi18n", "guides", "guide"}
AUTHORS = {*OWN, "author_papers", "meeting_add_paper"}
# Of these there is nothing to see for who may see no model: they ask for the right to each row
EMPTY = {"app_list", "records", "deleted_drafts", "deleted_draft_restore", "view_on_site"}
ADMINISTERED = ("committees_user_", "committees_signinevent_", "auth_group_", "auth_user_", "user_")
# Shown to clerks, and changed by administrators alone; `_add` is refused where there is a council already
SHOWN = {"committees_council_changelist", "committees_council_change"}
# The background jobs are looked after by whoever runs the site
RUNNING = ("procrastinate_",)
SIGNING_IN = {
    *("account_login", "account_logout", "account_inactive", "account_change_password", "account_reauthenticate"),
    *("account_reset_password", "account_reset_password_done"),
    *("account_reset_password_from_key", "account_reset_password_from_key_done"),
    *("mfa_index", "mfa_authenticate", "mfa_reauthenticate", "mfa_activate_totp", "mfa_deactivate_totp"),
    *("mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_download_recovery_codes"),
    *("account_sign_in_again", "openid_connect_login", "openid_connect_callback", "socialaccount_login_cancelled"),
}
PASSKEYS = {
    *("mfa_list_webauthn", "mfa_add_webauthn", "mfa_reauthenticate_webauthn"),
    *("mfa_remove_webauthn", "mfa_edit_webauthn"),
}
OPEN_TO_ALL = {
    *("account_login", "account_logout", "account_inactive", "account_reset_password", "account_reset_password_done"),
    *("account_reset_password_from_key", "account_reset_password_from_key_done", "mfa_authenticate"),
    *("openid_connect_login", "openid_connect_callback", "socialaccount_login_cancelled"),
}


def desk_addresses() -> dict[str, str]:
    """Each address of the desk by its name, with ids of nothing."""
    return {pattern.name: _filled(pattern) for pattern in patterns_in(site.get_urls()) if pattern.name}


def patterns_in(patterns: list[Any]) -> Iterator[URLPattern]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from patterns_in(pattern.url_patterns)
        else:
            yield pattern


def _filled(pattern: URLPattern) -> str:
    values: dict[str, Any] = dict.fromkeys(pattern.pattern.converters, NOTHING)
    values |= {name: "slug" for name, converter in pattern.pattern.converters.items() if "Slug" in str(type(converter))}
    values |= {name: "committees" for name in pattern.pattern.regex.groupindex if name == "app_label"}
    return reverse(f"admin:{pattern.name}", kwargs=values) if pattern.name else ""


def outcome(address: str, user: User | AnonymousUser) -> str:
    """What becomes of a look at it: "refused", "sign in", or what is found, as a status; of what is sent there alone,
    of that."""
    looked = _answer("get", address, user)
    return _answer("post", address, user) if looked == "405" else looked


def _answer(method: str, address: str, user: User | AnonymousUser) -> str:
    request = RequestFactory().generic(method.upper(), address)
    match = resolve(address)
    request.resolver_match = match
    request.user = user
    request.session = Client().session
    request._messages = CookieStorage(request)  # type: ignore[attr-defined]
    request._dont_enforce_csrf_checks = True  # type: ignore[attr-defined]
    try:
        response = match.func(request, *match.args, **match.kwargs)
    except PermissionDenied:
        return "refused"
    except Http404:
        return "404"
    if response.status_code == 302 and response["Location"].startswith(("/admin/login/", "/sign-in/")):
        return "sign in"
    return "refused" if response.status_code == 403 else str(response.status_code)


def outcomes(user: User | AnonymousUser) -> dict[str, str]:
    """But for histories: of a row that is not there, Django says so before it asks who wants to know."""
    addresses = {name: address for name, address in desk_addresses().items() if not name.endswith("_history")}
    return {name: outcome(address, user) for name, address in addresses.items()}


def others(found: dict[str, str], *, than: set[str], expected: str) -> dict[str, str]:
    return {name: result for name, result in found.items() if name not in than and result != expected}


def test_who_is_not_signed_in_is_asked_to_everywhere_in_the_desk() -> None:
    found = outcomes(AnonymousUser())

    assert len(found) > 100
    assert others(found, than={"logout"}, expected="sign in") == {}


def test_members_are_refused_everywhere_in_the_desk() -> None:
    assert others(outcomes(make_role(Role.MEMBER)), than=set(), expected="refused") == {}


def test_report_author_is_refused_all_but_adding_papers() -> None:
    found = outcomes(make_role(Role.REPORT_AUTHOR))

    assert others(found, than=AUTHORS | EMPTY, expected="refused") == {}
    assert {name for name in AUTHORS if found[name] == "refused"} == set()
    assert found["app_list"] == "404"


def test_staff_without_a_role_are_refused_all_but_their_own_password() -> None:
    found = outcomes(make_role(Role.MEMBER, is_staff=True))

    assert others(found, than=OWN | EMPTY, expected="refused") == {}


def test_staff_are_refused_only_what_administrators_do_and_those_nothing() -> None:
    every = outcomes(make_clerk())
    open_to_all = {name for name in every if every[name] != "refused" and not name.startswith(RUNNING)}
    administered = {name for name in open_to_all if name.startswith(ADMINISTERED)}

    for role in (Role.CLERK, Role.RELEASING_OFFICER):
        refused = {name for name, result in outcomes(make_role(role)).items() if result == "refused"}
        releasing = {"release_send_back"} if role == Role.CLERK else set()
        assert refused & open_to_all - {"committees_council_add"} == administered | releasing, role
        assert not refused & SHOWN, role
    refused = {name for name, result in outcomes(make_role(Role.ADMINISTRATOR)).items() if result == "refused"}
    assert refused & open_to_all == set()


def test_history_of_a_row_is_told_to_who_may_see_the_row(client: Client) -> None:
    administrator = make_role(Role.ADMINISTRATOR)
    client.force_login(make_role(Role.CLERK))

    assert client.get(f"/admin/committees/user/{administrator.pk}/history/").status_code == 403


def names_in(patterns: list[Any]) -> set[str]:
    return {pattern.name for pattern in patterns_in(patterns) if pattern.name}


def test_every_address_is_public_of_the_desk_or_of_signing_in() -> None:
    everywhere = names_in([part for part in list[Any](urls.urlpatterns) if str(part.pattern) != "admin/"])

    assert everywhere == set(ADDRESSES) | (names_in(signing_in) & (SIGNING_IN | PASSKEYS))


def test_own_sign_in_is_for_who_is_signed_in() -> None:
    for name in (names_in(signing_in) & SIGNING_IN) - OPEN_TO_ALL:
        assert Client().get(reverse(name))["Location"].startswith("/sign-in/"), name


@pytest.fixture
def scene() -> Scene:
    return make_scene()


def member_of(scene: Scene) -> User:
    member = make_role(Role.MEMBER, person=make_person())
    make_membership(committee=scene.committee, person=member.person)
    return member


def member_of_another(scene: Scene) -> User:
    member = make_role(Role.MEMBER, person=make_person())
    make_membership(person=member.person)
    return member


READERS: dict[str, tuple[Callable[[Scene], User | None], bool]] = {
    "anonymous": (lambda scene: None, False),
    "member of the committee": (member_of, True),
    "member of another": (member_of_another, False),
    "report author": (lambda scene: make_role(Role.REPORT_AUTHOR), False),
    "clerk": (lambda scene: make_role(Role.CLERK), True),
    "releasing officer": (lambda scene: make_role(Role.RELEASING_OFFICER), True),
    "administrator": (lambda scene: make_role(Role.ADMINISTRATOR), True),
}
FOR_READERS = {"members", "member_paper", "member_file", "member_pack"}
# The meeting's own page links there, by the title
NAMES_IT = {"meeting", "meeting_short"}


@pytest.mark.parametrize("hide", [exempt, item_exempt], ids=["paper exempt", "item exempt"])
@pytest.mark.parametrize(("make", "reads"), READERS.values(), ids=READERS)
def test_restricted_paper_is_read_by_who_may_and_where_that_is_recorded(
    client: Client, scene: Scene, tmp_path: Path, make: Callable[[Scene], User | None], reads: bool, hide: Any
) -> None:
    hide(scene)
    if user := make(scene):
        client.force_login(user)
    shown = set()
    for name in {*FOR_READERS, *NAMES_IT, "paper", "paper_file", "page_image", "pack", "item", "papers", "home"}:
        if any(SECRET in everything_said(client, address, tmp_path) for address in ADDRESSES[name](scene)):
            shown.add(name)

    assert shown == ({*FOR_READERS, *NAMES_IT} if reads else set())
