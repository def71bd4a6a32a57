"""The recommendations of a paper, what is answered to them and what is reported of them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise

from documents.structure.pieces import Piece
from documents.structure.recommendations.blocks import Block, blocks_of
from documents.structure.recommendations.layouts import gathered, unfolded
from documents.structure.recommendations.likeness import covered, likeness
from documents.structure.recommendations.lines import Line, lines_of, words_of
from documents.structure.recommendations.markers import rag_told
from documents.structure.recommendations.numbers import number_of
from documents.structure.recommendations.openings import opening
from documents.structure.recommendations.parts import parts_of
from documents.structure.recommendations.purpose import Purpose, To, is_of_review, made_to, purpose_of
from documents.structure.recommendations.sections import Section, sections_of
from documents.structure.recommendations.tables import Row, rows_of, with_rag_words
from documents.structure.understood import (
    PaperWarning,
    ReadProgress,
    ReadRecommendation,
    ReadResponse,
    warn,
)

SAME = 0.6
RESTATED = 0.6
WITHIN = 0.9
# How many earlier points of lists a list is compared with.
MOST_EARLIER = 100
REPORT = re.compile(r"report (?:of|to|by)\s*:", re.IGNORECASE)
# A report's own head stands within so many lines of a file's beginning.
HEAD = 60


@dataclass(frozen=True, slots=True)
class Survey:
    """What of one report its recommendations are read from; minutes tell of recommendations that others made."""

    of_minutes: bool
    purpose: Purpose
    of_review: bool
    blocks: list[Block]
    rows: list[Row]
    sections: list[Section]

    @property
    def has_answers(self) -> bool:
        """Whether its tables say something of any recommendation."""
        return any(row.response or row.progress for row in self.rows)


@dataclass(frozen=True, slots=True)
class Entry:
    """A recommendation and its place in the paper; answered says that something is said to it there."""

    place: int
    read: ReadRecommendation
    answered: bool = False


def surveys(pieces: Sequence[Piece]) -> list[Survey]:
    """One for each report in the file: usually there is one, but a pack that was not divided has many."""
    return _surveys(tuple(pieces))


@lru_cache(maxsize=1)
def _surveys(pieces: tuple[Piece, ...]) -> list[Survey]:
    """Kept for the three readers that ask for them one after another."""
    lines = unfolded(gathered(lines_of(pieces)))
    starts = [place for place, line in enumerate(lines) if REPORT.match(line.text)]
    cuts = [0, *(place for number, place in enumerate(starts) if number or place > HEAD), len(lines)]
    return [_survey(lines[start:end]) for start, end in pairwise(cuts)]


def _survey(lines: Sequence[Line]) -> Survey:
    opened = [place for place, line in enumerate(lines) if opening(line)]
    tables = [place for place, line in enumerate(lines) if line.rows]
    of_minutes = _are_minutes(lines)
    purpose = "" if of_minutes else purpose_of(lines, min([*opened, *tables[:1]], default=0))
    rows, taken = rows_of(lines, "progress" if purpose == "progress" else "response")
    blocks = blocks_of(lines, purpose)
    taken |= {place for block in blocks for place in range(block.place, block.end)}
    return Survey(of_minutes, purpose, is_of_review(lines), blocks, rows, sections_of(lines, taken))


def _are_minutes(lines: Sequence[Line]) -> bool:
    """Whether these are minutes, which tell of a response or a report-back and are none."""
    return any(re.match(r"(?:IT WAS )?RESOLVED\b", line.text) for line in lines)


def read_recommendations(pieces: Sequence[Piece], warnings: list[PaperWarning]) -> list[ReadRecommendation]:
    """What the paper asks its meeting to decide, and what a review asks the executive to do, in their order.

    A list that only says again what another says is left out.
    """
    read = [recommendation for found in surveys(pieces) for recommendation in _recommendations(found)]
    _warn_of_gaps(read, warnings)
    return read


def _recommendations(found: Survey) -> list[ReadRecommendation]:
    named = [Entry(block.place, read, block.is_answered) for block, read in _from_blocks(found)]
    tabled = [Entry(row.place, _from_row(row, found), bool(row.response or row.progress)) for row in found.rows]
    once = _without_repeats(sorted(named + tabled, key=lambda entry: entry.place))
    entries = sorted(once + _not_restated(found, [entry.read for entry in once]), key=lambda entry: entry.place)
    if found.of_minutes:
        headed = {item.place for section in found.sections if section.heading for item in section.items}
        entries = [entry for entry in entries if entry.answered or entry.place in headed]
    return [entry.read for entry in entries]


def read_responses(pieces: Sequence[Piece], warnings: list[PaperWarning]) -> list[ReadResponse]:
    """What is answered to each recommendation, in the paper's own words: no verdict is taken from them."""
    return [response for found in surveys(pieces) for response in _all_responses(found, warnings)]


