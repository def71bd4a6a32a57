"""What a clerk made of the papers: their proposals accepted, and the youth review followed to its report back.

The papers of meetings to come keep their proposals, so that there is something to decide on the clerk's screens.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from committees.actions import NotAllowed
from committees.models import Committee, Meeting
from documents.actions import proposals
from documents.actions.recommendations import record_done, record_verdict
from documents.actions.reviews import ReviewFacts, publish_review, record_review
from documents.actions.understanding import understand_version
from documents.models import Document, DocumentVersion, Listing, Proposal, Recommendation, Response, Review, ReviewStage
from portal.sample_council.loading.packs import LoadedPack

KINDS = Proposal.Kind
ORDER = (KINDS.MINUTES, KINDS.CONFIRMATION, KINDS.REVIEW, KINDS.RECOMMENDATION, KINDS.RESPONSE, KINDS.PROGRESS)
YOUTH_REVIEW = "Youth Services Review"
YOUTH_SUMMARY = "Whether young people in Thornmere have somewhere to go and someone to trust."
DAMP_REVIEW = "Damp and Mould in Rented Homes"
DAMP_SUMMARY = "How tenants come to live with damp, and what the Council and landlords can do about it."
STAGES = (
    ("learning -12", "Witness Evidence", ReviewStage.Kind.EVIDENCE, "Young people, voluntary groups and the police"),
    ("learning -10", "Final Report", ReviewStage.Kind.FINAL, "Eight recommendations to the Cabinet"),
    ("cabinet -8", "Executive Response", ReviewStage.Kind.RESPONSE, "The Cabinet answers each recommendation"),
    ("learning -1", "12 Month Report Back", ReviewStage.Kind.REPORT_BACK, "What was done in the year since"),
)
Verdict = Response.Verdict
VERDICTS = {
    1: Verdict.ACCEPTED,
    2: Verdict.IN_PART,
    3: Verdict.ACCEPTED,
    4: Verdict.IN_PART,
    5: Verdict.IN_PART,
    7: Verdict.ACCEPTED,
    8: Verdict.ACCEPTED,
}
DONE = {
    1: "The page opened before the summer holidays.",
    3: "Ten of eleven groups have three-year agreements.",
    8: "All six schools and the college have named someone.",
}
NOTICE_AFTER = timedelta(days=3)


def keep_records(loaded: dict[str, LoadedPack], today: date) -> None:
    """Read every paper as the worker does, in the order of meetings, and decide on what it proposes."""
    packs = sorted(loaded.values(), key=lambda one: one.meeting.date)
    youth = _review(loaded["learning -12"].meeting.committee, YOUTH_REVIEW, YOUTH_SUMMARY)
    damp = _review(loaded["scrutiny -1"].meeting.committee, DAMP_REVIEW, DAMP_SUMMARY)
    for pack in packs:
        versions = _versions(pack.meeting)
        for version in versions:
            understand_version(version)
        if pack.meeting.date < today:
            _accept(versions, youth if pack.meeting.committee == youth.committee or _is_answer(pack, loaded) else damp)
    _add_stages(youth, loaded)
    _follow_up(youth, loaded, today)
    for review in (youth, damp):
        publish_review(review=review, by=None)


def _review(committee: Committee, title: str, summary: str) -> Review:
    return record_review(facts=ReviewFacts(committee=committee, title=title, summary=summary), by=None)


def _is_answer(pack: LoadedPack, loaded: dict[str, LoadedPack]) -> bool:
    return pack.meeting == loaded["cabinet -8"].meeting


def _versions(meeting: Meeting) -> list[DocumentVersion]:
    listed = Listing.objects.filter(meeting=meeting).order_by("item__order", "order").values_list("document", flat=True)
    versions = DocumentVersion.objects.filter(document__in=list(listed)).select_related("document")
    return sorted(versions, key=lambda version: (list(listed).index(version.document_id), version.number))


def _accept(versions: Sequence[DocumentVersion], review: Review) -> None:
    waiting = Proposal.objects.filter(version__in=versions, state=Proposal.State.WAITING).select_related(
        "version__document"
    )
    for proposal in sorted(waiting, key=lambda one: (_rank(one.kind), one.version_id, one.order)):
        try:
            proposals.accept(proposal=proposal, by=None, review=_review_of(proposal, review), new_meeting=True)
        except NotAllowed:  # as where the minutes to confirm are of a meeting without a pack
            proposals.dismiss(proposal=proposal, by=None)


def _rank(kind: str) -> int:
    return ORDER.index(KINDS(kind)) if kind in ORDER else len(ORDER)


def _review_of(proposal: Proposal, review: Review) -> Review | None:
    """Action plans of other reports are of no review."""
    of_review = review.title.split()[0] in proposal.version.document.title or proposal.kind != KINDS.ACTION
    return review if of_review or "Action plan" in proposal.version.document.title else None


def _add_stages(review: Review, loaded: dict[str, LoadedPack]) -> None:
    for order, (pack, words, kind, text) in enumerate(STAGES, start=1):
        meeting = loaded[pack].meeting
        paper = Document.objects.filter(listings__meeting=meeting, title__contains=words).first()
        stage = ReviewStage.objects.filter(review=review, meeting=meeting).first()
        stage = stage or ReviewStage(review=review, kind=kind, text=text, meeting=meeting, order=100 + order)
        stage.date = meeting.date
        stage.save()
        if paper is not None:
            stage.papers.add(paper)


def _follow_up(review: Review, loaded: dict[str, LoadedPack], today: date) -> None:
    """Notice given to the executive, verdicts, and what was recorded as done."""
    final, back = loaded["learning -10"].meeting, loaded["learning -1"].meeting
    facts = ReviewFacts(
        committee=review.committee,
        title=review.title,
        summary=review.summary,
        notice_given_on=final.date + NOTICE_AFTER,
        report_back_on=back.date,
        ended_on=back.date if back.date < today else None,
    )
    record_review(facts=facts, by=None, review=review)
    for recommendation in Recommendation.objects.to_executive().filter(review=review, parent=None):
        _record(recommendation, back.date)


def _record(recommendation: Recommendation, on: date) -> None:
    number = recommendation.number or 0
    response = Response.objects.filter(recommendation=recommendation).first()
    if response is not None and number in VERDICTS:
        record_verdict(response=response, verdict=VERDICTS[number], by=None)
    if number in DONE:
        record_done(recommendation=recommendation, on=on, note=DONE[number], by=None)
