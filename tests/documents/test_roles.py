"""Who may do what."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command

from committees.models import Role
from documents.roles import RELEASE, adds_papers_only, may_release
from tests.builders import make_role, make_user

pytestmark = pytest.mark.django_db


def test_every_role_is_a_group() -> None:
    assert set(Role) <= set(Group.objects.values_list("name", flat=True))


def test_clerk_does_all_daily_work_and_administers_nobody() -> None:
    clerk = make_role(Role.CLERK)

    assert clerk.has_perms(["committees.change_meeting", "documents.change_document", "documents.add_packupload"])
    assert not clerk.has_perm("committees.change_user")
    assert not clerk.has_perm("committees.change_council")
    assert not clerk.has_perm(RELEASE)


def test_administrator_may_do_all() -> None:
    administrator = make_role(Role.ADMINISTRATOR)

    assert administrator.has_perms(["committees.change_user", "committees.change_council", RELEASE])


def test_nobody_alters_the_audit() -> None:
    permissions = make_role(Role.ADMINISTRATOR).get_all_permissions()

    events = {name for name in permissions if name.endswith("event")}
    assert {name for name in events if not name.endswith("_signinevent")} == set()  # which is no audit of rows


def test_member_reads_restricted_papers_and_no_more() -> None:
    assert make_role(Role.MEMBER).get_all_permissions() == {"documents.read_restricted_papers"}


def test_report_author_adds_papers_and_no_more() -> None:
    author = make_role(Role.REPORT_AUTHOR)

    assert author.get_all_permissions() == {"documents.add_document"}
    assert adds_papers_only(author)
    assert not adds_papers_only(make_role(Role.CLERK))


@pytest.mark.parametrize(
    ("role", "alone", "with_second_person"),
    [
        (Role.CLERK, True, False),
        (Role.RELEASING_OFFICER, True, True),
        (Role.ADMINISTRATOR, True, True),
        (Role.MEMBER, False, False),
        (Role.REPORT_AUTHOR, False, False),
    ],
)
def test_who_may_release(role: Role, alone: bool, with_second_person: bool) -> None:
    user = make_role(role)

    assert may_release(user, by_second_person=False) == alone
    assert may_release(user, by_second_person=True) == with_second_person


def test_who_is_in_no_group_may_nothing() -> None:
    assert not may_release(make_user(is_staff=True), by_second_person=False)


def test_next_migration_gives_a_role_back_what_it_lacks_and_leaves_the_rest() -> None:
    member = Group.objects.get(name=Role.MEMBER)
    member.permissions.clear()
    own = Group.objects.create(name="Web team")

    call_command("migrate", verbosity=0)

    assert member.permissions.get().codename == "read_restricted_papers"
    assert not own.permissions.exists()
