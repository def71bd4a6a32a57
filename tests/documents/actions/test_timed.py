"""Corrections, supplements and first agendas set for a coming minute: hidden until then, and true without a worker."""

from dataclasses import replace
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core.mail import EmailMessage
from django.test import Client
from django.utils import timezone
from django.utils.formats import date_format

from committees.actions import NotAllowed
from committees.actions.agenda_building import change_item
from committees.models import AgendaItem, Committee, Council, Meeting, User
from documents.actions import papers, uploads
from documents.actions.timed import publish_due, take_back, time_publication
from documents.actions.wording import correct_words
from documents.alerts.sending import tell_of_failure
from documents.models import (
    Document,
    PackUpload,
    ReleaseRequest,
    Supplement,
    TimedPublication,
    WaitingCorrection,
)
from tests.builders import make_clerk, make_committee, make_item, make_meeting
from tests.documents.admin.uploaded import PLAN, drafted_upload, pdf_of

pytestmark = pytest.mark.django_db


def in_an_hour() -> datetime:
    return timezone.now() + timedelta(hours=1)


def moment_comes() -> datetime:
    """Set back to a minute ago; answers that moment."""
    moment = timezone.now() - timedelta(minutes=1)
    TimedPublication.objects.update(to_be_published_at=moment)
    return moment


@pytest.fixture
def paper() -> Document:
    """Public, with a corrected file that is held back."""
    meeting = make_meeting(date=timezone.localdate() + timedelta(days=30))
    paper = papers.add_paper(meeting=meeting, item=make_item(meeting=meeting), **file("The rent is 5"), by=None)
    papers.publish_document(document=paper, by=None)
    papers.replace_file(document=paper, **file("The rent is 6", note="The rent"), by=None, held=True)
    return paper


def file(words: str, **fields: Any) -> dict[str, Any]:
    named = {} if fields else {"title": "Garages", "kind": "report"}
    return {"file": BytesIO(pdf_of(words)), "name": f"{words}.pdf", **named, **fields}


def words_of(paper: Document) -> str:
    paper.refresh_from_db()
    assert paper.current_version
    return paper.current_version.pages.get().text


def test_correction_takes_the_place_of_the_old_file_at_its_minute(paper: Document) -> None:
    time_publication(of=paper, at=in_an_hour(), by=None)
    assert publish_due() == 0
    assert words_of(paper) == "The rent is 5"

    moment = moment_comes()

    assert publish_due() == 1
    assert words_of(paper) == "The rent is 6"
    assert paper.current_version
    assert (paper.current_version.in_force_at, paper.current_version.note) == (moment, "The rent")
    assert not TimedPublication.objects.exists()
    assert publish_due() == 0


def test_other_publications_of_the_meeting_leave_a_timed_correction_waiting(paper: Document) -> None:
    time_publication(of=paper, at=in_an_hour(), by=None)

    papers.publish_agenda(meeting=Meeting.objects.get(), by=None)

    assert words_of(paper) == "The rent is 5"
    assert WaitingCorrection.objects.exists()


def test_screen_of_the_meeting_tells_for_when_a_correction_is_set(paper: Document, client: Client) -> None:
    client.force_login(make_clerk())
    moment = (timezone.localtime() + timedelta(days=1)).replace(hour=9, minute=0)
    address = f"/admin/papers/{paper.pk}/publish/"

    client.post(address, {"at": moment.strftime("%Y-%m-%dT%H:%M")})

    day = date_format(moment, "j F Y, H:i")
    assert words_of(paper) == "The rent is 5"
    assert f"New version set for {day}" in client.get(f"/admin/meetings/{Meeting.objects.get().pk}/publication/").text
    assert f"Set to be published at {day}" in client.get(address).text
    client.post(f"/admin/timed/{TimedPublication.objects.get().pk}/take-back/")
    assert not TimedPublication.objects.exists()


def test_newer_file_ends_what_was_set_of_the_one_before(paper: Document) -> None:
    time_publication(of=paper, at=in_an_hour(), by=None)

    papers.replace_file(document=paper, **file("The rent is 7", note="The rent"), by=None)
    assert not TimedPublication.objects.exists()
    assert words_of(paper) == "The rent is 7"


def test_correction_that_is_taken_back_waits(paper: Document) -> None:
    take_back(timed=time_publication(of=paper, at=in_an_hour(), by=None), by=None)

    assert publish_due() == 0
    assert words_of(paper) == "The rent is 5"
    assert WaitingCorrection.objects.exists()


def test_what_may_no_longer_be_published_at_its_minute_is_told_on_the_desk(paper: Document, client: Client) -> None:
    time_publication(of=paper, at=in_an_hour(), by=None)
    Council.objects.create(name="Council", release_by_second_person=True)
    moment_comes()

    assert publish_due() == 0

    assert words_of(paper) == "The rent is 5"
    client.force_login(make_clerk())
    text = client.get("/admin/").text
    assert "Not published" in text
    assert "A second person releases papers here" in text


def test_what_could_not_be_published_now_is_not_set_for_later(paper: Document) -> None:
    Council.objects.create(name="Council", release_by_second_person=True)

    with pytest.raises(NotAllowed, match="second person"):
        time_publication(of=paper, at=in_an_hour(), by=None)

    assert not TimedPublication.objects.exists()


@pytest.fixture
def supplement() -> PackUpload:
    """Drafted, to an agenda that is public: one corrected paper and one item more."""
    committee = make_committee(name="Scrutiny Committee")
    uploads.publish(upload=drafted_upload(committee), by=None)
    item = replace(PLAN.items[2], title="Cemeteries", label="3")
    plan = replace(PLAN, items=[PLAN.items[1], item], is_supplement=True, front_pages=0, previous_minutes=None)
    return drafted_upload(committee, plan, "Front", "The swimming pool will close on Monday", "The terms", "Graves")


