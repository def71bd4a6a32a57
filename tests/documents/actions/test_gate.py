"""No paper passes to the public with an undecided finding that stops it, by whatever door."""

from io import BytesIO
from typing import Any

import pytest
from django.apps import apps

from committees.actions import NotAllowed, open_item, restrict_item
from committees.models import Access, Council, Meeting
from documents.actions import gate, papers, release, uploads
from documents.actions.checking import check_versions
from documents.models import Document, DocumentVersion, Finding, ReleaseRequest
from tests.builders import GROUNDS, make_clerk, make_committee, make_item, make_meeting, make_paper
from tests.documents.admin.uploaded import PAGES, PLAN, drafted_upload, pdf_of

pytestmark = pytest.mark.django_db


def draft(words: str = "Write to jane.doe@gmail.com", **fields: Any) -> Document:
    """A draft paper, as a clerk adds it, that says these words."""
    meeting = make_meeting(agenda=False)
    return papers.add_paper(
        meeting=meeting,
        item=make_item(meeting=meeting, published_at=None),
        file=BytesIO(pdf_of(words, "A second page.")),
        name="report.pdf",
        title="Pool",
        kind="report",
        **{"by": None, **fields},
    )


def version_of(document: Document) -> DocumentVersion:
    return document.versions.select_related("document", "original").latest("number")


def meeting_of(document: Document) -> Meeting:
    return document.listings.get().meeting


def test_publication_of_a_paper_is_stopped_and_changes_nothing() -> None:
    document = draft()

    with pytest.raises(gate.Stopped, match="“Pool”, page 1: personal email address"):
        papers.publish_document(document=document, by=None)

    document.refresh_from_db()
    assert document.published_at is None


def test_publication_of_an_agenda_is_stopped() -> None:
    document = draft()

    with pytest.raises(gate.Stopped):
        papers.publish_agenda(meeting=meeting_of(document), by=None)

    assert not Meeting.objects.with_public_agenda().exists()


def test_publication_of_an_upload_is_stopped() -> None:
    upload = drafted_upload(make_committee(), PLAN, PAGES[0], "CONFIDENTIAL", *PAGES[2:])

    with pytest.raises(gate.Stopped, match="marked as exempt"):
        uploads.publish(upload=upload, by=None)


def test_accepted_finding_lets_the_paper_pass_and_stays_in_the_record() -> None:
    document, clerk = draft(), make_clerk()
    check_versions([version_of(document)])

    gate.accept_findings(findings=Finding.objects.blocking(), by=clerk, reason="She agreed in writing.")
    papers.publish_document(document=document, by=clerk)

    finding = Finding.objects.get(state="accepted", kind="email")
    assert (finding.decided_by, finding.reason) == (clerk, "She agreed in writing.")
    event = apps.get_model("documents", "FindingEvent")._default_manager.filter(pgh_obj=finding.pk).latest("pgh_id")
    assert event.pgh_context.metadata["why"] == "Accept finding: She agreed in writing."


def test_acceptance_needs_a_reason() -> None:
    check_versions([version_of(draft())])

    with pytest.raises(NotAllowed, match="reason"):
        gate.accept_findings(findings=Finding.objects.all(), by=None, reason="  ")


def test_finding_opened_again_stops_again() -> None:
    document = draft()
    check_versions([version_of(document)])
    finding = gate.accept_findings(findings=Finding.objects.blocking(), by=None, reason="Agreed.")[0]

    gate.reopen_finding(finding=finding, by=None)

    with pytest.raises(gate.Stopped):
        papers.publish_document(document=document, by=None)


def test_checked_again_an_accepted_finding_stays_accepted() -> None:
    version = version_of(draft())
    check_versions([version])
    gate.accept_findings(findings=Finding.objects.blocking(), by=None, reason="Agreed.")

    check_versions([version])

    assert not Finding.objects.blocking().exists()
    assert Finding.objects.filter(state="accepted").count() == 1


def test_paper_that_is_withheld_passes_until_it_is_opened() -> None:
    document = draft(access=Access.EXEMPT, paragraphs=[3], grounds=GROUNDS)
    papers.publish_document(document=document, by=None)

    with pytest.raises(gate.Stopped):
        papers.open_document(document=document, by=None, reason="The sale is done.")


def test_item_is_not_opened_while_something_stops_one_of_its_papers() -> None:
    document = draft()
    check_versions([version_of(document)])  # as the worker does
    item = document.listings.get().item
    assert item
    restrict_item(item=item, by=None, access=Access.EXEMPT, paragraphs=[3], reason="A contract.", grounds=GROUNDS)
    papers.publish_document(document=document, by=None)  # withheld with its item, it passes

    with pytest.raises(gate.Stopped, match="email"):
        open_item(item=item, by=None, reason="The contract is signed.")

    item.refresh_from_db()
    assert item.access == Access.EXEMPT
    gate.accept_findings(findings=Finding.objects.open(), by=None, reason="She publishes it herself.")
    open_item(item=item, by=None, reason="The contract is signed.")
    item.refresh_from_db()
    assert item.access == Access.OPEN


