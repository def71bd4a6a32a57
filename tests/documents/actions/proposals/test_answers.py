"""Responses and progress, accepted by a clerk, joined to the recommendations they answer."""

import pytest

from committees.actions import NotAllowed
from documents.actions import proposals
from documents.actions.papers import publish_document
from documents.actions.understanding import understand_version
from documents.models import Document, Proposal, Recommendation, Response, Review
from tests.builders import make_recommendation, make_review
from tests.documents.actions.texts import RESPONSE, corrected, paper_of, version_of, write_pages

pytestmark = pytest.mark.django_db

TREES = "The Council should plant street trees on every quiet street before the autumn."


@pytest.fixture
def review() -> Review:
    return make_review(title="Quiet Streets Scrutiny Review")


def proposed(document: Document) -> list[Proposal]:
    understand_version(version_of(document))
    return list(Proposal.objects.filter(kind=Proposal.Kind.RESPONSE).order_by("order"))


def test_response_is_matched_to_the_recommendation_of_its_number_and_words(review: Review) -> None:
    trees = make_recommendation(review=review, number=1, label="1", text=TREES)

    first, second = proposed(paper_of(RESPONSE))

    assert first.target == trees.pk
    assert first.confidence >= proposals.CERTAIN
    assert second.target is None


def test_accepted_response_keeps_the_executives_words_and_states_no_verdict(review: Review) -> None:
    trees = make_recommendation(review=review, number=1, label="1", text=TREES)

    proposals.accept(proposal=proposed(paper_of(RESPONSE))[0], by=None)

    response = Response.objects.public().get(recommendation=trees)
    assert response.words == "The Executive welcomes this. Trees are on order for the coming planting season."
    assert response.get_verdict_display() == "Not stated"


def test_recommendation_not_recorded_yet_is_recorded_from_the_paper_that_answers_it(review: Review) -> None:
    for proposal in proposed(paper_of(RESPONSE)):
        proposals.accept(proposal=proposal, by=None, review=review)

    whole = Recommendation.objects.to_executive().filter(parent=None).order_by("number")
    assert [row.number for row in whole] == [1, 2]
    assert whole[0].text == TREES
    assert [row.label for row in Recommendation.objects.filter(parent=whole[1])] == ["a", "b"]


def test_answer_to_an_unknown_recommendation_asks_for_its_review() -> None:
    with pytest.raises(NotAllowed, match="review"):
        proposals.accept(proposal=proposed(paper_of(RESPONSE))[0], by=None)

    assert not Recommendation.objects.to_executive().exists()


def test_certain_ones_are_accepted_at_once_and_the_others_wait(review: Review) -> None:
    make_recommendation(review=review, number=1, label="1", text=TREES)
    paper = paper_of(RESPONSE)
    proposed(paper)

    accepted = proposals.accept_certain(version=version_of(paper), by=None)

    states = Proposal.objects.filter(kind=Proposal.Kind.RESPONSE).order_by("order").values_list("state", flat=True)
    assert list(states) == [Proposal.State.ACCEPTED, Proposal.State.WAITING]
    assert accepted == 1


def test_undone_response_is_gone_and_the_recommendation_stays(review: Review) -> None:
    make_recommendation(review=review, number=1, label="1", text=TREES)
    proposal = proposed(paper_of(RESPONSE))[0]
    proposals.accept(proposal=proposal, by=None)

    proposals.undo(proposal=proposal, by=None)

    assert not Response.objects.exists()
    assert Recommendation.objects.to_executive().exists()


def test_recommendation_that_others_answered_cannot_be_undone(review: Review) -> None:
    paper = paper_of(RESPONSE)
    proposal = proposed(paper)[0]
    proposals.accept(proposal=proposal, by=None, review=review)
    other = paper_of(RESPONSE)
    answered = Recommendation.objects.to_executive().get(parent=None)
    Response.objects.create(recommendation=answered, document=other, words="Later words.", page=1)

    with pytest.raises(NotAllowed, match="rest on this"):
        proposals.undo(proposal=proposal, by=None)

    assert Response.objects.count() == 2


