"""A proof that may leave the council: nothing is in it that the public may not read when it is made.

What was public once and is hidden by now is hidden here too, so rows are named as they are named to the public today.
Words that somebody typed are left out: those that the public is to read stand on the meeting's page, in force.
"""

from collections.abc import Iterator
from dataclasses import replace

from committees.models import AgendaItem, Attendance, Meeting, Minutes
from documents.models import Document, Listing, Supplement
from documents.proof.record import Proof
from documents.proof.trail import Entry

Names = dict[tuple[str, int], str]

TOLD = {
    *("Public from", "In force from", "Confirmed on", "Withheld from the public", "Paragraphs of Schedule 12A"),
    *("Date", "Time", "Venue", "Questions by"),
}
INTERNAL = {"Entered", "Title of the paper corrected"}
OF_ATTENDANCE = "Attendance"


def given_out(proof: Proof, meeting: Meeting) -> Proof:
    """The proof of a meeting whose agenda is public, for whoever asks."""
    names = _names(meeting)
    papers = {pk for _model, pk in _public_papers(meeting)}
    served = [
        replace(file, paper=names["Document", file.document], name="")
        for file in proof.served
        if file.document in papers
    ]
    return replace(proof, entries=list(_entries(proof, names, meeting)), served=served, given_out=True)


def _entries(proof: Proof, names: Names, meeting: Meeting) -> Iterator[Entry]:
    attendance_is_public = Attendance.objects.public().filter(meeting=meeting).exists()
    for one in proof.entries:
        if one.of not in names or one.what in INTERNAL:
            continue
        if one.what.startswith(OF_ATTENDANCE) and not attendance_is_public:
            continue
        details = tuple((name, value) for name, value in one.details if name in TOLD)
        if details or one.what != "Facts changed":
            yield replace(one, about=names[one.of] or one.about, why="", details=details)


def _names(meeting: Meeting) -> Names:
    """What each row is called in public; "" where its line calls it by no words of its own."""
    names: Names = {("Meeting", meeting.pk): ""}
    items = AgendaItem.objects.public().filter(meeting=meeting).select_related("section")
    names |= {("AgendaItem", item.pk): f"Item {item}" for item in items}
    minutes = Minutes.objects.public() | Minutes.objects.withdrawn()
    names |= {("Minutes", pk): "" for pk in minutes.filter(meeting=meeting).values_list("pk", flat=True)}
    supplements = Supplement.objects.public().filter(meeting=meeting)
    names |= {("Supplement", pk): "" for pk in supplements.values_list("pk", flat=True)}
    listed = Listing.objects.filter(meeting=meeting).values("document")
    notices = Document.objects.filter(pk__in=listed).notices()
    names |= {("Document", notice.id): notice.title for notice in notices}
    return names | _public_papers(meeting)


def _public_papers(meeting: Meeting) -> Names:
    listed = Listing.objects.public().filter(meeting=meeting).values("document")
    rows = Document.objects.public().filter(pk__in=listed).values_list("pk", "title")
    return {("Document", pk): title for pk, title in rows}
