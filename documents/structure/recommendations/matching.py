"""Which recommendation already known each one that was read is: proposals for a clerk, never applied silently."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from documents.structure.recommendations.likeness import likeness
from documents.structure.understood import ReadProgress, ReadRecommendation, ReadResponse

ALIKE = 0.75
RELATED = 0.45
NEAR = 0.08
UNSURE = 0.4
LEAST = 0.35
CERTAIN = 0.9


class Labelled(NamedTuple):
    """What a paper gives of a recommendation; text is "" where it does not repeat the words."""

    label: str
    number: int | None
    text: str


class Known(NamedTuple):
    """A recommendation on record."""

    id: int
    number: int | None
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Match:
    """index counts from 0 in what was read; id is None where none is like it, or several are equally.

    confidence is from 0 to 1, and CERTAIN or more only where number and wording agree. why is for a clerk.
    """

    index: int
    id: int | None
    confidence: float
    why: str


@dataclass(frozen=True, slots=True)
class Pair:
    """How well one that was read and one that is known go together."""

    known: Known
    likeness: float
    same_number: bool
    confidence: float


def labelled(read: ReadRecommendation | ReadResponse | ReadProgress) -> Labelled:
    """What to match of a recommendation that was read, or of what was said of one."""
    text = read.text if isinstance(read, ReadRecommendation) else read.recommendation
    return Labelled(read.label, read.number, text)


def match(read: Sequence[Labelled], known: Sequence[Known]) -> list[Match]:
    """One match for each that was read, in order, by number and by likeness of wording.

    Where both disagree the wording is followed, with less confidence: a list may have been numbered anew. One on
    record is given to two that were read only if both bear its number, as for parts of it.
    """
    records = [Known(*one) for one in known]
    pairs = [_pairs(Labelled(*one), records) for one in read]
    taken: dict[int, Labelled] = {}
    found: dict[int, Match] = {}
    for index in sorted(range(len(pairs)), key=lambda index: -_best(pairs[index])):
        one = Labelled(*read[index])
        left = [pair for pair in pairs[index] if _is_free(taken.get(pair.known.id), one, pair)]
        found[index] = _match(index, left, pairs[index])
        chosen = found[index].id
        if chosen is not None:
            taken.setdefault(chosen, one)
    return [found[index] for index in range(len(pairs))]


def _pairs(one: Labelled, known: Sequence[Known]) -> list[Pair]:
    """All that are possible, the best first."""
    pairs = []
    for record in known:
        alike = likeness(one.text, record.text) if one.text.strip() else 0.0
        same = _same_number(one, record)
        confidence = _confidence(alike, same, repeated=bool(one.text.strip()))
        pairs.append(Pair(record, alike, same, confidence))
    return sorted(pairs, key=lambda pair: -pair.confidence)


def _same_number(one: Labelled, record: Known) -> bool:
    if one.number is not None and record.number is not None:
        return one.number == record.number
    return bool(one.label) and one.label.strip(" .()").lower() == record.label.strip(" .()").lower()


def _confidence(alike: float, same_number: bool, repeated: bool) -> float:
    """Number and wording agreeing are certain; either alone is a proposal, and a number alone only without words."""
    if not repeated:
        return 0.7 if same_number else 0.0
    if not same_number:
        return 0.8 * alike if alike >= RELATED else 0.3 * alike
    if alike >= ALIKE:
        return 0.85 + 0.15 * alike
    return (0.35 if alike >= RELATED else 0.2) + 0.6 * alike


def _best(pairs: Sequence[Pair]) -> float:
    return pairs[0].confidence if pairs else 0.0


def _is_free(taken_by: Labelled | None, one: Labelled, pair: Pair) -> bool:
    if taken_by is None:
        return True
    return pair.same_number and taken_by.number == one.number and taken_by.label != one.label


def _match(index: int, left: Sequence[Pair], every: Sequence[Pair]) -> Match:
    if not left or left[0].confidence < LEAST:
        return Match(index, None, _round(_best(left)), _why_none(left, every))
    best = left[0]
    rivals = [pair for pair in left[1:] if min(pair.likeness, best.likeness) >= ALIKE and _equal(pair, best)]
    if rivals:
        return _unsure(index, best, rivals)
    return Match(index, best.known.id, _round(best.confidence), _why(best))


def _equal(one: Pair, other: Pair) -> bool:
    return abs(one.likeness - other.likeness) <= NEAR


def _unsure(index: int, best: Pair, rivals: Sequence[Pair]) -> Match:
    """Two on record are equally like it: the number decides, if it can, and nobody is sure."""
    names = " and ".join(_name(pair.known) for pair in [best, *rivals])
    if best.same_number and not any(pair.same_number for pair in rivals):
        return Match(
            index, best.known.id, 0.6, f"{names} are equally like it; the number is that of {_name(best.known)}."
        )
    return Match(index, None, UNSURE, f"{names} are equally like it.")


def _why(pair: Pair) -> str:
    name, alike = _name(pair.known), f"{pair.likeness:.0%}"
    if pair.same_number and pair.likeness == 0:
        return f"The same number as {name}; its words are not repeated."
    if pair.same_number and pair.likeness >= ALIKE:
        return f"The same number as {name}, and {alike} of the wording."
    if pair.same_number:
        return f"The same number as {name}, but only {alike} of the wording."
    return f"{alike} of the wording of {name}, but another number."


def _why_none(left: Sequence[Pair], every: Sequence[Pair]) -> str:
    if every and len(left) < len(every) and every[0].confidence >= UNSURE:
        return f"It is like {_name(every[0].known)}, which another fits better."
    return "None on record is like it."


def _name(known: Known) -> str:
    return f"recommendation {known.label}" if known.label else "a recommendation without a label"


def _round(confidence: float) -> float:
    return round(min(1.0, max(0.0, confidence)), 2)
