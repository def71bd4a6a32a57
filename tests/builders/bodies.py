"""Users, people, wards and committees."""

from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

from django.contrib.auth.models import Group
from django.utils import timezone

from committees.actions import Grounds
from committees.models import Committee, Membership, Person, Role, User, Ward

numbers = count(1)
GROUNDS = Grounds(
    public_interest="Bidders would know what we pay.",
    decided_by="Monitoring Officer",
    review_on=timezone.localdate() + timedelta(days=90),
)
# The same as the fields of an item or paper
WEIGHED: dict[str, Any] = {
    "public_interest": GROUNDS.public_interest,
    "withheld_by": GROUNDS.decided_by,
    "withheld_review_on": GROUNDS.review_on,
}


def long_ago() -> datetime:
    return timezone.now() - timedelta(days=1)


def make_user(**fields: Any) -> User:
    number = next(numbers)
    return User.objects.create_user(**{"username": f"clerk{number}", "password": "a long password", **fields})


def make_clerk(**fields: Any) -> User:
    return make_user(**{"is_staff": True, "is_superuser": True, **fields})


def make_ward(**fields: Any) -> Ward:
    number = next(numbers)
    return Ward.objects.create(**{"name": f"Ward {number}", "slug": f"ward-{number}", **fields})


def make_person(**fields: Any) -> Person:
    name = fields.pop("name", f"Person {next(numbers)}")
    return Person.objects.create(**{"name": name, "sort_key": name.casefold(), **fields})


def make_committee(**fields: Any) -> Committee:
    name = fields.pop("name", f"Committee {next(numbers)}")
    return Committee.objects.create(
        **{
            "name": name,
            "slug": name.lower().replace(" ", "-"),
            "sort_key": name.casefold(),
            "kind": Committee.Kind.SCRUTINY,
            **fields,
        }
    )


def make_membership(**fields: Any) -> Membership:
    fields.setdefault("committee", None)
    return Membership.objects.create(
        **{
            **fields,
            "committee": fields["committee"] or make_committee(),
            "started_on": fields.get("started_on", date(2020, 5, 20)),
        }
    )


def make_role(role: Role, **fields: Any) -> User:
    """Somebody with this role and no other: staff unless a member."""
    user = make_user(**{"is_staff": role != Role.MEMBER, **fields})
    user.groups.add(Group.objects.get(name=role))
    return user
