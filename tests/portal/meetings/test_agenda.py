import pytest

from committees.business import is_formal
from portal.meetings.agenda import Agenda, AgendaEntry, AgendaPart


@pytest.mark.parametrize(
    "title",
    [
        "Apologies for absence",
        "APOLOGIES",
        "Declarations of Interests",
        "Declaration of Substitute Members",
        "Minutes of the last meeting",
        "Chair’s Report",
        "Urgent business",
        "Any other items (if any)",
    ],
)
def test_formal_titles_are_quiet(title: str) -> None:
    assert is_formal(title)


@pytest.mark.parametrize("title", ["School places", "Review of apologies in complaints", "The minute's silence"])
def test_business_titles_are_not_quiet(title: str) -> None:
    assert not is_formal(title)


def entry(title: str, *, quiet: bool) -> AgendaEntry:
    return AgendaEntry(
        id=1,
        reference="",
        title=title,
        address="/",
        state="listed",
        text="",
        urgency_reason="",
        withheld=None,
        papers=[],
        notices=[],
        decided=[],
        is_quiet=quiet,
    )


def test_formal_items_beside_business_fold_where_there_are_two_or_more() -> None:
    formal, business = entry("Apologies", quiet=True), entry("School places", quiet=False)
    part = AgendaPart(None, [formal, formal, business, formal])
    assert [(len(run.entries), run.is_folded) for run in part.runs] == [(2, True), (1, False), (1, False)]


def test_formal_sections_fold_together_unless_there_is_no_business() -> None:
    formal = AgendaPart(None, [entry("Apologies", quiet=True), entry("Minutes", quiet=True)])
    business = AgendaPart(None, [entry("School places", quiet=False)])
    groups = Agenda([formal, formal, business], [], [], []).groups
    assert [(len(group.parts), group.is_folded) for group in groups] == [(2, True), (1, False)]
    assert [group.is_folded for group in Agenda([formal], [], [], []).groups] == [False]
