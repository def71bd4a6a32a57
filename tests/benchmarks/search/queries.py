"""66 queries of eight kinds, chosen by how many pages have their words. Drawn alike on every run of a size."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Any

from tests.benchmarks.search import corpus
from tests.benchmarks.search.vocabulary import COUNCIL_WORDS, SIZE


class Kind(StrEnum):
    RARE = "rare"
    MIDDLING = "middling"
    COMMON = "very common"
    PHRASE = "phrase"
    EXCLUSION = "exclusion"
    PREFIX = "prefix"
    TYPING_ERROR = "typing error"
    FILTERED = "filtered"


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked, as a reader types it and in its parts, so that each engine can be asked the same."""

    kind: Kind
    words: tuple[str, ...] = ()  # all of them
    phrase: tuple[str, ...] = ()
    without: tuple[str, ...] = ()  # one word, or a phrase
    beginning: str = ""  # of the last word
    meant: str = ""  # the one word, where it is typed wrongly
    committee: int = 0
    committee_name: str = ""
    years: tuple[int, int] | None = None  # both included
    paper: str = ""  # a Document.Kind

    @property
    def typed(self) -> str:
        parts = [*self.words]
        parts += [_quoted(self.phrase)] if self.phrase else []
        parts += [f"-{_quoted(self.without)}"] if self.without else []
        parts += [f"{self.beginning}*"] if self.beginning else []
        parts += [f'committee:"{self.committee_name}"'] if self.committee else []
        parts += [f"from:{self.years[0]}", f"to:{self.years[1]}"] if self.years else []
        parts += [f"kind:{self.paper}"] if self.paper else []
        return " ".join(parts)


def _quoted(words: tuple[str, ...]) -> str:
    return words[0] if len(words) == 1 else f'"{" ".join(words)}"'


PHRASES = (
    "of the council",
    "in the borough",
    "to the committee",
    "that the council",
    "of the report",
    "financial implications",
    "the executive member for",
    "as part of the",
)
WRITTEN_PHRASES = 2  # of the corpus: two rare words beside each other


