"""What the database itself refuses of search terms."""

from datetime import date

import pytest
from django.db import IntegrityError

from documents.models import EmptySearch, Synonyms

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("count", [0, 1, 21])
def test_too_few_or_too_many_terms_are_refused(count: int) -> None:
    with pytest.raises(IntegrityError, match="synonyms_are_a_few"):
        Synonyms.objects.create(terms=[f"word{number}" for number in range(count)])


def test_last_day_before_the_first_is_refused() -> None:
    with pytest.raises(IntegrityError, match="empty_search_days_in_order"):
        EmptySearch.objects.create(words="bins", first_on=date(2026, 2, 1), last_on=date(2026, 1, 1))


def test_same_words_twice_are_refused() -> None:
    EmptySearch.objects.create(words="bins", first_on=date(2026, 2, 1), last_on=date(2026, 2, 1))

    with pytest.raises(IntegrityError, match="words"):
        EmptySearch.objects.create(words="bins", first_on=date(2026, 2, 1), last_on=date(2026, 2, 1))
