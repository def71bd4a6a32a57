"""The ledger of recommendations as pages read it: its queries are written and planned once."""

from documents.ledger import LedgerEntry, ledger_of, ledger_rows
from documents.models import Recommendation
from portal.queries.kept import KeptQuery

_EVERY = KeptQuery(lambda: ledger_rows(Recommendation.objects.public().to_executive()))
_OF_REVIEW = KeptQuery(lambda review: ledger_rows(Recommendation.objects.public().to_executive().filter(review=review)))


def every_recommendation(*, response_months: int) -> dict[int, LedgerEntry]:
    """By id, in the order of the register."""
    return ledger_of(_EVERY(), response_months=response_months)


def recommendations_of_review(review: int, *, response_months: int) -> dict[int, LedgerEntry]:
    """By id, in the order of the register."""
    return ledger_of(_OF_REVIEW(review=review), response_months=response_months)
