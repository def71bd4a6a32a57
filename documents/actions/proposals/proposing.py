"""Proposals from what was understood of a paper. Reading again changes no decision of a clerk."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from documents.actions.proposals.contents import Confirmation, Note, Programme
from documents.actions.proposals.matching import Target, match_answers, match_meeting, match_minutes_on, match_review
from documents.models import DocumentVersion, Page, Proposal
from documents.structure.understood import ReadProgress, ReadResponse, Understood, plain_of

Kind = Proposal.Kind
READ_WELL = Target(None, 95, "Read without doubt.")
PERHAPS_A_PLAN = Target(None, 50, "A table of tasks without owners: it may be no action plan.")
TO_DO = Target(None, 0, "")
UNREADABLE_TABLE = "This table could not be rebuilt: the page shows its image with the text below."


@dataclass(frozen=True, slots=True)
class Offer:
    kind: str
    key: str
    content: Any
    page: int | None
    target: Target


def propose(*, version: DocumentVersion, understood: Understood, pages: Sequence[Page]) -> None:
    """Bring the proposals of a version in line with a reading of it."""
    before = {proposal.key: proposal for proposal in Proposal.objects.filter(version=version)}
    keys: Counter[str] = Counter()
    for order, offer in enumerate(_offers(version, understood, pages), start=1):
        keys[offer.key] += 1
        key = offer.key if keys[offer.key] == 1 else f"{offer.key} ({keys[offer.key]})"
        known = before.pop(key, None)
        if known is None:
            _new(version, key, order, offer).save()
        else:
            _read_again(known, order, offer)
    gone = [proposal.pk for proposal in before.values() if proposal.state == Proposal.State.WAITING]
    Proposal.objects.filter(pk__in=gone, corrected=None).delete()


def _new(version: DocumentVersion, key: str, order: int, offer: Offer) -> Proposal:
    return Proposal(
        version=version,
        kind=offer.kind,
        key=key[:80],
        order=order,
        page=offer.page or None,
        payload=plain_of(offer.content),
        target=offer.target.id,
        confidence=offer.target.confidence,
        why=offer.target.why[:300],
    )


def _read_again(proposal: Proposal, order: int, offer: Offer) -> None:
    payload = plain_of(offer.content)
    proposal.order = order
    if proposal.state == Proposal.State.WAITING and proposal.corrected is None:
        proposal.payload, proposal.page, proposal.newer = payload, offer.page or None, None
        proposal.target, proposal.confidence = offer.target.id, offer.target.confidence
        proposal.why = offer.target.why[:300]
    else:
        proposal.newer = None if payload == proposal.payload else payload
    proposal.save()


def _offers(version: DocumentVersion, understood: Understood, pages: Sequence[Page]) -> Iterator[Offer]:
    yield from _minutes(version, understood)
    yield from _recommendations(version, understood)
    yield from _answers(Kind.RESPONSE, understood.responses, version)
    yield from _answers(Kind.PROGRESS, understood.progress, version)
    is_plan = any(action.owner and (action.rag or action.progress or action.due) for action in understood.actions)
    for order, action in enumerate(understood.actions, start=1):
        yield Offer(Kind.ACTION, f"action:{order}", action, action.page, READ_WELL if is_plan else PERHAPS_A_PLAN)
    if understood.review is not None:
        yield Offer(Kind.REVIEW, "review", understood.review, None, match_review(understood.review.titles, version))
    if understood.programme:
        first = understood.programme[0].page
        yield Offer(Kind.PROGRAMME, "programme", Programme(understood.programme), first, READ_WELL)
    yield from _tables(pages)
    for warning in understood.warnings:
        yield Offer(Kind.NOTE, f"note:{warning.page or 0}", Note(warning.message), warning.page, TO_DO)


def _minutes(version: DocumentVersion, understood: Understood) -> Iterator[Offer]:
    minutes = understood.minutes
    if minutes is None:
        return
    first = next((entry.page for entry in minutes.entries), 1)
    target = match_meeting(minutes.committee, minutes.date, version)
    yield Offer(Kind.MINUTES, "minutes", minutes, first, target)
    if minutes.confirms is not None:
        confirming = next((one for one in minutes.entries if one.resolved and "minutes" in one.title.lower()), None)
        content = Confirmation(minutes.confirms, "\n".join(confirming.resolved) if confirming else "")
        page = confirming.page if confirming else None
        earlier = match_minutes_on(target.id, minutes.confirms)
        yield Offer(Kind.CONFIRMATION, "confirmation", content, page, earlier)


def _recommendations(version: DocumentVersion, understood: Understood) -> Iterator[Offer]:
    """Those to the executive, of the paper that makes them: one that answers them repeats what is known."""
    if understood.report is None or understood.responses or understood.progress:
        return
    title = [understood.report.subject] if understood.report.subject else []
    review = match_review(title, version)
    for order, read in enumerate(understood.report.recommendations, start=1):
        if read.to == "executive":
            target = Target(review.id, READ_WELL.confidence, review.why)
            yield Offer(Kind.RECOMMENDATION, f"recommendation:{read.number or order}", read, read.page, target)


def _answers(kind: str, answers: Sequence[ReadResponse | ReadProgress], version: DocumentVersion) -> Iterator[Offer]:
    targets = match_answers(answers, version)
    for order, (answer, target) in enumerate(zip(answers, targets, strict=True), start=1):
        yield Offer(kind, f"{kind}:{answer.number or order}", answer, answer.page, target)


def _tables(pages: Sequence[Page]) -> Iterator[Offer]:
    for page in pages:
        tables = [block for block in page.blocks if block["kind"] == "lines"]
        for order, block in enumerate(tables, start=1):
            note = Note(UNREADABLE_TABLE, "\n".join(block["lines"]))
            yield Offer(Kind.TABLE, f"table:{page.number}:{order}", note, page.number, TO_DO)
