"""Items and papers taken in private: one action with a reason, and what the public is told."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from committees import actions
from committees.actions import NotAllowed
from committees.models import Access, AgendaItem, Council, PublicChange, Role
from documents.actions.papers import restrict_document
from documents.models import Document
from tests.builders import GROUNDS, make_item, make_paper, make_role

AHEAD = timezone.localdate() + timedelta(days=90)
WEIGHED = {
    "access": "exempt",
    "exempt_paragraphs": "3",
    "reason": "It names a bidder.",
    "public_interest": "Bidders would know what we pay.",
    "decided_by": "Monitoring Officer",
    "review_on": f"{AHEAD}",
}


def restrict(desk: Client, item: AgendaItem, **fields: Any) -> Any:
    return desk.post(reverse("admin:item_restrict", args=[item.pk]), {**WEIGHED, "title": item.title, **fields})


def public_page(item: AgendaItem) -> str:
    return Client().get(item.get_absolute_url()).text


def test_item_is_taken_in_private_and_its_papers_with_it(desk: Client) -> None:
    item = make_item(title="Offers", text="Secret words")
    paper = make_paper(item=item, title="Bids received")

    restrict(desk, item)

    page = public_page(item)
    assert "Likely to be taken in private." in page
    assert "It names a bidder." in page
    assert "There is a paper for this item. It is not published." in page
    assert "Secret words" not in page
    assert "Bids received" not in page
    assert "Bidders would know" not in page
    assert not Document.objects.public().filter(pk=paper.pk).exists()
    item.refresh_from_db()
    assert (item.withheld_by, item.withheld_review_on) == ("Monitoring Officer", AHEAD)


def test_neutral_title_is_offered_and_the_public_reads_it_in_place_of_the_true_one(desk: Client) -> None:
    item = make_item(title="Offers from Brook Builders")
    page = reverse("admin:item_restrict", args=[item.pk])
    offered = desk.get(page).context["form"]["title"].value()

    restrict(desk, item, title=offered)

    item.refresh_from_db()
    assert item.title == "Private business"
    assert "Private business" in public_page(item)
    assert "Brook Builders" not in public_page(item) + Client().get(item.meeting.get_absolute_url()).text
    assert desk.get(page).context["form"]["title"].value() == "Private business"
    assert (
        "before: “Offers from Brook Builders”"
        in desk.get(reverse("admin:meeting_private", args=[item.meeting_id])).text
    )


def test_item_is_not_taken_in_private_without_a_title_for_the_public(desk: Client) -> None:
    item = make_item(title="Offers")

    assert "Enter the title that the public reads." in restrict(desk, item, title="").text

    item.refresh_from_db()
    assert item.access == Access.OPEN


def test_item_that_is_opened_is_offered_its_title_of_before(desk: Client) -> None:
    item = make_item(title="Offers")
    restrict(desk, item, title="Private business")
    page = reverse("admin:item_open", args=[item.pk])

    offered = desk.get(page).context["form"]["title"].value()
    desk.post(page, {"why": "The contract is signed", "title": offered})

    item.refresh_from_db()
    assert (item.title, item.open_title, item.access) == ("Offers", "", Access.OPEN)


def test_exempt_papers_of_the_item_take_its_grounds_where_they_give_none(desk: Client) -> None:
    item = make_item()
    paper = make_paper(item=item, access="exempt", published_at=None)

    restrict(desk, item)

    paper.refresh_from_db()
    assert (paper.exempt_paragraphs, paper.public_interest) == ([3], "Bidders would know what we pay.")


def test_item_is_opened_again_by_one_action_with_a_reason(desk: Client) -> None:
    item = make_item()
    paper = make_paper(item=item)
    restrict(desk, item)
    PublicChange.objects.all().delete()

    refused = desk.post(reverse("admin:item_open", args=[item.pk]), {"why": ""})
    desk.post(reverse("admin:item_open", args=[item.pk]), {"why": "The contract is signed."})

    assert "Enter why" in refused.text
    assert Document.objects.public().filter(pk=paper.pk).exists()
    item.refresh_from_db()
    assert (item.public_interest, item.withheld_by, item.withheld_review_on) == ("", "", None)
    assert (PublicChange.Subject.MEETING, item.meeting_id) in PublicChange.objects.values_list("subject", "subject_id")


@pytest.mark.parametrize("missing", ["exempt_paragraphs", "public_interest", "decided_by", "review_on", "reason"])
def test_exempt_needs_its_grounds(desk: Client, missing: str) -> None:
    item = make_item()

    page = restrict(desk, item, **{missing: ""})

    assert f'href="#id_{missing}"' in page.text
    item.refresh_from_db()
    assert item.access == Access.OPEN


def test_day_to_look_again_lies_ahead(desk: Client) -> None:
    item = make_item()

    page = restrict(desk, item, review_on="2020-03-01")

    assert "Enter a day to come" in page.text
    item.refresh_from_db()
    assert item.access == Access.OPEN


def test_confidential_needs_no_paragraph_and_is_no_matter_of_weighing(desk: Client) -> None:
    item = make_item()

    restrict(desk, item, access="confidential", exempt_paragraphs="", public_interest="", decided_by="", review_on="")

    assert "The law requires this to be taken in private." in public_page(item)


def test_public_is_told_what_the_meeting_resolved(desk: Client) -> None:
    item = make_item()
    paper = make_paper(access=Access.EXEMPT, exempt_paragraphs=[3], item=make_item(meeting=item.meeting))
    restrict(desk, item)

    for row in (item, AgendaItem.objects.exclude(pk=item.pk).get()):
        sent = {"on": "2026-10-27", "resolution": "RESOLVED: that the public be excluded."}
        desk.post(reverse("admin:item_resolution", args=[row.pk]), sent)

    page = public_page(item)
    assert "Taken in private: the meeting excluded the public on 27 October 2026." in page
    assert "RESOLVED: that the public be excluded." in page
    assert "Taken in private" in Client().get(paper.get_absolute_url()).text


def test_resolution_needs_its_words(desk: Client) -> None:
    item = make_item()

    page = desk.post(reverse("admin:item_resolution", args=[item.pk]), {"on": "2026-10-27", "resolution": ""})

    assert "the public is shown it" in page.text


@pytest.mark.parametrize(
    ("jurisdiction", "paragraph", "fits"),
    [("england", 7, True), ("england", 12, False), ("wales", 12, True), ("wales", 3, False), ("scotland", 15, True)],
)
def test_paragraphs_are_those_of_the_councils_law(db: None, jurisdiction: str, paragraph: int, fits: bool) -> None:
    Council.objects.create(name="A", jurisdiction=jurisdiction)
    item, paper = make_item(), make_paper()

    for change in (
        lambda: actions.restrict_item(
            item=item, by=None, access="exempt", paragraphs=[paragraph], reason="A", grounds=GROUNDS
        ),
        lambda: restrict_document(
            document=paper, by=None, access="exempt", paragraphs=[paragraph], reason="A", grounds=GROUNDS
        ),
    ):
        if fits:
            change()
        else:
            with pytest.raises(NotAllowed, match=f"no paragraph {paragraph}"):
                change()


def test_screen_lists_what_is_private_with_when_to_look_again(desk: Client) -> None:
    item = make_item(title="Offers")
    restrict(desk, item)
    AgendaItem.objects.update(withheld_review_on=date(2020, 3, 1))

    page = desk.get(reverse("admin:meeting_private", args=[item.meeting_id])).text

    assert "Exempt, paragraph 3" in page
    assert "To be looked at again since 1 March 2020." in page


def test_public_item_is_not_restricted_among_its_other_fields(desk: Client) -> None:
    item = make_item()

    page = desk.get(f"/admin/committees/meeting/{item.meeting_id}/change/").text

    assert "Changed under “In private”, with the reason." in page


@pytest.mark.parametrize("change", ["restrict", "open", "resolution"])
def test_report_author_changes_none_of_it(client: Client, db: None, change: str) -> None:
    client.force_login(make_role(Role.REPORT_AUTHOR))

    assert client.post(reverse(f"admin:item_{change}", args=[make_item().pk]), WEIGHED).status_code == 403


def test_clerk_is_told_that_the_reason_for_urgency_stays_public(desk: Client) -> None:
    item = make_item(urgency_reason="A wall is falling.")

    page = desk.get(f"/admin/items/{item.pk}/restrict/").text

    assert "stays public too: “A wall is falling.”" in page
