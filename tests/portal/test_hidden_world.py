"""With something hidden in every way at once, each number there is or was is asked for at each public address.

The leak matrix (test_leaks) asks for one hidden thing at a time where it would be; this asks everywhere for all.
"""

import inspect
import re
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core import mail
from django.test import Client
from django.urls import URLPattern, reverse

from committees.models import Committee, Meeting, Role
from documents.alerts.sending import send_due
from documents.models import Document, Reading
from documents.proof import given_out, proof_of
from portal import urls
from portal.sitemaps import sections
from portal.views.about import PAGES
from tests.builders import make_role, make_subscription
from tests.indexes import follow
from tests.portal import hidden_world
from tests.portal.hidden_world import FOR_MEMBERS, World, make_world
from tests.portal.test_leaks import everything_said, read

pytestmark = pytest.mark.django_db(transaction=True)

HIDDEN = set(re.findall(r"[a-z]+xq", inspect.getsource(hidden_world)))
# Whose number stands in an address, by how the address begins
NUMBERS = {
    "meetings": "committees.meeting",
    "papers": "documents.document",
    "decisions": "committees.decision",
    "recommendations": "documents.recommendation",
    "reviews": "documents.review",
    "people": "committees.person",
}
LISTS = ("papers", "decisions", "recommendations", "meetings", "reviews", "people")


def numbers(label: str) -> list[int]:
    """Of rows that are there, and of those that the audit knows of."""
    found: set[int] = set()
    for model, name in ((apps.get_model(label), "pk"), (apps.get_model(f"{label}event"), "pgh_obj_id")):
        found |= set(model._default_manager.values_list(name, flat=True))
    return sorted(found)


def addresses() -> Iterator[str]:
    for pattern in urls.urlpatterns:
        if isinstance(pattern, URLPattern) and pattern.name:
            names = list(pattern.pattern.converters)
            route = str(pattern.pattern).removeprefix("members/")
            for values in product(*(_values(route, name) for name in names)):
                yield reverse(pattern.name, kwargs=dict(zip(names, values, strict=True)))
    yield from searches()


def _values(route: str, name: str) -> Iterable[Any]:
    first = route.split("/")[0]
    if name == "pk" and "items/" in route:
        return numbers("committees.agendaitem")
    if name in ("pk", "meeting_pk"):
        return numbers(NUMBERS[first])
    if name == "slug" and first in ("committees", "about"):
        return (
            Committee.objects.values_list("slug", flat=True) if first == "committees" else [one.slug for one in PAGES]
        )
    if name == "year":
        return {day.year for day in Meeting.objects.values_list("date", flat=True)}
    known = {"number": (1, 2, 3), "ending": ("pdf",), "month": range(1, 13), "section": sections()}
    return known.get(name, ("x",))


def searches() -> Iterator[str]:
    """By words beside what is hidden, by its beginning, and for what a filter would count."""
    yield from (f"/search/suggestions/?q={word[:-2]}" for word in sorted(HIDDEN))
    for words in ("report", "words", "neutral", "xq", *(word[:-2] for word in FOR_MEMBERS), "withdrawn", "draftpaper"):
        yield f"/search/?q={words}"
    for page, words in product(LISTS, ("report", "neutral")):
        yield f"/{page}/?words={words}"
    yield from (f"/search/?q=words&paper={pk}" for pk in Document.objects.values_list("pk", flat=True))
    yield from (f"/search/?q=words&meeting={pk}" for pk in Meeting.objects.values_list("pk", flat=True))
    for slug in Committee.objects.values_list("slug", flat=True):
        yield f"/search/?q=words&committee={slug}"
        yield from (f"/{page}/?committee={slug}" for page in LISTS)


def shown(client: Client, places: Iterable[str], folder: Path) -> set[tuple[str, str]]:
    """The hidden words that are met, each with where."""
    return {
        (word, address)
        for address in places
        for said in [everything_said(client, address, folder)]
        for word in HIDDEN
        if word in said and word not in address
    }


@pytest.fixture
def world() -> World:
    return make_world()


def of_the_meeting(world: World) -> list[str]:
    own = world.meeting.get_absolute_url()
    return ["/", own, "/members/", f"/members/meetings/{world.meeting.pk}/pack.pdf", "/papers/", "/search/?q=words"]


def test_nothing_hidden_is_met_anywhere_though_a_clerk_and_a_member_have_just_been_there(
    world: World, tmp_path: Path
) -> None:
    follow()
    for user in (world.clerk, world.member):
        reader = Client()
        reader.force_login(user)
        met = {word for word, _address in shown(reader, of_the_meeting(world), tmp_path)}
        assert met == set(FOR_MEMBERS), "or the rest would prove nothing"

    assert shown(Client(), addresses(), tmp_path) == set()


def test_member_meets_the_restricted_papers_of_their_committee_alone_and_each_reading_is_recorded(
    world: World, tmp_path: Path
) -> None:
    client, elsewhere = Client(), Client()
    client.force_login(world.member)
    elsewhere.force_login(make_role(Role.MEMBER))
    places = [f"/members/papers/{pk}/" for pk in numbers("documents.document")]
    places += [f"/members/papers/{pk}/file/x.pdf" for pk in numbers("documents.document")]

    assert {word for word, _address in shown(client, places, tmp_path)} == set(FOR_MEMBERS)
    assert Reading.objects.filter(reader=world.member).count() == 2 * len(FOR_MEMBERS)
    assert shown(elsewhere, [*places, *of_the_meeting(world)], tmp_path) == set()


def test_nothing_hidden_is_in_the_emails_about_a_committee(world: World) -> None:
    for committee in Committee.objects.all():
        make_subscription(committee=committee)

    send_due()

    assert [one.subject.split(":")[0] for one in mail.outbox] == ["Agenda", "Decisions"]
    assert [word for one in mail.outbox for word in HIDDEN if word in one.message().as_string()] == []


def test_nothing_hidden_is_in_the_proof_that_is_given_out(world: World) -> None:
    for meeting in (world.meeting, world.past):
        copy = given_out(proof_of(meeting), meeting)
        assert copy.entries
        assert [word for word in HIDDEN if word in str(copy.to_json())] == []


def test_author_meets_no_paper_but_their_own(world: World) -> None:
    """What is to be on coming agendas they are shown, for it is there that papers are added; and nothing else."""
    client = Client()
    client.force_login(world.author)
    said = b"".join(
        read(client.get(address))
        for address in ("/admin/", "/admin/papers/mine/", f"/admin/meetings/{world.meeting.pk}/papers/add/")
    ).decode()

    met = {word for word in HIDDEN if word in said}

    assert met == {
        "draftitemxq",
        "timeditemxq",
        "draftmeetingxq",
        "hiddencommitteexq",
        "invitationxq",
        "invitationnotexq",
    }
