"""Who may do what: the roles of a council's staff and members, each a Django group with its permissions.

The groups are the product's own. They are made, and given what is listed here, after every migration, so that the
screens of a new release are open to those whose work they are; a council that divides its work otherwise makes
further groups. A role never loses what is listed here, and a group's other permissions are left alone.
"""

from dataclasses import dataclass
from typing import Any

import pghistory.models
from django.apps import AppConfig, apps
from django.contrib.auth.models import AnonymousUser, Group, Permission
from django.db.models import QuerySet

from committees.models import Role, User

RELEASE = "documents.release_papers"
READ_RESTRICTED = "documents.read_restricted_papers"
READ_EVERY_RESTRICTED = "documents.read_every_restricted_paper"

OURS = ("committees", "documents")
# What the council is and who signs in is the administrators' alone
ADMINISTERED = ("user", "council", "signinevent")
SIGNING_IN = ("auth", "account", "mfa", "socialaccount")


@dataclass(frozen=True, slots=True)
class Rights:
    """What a role has: permissions by name ("documents.add_document"), those of daily work, or all of them."""

    role: Role
    named: tuple[str, ...] = ()
    clerical: bool = False
    administers: bool = False


READING = ("committees.view_council", READ_RESTRICTED, READ_EVERY_RESTRICTED)
ROLES = (
    Rights(Role.CLERK, named=READING, clerical=True),
    Rights(Role.RELEASING_OFFICER, named=(*READING, RELEASE), clerical=True),
    Rights(Role.ADMINISTRATOR, administers=True),
    Rights(Role.MEMBER, named=(READ_RESTRICTED,)),
    Rights(Role.REPORT_AUTHOR, named=("documents.add_document",)),
)


def may_release(user: User | AnonymousUser, *, by_second_person: bool) -> bool:
    """Whether somebody may make papers public: any clerk, unless the council demands that a second person does."""
    return user.has_perm(RELEASE) or (not by_second_person and user.has_perm("documents.change_document"))


def adds_papers_only(user: User | AnonymousUser) -> bool:
    """A report author: papers are added, and nothing else of the desk is seen."""
    return user.has_perm("documents.add_document") and not user.has_perm("documents.view_document")


def keep_roles(sender: AppConfig, **_options: Any) -> None:
    """After the migrations (and a flush): each role is there with its permissions."""
    if sender.label != "documents":
        return
    Group.objects.bulk_create((Group(name=role) for role in Role), ignore_conflicts=True)
    groups = {group.name: group for group in Group.objects.filter(name__in=list(Role))}
    permissions = list(_permissions())
    granted = Group.permissions.through
    granted.objects.bulk_create(
        (
            granted(group_id=groups[rights.role].pk, permission_id=permission.pk)
            for rights in ROLES
            for permission in permissions
            if _has(rights, permission)
        ),
        ignore_conflicts=True,
    )


def _permissions() -> QuerySet[Permission]:
    return Permission.objects.filter(content_type__app_label__in=[*OURS, *SIGNING_IN]).select_related("content_type")


def _has(rights: Rights, permission: Permission) -> bool:
    kind = permission.content_type
    if _is_history(kind.app_label, kind.model):
        return False
    if rights.administers:
        return True
    if f"{kind.app_label}.{permission.codename}" in rights.named:
        return True
    return rights.clerical and _is_clerical(permission)


def _is_clerical(permission: Permission) -> bool:
    """Daily work: everything but the council itself, its users, and the rights that are given by name."""
    kind = permission.content_type
    by_name = (RELEASE, READ_RESTRICTED, READ_EVERY_RESTRICTED)
    return (
        kind.app_label in OURS
        and kind.model not in ADMINISTERED
        and f"{kind.app_label}.{permission.codename}" not in by_name
    )


def _is_history(app_label: str, model_name: str) -> bool:
    """The audit's own tables, which nobody alters."""
    try:
        return issubclass(apps.get_model(app_label, model_name), pghistory.models.Event)
    except LookupError:
        return False
