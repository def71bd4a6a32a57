"""The synonyms that clerks keep. Keyword-only, atomic, audited."""

from dataclasses import dataclass

from django.db import connection, transaction

from committees.actions import NotAllowed
from committees.audit import recorded
from committees.models import User
from documents.models import Synonyms
from documents.search.everyday_words import not_yet_kept
from documents.search.synonyms import forget_synonyms
from documents.search.terms import problems_of, stems_of, terms_typed

LOCK = 0x73796E6F6E796D  # one clerk at a time, so that no term gets into two rows


@dataclass(frozen=True, slots=True)
class Problem:
    """Why terms cannot be kept; `term` is in the row `elsewhere` already."""

    message: str
    term: str = ""
    elsewhere: Synonyms | None = None


class TermsRefused(NotAllowed):
    """`problems` are for the clerk, at least one."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(" ".join(problem.message for problem in problems))
        self.problems = problems


@transaction.atomic
def save_synonyms(*, typed: str, by: User | None, synonyms: Synonyms | None = None) -> Synonyms:
    """Terms that mean the same, one a line, as a new row or in place of those of `synonyms`. Raises TermsRefused."""
    terms = terms_typed(typed)
    if problems := problems_of(terms):
        raise TermsRefused([Problem(message) for message in problems])
    _one_at_a_time()
    row = synonyms or Synonyms()
    if taken := _taken(terms, row):
        raise TermsRefused(taken)
    with recorded(by=by, why="Change synonyms" if synonyms else "Add synonyms"):
        row.terms = list(terms)
        row.save()
    transaction.on_commit(forget_synonyms)
    return row


@transaction.atomic
def add_everyday_words(*, by: User | None) -> int:
    """How many sets of the list that any council can begin with were added: those of which no term was kept yet."""
    _one_at_a_time()
    missing = not_yet_kept(Synonyms.objects.values_list("terms", flat=True))
    with recorded(by=by, why="Add everyday words"):
        Synonyms.objects.bulk_create(Synonyms(terms=list(terms)) for terms in missing)
    transaction.on_commit(forget_synonyms)
    return len(missing)


@transaction.atomic
def delete_synonyms(*, synonyms: Synonyms, by: User | None) -> None:
    """Each of its terms finds only itself again."""
    with recorded(by=by, why="Delete synonyms"):
        synonyms.delete()
    transaction.on_commit(forget_synonyms)


def _one_at_a_time() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def _taken(terms: tuple[str, ...], row: Synonyms) -> list[Problem]:
    """A term is taken when another row has one with the same stems: it would not be known which to widen by."""
    others = Synonyms.objects.exclude(pk=row.pk)
    owners = {stems_of(term): other for other in others for term in other.terms}
    found = ((term, owners.get(stems_of(term))) for term in terms)
    return [
        Problem(f"“{term}” is among the synonyms “{other}” already.", term, other) for term, other in found if other
    ]
