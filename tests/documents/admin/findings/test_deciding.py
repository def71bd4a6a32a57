"""What was found, on the publication screen: beside the pages, accepted with a reason, released by a second person."""

from io import BytesIO

import pytest
from django.test import Client

from committees.models import Council, Meeting, User
from documents.actions import papers
from documents.actions.checking import check_versions
from documents.admin.findings.waiting import waiting_releases
from documents.models import Document, DocumentVersion, Finding, ReleaseRequest
from tests.builders import make_clerk, make_item, make_meeting
from tests.documents.admin.uploaded import pdf_of

pytestmark = pytest.mark.django_db

REASON = "She agreed in writing."


def drafted(*pages: str, by: User | None = None) -> Meeting:
    """A meeting with one draft paper that says this."""
    meeting = make_meeting(agenda=False, published_at=None)
    papers.add_paper(
        meeting=meeting,
        item=make_item(meeting=meeting, published_at=None),
        file=BytesIO(pdf_of(*pages)),
        name="report.pdf",
        title="Pool",
        kind="report",
        by=by,
    )
    return meeting


def checked(*pages: str) -> Meeting:
    meeting = drafted(*pages)
    check_versions(DocumentVersion.objects.select_related("document", "original"))
    return meeting


def address(meeting: Meeting) -> str:
    return f"/admin/meetings/{meeting.pk}/publication/"


def test_findings_are_shown_beside_their_page(desk: Client) -> None:
    meeting = checked("Write to jane.doe@gmail.com", "Other words")
    version = DocumentVersion.objects.get()

    text = desk.get(address(meeting)).text

    assert "Personal email address" in text
    assert "jane.doe@gmail.com" in text
    assert f"/admin/findings/pages/{version.pk}/1.webp" in text
    assert 'class="clerk-button">Publish' not in text


def test_page_is_drawn_with_what_was_found_marked(desk: Client) -> None:
    checked("Write to jane.doe@gmail.com", "Other words")
    version = DocumentVersion.objects.get()

    marked = desk.get(f"/admin/findings/pages/{version.pk}/1.webp")

    Finding.objects.all().delete()
    assert marked["Content-Type"] == "image/webp"
    assert marked.content != desk.get(f"/admin/findings/pages/{version.pk}/1.webp").content


def test_publishing_checks_first_what_is_unchecked_and_keeps_what_is_found(desk: Client) -> None:
    meeting = drafted("Call 07700 900123")

    assert "still to be checked" in desk.get(address(meeting)).text
    response = desk.post(address(meeting))

    assert "Put right or accept" in response.text
    assert Finding.objects.blocking().get().words == "07700 900123"
    assert not Document.objects.filter(published_at__isnull=False).exists()


def test_several_findings_are_accepted_with_one_reason(desk: Client, clerk: User) -> None:
    meeting = checked("Call 07700 900123 or 07700 900456", "Write to jane.doe@gmail.com")
    rows = Finding.objects.blocking()

    desk.post(
        "/admin/findings/accept/", {"finding": [row.pk for row in rows], "reason": REASON, "next": address(meeting)}
    )
    response = desk.post(address(meeting))

    assert response.status_code == 302
    assert Document.objects.public().exists()
    assert set(Finding.objects.filter(state="accepted").values_list("reason", "decided_by")) == {(REASON, clerk.pk)}


def test_all_of_one_kind_are_accepted_and_no_others(desk: Client) -> None:
    checked("Call 07700 900123 or 07700 900456", "Write to jane.doe@gmail.com")
    shown = list(Finding.objects.values_list("pk", flat=True))

    desk.post("/admin/findings/accept/", {"shown": shown, "kind": "phone", "reason": REASON, "next": "/admin/"})

    assert [row.kind for row in Finding.objects.blocking()] == ["email"]


def test_without_a_reason_nothing_is_accepted_and_what_was_ticked_stays(desk: Client) -> None:
    meeting = checked("Write to jane.doe@gmail.com")
    row = Finding.objects.blocking().get()

    response = desk.post("/admin/findings/accept/", {"finding": [row.pk], "next": address(meeting)}, follow=True)

    assert "Give the reason for accepting" in response.text
    assert f'id="finding-{row.pk}" checked' in response.text
    assert Finding.objects.blocking().exists()


