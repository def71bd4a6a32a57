"""Who is meant by a name as minutes print it: "Debono", "Theresa Debono", "Mrs T Debono"."""

import re
from collections.abc import Iterable, Sequence

from committees.models import Meeting, MeetingMember, Membership, Person

COURTESY = re.compile(r"^(?:councillors?|cllrs?|mr|mrs|ms|miss|mx|dr|sir|dame|lord|lady)\.?\s+", re.IGNORECASE)


def people_of(meeting: Meeting) -> list[Person]:
    """Those who may be meant by a surname alone: who sat on the committee then, or is printed on the agenda."""
    seats = Membership.objects.filter(committee=meeting.committee, person__isnull=False).on(meeting.date)
    printed = MeetingMember.objects.filter(meeting=meeting, person__isnull=False)
    ids = {*seats.values_list("person", flat=True), *printed.values_list("person", flat=True)}
    return list(Person.objects.filter(pk__in=ids))


def person_named(name: str, sitting: Sequence[Person], everyone: Iterable[Person]) -> Person | None:
    """The one person of that whole name, or else the one sitting there of that surname; None if it is not certain."""
    bare = COURTESY.sub("", name).casefold().strip()
    whole = [person for person in everyone if person.name.casefold() == bare]
    if len(whole) == 1:
        return whole[0]
    if " " in bare and COURTESY.match(name):
        bare = bare.rpartition(" ")[2] if all(len(part) == 1 for part in bare.split()[:-1]) else bare
    surname = [person for person in sitting if person.name.casefold().endswith(f" {bare}")]
    return surname[0] if len(surname) == 1 and " " not in bare else None