def _all_responses(found: Survey, warnings: list[PaperWarning]) -> list[ReadResponse]:
    read = [response for block in found.blocks if block.response for response in _responses(block)]
    read += [response for row in found.rows if row.response for response in [_response_of_row(row)]]
    if read:
        _warn_of_silence(found, {(response.number, response.label) for response in read}, warnings)
    return sorted(read, key=lambda response: response.page)


def read_progress(pieces: Sequence[Piece], warnings: list[PaperWarning]) -> list[ReadProgress]:
    """What is reported of each recommendation, with its colour where one is told."""
    return [progress for found in surveys(pieces) for progress in _all_progress(found)]


def _all_progress(found: Survey) -> list[ReadProgress]:
    read = [progress for block in found.blocks if block.progress for progress in _progress(block)]
    rows = [with_rag_words(row) for row in found.rows]
    read += [_progress_of_row(row) for row in rows if row.progress]
    return sorted(read, key=lambda progress: progress.page)


def _numbered(block: Block) -> Iterable[tuple[str, int | None]]:
    """The label and number of each recommendation that a block is about."""
    if len(block.opening.numbers) > 1:
        return [(str(number), number) for number in block.opening.numbers]
    return [(block.opening.label, block.opening.number)]


def _from_blocks(found: Survey) -> Iterator[tuple[Block, ReadRecommendation]]:
    for _, blocks in groupby(found.blocks, key=lambda block: block.heading):
        of_section = [(block, words_of(block.words)) for block in blocks]
        to = made_to(of_section[0][0].lead, [text for _, text in of_section], found.of_review, named=True)
        for block, text in of_section:
            answered = block.is_answered or found.purpose
            yield from ((block, read) for read in _from_block(block, text, "executive" if answered else to))


def _from_block(block: Block, text: str, to: To) -> list[ReadRecommendation]:
    return [
        ReadRecommendation(
            label=label,
            text=text,
            parts=parts_of(text),
            number=number,
            to=to,
            paragraph=block.paragraph,
            page=block.page,
        )
        for label, number in _numbered(block)
        if text
    ]


def _from_row(row: Row, found: Survey) -> ReadRecommendation:
    to: To = "executive" if found.has_answers or found.of_review or found.purpose else "meeting"
    return ReadRecommendation(
        label=row.label,
        text=row.recommendation,
        parts=parts_of(row.recommendation),
        number=row.number,
        to=to,
        page=row.page,
    )


def _from_section(section: Section, found: Survey) -> list[Entry]:
    texts = [item.text for item in section.items]
    to = made_to(section.lead or section.heading, texts, found.of_review and found.purpose == "")
    return [
        Entry(
            item.place,
            ReadRecommendation(
                label=item.label,
                text=text,
                parts=parts_of(text),
                number=number_of(item.label),
                to=to,
                page=item.page,
                lead=item.lead,
            ),
        )
        for item, text in zip(section.items, texts, strict=True)
        if text
    ]