def test_later_reading_is_offered_and_never_overwrites_a_clerks_correction(review: Review) -> None:
    make_recommendation(review=review, number=1, label="1", text=TREES)
    paper = paper_of(RESPONSE)
    proposal = proposed(paper)[0]
    content = {**proposal.content, "response": "The Executive welcomes this."}
    proposals.correct(proposal=proposal, content=content, by=None)
    proposals.accept(proposal=proposal, by=None)

    write_pages(version_of(paper), RESPONSE.replace("Trees are on order", "Trees and planters are on order"))
    understand_version(version_of(paper))

    proposal.refresh_from_db()
    assert Response.objects.get().words == "The Executive welcomes this."
    assert proposal.newer is not None
    assert "planters" in proposal.newer["response"]


def test_newer_reading_that_the_clerk_takes_changes_the_same_record(review: Review) -> None:
    make_recommendation(review=review, number=1, label="1", text=TREES)
    paper = paper_of(RESPONSE)
    proposal = proposed(paper)[0]
    proposals.accept(proposal=proposal, by=None)
    before = Response.objects.get().pk
    write_pages(version_of(paper), RESPONSE.replace("Trees are on order", "Trees and planters are on order"))
    understand_version(version_of(paper))
    proposal.refresh_from_db()

    proposals.take_newer(proposal=proposal, by=None)

    assert Response.objects.get().pk == before
    assert "planters" in Response.objects.get().words


def test_reading_that_the_clerk_turned_down_is_not_offered_again(review: Review) -> None:
    make_recommendation(review=review, number=1, label="1", text=TREES)
    paper = paper_of(RESPONSE)
    proposal = proposed(paper)[0]
    proposals.accept(proposal=proposal, by=None)
    write_pages(version_of(paper), RESPONSE.replace("Trees are on order", "Trees and planters are on order"))
    understand_version(version_of(paper))
    proposal.refresh_from_db()

    proposals.keep_ours(proposal=proposal, by=None)
    understand_version(version_of(paper))

    proposal.refresh_from_db()
    assert proposal.newer is None
    assert "planters" not in Response.objects.get().words


def test_response_of_a_paper_that_is_not_public_is_nowhere(review: Review) -> None:
    trees = make_recommendation(review=review, number=1, label="1", text=TREES)
    proposals.accept(proposal=proposed(paper_of(RESPONSE, published_at=None))[0], by=None)

    assert not Response.objects.public().filter(recommendation=trees).exists()


def test_recommendation_from_an_exempt_paper_is_nowhere(review: Review) -> None:
    paper = paper_of(RESPONSE, access="exempt", exempt_paragraphs=[3])
    proposals.accept(proposal=proposed(paper)[0], by=None, review=review)

    assert Recommendation.objects.to_executive().exists()
    assert not Recommendation.objects.public().exists()


def test_content_that_does_not_fit_is_refused_with_the_field(review: Review) -> None:
    proposal = proposed(paper_of(RESPONSE))[0]

    with pytest.raises(NotAllowed, match="number"):
        proposals.correct(proposal=proposal, content={**proposal.content, "number": "three"}, by=None)


def test_answer_in_a_correction_that_waits_is_refused_till_it_is_published(review: Review) -> None:
    trees = make_recommendation(review=review, number=1, label="1", text=TREES)
    paper = paper_of(RESPONSE)
    in_force = paper.current_version
    understand_version(corrected(paper, RESPONSE))
    paper.current_version = in_force
    paper.save()
    waiting = Proposal.objects.filter(kind=Proposal.Kind.RESPONSE).order_by("order")[0]

    with pytest.raises(NotAllowed, match="not published yet"):
        proposals.accept(proposal=waiting, by=None)
    assert not Response.objects.filter(recommendation=trees).exists()

    publish_document(document=paper, by=None)
    waiting = Proposal.objects.get(pk=waiting.pk)
    proposals.accept(proposal=waiting, by=None)
    assert Response.objects.public().filter(recommendation=trees).exists()
