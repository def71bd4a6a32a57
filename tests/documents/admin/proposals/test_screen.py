"""The clerk's screen of what was read in a paper: accepting, correcting, dismissing, undoing."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from committees.models import Committee, Meeting, Minutes, User
from documents import files
from documents.actions import proposals
from documents.admin.proposals.papers import waiting
from documents.models import (
    DocumentVersion,
    PlannedAction,
    Progress,
    Proposal,
    Recommendation,
    Response,
    Review,
    WorkProgrammeEntry,
)
from documents.structure.understood import ReadProgress, Understood
from tests.builders import make_item, make_meeting, make_paper, make_recommendation, make_review, make_user
from tests.documents.admin.proposals.offered import (
    EVERYTHING,
    POOL,
    minutes,
    offer,
    only,
    paper_with,
    recommendations,
    responses,
)
from tests.documents.admin.uploaded import pdf_of
from tests.portal.counting import queries_of


def screen(version: DocumentVersion, page: str = "") -> str:
    return f"/admin/proposals/{version.pk}/{page}"


def decide(desk: Client, proposal: Proposal, act: str, **fields: object) -> str:
    """The page that the clerk lands on."""
    return desk.post(f"/admin/proposals/one/{proposal.pk}/", {"act": act, **fields}, follow=True).text


def test_desk_counts_what_waits(desk: Client) -> None:
    paper_with(responses("Welcomed.", "Noted."))
    paper_with(responses("Welcomed."))

    text = desk.get("/admin/").text

    assert "<strong>3</strong> things read in <strong>2</strong> papers wait for you" in text


def test_version_that_a_correction_replaced_is_not_counted(desk: Client) -> None:
    version = paper_with(responses("Welcomed."))
    DocumentVersion.objects.create(
        document=version.document, number=2, original=version.original, first_page=1, last_page=1
    )

    assert waiting().papers == 0
    assert "Nothing is waiting for you." in desk.get("/admin/proposals/").text
    assert "Go to what was read in its newest version" in desk.get(screen(version)).text


def test_list_leads_to_each_paper_with_its_counts(desk: Client) -> None:
    version = paper_with(responses("Welcomed."), title="Response on pools")

    text = desk.get("/admin/proposals/").text

    assert "Response on pools" in text
    assert screen(version) in text


def test_screen_shows_every_kind_in_reading_order(desk: Client) -> None:
    text = desk.get(screen(paper_with(EVERYTHING))).text

    places = [text.index(f'id="part-{kind}"') for kind in ("minutes", "response", "progress", "action", "review")]
    assert places == sorted(places)
    assert "Paint the pool" in text
    assert "The table on this page could not be read." in text
    assert "Tick off" in text


def test_response_is_matched_with_its_confidence_in_words(desk: Client) -> None:
    made = make_recommendation(text=POOL, number=1)
    version = paper_with(responses("Welcomed."))

    text = desk.get(screen(version)).text

    assert ">Certain</span>" in text
    assert f'<option value="{made.pk}" selected>' in text


def test_accepted_response_takes_a_verdict_and_is_undone(desk: Client) -> None:
    made = make_recommendation(text=POOL, number=1)
    proposal = only(paper_with(responses("Welcomed.")))

    text = decide(desk, proposal, "accept", target=made.pk)
    response = Response.objects.get(recommendation=made)
    assert "Accepted." in text
    verdict = f"/admin/documents/review/responses/{response.pk}/verdict/"
    assert verdict in text
    desk.post(verdict, {"verdict": "in_part", "next": screen(proposal.version)})
    response.refresh_from_db()
    assert response.verdict == "in_part"

    decide(desk, proposal, "undo")
    assert not Response.objects.exists()


def test_another_recommendation_is_chosen(desk: Client) -> None:
    first = make_recommendation(text=POOL, number=1)
    second = make_recommendation(text="That parks be kept.", review=first.review, document=first.document)
    proposal = only(paper_with(responses("Welcomed.")))

    decide(desk, proposal, "accept", target=second.pk)

    assert Response.objects.get().recommendation == second


def test_answer_to_what_is_not_recorded_needs_a_review_and_says_so(desk: Client) -> None:
    proposal = only(paper_with(responses("Welcomed.")))

    text = decide(desk, proposal, "accept", target="")

    assert "Choose the recommendation this answers, or the review to record it in." in text
    assert not Response.objects.exists()


def test_answer_records_its_recommendation_in_the_chosen_review(desk: Client) -> None:
    review = make_review()
    version = paper_with(responses("Welcomed."))
    chosen = desk.get(f"{screen(version)}?review={review.pk}").text
    assert f'<option value="{review.pk}" selected>' in chosen

    decide(desk, only(version), "accept", target="", review=review.pk)

    assert Response.objects.get().recommendation.review == review


def test_matched_answer_can_be_of_a_recommendation_not_recorded_yet(desk: Client) -> None:
    matched = make_recommendation(text=POOL, number=1)
    review = make_review()
    proposal = only(paper_with(responses("Welcomed.")))

    decide(desk, proposal, "accept", target="", review=review.pk)

    assert Response.objects.get().recommendation != matched


def test_progress_is_accepted(desk: Client) -> None:
    made = make_recommendation(text=POOL, number=1)
    progress = [ReadProgress("1", POOL, "Half done.", "amber", 1, page=2)]
    proposal = only(paper_with(Understood(kind="report_back", progress=progress)))

    decide(desk, proposal, "accept", target=made.pk)

    assert Progress.objects.get().rag == "amber"


def test_all_certain_ones_are_accepted_at_once(desk: Client) -> None:
    review = make_review()
    version = paper_with(recommendations("That one be done.", "That two be done."))
    assert "Accept all 2 certain ones" in desk.get(screen(version)).text

    text = desk.post(screen(version, "accept/"), {"review": review.pk}, follow=True).text

    assert "2 accepted." in text
    assert Recommendation.objects.filter(review=review).count() == 2


def test_certain_ones_that_are_refused_are_told_of(desk: Client) -> None:
    version = paper_with(recommendations("That one be done."))

    text = desk.post(screen(version, "accept/"), follow=True).text

    assert "0 accepted." in text
    assert "1 could not be accepted" in text


def test_recommendations_are_recorded_in_a_review_made_for_them(desk: Client) -> None:
    version = paper_with(recommendations("That one be done."), item=make_item())
    add = f"/admin/documents/review/add/?paper={version.pk}"
    shown = desk.get(add).text
    assert 'value="Swimming pools"' not in shown  # the report is not stored here: the paper's title stands in
    committee = Committee.objects.get()

    response = desk.post(add, {"committee": committee.pk, "title": "Swimming pools", "year": "2026/27"})

    review = Review.objects.get()
    assert response["Location"] == f"{screen(version)}?review={review.pk}"
    assert review.published_at is None


def test_minutes_make_the_meeting_they_record(desk: Client) -> None:
    meeting = make_meeting()
    version = paper_with(minutes(meeting.committee.name, date(2026, 1, 5)), meeting=meeting)
    assert "A meeting that is not here yet: make it" in desk.get(screen(version)).text

    decide(desk, only(version), "accept", target="new")

    assert Minutes.objects.get().meeting.date == date(2026, 1, 5)


def test_minutes_without_a_date_ask_for_their_meeting(desk: Client) -> None:
    meeting = make_meeting()
    version = paper_with(minutes("", None), meeting=make_meeting(committee=meeting.committee, date=date(2027, 3, 1)))

    text = decide(desk, only(version), "accept", target="")
    assert "The minutes name no date: choose the meeting they record." in text
    decide(desk, only(version), "accept", target=meeting.pk)

    assert Minutes.objects.get().meeting == meeting


def test_actions_and_programme_are_accepted(desk: Client) -> None:
    version = paper_with(EVERYTHING)

    decide(desk, only(version, "action"), "accept")
    decide(desk, only(version, "programme"), "accept")

    assert PlannedAction.objects.get().action == "Paint the pool"
    assert WorkProgrammeEntry.objects.get().title == "Budget"


def test_new_review_is_made_of_its_plan(desk: Client) -> None:
    version = paper_with(EVERYTHING)

    decide(desk, only(version, "review"), "accept", target="")

    assert Review.objects.get().title == "Swimming pools"


def test_task_is_ticked_off_and_opened_again(desk: Client) -> None:
    proposal = only(paper_with(EVERYTHING), "note")

    assert "Ticked off." in decide(desk, proposal, "accept")
    decide(desk, proposal, "undo")

    proposal.refresh_from_db()
    assert proposal.state == "waiting"


def test_dismissed_proposal_makes_nothing_and_can_be_undone(desk: Client) -> None:
    proposal = only(paper_with(responses("Welcomed.")))

    assert "Dismissed." in decide(desk, proposal, "dismiss")
    proposal.refresh_from_db()
    assert proposal.state == "dismissed"
    decide(desk, proposal, "undo")

    proposal.refresh_from_db()
    assert proposal.state == "waiting"


def test_unknown_act_changes_nothing(desk: Client) -> None:
    proposal = only(paper_with(responses("Welcomed.")))

    decide(desk, proposal, "explode")

    proposal.refresh_from_db()
    assert proposal.state == "waiting"


def test_clerk_corrects_the_words_before_accepting(desk: Client) -> None:
    made = make_recommendation(text=POOL, number=1)
    proposal = only(paper_with(responses("Welcomd.")))
    address = f"/admin/proposals/one/{proposal.pk}/correct/"
    assert "Welcomd." in desk.get(address).text
    typed = {"content-label": "1", "content-recommendation": POOL, "content-response": "Welcomed.", "content-page": "2"}

    response = desk.post(address, {**typed, "content-number": "1", "content-parts-count": "0"})

    assert response["Location"].endswith(f"#proposal-{proposal.pk}")
    decide(desk, proposal, "accept", target=made.pk)
    assert Response.objects.get().words == "Welcomed."


def test_correction_of_an_accepted_proposal_changes_its_record(desk: Client, clerk: User) -> None:
    made = make_recommendation(text=POOL, number=1)
    proposal = only(paper_with(responses("Welcomd.")))
    proposals.accept(proposal=proposal, by=clerk, target=made.pk)
    typed = {"content-label": "1", "content-recommendation": POOL, "content-response": "Welcomed.", "content-page": "2"}

    desk.post(f"/admin/proposals/one/{proposal.pk}/correct/", {**typed, "content-parts-count": "0"})

    assert Response.objects.get().words == "Welcomed."


def test_row_is_added_to_a_correction_without_losing_words(desk: Client) -> None:
    proposal = only(paper_with(responses("Welcomed.")))
    typed = {"content-response": "Typed already", "content-parts-count": "0", "add": "content-parts"}

    text = desk.post(f"/admin/proposals/one/{proposal.pk}/correct/", typed).text

    assert "Typed already" in text
    assert 'name="content-parts-0-text"' in text


def test_correction_that_does_not_fit_is_kept_on_the_page(desk: Client) -> None:
    proposal = only(paper_with(EVERYTHING), "minutes")
    typed = {"content-date": "31 June", "content-chair": "Ada Byrne"}

    text = desk.post(f"/admin/proposals/one/{proposal.pk}/correct/", typed).text

    assert 'href="#content-date"' in text
    assert "Ada Byrne" in text


def test_later_reading_is_shown_beside_what_stands_and_taken(desk: Client) -> None:
    version = paper_with(responses("Welcomed."))
    proposal = only(version)
    decide(desk, proposal, "dismiss")
    offer(version, responses("Welcomed, and agreed."))

    text = desk.get(screen(version)).text
    assert "A later reading says otherwise" in text
    assert "Welcomed, and agreed." in text
    assert "The new reading is taken." in decide(desk, proposal, "newer")

    proposal.refresh_from_db()
    assert proposal.content["response"] == "Welcomed, and agreed."


def test_later_reading_is_refused_and_not_offered_again(desk: Client) -> None:
    version = paper_with(responses("Welcomed."))
    proposal = only(version)
    decide(desk, proposal, "dismiss")
    offer(version, responses("Welcomed, and agreed."))

    decide(desk, proposal, "keep")
    offer(version, responses("Welcomed, and agreed."))

    proposal.refresh_from_db()
    assert proposal.newer is None
    assert proposal.content["response"] == "Welcomed."


def stored_version(*pages: str) -> DocumentVersion:
    """A version whose file has these pages after a front page."""
    stored = files.store(SimpleUploadedFile("pack.pdf", pdf_of("Front", *pages)), name="pack.pdf", by=None)
    paper = make_paper(pages=pages, served=stored)
    DocumentVersion.objects.filter(document=paper).update(first_page=2, last_page=1 + len(pages))
    return DocumentVersion.objects.get(document=paper)


def test_page_is_pictured_from_its_place_in_the_file(desk: Client) -> None:
    version = stored_version("The pool", "The parks")

    image = desk.get(screen(version, "pages/2.webp"))

    assert (image["Content-Type"], image.content[:4]) == ("image/webp", b"RIFF")
    assert "no-store" in image["Cache-Control"]
    assert desk.get(screen(version, "pages/3.webp")).status_code == 404
    assert desk.get(screen(version, "pages/0.webp")).status_code == 404


def test_paper_is_read_again(desk: Client) -> None:
    version = stored_version("The pool will close", "The parks")

    text = desk.post(screen(version, "read/"), follow=True).text

    assert "The paper was read again." in text


def test_paper_that_cannot_be_read_again_stays_as_it_is(desk: Client) -> None:
    version = paper_with(responses("Welcomed."))

    text = desk.post(screen(version, "read/"), follow=True).text

    assert "could not be read again" in text
    assert only(version).content["response"] == "Welcomed."


def test_verdict_leads_to_no_other_site(desk: Client) -> None:
    made = make_recommendation(text=POOL, number=1)
    proposal = only(paper_with(responses("Welcomed.")))
    decide(desk, proposal, "accept", target=made.pk)
    address = f"/admin/documents/review/responses/{Response.objects.get().pk}/verdict/"

    response = desk.post(address, {"verdict": "noted", "next": "//example.org/"})

    assert response["Location"] == "/admin/documents/review/"


@pytest.mark.parametrize("page", ["", "pages/1.webp"])
def test_staff_without_permission_are_refused(client: Client, db: None, page: str) -> None:
    version = paper_with(responses("Welcomed."))
    client.force_login(make_user(is_staff=True))

    assert client.get(screen(version, page)).status_code == 403
    assert client.post(f"/admin/proposals/one/{only(version).pk}/", {"act": "accept"}).status_code == 403
    assert client.get(f"/admin/proposals/one/{only(version).pk}/correct/").status_code == 403


def test_public_sees_none_of_it(client: Client, db: None) -> None:
    version = paper_with(responses("Welcomed."))

    assert client.get(screen(version))["Location"].startswith("/admin/login/")


def test_queries_do_not_grow_with_proposals(desk: Client) -> None:
    make_recommendation(text=POOL, number=1)
    few, many = paper_with(responses("Welcomed.")), paper_with(responses(*(f"Answer {n}" for n in range(30))))

    assert queries_of(desk, screen(many)) == queries_of(desk, screen(few))


def test_text_from_a_paper_is_escaped(desk: Client) -> None:
    version = paper_with(responses("<script>alert(1)</script>"))

    text = desk.get(screen(version)).text

    assert "<script>alert(1)" not in text
    assert "&lt;script&gt;alert(1)" in text
    assert "<style" not in text
    assert " style=" not in text


def test_meeting_of_the_paper_is_told(desk: Client) -> None:
    meeting: Meeting = make_meeting()

    assert str(meeting) in desk.get(screen(paper_with(responses("Welcomed."), meeting=meeting))).text