def test_supplement_is_public_from_its_minute_with_items_papers_and_corrections(supplement: PackUpload) -> None:
    AgendaItem.objects.update(urgency_reason="The chair agrees.")
    time_publication(of=supplement, at=in_an_hour(), by=None, note="The day", late_reason="It came late.")
    assert not AgendaItem.objects.public().filter(title="Cemeteries").exists()
    assert not Supplement.objects.public().exists()

    moment = moment_comes()
    assert publish_due() == 1

    assert AgendaItem.objects.public().get(title="Cemeteries").published_at == moment
    assert Supplement.objects.public().get().published_at == moment
    pool = Document.objects.public().get(title="Pool")
    assert pool.current_version
    assert (pool.current_version.number, pool.current_version.in_force_at) == (2, moment)


def test_while_a_pack_is_set_the_meeting_publishes_nothing_else_of_its_drafts(supplement: PackUpload) -> None:
    AgendaItem.objects.update(urgency_reason="The chair agrees.")
    time_publication(of=supplement, at=in_an_hour(), by=None, late_reason="It came late.")

    with pytest.raises(NotAllowed, match="Take that back first"):
        papers.publish_agenda(meeting=Meeting.objects.get(), by=None, late_reason="It came late.")


def test_first_agenda_makes_its_committee_public_in_the_same_minute() -> None:
    upload = drafted_upload(make_committee(name="Flood Board", is_public=False))

    time_publication(of=upload, at=in_an_hour(), by=None, late_reason="It came late.")
    assert not Committee.objects.public().exists()

    moment = moment_comes()
    assert publish_due() == 1
    assert Committee.objects.public().get().name == "Flood Board"
    assert Meeting.objects.get().agenda_published_at == moment


def test_what_came_after_the_second_person_looked_does_not_go_out_with_the_rest() -> None:
    Council.objects.create(name="Council", release_by_second_person=True)
    officer = make_clerk()
    meeting = make_meeting(
        committee=make_committee(is_public=False), agenda=False, date=timezone.localdate() + timedelta(days=30)
    )
    time_publication(of=meeting, at=in_an_hour(), by=officer)
    papers.add_paper(meeting=meeting, item=None, **file("Unseen"), by=make_clerk())
    moment_comes()

    assert publish_due() == 0

    assert not Document.objects.public().exists()
    assert "has to be released again" in TimedPublication.objects.get().failure


def test_a_title_edited_after_the_second_person_looked_does_not_go_out_with_the_rest() -> None:
    Council.objects.create(name="Council", release_by_second_person=True)
    author, officer = make_clerk(), make_clerk()
    committee = make_committee(is_public=False)
    meeting = make_meeting(committee=committee, agenda=False, date=timezone.localdate() + timedelta(days=30))
    draft = papers.add_paper(meeting=meeting, item=None, **file("The rent is 5"), by=author)
    time_publication(of=meeting, at=in_an_hour(), by=officer)
    draft.title = "Garages: the offer of J. Hill"

    told = correct_words(document=draft, by=author)
    moment_comes()

    assert publish_due() == 0
    assert "“Garages: the offer of J. Hill” was added or changed" in TimedPublication.objects.get().failure
    assert "has to release it again" in told
    assert ReleaseRequest.objects.waiting().get().meeting == meeting


def test_an_items_title_edited_after_its_agenda_was_set_is_released_again_and_never_goes_out_unseen(
    client: Client,
) -> None:
    Council.objects.create(name="Council", release_by_second_person=True)
    author, officer = make_clerk(), make_clerk()
    meeting = make_meeting(agenda=False, date=timezone.localdate() + timedelta(days=30))
    item = make_item(meeting=meeting, title="Garages", published_at=None)
    client.force_login(officer)
    screen = f"/admin/meetings/{meeting.pk}/publication/"

    client.post(screen, {"at": f"{timezone.localdate() + timedelta(days=1)}T09:00"})
    change_item(item=item, by=author, title="Garages: the offer of J. Hill", text="", section=None)

    asked = ReleaseRequest.objects.waiting().get()
    assert (asked.meeting, asked.asked_by) == (meeting, author)
    assert asked.note == "“Garages: the offer of J. Hill” was changed after its release."
    moment_comes()
    assert publish_due() == 0
    assert not AgendaItem.objects.public().exists()
    assert "has to be released again" in TimedPublication.objects.get().failure
    client.post(screen)
    assert AgendaItem.objects.public().get().title == "Garages: the offer of J. Hill"


def test_clerk_who_set_what_failed_is_told_by_email_and_on_the_page_of_the_meeting(
    paper: Document, client: Client, mailoutbox: list[EmailMessage]
) -> None:
    clerk = make_clerk(email="rosa@council.example")
    time_publication(of=paper, at=in_an_hour(), by=clerk)
    Council.objects.create(name="Council", release_by_second_person=True)
    User.objects.filter(pk=clerk.pk).update(is_superuser=False)  # releases no more
    moment_comes()

    publish_due()
    tell_of_failure(TimedPublication.objects.get().pk)

    (email,) = mailoutbox
    assert (email.subject, email.to) == ("Not published: Garages", ["rosa@council.example"])
    assert f"/admin/papers/{paper.pk}/publish/" in email.body
    client.force_login(make_clerk())
    page = client.get(f"/admin/meetings/{paper.listings.get().meeting_id}/").text
    assert "Garages: not published when it was due" in page
