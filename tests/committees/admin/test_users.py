"""Accounts, as administrators make them."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from committees.models import Role, User
from tests.builders import make_clerk, make_role, make_user

ADD = "/admin/committees/user/add/"
PASSWORD = "correct horse battery"


@pytest.fixture
def browser(client: Client, db: None) -> Client:
    client.force_login(make_role(Role.ADMINISTRATOR))
    return client


def sent(role: Role, **fields: object) -> dict[str, object]:
    group = Group.objects.get(name=role)
    given = {"username": "sana", "usable_password": "true", "password1": PASSWORD, "password2": PASSWORD}
    return {**given, "groups": [group.pk], "must_change_password": "on", **fields}


@pytest.mark.parametrize(("role", "is_staff"), [(Role.CLERK, True), (Role.REPORT_AUTHOR, True), (Role.MEMBER, False)])
def test_account_has_its_role_and_a_first_password(browser: Client, role: Role, is_staff: bool) -> None:
    browser.post(ADD, sent(role))

    user = User.objects.get(username="sana")
    assert [group.name for group in user.groups.all()] == [role]
    assert (user.is_staff, user.must_change_password) == (is_staff, True)
    assert user.check_password(PASSWORD)


def test_administrator_cannot_raise_anybody_above_the_roles(browser: Client) -> None:
    browser.post(ADD, sent(Role.CLERK, is_superuser="on"))
    user = User.objects.get(username="sana")
    page = browser.get(f"/admin/committees/user/{user.pk}/change/").text

    assert not user.is_superuser
    assert "is_superuser" not in page
    assert "user_permissions" not in page


def test_administrator_does_not_reach_who_is_above_the_roles(browser: Client) -> None:
    above = make_clerk()

    assert browser.get(f"/admin/committees/user/{above.pk}/change/").status_code == 302
    assert browser.post(f"/admin/committees/user/{above.pk}/password/", {}).status_code == 404


@pytest.mark.parametrize("role", [Role.CLERK, Role.RELEASING_OFFICER, Role.REPORT_AUTHOR])
def test_only_administrators_see_accounts(client: Client, db: None, role: Role) -> None:
    client.force_login(make_role(role))

    assert client.get("/admin/committees/user/").status_code == 403
    assert client.get(f"/admin/committees/user/{make_user().pk}/change/").status_code == 403


def test_member_does_not_reach_the_desk(client: Client, db: None) -> None:
    client.force_login(make_role(Role.MEMBER))

    assert client.get("/admin/").status_code == 403


def test_rights_of_a_role_are_listed_in_few_queries(
    browser: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(30):
        browser.get("/admin/auth/group/add/")
