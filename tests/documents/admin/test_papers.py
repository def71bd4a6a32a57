"""The stock admin of papers."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from committees.models import Access, Council, PublicChange, Role
from documents.models import Document, Finding, ReleaseRequest
from documents.proof import proof_of
from tests.builders import make_item, make_meeting, make_paper, make_role
from tests.committees.admin.whole_form import whole_form


def address(paper: Document, page: str = "change") -> str:
    return reverse(f"admin:documents_document_{page}", args=[paper.pk])


def test_saved_paper_tells_the_followers(desk: Client) -> None:
    paper = make_paper()

    response = desk.post(address(paper), whole_form(desk, address(paper), title="A better title"))

    paper.refresh_from_db()
    assert response.status_code == 302
    assert paper.title == "A better title"
    assert PublicChange.objects.filter(subject="document", subject_id=paper.pk).exists()


def test_access_is_not_changed_in_passing(desk: Client) -> None:
    paper = make_paper()

    desk.post(address(paper), whole_form(desk, address(paper), access="confidential", published_at=""))

    assert Document.objects.public().get() == paper


def test_page_of_an_open_paper_is_silent_about_grounds_for_withholding(desk: Client) -> None:
    text = desk.get(address(make_paper())).text

    assert "Published at" in text
    assert "Public interest" not in text
    assert "Withdrawal reason" not in text


def test_published_paper_cannot_be_deleted(desk: Client) -> None:
    paper = make_paper()

    assert desk.post(address(paper, "delete"), {"post": "yes"}).status_code == 403
    assert "withdrawn with a reason, never deleted" in desk.get(address(paper)).text


def test_draft_paper_can_be_deleted(desk: Client) -> None:
    paper = make_paper(published_at=None)
    Document.objects.update(current_version=None)

    desk.post(address(paper, "delete"), {"post": "yes"})

    assert not Document.objects.exists()


def test_list_of_papers_is_found_by_title(desk: Client) -> None:
    make_paper(title="Pool repairs")
    make_paper(title="Parks")

    text = desk.get(reverse("admin:documents_document_changelist"), {"q": "pool"}).text

    assert "Pool repairs" in text
    assert "Parks" not in text


def withheld_with_its_item() -> Document:
    """A published paper with a finding that stops it, under an exempt item of a public agenda."""
    item = make_item(access=Access.EXEMPT, exempt_paragraphs=[3])
    paper = make_paper(item=item)
    Finding.objects.create(version=paper.current_version, kind="email", words="jane.doe@gmail.com", page=1)
    return paper


def test_paper_of_a_withheld_item_is_not_moved_past_the_gate(desk: Client) -> None:
    paper = withheld_with_its_item()

    response = desk.post(address(paper), whole_form(desk, address(paper), listings__0__item=""))

    assert "Put right or accept" in response.text
    assert not Document.objects.public().exists()


def test_paper_of_a_withheld_item_is_not_moved_past_the_second_person(client: Client, db: None) -> None:
    Council.objects.create(name="Council", release_by_second_person=True)
    item = make_item(access=Access.EXEMPT, exempt_paragraphs=[3])
    paper = make_paper(item=item)
    client.force_login(make_role(Role.CLERK))

    response = client.post(address(paper), whole_form(client, address(paper), listings__0__item=""))

    assert "A second person releases papers here" in response.text
    assert not Document.objects.public().exists()


def test_paper_is_not_listed_at_an_item_of_another_meeting(desk: Client) -> None:
    paper, elsewhere = make_paper(), make_item()

    response = desk.post(address(paper), whole_form(desk, address(paper), listings__0__item=str(elsewhere.pk)))

    assert "The item is on the agenda of another meeting" in response.text


def test_item_that_was_dropped_meanwhile_is_told_at_its_field(desk: Client) -> None:
    paper = make_paper()
    dropped = make_item(published_at=None)
    form = whole_form(desk, address(paper), listings__0__item=str(dropped.pk))
    dropped.delete()

    response = desk.post(address(paper), form)

    assert response.status_code == 200
    assert "or was dropped: choose one of these" in response.text


@pytest.mark.parametrize("second", [True, False], ids=["where a second person releases", "where nobody else does"])
def test_title_changed_after_its_release_waits_to_be_released_again(desk: Client, second: bool) -> None:
    Council.objects.create(name="Council", release_by_second_person=second)
    paper = make_paper(published_at=timezone.now() + timedelta(hours=1))

    text = desk.post(address(paper), whole_form(desk, address(paper), title="Other words"), follow=True).text

    paper.refresh_from_db()
    assert (paper.title, paper.published_at is None) == ("Other words", second)
    assert ReleaseRequest.objects.waiting().filter(document=paper).exists() == second
    assert ("has to release it again" in text) == second


def test_title_of_a_public_paper_is_corrected_and_the_proof_tells(desk: Client) -> None:
    paper = make_paper(title="Pol")

    desk.post(address(paper), whole_form(desk, address(paper), title="Pool"))

    assert Document.objects.public().get().title == "Pool"
    (told,) = [entry for entry in proof_of(paper.listings.get().meeting).entries if "Title" in entry.what]
    assert (told.about, told.details) == ("Pool", (("It was", "Pol"),))


def test_agenda_changed_since_it_was_looked_at_is_looked_at_again(desk: Client) -> None:
    meeting = make_meeting(agenda=False, published_at=None)
    paper = make_paper(item=make_item(meeting=meeting, published_at=None), published_at=None)
    screen = reverse("admin:meeting_publication", args=[meeting.pk])
    looked_at = desk.get(screen).context["looked_at"]
    Document.objects.filter(pk=paper.pk).update(title="Other words")

    text = desk.post(screen, {"looked_at": looked_at}).text

    assert "changed after you opened this page" in text
    assert not Document.objects.public().exists()


def test_list_tells_where_a_paper_is_taken_and_how_it_stands(desk: Client) -> None:
    meeting = make_meeting(date=date(2026, 3, 4))
    make_paper(item=make_item(meeting=meeting), title="Pool repairs")
    make_paper(title="Parks", published_at=None)

    text = desk.get(reverse("admin:documents_document_changelist")).text

    assert "<h1>Papers</h1>" in text
    assert str(meeting) in text
    assert "Published on" in text
    assert "Draft" in text


def test_a_place_moves_among_the_items_of_its_meeting_and_no_other(desk: Client) -> None:
    item = make_item(title="Pools")
    make_item(title="Elsewhere")
    other = make_item(meeting=item.meeting, title="Parks")
    paper = make_paper(item=item)

    text = desk.get(address(paper)).text
    desk.post(address(paper), whole_form(desk, address(paper), **{"listings-0-item": str(other.pk)}))

    assert "Elsewhere" not in text
    assert [listing.item for listing in paper.listings.all()] == [other]


def test_a_further_meeting_is_chosen_by_its_name(desk: Client) -> None:
    paper = make_paper()
    further = make_meeting(date=date(2026, 5, 6))
    new = {"listings-TOTAL_FORMS": "2", "listings-1-meeting": str(further), "listings-1-order": "0"}

    desk.post(address(paper), whole_form(desk, address(paper), **new))

    assert [listing.meeting for listing in paper.listings.order_by("pk")][1:] == [further]


def test_who_has_read_it_is_told_only_of_what_was_restricted(desk: Client) -> None:
    assert "who has read it" not in desk.get(address(make_paper())).text.lower()
