"""Minutes that are hidden show at no public address: neither their words nor what was decided by them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from committees.models import Access, Declaration, Minute, Minutes, NamedVote
from tests.builders import make_clerk, make_decision, make_minute
from tests.portal.test_leaks import ADDRESSES, SECRET, Scene, everything_said, later, make_scene, update

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Minuted:
    """Everything in the minute is the secret but its title."""

    scene: Scene
    minutes: Minutes
    minute: Minute


@pytest.fixture
def minuted() -> Minuted:
    scene = make_scene()
    minutes = Minutes.objects.get(meeting=scene.meeting)
    minute = make_minute(
        minutes=minutes, item=scene.item, text=f"{SECRET} words", requests=[f"{SECRET} request"], vote=SECRET
    )
    make_decision(minute=minute, parts=[f"{SECRET} decision"])
    Declaration.objects.create(minute=minute, name=SECRET, text=f"{SECRET} interest")
    NamedVote.objects.create(minute=minute, name=f"{SECRET} voter", cast=NamedVote.Cast.FOR)
    update(scene.hidden, published_at=None)  # it has the same secret, and is not what is asked of here
    return Minuted(scene, minutes, minute)


def withdraw(minuted: Minuted) -> None:
    update(minuted.minutes, withdrawn_at=timezone.now(), withdrawn_by=make_clerk(), withdrawal_reason="A name.")


def exempt_item(minuted: Minuted) -> None:
    update(minuted.scene.item, access=Access.EXEMPT, exempt_paragraphs=[3])


HIDINGS: dict[str, Callable[[Minuted], None]] = {
    "draft": lambda minuted: update(minuted.minutes, published_at=None),
    "scheduled": lambda minuted: update(minuted.minutes, published_at=later()),
    "withdrawn": withdraw,
    "minute exempt": lambda minuted: update(minuted.minute, access=Access.EXEMPT),
    "minute confidential": lambda minuted: update(minuted.minute, access=Access.CONFIDENTIAL),
    "item exempt": exempt_item,
    "meeting not announced": lambda minuted: update(minuted.scene.meeting, agenda_published_at=None, published_at=None),
    "committee not public": lambda minuted: update(minuted.scene.committee, is_public=False),
}


def test_secret_of_minutes_shows_where_they_are_public(client: Client, minuted: Minuted, tmp_path: Path) -> None:
    """Or the test below would prove nothing."""
    for name in ("meeting", "item", "minutes"):
        assert SECRET in everything_said(client, ADDRESSES[name](minuted.scene)[0], tmp_path), name


@pytest.mark.parametrize("hide", HIDINGS.values(), ids=HIDINGS)
def test_secret_of_hidden_minutes_shows_nowhere(
    client: Client, minuted: Minuted, tmp_path: Path, hide: Callable[[Minuted], None]
) -> None:
    hide(minuted)
    for name, addresses in ADDRESSES.items():
        for address in addresses(minuted.scene) if name != "search" else []:
            assert SECRET not in everything_said(client, address, tmp_path), (name, address)
