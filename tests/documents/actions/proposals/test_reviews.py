"""What a plan of a review says, accepted by a clerk: public with its paper, and with it alone."""

import pytest

from documents.actions import proposals
from documents.actions.understanding import understand_version
from documents.models import Document, Proposal, Review, ReviewPoint
from tests.builders import make_review
from tests.documents.actions.texts import paper_of, version_of

pytestmark = pytest.mark.django_db

PLAN = """
    # Scrutiny Review of Quiet Streets: Witness Evidence Plan

    (formerly “Rat Runs”)

    ## Objectives

    - To understand who drives through and why
    - To learn what other towns have done

    ## Witnesses

    | Who | Organisation | Area of focus |
    | --- | --- | --- |
    | Ola Penn | Thornmere Cyclists | Crossing the ring road |
"""


def accepted(document: Document, review: Review) -> Proposal:
    understand_version(version_of(document))
    proposal = Proposal.objects.get(kind=Proposal.Kind.REVIEW)
    return proposals.accept(proposal=proposal, by=None, review=review)


def test_objectives_of_a_public_plan_are_public_with_its_review() -> None:
    accepted(paper_of(PLAN), make_review(title="Traffic"))

    objectives = ReviewPoint.objects.public().filter(kind=ReviewPoint.Kind.OBJECTIVE)
    assert [point.text for point in objectives] == [
        "To understand who drives through and why",
        "To learn what other towns have done",
    ]


def test_title_that_only_a_hidden_paper_gives_is_nowhere() -> None:
    review = make_review(title="Traffic")

    accepted(paper_of(PLAN, published_at=None), review)

    review.refresh_from_db()
    assert review.former_titles == []
    assert ReviewPoint.objects.filter(kind=ReviewPoint.Kind.TITLE).exists()
    assert not ReviewPoint.objects.public().exists()


def test_undoing_takes_what_the_plan_said_away() -> None:
    review = make_review(title="Traffic")
    proposal = accepted(paper_of(PLAN), review)

    proposals.undo(proposal=proposal, by=None)

    assert not ReviewPoint.objects.exists()
    assert Review.objects.get() == review
