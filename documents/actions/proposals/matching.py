"""What a proposal is about among the records there are, and how certain that is."""

import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from committees.models import Committee, Meeting, Minutes
from documents.actions.proposals.names import same_committee
from documents.models import DocumentVersion, Listing, Recommendation, Review, ReviewPoint
from documents.structure.recommendations import Known, labelled, likeness, match
from documents.structure.understood import ReadProgress, ReadResponse

SAME_TITLE = 0.7
SAME_REVIEW = 0.4  # the mean confidence with which its recommendations are matched


@dataclass(frozen=True, slots=True)
class Target:
    """id of what is matched, or None; confidence in per cent; why says what it rests on, for the clerk."""

    id: int | None
    confidence: int
    why: str


def match_meeting(committee: str, date: datetime.date | None, version: DocumentVersion) -> Target:
    """The meeting that minutes record, by the committee and date they name; never guessed from where they lie."""
    known = version.document.minutes_of
    if known is not None and (date is None or known.date == date):
        return Target(known.pk, 95, "The pack's front sheet says whose minutes they are.")
    if date is None:
        return Target(None, 0, "The minutes name no date: choose the meeting.")
    on_day = list(Meeting.objects.filter(date=date).select_related("committee"))
    same = [meeting for meeting in on_day if same_committee(meeting.committee.name, committee)]
    if len(same) == 1:
        return Target(same[0].pk, 95, "The committee and the date agree.")
    if same:
        return Target(None, 40, "Several meetings of the committee are on that day: choose one.")
    return Target(None, 50, "No meeting of this committee on this date is known: it can be made.")


def committee_named(name: str, version: DocumentVersion) -> Committee | None:
    """The committee of that name, or else the one whose meeting takes the paper."""
    if name:
        return next((one for one in Committee.objects.all() if same_committee(one.name, name)), None)
    listing = Listing.objects.filter(document=version.document_id).select_related("meeting__committee").first()
    return listing.meeting.committee if listing else None


def match_minutes_on(meeting: int | None, date: datetime.date) -> Target:
    """The minutes of the same committee's earlier meeting; `id` is that meeting's."""
    confirming = Meeting.objects.filter(pk=meeting or 0).first() if meeting else None
    if confirming is None:
        return Target(None, 0, "Choose the meeting of these minutes first.")
    earlier = Meeting.objects.filter(committee=confirming.committee_id, date=date).first()
    if earlier is None:
        return Target(None, 0, "No meeting of the committee on that day is known.")
    if not Minutes.objects.filter(meeting=earlier).exists():
        return Target(earlier.pk, 50, "The minutes of that meeting are not recorded here yet.")
    return Target(earlier.pk, 95, "The resolution names the date of these minutes.")


def match_review(titles: Sequence[str], version: DocumentVersion) -> Target:
    """The review of a title that this one is like, or that it holds whole, present and former titles alike."""
    best: tuple[float, Review | None] = (0.0, None)
    titles_in_papers: dict[int, list[str]] = defaultdict(list)
    for pk, title in ReviewPoint.objects.filter(kind=ReviewPoint.Kind.TITLE).values_list("review", "text"):
        titles_in_papers[pk].append(title)
    for review in Review.objects.all():
        names = [review.title, *review.former_titles, *titles_in_papers[review.pk]]
        score = max((_title_likeness(title, name) for title in titles for name in names), default=0.0)
        best = max(best, (score, review), key=lambda pair: pair[0])
    score, found = best
    if found is None or score < SAME_TITLE:
        return Target(None, 50, "No review of this title is known: choose one or make it.")
    return Target(found.pk, round(score * 95), f"The title is that of the review “{found}”.")


def _title_likeness(title: str, name: str) -> float:
    return 1.0 if len(name) > 10 and name.casefold() in title.casefold() else likeness(title, name)


def match_answers(answers: Sequence[ReadResponse | ReadProgress], version: DocumentVersion) -> list[Target]:
    """The recommendation that each answers, among those of the one review that they fit best."""
    if not answers:
        return []
    by_review: dict[int, list[Recommendation]] = defaultdict(list)
    for row in Recommendation.objects.to_executive().filter(parent=None).exclude(document=version.document_id):
        by_review[row.review_id or 0].append(row)
    best: tuple[float, list[Target]] = (0.0, [Target(None, 0, UNKNOWN) for _ in answers])
    for rows in by_review.values():
        targets = _match_rows(answers, rows)
        score = sum(target.confidence for target in targets) / len(targets) / 100
        best = max(best, (score, targets), key=lambda pair: pair[0])
    return best[1] if best[0] >= SAME_REVIEW else [Target(None, 0, UNKNOWN) for _ in answers]


UNKNOWN = "This recommendation is not recorded yet: accepting records it, too, from this paper."


def _match_rows(answers: Sequence[ReadResponse | ReadProgress], rows: Sequence[Recommendation]) -> list[Target]:
    known = [Known(row.pk, row.number, row.label, row.text) for row in rows]
    found = match([labelled(answer) for answer in answers], known)
    return [Target(one.id, round(one.confidence * 100), one.why) for one in found]
