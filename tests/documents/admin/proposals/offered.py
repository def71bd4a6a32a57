"""Papers in which something was read, as the clerk finds them."""

from datetime import date
from typing import Any

from documents.actions.proposals import propose
from documents.models import Document, DocumentVersion, Page, Proposal
from documents.structure.understood import (
    PaperWarning,
    ProgrammeMeeting,
    ReadAction,
    ReadMinute,
    ReadMinutes,
    ReadPart,
    ReadProgress,
    ReadRecommendation,
    ReadReport,
    ReadResponse,
    ReadReview,
    ReadStage,
    ReadWitness,
    Understood,
)
from tests.builders import make_paper

POOL = "That the Executive keep the swimming pool open until a new one is built."


def paper_with(understood: Understood, **fields: Any) -> DocumentVersion:
    """The version of a paper of three pages of which this was understood."""
    paper: Document = make_paper(pages=("One", "Two", "Three"), **fields)
    version = paper.current_version
    assert version is not None
    offer(version, understood)
    return version


def offer(version: DocumentVersion, understood: Understood) -> None:
    propose(version=version, understood=understood, pages=list(Page.objects.filter(version=version)))


def only(version: DocumentVersion, kind: str = "") -> Proposal:
    rows = Proposal.objects.filter(version=version)
    return (rows.filter(kind=kind) if kind else rows).get()


def responses(*texts: str) -> Understood:
    return Understood(
        kind="response",
        responses=[
            ReadResponse(label=str(number), recommendation=POOL, response=text, number=number, page=2)
            for number, text in enumerate(texts, start=1)
        ],
    )


def recommendations(*texts: str) -> Understood:
    made = [
        ReadRecommendation(label=str(number), text=text, number=number, to="executive", page=1)
        for number, text in enumerate(texts, start=1)
    ]
    return Understood(kind="report", report=ReadReport(subject="Swimming pools", recommendations=made))


def minutes(committee: str, day: date | None) -> Understood:
    entry = ReadMinute(number="143", title="Pool", text="It was discussed.", resolved=["(a) That it close."], page=1)
    return Understood(kind="minutes", minutes=ReadMinutes(committee=committee, date=day, entries=[entry]))


EVERYTHING = Understood(
    kind="report_back",
    report=ReadReport(subject="Swimming pools"),
    minutes=minutes("Scrutiny Committee", date(2026, 11, 3)).minutes,
    responses=[ReadResponse("One", POOL, "Welcomed.", 1, [ReadPart("a", "keep it")], page=1)],
    progress=[ReadProgress("One", POOL, "Half done.", "amber", 1, page=2)],
    actions=[ReadAction(action="Paint the pool", number="1", owner="Parks", due="Dec 15", rag="green", page=3)],
    review=ReadReview(
        titles=["Swimming pools"],
        objectives=["To learn who swims."],
        witnesses=[ReadWitness("Dr Noor Haddad", "Public Health", "Exercise")],
        stages=[ReadStage(date(2026, 3, 20), "Witness evidence")],
    ),
    programme=[ProgrammeMeeting(date(2027, 1, 5), ["Budget"], page=3)],
    warnings=[PaperWarning(2, "The table on this page could not be read.")],
)
