"""Searches that found nothing, counted for the clerks: what was asked, never who asked."""

import logging
import re

from django.db import Error as DatabaseError
from django.db import connection, transaction
from django.utils import timezone

from documents.contacts import contact_spans
from documents.models import EmptySearch
from documents.models.search_terms import WORDS_LENGTH
from documents.search.terms import normalised

log = logging.getLogger(__name__)

MOST_KEPT = 5_000
MOST_NEW_A_DAY = 500  # so that no robot drives out what residents asked for

DIGITS = re.compile(r"\d(?:[\s().+/-]{0,2}\d){5,}")  # six or more, however they are spaced
YEARS = re.compile(r"(?:19|20)\d\d ?[/-] ?(?:(?:19|20)?\d\d)")
POSTCODE = re.compile(r"\b[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}\b")

# New words while there are not too many of today; the count of known ones always
COUNT = """
INSERT INTO documents_emptysearch AS kept (words, count, first_on, last_on)
SELECT %(words)s, 1, %(today)s, %(today)s
WHERE EXISTS (SELECT FROM documents_emptysearch WHERE words = %(words)s)
   OR (SELECT count(*) FROM documents_emptysearch WHERE first_on = %(today)s) < %(most)s
ON CONFLICT (words) DO UPDATE
SET count = least(kept.count, 2147483646) + 1, last_on = greatest(kept.last_on, %(today)s)
RETURNING kept.count
"""

# The rarest go first, of these the oldest; what is new today stays, or nothing new could ever be counted twice
FORGET = """
DELETE FROM documents_emptysearch WHERE id IN (
    SELECT id FROM documents_emptysearch ORDER BY first_on = %(today)s DESC, count DESC, last_on DESC, id DESC
    OFFSET %(kept)s
)
"""


def record_empty(query: str) -> None:
    """Count a search that found nothing, unless its words may tell of a person. Never raises; logs no words."""
    words = normalised(query)
    if not may_be_kept(words):
        return
    try:
        with transaction.atomic():
            _count(words)
    except DatabaseError as error:
        # Its text may quote the words
        log.warning("A search that found nothing was not counted: %s", type(error).__name__)


def _count(words: str) -> None:
    today = timezone.localdate()
    with connection.cursor() as cursor:
        cursor.execute(COUNT, {"words": words, "today": today, "most": MOST_NEW_A_DAY})
        counted = cursor.fetchone()
        if counted == (1,):
            cursor.execute(FORGET, {"today": today, "kept": MOST_KEPT})


def may_be_kept(words: str) -> bool:
    """Words alone: no email address, telephone number, postcode or long number, which may be somebody's."""
    if not words or len(words) > WORDS_LENGTH or not words.isprintable():
        return False
    numbers = [match[0] for match in DIGITS.finditer(words)]
    telling = "@" in words or POSTCODE.search(words) or contact_spans(words)
    return not telling and all(map(YEARS.fullmatch, numbers)) and any(map(str.isalpha, words))


@transaction.atomic
def forget_empty(*, search: EmptySearch) -> None:
    """As though it had never been asked. Nothing keeps who forgot it: that would keep the words."""
    search.delete()
