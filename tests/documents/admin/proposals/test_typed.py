"""What clerks type in place of what was read in a paper, on its way to the public."""

from typing import Any

import pytest
from django.test import Client

from committees.models import Council, User
from documents.actions import proposals
from documents.models import Finding, Proposal, ReleaseRequest, Response, WaitingRecord
from tests.builders import make_clerk, make_recommendation
from tests.documents.admin.proposals.offered import POOL, only, paper_with, responses

PHONE = "Welcomed. Ring Mrs Hill on 07700 900123."


@pytest.fixture
def read(db: None) -> Proposal:
    make_recommendation(text=POOL, number=1)
    return only(paper_with(responses("Welcomed.")))


def by_second_person() -> None:
    Council.objects.update_or_create(singleton=True, defaults={"name": "Millbrook", "release_by_second_person": True})


def address(proposal: Proposal, page: str = "") -> str:
    return f"/admin/proposals/one/{proposal.pk}/{page}"


def correct(client: Client, proposal: Proposal, words: str) -> Any:
    context = client.get(address(proposal, "correct/")).context
    fields = {field.html_name: field.value() for field in context["form"].part}
    typed = {name: value for name, value in fields.items() if value not in (None, "")}
    place = next(name for name in fields if name.endswith("-response"))
    guard = {"basis": context["basis"], "waits": context["waits"]}
    return client.post(address(proposal, "correct/"), {**typed, **guard, place: words}, follow=True)


def public_words() -> str:
    return Response.objects.get().words


def test_as_read_nothing_is_asked_since_it_passed_with_its_paper(desk: Client, read: Proposal) -> None:
    by_second_person()

    desk.post(address(read), {"act": "accept"})

    assert public_words() == "Welcomed."


def test_private_number_typed_stops_acceptance_until_it_is_accepted_with_a_reason(desk: Client, read: Proposal) -> None:
    correct(desk, read, PHONE)

    stopped = desk.post(address(read), {"act": "accept"}, follow=True).text
    assert not Response.objects.exists()
    desk.post("/admin/findings/accept/", {"finding": Finding.objects.get(proposal=read).pk, "reason": "Her office"})
    desk.post(address(read), {"act": "accept"})

    assert "<q>07700 900123</q>" in stopped
    assert "Accept what is ticked" in stopped
    assert public_words() == PHONE


def test_correction_of_an_accepted_response_waits_while_something_is_found_in_it(desk: Client, read: Proposal) -> None:
    desk.post(address(read), {"act": "accept"})

    waits = correct(desk, read, PHONE).text
    shown = desk.get(f"/admin/proposals/{read.version_id}/").text
    typed_again = desk.get(address(read, "correct/")).text
    assert public_words() == "Welcomed."
    desk.post("/admin/findings/accept/", {"finding": Finding.objects.get(proposal=read).pk, "reason": "Her office"})
    desk.post(address(read, "publish/"))

    assert "The correction waits" in waits
    assert "A correction waits" in shown
    assert PHONE in typed_again
    assert public_words() == PHONE
    assert not WaitingRecord.objects.exists()


def test_correction_of_an_accepted_response_waits_for_the_second_person(
    client: Client, desk: Client, read: Proposal
) -> None:
    desk.post(address(read), {"act": "accept"})
    by_second_person()

    correct(desk, read, "Welcomed, and done.")
    refused = desk.post(address(read, "publish/")).text
    desk.post(address(read, "publish/"), {"act": "ask"})
    assert public_words() == "Welcomed."
    client.force_login(make_clerk())
    on_desk = client.get("/admin/").text
    client.post(address(read, "publish/"))

    assert "You wrote or last changed" in refused
    assert f'{address(read, "publish/")}">Response to a recommendation in “{read.version.document}”' in on_desk
    assert public_words() == "Welcomed, and done."
    assert not ReleaseRequest.objects.waiting().exists()


def test_who_corrected_what_was_read_does_not_accept_it_where_a_second_person_releases(
    client: Client, desk: Client, read: Proposal
) -> None:
    by_second_person()
    correct(desk, read, "Welcomed, and done.")

    refused = desk.post(address(read), {"act": "accept"}, follow=True).text
    assert not Response.objects.exists()
    client.force_login(make_clerk())
    client.post(address(read, "publish/"))

    assert "You wrote or last changed" in refused
    assert public_words() == "Welcomed, and done."


def test_all_at_once_are_accepted_without_what_the_gate_stops(clerk: User, read: Proposal) -> None:
    Proposal.objects.update(confidence=100)
    proposals.correct(proposal=read, content={**read.payload, "response": PHONE}, by=clerk)

    assert proposals.accept_certain(version=read.version, by=clerk) == 0
