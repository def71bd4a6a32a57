"""What may be kept from the public, as the law describes it (Local Government Act 1972, Schedule 12A)."""

from collections.abc import Iterable

from committees.models.councils import Council

# Part 1 (England): paragraphs 1-7. Part 4 (Wales): the same subjects as 12-18.
SUBJECTS = (
    "an individual",
    "what is likely to reveal an individual’s identity",
    "financial or business affairs",
    "labour relations",
    "legal professional privilege",
    "notices, orders or directions to be made",
    "preventing, investigating or prosecuting crime",
)
FIRST = {Council.Jurisdiction.ENGLAND: 1, Council.Jurisdiction.WALES: 12}
SCHEDULES = {
    Council.Jurisdiction.ENGLAND: "Part 1 of Schedule 12A to the Local Government Act 1972",
    Council.Jurisdiction.WALES: "Part 4 of Schedule 12A to the Local Government Act 1972",
}


def paragraphs_of(jurisdiction: str) -> dict[int, str]:
    """What each paragraph covers, by its number; empty where the law has other ones, which are then free."""
    first = FIRST.get(Council.Jurisdiction(jurisdiction))
    return {first + place: subject for place, subject in enumerate(SUBJECTS)} if first else {}


def schedule_of(jurisdiction: str) -> str:
    return SCHEDULES.get(Council.Jurisdiction(jurisdiction), "")


def unknown_paragraphs(numbers: Iterable[int], jurisdiction: str) -> list[int]:
    """Those that are none of the jurisdiction's."""
    known = paragraphs_of(jurisdiction)
    return sorted(set(numbers) - set(known)) if known else []
