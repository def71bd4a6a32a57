"""Restricted papers for those who may read them: who, how it is marked and recorded, and that nobody keeps it."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from committees.models import Access, Council, Meeting, MeetingMember, Role, User
from documents import pdf
from documents.models import Document, Listing, Page, Reading
from tests.builders import make_item, make_membership, make_paper, make_person, make_role
from tests.portal.stored_files import make_pdf

pytestmark = pytest.mark.django_db

WORDS = "What the bidder offered"


def make_restricted(**fields: Any) -> Document:
    exempt = {"access": Access.EXEMPT, "exempt_paragraphs": [3], "withheld_reason": "It names a bidder."}
    return make_paper(title="Bids received", pages=(WORDS,), served=make_pdf(WORDS), **{**exempt, **fields})


def meeting_of(paper: Document) -> Meeting:
    return Listing.objects.get(document=paper).meeting


def make_member(**fields: Any) -> User:
    return make_role(Role.MEMBER, person=make_person(), **fields)


def sit(user: User, meeting: Meeting, **fields: Any) -> None:
    make_membership(committee=meeting.committee, person=user.person, **fields)


def read(client: Client, user: User, paper: Document) -> Any:
    client.force_login(user)
    return client.get(reverse("member_paper", args=[paper.pk]))


def file_of(paper: Document) -> str:
    return reverse("member_file", args=[paper.pk, paper.slug, "pdf"])


def test_member_of_the_committee_reads_it_marked_as_not_for_publication(client: Client) -> None:
    paper, member = make_restricted(), make_member()
    sit(member, meeting_of(paper))

    page = read(client, member, paper)

    assert WORDS in page.text
    assert "Exempt: not for publication" in page.text
    assert "paragraph 3 (financial or business affairs)" in page.text


def test_restricted_paper_offers_no_citation(client: Client) -> None:
    """Nobody whom it is sent to could read it there."""
    paper, member = make_restricted(), make_member()
    sit(member, meeting_of(paper))
    Page.objects.update(blocks=[{"kind": "numbered", "label": "3.1", "anchor": "p3.1", "text": "First words."}])

    page = read(client, member, paper).text

    assert 'id="p3.1"' in page
    assert "?cite=" not in page


def test_reading_it_and_its_file_is_recorded_and_shown_to_clerks(client: Client) -> None:
    paper, member = make_restricted(), make_member(username="sana")
    sit(member, meeting_of(paper))

    read(client, member, paper)
    fetched: Any = client.get(file_of(paper))
    assert b"".join(fetched.streaming_content).startswith(b"%PDF")

    readings = Reading.objects.order_by("pk")
    assert [(row.reader, row.version, row.what) for row in readings] == [
        (member, paper.current_version, Reading.What.PAGE),
        (member, paper.current_version, Reading.What.FILE),
    ]
    client.force_login(make_role(Role.CLERK))
    assert "sana" in client.get(f"/admin/documents/document/{paper.pk}/change/").text


def test_record_of_a_reading_is_never_altered(client: Client) -> None:
    paper, clerk = make_restricted(), make_role(Role.CLERK)
    read(client, clerk, paper)

    for alter in (lambda: Reading.objects.update(reader=clerk), lambda: Reading.objects.all().delete()):
        with pytest.raises(DatabaseError, match="Cannot"), transaction.atomic():
            alter()


def test_no_cache_or_search_engine_keeps_it(client: Client) -> None:
    paper, clerk = make_restricted(), make_role(Role.CLERK)
    client.force_login(clerk)

    for address in (reverse("member_paper", args=[paper.pk]), file_of(paper), reverse("members")):
        response: Any = client.get(address)
        if response.streaming:
            response.getvalue()
        assert response["Cache-Control"] == "private, no-store", address
        assert "noindex" in response["X-Robots-Tag"], address


def test_member_of_another_committee_finds_nothing(client: Client) -> None:
    paper, member = make_restricted(), make_member()
    make_membership(person=member.person)

    assert read(client, member, paper).status_code == 404
    assert client.get(file_of(paper)).status_code == 404
    assert not Reading.objects.exists()


def test_seat_counts_on_the_day_of_the_meeting(client: Client) -> None:
    paper, later, earlier = make_restricted(), make_member(), make_member()
    meeting = meeting_of(paper)
    sit(later, meeting, started_on=meeting.date + timedelta(days=1))
    sit(earlier, meeting, ended_on=meeting.date)

    assert [read(client, member, paper).status_code for member in (later, earlier)] == [404, 404]


def test_vacant_seat_opens_nothing_to_who_is_no_councillor(client: Client) -> None:
    paper = make_restricted()
    make_membership(committee=meeting_of(paper).committee, person=None)

    assert read(client, make_role(Role.MEMBER), paper).status_code == 404


def test_substitute_printed_for_the_meeting_reads_it(client: Client) -> None:
    paper, member = make_restricted(), make_member()
    MeetingMember.objects.create(
        meeting=meeting_of(paper), name="S. Ahmed", person=member.person, role=MeetingMember.Role.SUBSTITUTE, order=1
    )

    assert read(client, member, paper).status_code == 200


def test_council_may_let_all_members_read_what_is_exempt_but_not_what_is_confidential(client: Client) -> None:
    Council.objects.create(name="A", members_read=Council.MembersRead.EVERY)
    exempt, confidential = make_restricted(), make_restricted(access=Access.CONFIDENTIAL, exempt_paragraphs=[])
    item = make_item(access=Access.CONFIDENTIAL)
    under_confidential = make_paper(item=item)
    member = make_member()

    found = [read(client, member, paper).status_code for paper in (exempt, confidential, under_confidential)]

    assert found == [200, 404, 404]


def test_open_paper_of_an_exempt_item_is_read_so_too(client: Client) -> None:
    paper = make_paper(item=make_item(access=Access.EXEMPT, exempt_paragraphs=[1]), pages=(WORDS,))
    member = make_member()
    sit(member, meeting_of(paper))

    assert "Exempt: not for publication" in read(client, member, paper).text


@pytest.mark.parametrize(
    "fields",
    [
        {"published_at": None},
        {"withdrawn_at": timezone.now(), "withdrawal_reason": "An address"},
        {"published_at": timezone.now() + timedelta(days=1)},
    ],
    ids=["draft", "withdrawn", "scheduled"],
)
def test_what_is_not_published_to_members_is_not_found(client: Client, fields: dict[str, Any]) -> None:
    paper, member = make_restricted(), make_member()
    sit(member, meeting_of(paper))
    Document.objects.filter(pk=paper.pk).update(**fields)

    assert read(client, member, paper).status_code == 404


def test_paper_that_was_opened_leads_to_its_public_page(client: Client) -> None:
    paper = make_paper()

    assert read(client, make_role(Role.CLERK), paper)["Location"] == paper.get_absolute_url()


def test_who_is_not_signed_in_learns_nothing_of_what_is_there(client: Client) -> None:
    paper = make_restricted()

    there, not_there = (client.get(reverse("member_paper", args=[pk])) for pk in (paper.pk, paper.pk + 1000))

    assert there.status_code == not_there.status_code == 302
    assert there["Location"].startswith("/sign-in/")


@pytest.mark.parametrize("first", ["own password", "second step"])
def test_what_has_to_be_done_first_comes_before_reading(client: Client, settings: Any, first: str) -> None:
    settings.SECOND_STEP_REQUIRED = first == "second step"
    clerk = make_role(Role.CLERK, must_change_password=first == "own password")

    assert read(client, clerk, make_restricted()).status_code == 302


def test_meeting_page_links_to_what_its_reader_may_read_and_is_not_kept(client: Client) -> None:
    paper, member, other = make_restricted(), make_member(), make_member()
    meeting = meeting_of(paper)
    sit(member, meeting)
    address = reverse("member_paper", args=[paper.pk])

    anonymous = client.get(meeting.get_absolute_url())
    client.force_login(other)
    of_other = client.get(meeting.get_absolute_url())
    client.force_login(member)
    own = client.get(meeting.get_absolute_url())

    assert address not in anonymous.text + of_other.text
    assert "Cookie" not in anonymous.get("Vary", "")
    assert address in own.text
    assert "Exempt: not for publication" in own.text
    assert own["Cache-Control"] == "private, no-store"


def test_list_of_a_member_has_the_papers_of_their_committees(client: Client) -> None:
    paper, other, member = make_restricted(), make_restricted(), make_member()
    sit(member, meeting_of(paper))
    client.force_login(member)

    page = client.get(reverse("members")).text

    assert reverse("member_paper", args=[paper.pk]) in page
    assert reverse("member_paper", args=[other.pk]) not in page


def pack_of(paper: Document) -> str:
    return reverse("member_pack", args=[meeting_of(paper).pk])


def test_member_gets_the_whole_pack_marked_and_the_reading_of_each_restricted_paper_is_recorded(
    client: Client, tmp_path: Path
) -> None:
    paper, member = make_restricted(), make_member()
    make_paper(item=make_item(meeting=meeting_of(paper)), title="Parks", served=make_pdf("Parks are open"))
    sit(member, meeting_of(paper))
    client.force_login(member)
    assert pack_of(paper) in client.get(reverse("members")).text

    response = client.get(pack_of(paper))

    (tmp_path / "pack.pdf").write_bytes(response.content)
    words = " ".join(page.text for page in pdf.read(tmp_path / "pack.pdf").pages)
    assert WORDS in words
    assert "Parks are open" in words
    assert "EXEMPT - NOT FOR PUBLICATION" in words
    assert response["Cache-Control"] == "private, no-store"
    assert [(row.reader, row.document, row.what) for row in Reading.objects.all()] == [
        (member, paper, Reading.What.PACK)
    ]


def test_pack_with_restricted_papers_is_not_found_by_who_may_read_none(client: Client) -> None:
    paper = make_restricted()
    make_paper(item=make_item(meeting=meeting_of(paper)), title="Parks", served=make_pdf("Parks are open"))

    for user in (make_member(), make_role(Role.REPORT_AUTHOR)):
        client.force_login(user)
        assert client.get(pack_of(paper)).status_code == 404
    assert not Reading.objects.exists()


def test_pack_that_cannot_be_made_is_told_to_who_may_read_it_alone(
    client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    paper, reader = make_restricted(), make_member()
    sit(reader, meeting_of(paper))

    def broken(*_parts: object) -> None:
        raise pdf.PdfError("no pages")

    monkeypatch.setattr("portal.views.members.write_pack", broken)
    client.force_login(reader)
    told = client.get(pack_of(paper))

    assert told.status_code == 503
    assert "could not be put together" in told.text
    assert reverse("member_paper", args=[paper.pk]) in told.text
    assert "no pages" in caplog.text
    assert not Reading.objects.exists()
    client.force_login(make_member())
    assert client.get(pack_of(paper)).status_code == 404


def test_reading_of_the_pack_at_the_desk_is_recorded_too(client: Client) -> None:
    paper, clerk = make_restricted(), make_role(Role.CLERK)
    client.force_login(clerk)

    assert client.get(reverse("admin:meeting_members_pack", args=[meeting_of(paper).pk])).status_code == 200
    assert [(row.reader, row.what) for row in Reading.objects.all()] == [(clerk, Reading.What.PACK)]