def _without_repeats(entries: Sequence[Entry]) -> list[Entry]:
    """Each recommendation once, in its fullest words: a paper may list all before it takes them one by one."""
    kept: list[Entry] = []
    alike: dict[tuple[int | None, str], list[int]] = defaultdict(list)
    for entry in entries:
        places = alike[entry.read.number, entry.read.label.lower()]
        same = next((place for place in places if _is_same(kept[place], entry)), None)
        if same is None:
            places.append(len(kept))
            kept.append(entry)
        elif len(entry.read.text) > len(kept[same].read.text):
            kept[same] = Entry(kept[same].place, entry.read, entry.answered)
    return kept


def _is_same(one: Entry, other: Entry) -> bool:
    """Whether two with one label are one: alike, or a few words for one that is answered in full elsewhere."""
    if likeness(one.read.text, other.read.text) >= SAME:
        return True
    shorter, longer = sorted((one.read.text, other.read.text), key=len)
    if covered(shorter, longer) >= WITHIN:
        return True
    return one.answered != other.answered and len(shorter) < len(longer) / 2


def _not_restated(found: Survey, named: Sequence[ReadRecommendation]) -> list[Entry]:
    """Those of lists, without the lists that only say again what an earlier one or the recommendations by name say."""
    kept: list[Entry] = []
    for section in found.sections:
        listed = _from_section(section, found)
        if not _restates([entry.read for entry in listed], [entry.read for entry in kept[-MOST_EARLIER:]], named):
            kept += listed
    return kept


def _restates(
    listed: Sequence[ReadRecommendation], earlier: Sequence[ReadRecommendation], named: Sequence[ReadRecommendation]
) -> bool:
    texts = [read.text for read in listed]
    said = " ".join(f"{other.lead} {other.text}" for other in earlier)
    if earlier and sum(covered(text, said) for text in texts) >= RESTATED * len(texts):
        return True
    return all(any(_is_again(read, other) for other in named) for read in listed)


def _is_again(read: ReadRecommendation, named: ReadRecommendation) -> bool:
    """Whether a point of a list is a recommendation that the paper also gives by name, or a few words for it."""
    if likeness(read.text, named.text) >= SAME:
        return True
    return read.number is not None and read.number == named.number and len(read.text) < len(named.text) / 2


def _responses(block: Block) -> list[ReadResponse]:
    recommendation = words_of(block.words)
    return [
        ReadResponse(label, recommendation, words_of(block.response), number, parts_of(recommendation), block.page)
        for label, number in _numbered(block)
    ]


def _response_of_row(row: Row) -> ReadResponse:
    return ReadResponse(row.label, row.recommendation, row.response, row.number, parts_of(row.recommendation), row.page)


def _progress(block: Block) -> list[ReadProgress]:
    recommendation, text = words_of(block.words), words_of(block.progress)
    return [
        ReadProgress(label, recommendation, text, rag_told(text), number, parts_of(recommendation), block.page)
        for label, number in _numbered(block)
    ]


def _progress_of_row(row: Row) -> ReadProgress:
    parts = parts_of(row.recommendation)
    return ReadProgress(row.label, row.recommendation, row.progress, row.rag, row.number, parts, row.page)


def _warn_of_gaps(read: Sequence[ReadRecommendation], warnings: list[PaperWarning]) -> None:
    """A number left out among a review's recommendations."""
    numbers = sorted({one.number for one in read if one.to == "executive" and one.number})
    missing = [number for number in range(1, numbers[-1]) if number not in numbers] if len(numbers) > 2 else []
    if missing and len(missing) <= len(numbers):
        names = ", ".join(str(number) for number in missing)
        warn(warnings, f"The recommendations are numbered to {numbers[-1]}, but {names} was not found.", None)


def _warn_of_silence(found: Survey, answered: set[tuple[int | None, str]], warnings: list[PaperWarning]) -> None:
    """A recommendation without an answer among others that have one."""
    numbers = {number for number, _ in answered if number}
    for block in found.blocks:
        if not block.response and block.opening.number not in numbers and block.words:
            warn(warnings, f"No response to recommendation {block.opening.label} was found.", block.page)
