"""What a proposal says, in words."""

import pytest

from documents.actions.proposals.contents import FORMS
from documents.admin.proposals.words import certainty, changed_facts, facts_of
from documents.models import Proposal
from tests.documents.admin.proposals.offered import EVERYTHING, offer, paper_with, responses

pytestmark = pytest.mark.django_db


def words(proposal: Proposal) -> str:
    return "\n".join(f"{fact.name}: {' / '.join(fact.texts)}" for fact in facts_of(proposal, proposal.content))


def test_every_kind_is_told_in_words() -> None:
    version = paper_with(EVERYTHING)

    said = {proposal.kind: words(proposal) for proposal in Proposal.objects.filter(version=version)}

    assert set(FORMS) - set(said) == {"recommendation", "confirmation", "table"}
    assert "143 Pool\nIt was discussed.\nResolved: (a) That it close." in said["minutes"]
    assert "Response: Welcomed." in said["response"]
    assert "(a) keep it" in said["response"]
    assert "Red, amber or green: amber" in said["progress"]
    assert "Due: Dec 15" in said["action"]
    assert "Dr Noor Haddad, Public Health: Exercise" in said["review"]
    assert "20 March 2026: Witness evidence" in said["review"]
    assert "5 January 2027\n• Budget" in said["programme"]
    assert "The table on this page could not be read." in said["note"]


def test_facts_that_are_not_given_are_left_out() -> None:
    version = paper_with(EVERYTHING)

    assert "Champion" not in words(Proposal.objects.get(version=version, kind="action"))


def test_only_what_a_later_reading_changes_is_told() -> None:
    version = paper_with(responses("Welcomed."))
    proposal = Proposal.objects.get(version=version)
    before = facts_of(proposal, proposal.content)
    offer(version, responses("Welcomed, and agreed."))
    proposal.refresh_from_db()

    after = facts_of(proposal, proposal.content)

    ((name, old, new),) = changed_facts(before, after)
    assert (name, old and old.texts, new and new.texts) == ("Response", ["Welcomed."], ["Welcomed, and agreed."])


def test_content_that_fits_no_more_is_told_and_breaks_nothing() -> None:
    version = paper_with(responses("Welcomed."))
    proposal = Proposal.objects.get(version=version)

    (fact,) = facts_of(proposal, {"unheard": 1})

    assert fact.name == "Cannot be read"


@pytest.mark.parametrize(
    ("confidence", "word"), [(95, "Certain"), (90, "Certain"), (70, "Likely"), (40, "Unsure"), (0, "Not matched")]
)
def test_confidence_has_a_word(confidence: int, word: str) -> None:
    assert certainty(confidence) == word