class Chooser:
    """`frequency` says on how many pages a word stands, of `pages`."""

    def __init__(self, pages: int, frequency: Callable[[str], int], committees: dict[int, str]) -> None:
        self.pages, self.frequency, self.committees = pages, frequency, committees
        self.draw = random.Random(3)
        self.paper = next(corpus.papers(1))

    def queries(self) -> list[Query]:
        """All, by kind."""
        return [
            *self._rare(),
            *self._middling(),
            *self._common(),
            *self._phrases(),
            *self._exclusions(),
            *self._beginnings(),
            *self._typing_errors(),
            *self._filtered(),
        ]

    def _words(self, least: float, most: float, *, ranks: tuple[int, int]) -> Iterator[str]:
        """Words that stand on such a part of the pages, of these ranks of the vocabulary, in a mixed order."""
        return self._standing(corpus.vocabulary()[ranks[0] : ranks[1]], least, most)

    def _standing(self, words: list[str], least: float, most: float) -> Iterator[str]:
        for word in self.draw.sample(words, len(words)):
            if word.isalpha() and len(word) > 3 and least * self.pages <= self.frequency(word) <= most * self.pages:
                yield word

    def _rare_words(self) -> Iterator[str]:
        fewest = 1.5 / self.pages
        return self._words(fewest, max(fewest * 4, 0.0002), ranks=(2000, SIZE))

    def _middling_words(self) -> Iterator[str]:
        return self._words(0.002, 0.03, ranks=(100, 5000))

    def _common_words(self) -> Iterator[str]:
        """Of those that say something: PostgreSQL leaves the others out."""
        return self._standing(COUNCIL_WORDS, 0.25, 0.995)

    def _rare(self) -> list[Query]:
        words = self._rare_words()
        references = [_reference_of(paper) for paper in islice(_papers_with_reference(), 2)]
        asked: list[tuple[str, ...]] = [(word,) for word in islice(words, 4)]
        asked += [(word, middling) for word, middling in zip(islice(words, 2), ("council", "report"), strict=True)]
        return [Query(Kind.RARE, words=found) for found in (*asked, *((reference,) for reference in references))]

    def _middling(self) -> list[Query]:
        words, common = self._middling_words(), self._common_words()
        asked: list[tuple[str, ...]] = [(word,) for word in islice(words, 4)]
        asked += [(word, next(common)) for word in islice(words, 2)]
        asked += [(next(words), next(common), next(common)) for _ in range(2)]
        return [Query(Kind.MIDDLING, words=found) for found in asked]

    def _common(self) -> list[Query]:
        words = self._common_words()
        sizes = (1, 1, 1, 2, 2, 2, 3, 4)
        return [Query(Kind.COMMON, words=tuple(islice(words, size))) for size in sizes]

    def _phrases(self) -> list[Query]:
        written = [tuple(paper.title.lower().split()[1:3]) for paper in corpus.papers(WRITTEN_PHRASES)]
        return [Query(Kind.PHRASE, phrase=words) for words in (*(tuple(text.split()) for text in PHRASES), *written)]

    def _exclusions(self) -> list[Query]:
        common, middling = self._common_words(), self._middling_words()
        asked: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
        asked += [((next(middling),), (next(common),)) for _ in range(2)]
        asked += [((next(common),), (next(common),)) for _ in range(2)]
        asked += [((next(common),), (next(middling),)) for _ in range(2)]
        asked += [((next(common),), tuple(text.split())) for text in ("of the council", "financial implications")]
        return [Query(Kind.EXCLUSION, words=words, without=without) for words, without in asked]

    def _beginnings(self) -> list[Query]:
        middling, common = self._middling_words(), self._common_words()
        asked: list[tuple[tuple[str, ...], str]] = [((), word) for word in ("coun", "hous", "plan")]
        asked += [((), next(middling)[:5]) for _ in range(2)]
        asked += [((next(common),), next(middling)[:4]) for _ in range(2)]
        asked += [((next(middling),), "comm")]
        return [Query(Kind.PREFIX, words=words, beginning=beginning) for words, beginning in asked]

    def _typing_errors(self) -> list[Query]:
        """Of words that people know: those made up are so like each other that no one could say which was meant."""
        words = (word for word in self._standing(COUNCIL_WORDS, 0.002, 1) if len(word) > 6)
        return [Query(Kind.TYPING_ERROR, words=(self._misspelt(word),), meant=word) for word in islice(words, 8)]

    def _misspelt(self, word: str) -> str:
        """One letter left out or twice, or two the wrong way round: a word that no page has."""
        for place in self.draw.sample(range(2, len(word) - 1), len(word) - 3):
            left_out = word[:place] + word[place + 1 :]
            turned = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
            for wrong in self.draw.sample([left_out, turned], 2):
                if not self.frequency(wrong):
                    return wrong
        return word + "x"

    def _filtered(self) -> list[Query]:
        common, middling, years = self._common_words(), self._middling_words(), ((2010, 2012), (2015, 2019))
        one, other = self.draw.sample(sorted(self.committees), 2)
        narrowed: list[dict[str, Any]] = [
            {"committee": one, "committee_name": self.committees[one]},
            {"years": years[0]},
            {"paper": "minutes"},
            {"committee": other, "committee_name": self.committees[other], "years": years[1]},
        ]
        return [
            Query(Kind.FILTERED, words=(next(words),), **given) for words in (common, middling) for given in narrowed
        ]


def _papers_with_reference() -> Iterator[corpus.Paper]:
    return (paper for paper in corpus.papers(100) if _reference_of(paper))


def _reference_of(paper: corpus.Paper) -> str:
    """The first that the paper names; empty where it names none."""
    for paragraphs in paper.pages:
        for paragraph in paragraphs:
            _, found, rest = paragraph.text.partition("Reference P")
            if found:
                return "P" + rest.partition(".")[0]
    return ""