def test_acceptance_is_shown_with_who_and_why_and_can_be_taken_back(desk: Client, clerk: User) -> None:
    meeting = checked("Write to jane.doe@gmail.com")
    row = Finding.objects.blocking().get()
    desk.post("/admin/findings/accept/", {"finding": [row.pk], "reason": REASON, "next": address(meeting)})

    shown = desk.get(address(meeting)).text
    desk.post(f"/admin/findings/{row.pk}/open/", {"next": address(meeting)})

    assert f"“{REASON}” {clerk.username}" in shown
    assert Finding.objects.blocking().exists()


def test_answer_never_leads_to_another_site(desk: Client) -> None:
    for wanted in ("https://evil.example/", "//evil.example/"):
        assert desk.post("/admin/findings/accept/", {"next": wanted})["Location"] == "/admin/"


def test_findings_are_for_clerks_alone(client: Client) -> None:
    checked("Write to jane.doe@gmail.com")
    version, row = DocumentVersion.objects.get(), Finding.objects.blocking().get()
    client.force_login(make_clerk(is_superuser=False))

    assert client.get(f"/admin/findings/pages/{version.pk}/1.webp").status_code == 403
    assert client.post("/admin/findings/accept/", {"finding": [row.pk], "reason": REASON}).status_code == 403
    assert client.post(f"/admin/findings/{row.pk}/open/").status_code == 403


def test_gap_in_the_labels_is_told_and_stops_nothing(desk: Client) -> None:
    meeting = make_meeting(agenda=False, published_at=None)
    for label in ("1", "3"):
        make_item(meeting=meeting, label=label, published_at=None)

    text = desk.get(address(meeting)).text

    assert "3 follows 1: one label is left out." in text
    assert 'class="clerk-button">Publish' in text


def test_whoever_made_a_paper_asks_for_release_and_another_releases(client: Client, desk: Client, clerk: User) -> None:
    Council.objects.update_or_create(singleton=True, defaults={"name": "Millbrook", "release_by_second_person": True})
    meeting = drafted("Nothing to be found", by=clerk)
    check_versions(DocumentVersion.objects.select_related("document", "original"))

    shown = desk.get(address(meeting)).text
    asked = desk.post(address(meeting), {"act": "ask"}, follow=True).text
    other = make_clerk()
    client.force_login(other)
    offered = client.get(address(meeting)).text
    client.post(address(meeting))

    assert "You uploaded or last changed" in shown
    assert "Ask for release" in shown
    assert "asked for release on" in asked
    assert 'class="clerk-button">Release</button>' in offered
    assert Document.objects.public().exists()
    assert ReleaseRequest.objects.get().closed_by == other


def test_release_is_sent_back_with_a_reason_that_is_shown(client: Client, desk: Client, clerk: User) -> None:
    Council.objects.update_or_create(singleton=True, defaults={"name": "Millbrook", "release_by_second_person": True})
    meeting = drafted("Nothing to be found", by=clerk)
    desk.post(address(meeting), {"act": "ask"})
    client.force_login(make_clerk())

    client.post(
        f"/admin/releases/{ReleaseRequest.objects.get().pk}/send-back/",
        {"reason": "Page 3 is unclear.", "next": address(meeting)},
    )

    assert "Page 3 is unclear." in client.get(address(meeting)).text


def test_desk_counts_the_findings_that_the_release_has_to_decide_and_no_others(desk: Client, clerk: User) -> None:
    meeting = checked("Call 07700 900123")
    item = meeting.items.get()
    papers.add_paper(
        meeting=meeting,
        item=item,
        file=BytesIO(pdf_of("Write to jane.doe@gmail.com")),
        name="b.pdf",
        title="Offers",
        kind="report",
        by=clerk,
    )
    check_versions(DocumentVersion.objects.select_related("document", "original"))
    Document.objects.filter(title="Offers").update(access="exempt", exempt_paragraphs=[3])
    ReleaseRequest.objects.create(meeting=meeting, asked_by=clerk)

    (waiting,) = waiting_releases()

    assert Finding.objects.blocking().count() == 2
    assert waiting.stopping == 1


def test_clerk_who_cannot_release_is_told_to_decide_and_ask(desk: Client, clerk: User) -> None:
    Council.objects.update_or_create(singleton=True, defaults={"name": "Millbrook", "release_by_second_person": True})
    meeting = drafted("Call 07700 900123", by=clerk)
    check_versions(DocumentVersion.objects.select_related("document", "original"))

    assert "Decide about what was found above, then ask for release." in desk.get(address(meeting)).text