def test_correction_with_a_finding_waits_while_the_old_file_stays_public() -> None:
    document = draft("Nothing to be found")
    papers.publish_document(document=document, by=None)

    version = papers.replace_file(
        document=document, file=BytesIO(pdf_of("Call 07700 900123")), name="new.pdf", note="Number", by=None
    )

    document.refresh_from_db()
    assert document.current_version != version
    gate.accept_findings(findings=Finding.objects.blocking(), by=None, reason="The firm's own number.")
    papers.publish_document(document=document, by=None)
    document.refresh_from_db()
    assert document.current_version == version


def test_what_was_accepted_in_the_version_before_needs_no_second_reason() -> None:
    document = draft()
    check_versions([version_of(document)])
    gate.accept_findings(findings=Finding.objects.blocking(), by=None, reason="She agreed.")
    papers.publish_document(document=document, by=None)

    version = papers.replace_file(
        document=document,
        file=BytesIO(pdf_of("Write to jane.doe@gmail.com", "New words")),
        name="new.pdf",
        note="Words",
        by=None,
    )

    document.refresh_from_db()
    assert document.current_version == version


def test_fault_in_one_paper_is_a_finding_and_stops_no_other() -> None:
    broken, sound = make_paper(checked=False, published_at=None), draft()

    check_versions([version_of(broken), version_of(sound)])

    assert {(row.version_id, row.kind) for row in Finding.objects.blocking()} == {
        (version_of(broken).pk, "unchecked"),
        (version_of(sound).pk, "email"),
    }


def second_person_releases() -> None:
    Council.objects.update_or_create(singleton=True, defaults={"name": "Millbrook", "release_by_second_person": True})


def test_second_person_must_release_what_somebody_uploaded() -> None:
    second_person_releases()
    maker, other = make_clerk(), make_clerk()
    document = draft("Nothing to be found", by=maker)

    with pytest.raises(NotAllowed, match="You uploaded or last changed “Pool”"):
        papers.publish_document(document=document, by=maker)
    papers.publish_document(document=document, by=other)

    assert Document.objects.get().published_at is not None


def test_releasing_needs_the_permission_where_a_second_person_releases() -> None:
    second_person_releases()
    document = draft("Nothing to be found", by=make_clerk())

    with pytest.raises(NotAllowed, match="releasing officer"):
        papers.publish_document(document=document, by=make_clerk(is_superuser=False))
    with pytest.raises(NotAllowed, match="releasing officer"):
        papers.publish_document(document=document, by=None)


def test_whoever_last_changed_a_paper_may_not_release_it() -> None:
    second_person_releases()
    maker, changer = make_clerk(), make_clerk()
    document = draft("Nothing to be found", by=maker)
    papers.replace_file(document=document, file=BytesIO(pdf_of("Better")), name="b.pdf", note="Better", by=changer)

    with pytest.raises(NotAllowed, match="last changed"):
        papers.publish_document(document=document, by=changer)


def test_release_that_was_asked_for_waits_until_it_is_given() -> None:
    maker, other = make_clerk(), make_clerk()
    document = draft("Nothing to be found", by=maker)
    meeting = meeting_of(document)

    release.ask_for_release(by=maker, meeting=meeting)
    with pytest.raises(NotAllowed, match="already"):
        release.ask_for_release(by=maker, meeting=meeting)
    papers.publish_agenda(meeting=meeting, by=other)

    asked = ReleaseRequest.objects.get()
    assert (asked.outcome, asked.closed_by) == ("released", other)


def test_release_can_be_sent_back_with_the_reason() -> None:
    maker, other = make_clerk(), make_clerk()
    asked = release.ask_for_release(by=maker, meeting=make_meeting(agenda=False))

    release.send_back(request=asked, by=other, reason="Page 3 shows a name.")

    assert not ReleaseRequest.objects.waiting().exists()
    assert ReleaseRequest.objects.get().answer == "Page 3 shows a name."


def test_paper_published_under_a_withheld_draft_item_is_stopped_once_the_item_is_open() -> None:
    document = draft()
    item = document.listings.get().item
    assert item
    item.access, item.exempt_paragraphs = Access.EXEMPT, [3]
    item.save()
    papers.publish_document(document=document, by=None)  # nobody reads it
    item.access, item.exempt_paragraphs = Access.OPEN, []  # a draft is corrected without further ado
    item.save()

    with pytest.raises(gate.Stopped, match="personal email address"):
        papers.publish_agenda(meeting=meeting_of(document), by=None)

    assert not Document.objects.public().exists()
