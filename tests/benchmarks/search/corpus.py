"""The papers of a council, as many as are asked for. A number gives the same paper at every size and on every run."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tests.benchmarks.search.boilerplate import ACRONYMS, STANDARD
from tests.benchmarks.search.vocabulary import SIZE, entries, weights

PAGES = 20  # of a paper
ENTRIES = 260  # of the vocabulary on a page, beside what stands in every report: 350 words in all
STREAM = 1_000_000  # entries drawn once by their weights, and read in ever other strides
RUN = 19  # entries read in one stride
STRIDES = 1000
RARE_FROM = 900  # the rank from which words are drawn for each page afresh
EVERY_RARE = 21  # of the entries one is rare, and as many are of the paper's own topic
TOPIC_WORDS = 12
COMMITTEES = 25
NAMES = ("Abbey", "Barnard", "Canal", "Denmark", "Elmore", "Fairfield", "Grange", "Highfield", "Inglewood", "Jubilee")
WARDS = tuple(f"{name} Ward" for name in NAMES)
FIRST_YEAR, YEARS = 2005, 20
SITTINGS = 12  # of a committee in a year, at most
KINDS = ("report", "appendix", "minutes", "presentation", "other", "letter", "decision_notice")
KIND_WEIGHTS = (60, 20, 8, 5, 4, 2, 1)


@dataclass(frozen=True, slots=True)
class Paragraph:
    label: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Paper:
    number: int  # from 1
    kind: str  # a Document.Kind
    committee: int  # from 1
    year: int
    sitting: int  # which of the committee's meetings of that year, below SITTINGS
    title: str
    wards: tuple[str, ...]  # of a report
    pages: tuple[tuple[Paragraph, ...], ...]


def page_text(paragraphs: tuple[Paragraph, ...]) -> str:
    """As it is read from a file: each heading on a line of its own where it is new, each number before its words."""
    lines: list[str] = []
    heading = ""
    for paragraph in paragraphs:
        if paragraph.heading != heading:
            heading = paragraph.heading
            lines.append(heading)
        lines.append(f"{paragraph.label} {paragraph.text}")
    return "\n\n".join(lines)


def papers(count: int) -> Iterator[Paper]:
    return (paper(number) for number in range(1, count + 1))


def paper(number: int, *, pages: int = PAGES) -> Paper:
    """The paper of this number, or its first so many pages."""
    draw = random.Random(number)
    kind = draw.choices(KINDS, KIND_WEIGHTS)[0]
    topic = [rare_word(draw) for _ in range(TOPIC_WORDS)]
    subject = " ".join([draw.choice(_stream()[:5000]), *topic[:3], draw.choice(_stream()[:5000])])
    return Paper(
        number=number,
        kind=kind,
        committee=draw.randint(1, COMMITTEES),
        year=FIRST_YEAR + draw.randrange(YEARS),
        sitting=draw.randrange(SITTINGS),
        title=subject.capitalize(),
        wards=tuple(draw.sample(WARDS, draw.randint(1, 3))) if kind == "report" else (),
        pages=tuple(_page(draw, page, topic) for page in range(1, pages + 1)),
    )


@cache
def vocabulary() -> list[str]:
    return entries()


@cache
def _stream() -> list[str]:
    return random.Random(2).choices(vocabulary(), cum_weights=weights(SIZE), k=STREAM)


def rare_word(draw: random.Random) -> str:
    """By Zipf's law again, a little steeper, from RARE_FROM on."""
    rank = RARE_FROM * (SIZE / RARE_FROM) ** (draw.random() ** 1.5)
    return vocabulary()[min(int(rank), SIZE - 1)]


def _page(draw: random.Random, number: int, topic: list[str]) -> tuple[Paragraph, ...]:
    """Some paragraphs of its own, then what stands in every report; now and then a reference and an acronym."""
    sentences = list(_sentences(_words(draw, topic)))
    if draw.random() < 0.2:
        sentences[1] = f"Reference {reference(draw)}. {sentences[1]}"
    if draw.random() < 0.2:
        sentences[2] = f"{draw.choice(ACRONYMS)} {sentences[2]}"
    standard = STANDARD[(number + draw.randrange(3)) % len(STANDARD)]
    size = draw.choice((3, 4, 5))
    texts = [" ".join(sentences[start : start + size]) for start in range(0, len(sentences), size)]
    own = [Paragraph(f"{number}.{place}", "Background", text) for place, text in enumerate(texts, 1)]
    return (*own, Paragraph(f"{number}.{len(texts) + 1}", standard.heading, standard.text))


def reference(draw: random.Random) -> str:
    """Of a planning application."""
    return (
        f"P{FIRST_YEAR + draw.randrange(YEARS)}/{draw.randint(1, 4999):04}/{draw.choice(('FUL', 'LBC', 'ADV', 'S73'))}"
    )


def _words(draw: random.Random, topic: list[str]) -> list[str]:
    stream, below = _stream(), draw.random
    words: list[str] = []
    while len(words) < ENTRIES:
        stride = 1 + int(below() * STRIDES)
        start = int(below() * (STREAM - STRIDES * RUN))
        words += stream[start : start + stride * RUN : stride]
    for place in range(draw.randrange(EVERY_RARE), ENTRIES, EVERY_RARE):
        words[place] = rare_word(draw)
    for place in range(draw.randrange(EVERY_RARE), ENTRIES, EVERY_RARE):
        words[place] = topic[int(TOPIC_WORDS * below() ** 2)]
    return words


def _sentences(words: list[str]) -> Iterator[str]:
    """Of as many entries as a run has, and of half as many in turn."""
    at, length = 0, RUN
    while at < len(words):
        yield " ".join(words[at : at + length]).capitalize() + "."
        at, length = at + length, RUN + RUN // 2 - length
