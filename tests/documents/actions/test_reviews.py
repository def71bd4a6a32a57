"""Reviews as clerks record them."""

import pytest

from committees.actions import NotAllowed
from committees.models import PublicChange
from documents.actions.reviews import ReviewFacts, hide_review, publish_review, record_review
from documents.models import Review
from tests.builders import make_clerk, make_committee, make_recommendation, make_review

pytestmark = pytest.mark.django_db


def test_new_review_is_not_public() -> None:
    review = record_review(facts=ReviewFacts(make_committee(), "Pools"), by=make_clerk())

    assert not Review.objects.public().exists()
    assert review.title == "Pools"


def test_title_gone_back_to_is_no_former_one() -> None:
    review = make_review(title="Pools")
    record_review(facts=ReviewFacts(review.committee, "Swimming"), by=None, review=review)

    record_review(facts=ReviewFacts(review.committee, "Pools"), by=None, review=review)

    assert (review.title, review.former_titles) == ("Pools", ["Swimming"])


def test_same_title_and_year_of_a_committee_is_refused() -> None:
    review = make_review(title="Pools", year="2026/27")

    with pytest.raises(NotAllowed, match="already"):
        record_review(facts=ReviewFacts(review.committee, "Pools", "2026/27"), by=None)


def test_published_again_keeps_the_first_time() -> None:
    review = make_review()
    first = review.published_at

    assert publish_review(review=review, by=None).published_at == first


def test_every_change_tells_the_followers_of_its_papers() -> None:
    made = make_recommendation()
    review = made.review
    assert review is not None
    PublicChange.objects.all().delete()

    hide_review(review=review, by=None, why="Too early")

    told = set(PublicChange.objects.values_list("subject", "subject_id"))
    assert told == {("committee", review.committee_id), ("document", made.document_id)}
