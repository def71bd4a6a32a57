"""The words that open a recommendation by its name: "Recommendation One:", "Recommendation 10 (a) -", "R1"."""

import re
from dataclasses import dataclass

from documents.structure.recommendations.lines import Line
from documents.structure.recommendations.numbers import WORD, number_of

KINDS = (
    r"(?:(?:draft|final|key|main|scrutiny|review|panel|committee|commission|proposed|overarching|task\s+(?:and\s+finish\s+)?"
    r"group|original|agreed)\s+)*"
)
FIGURE = rf"(?:\d{{1,3}}(?:\.\d{{1,2}})?|{WORD}|[ivxl]{{1,6}})(?![\w%])(?!\.\d)"
NAMED = re.compile(
    rf"{KINDS}(?P<name>recommendation|rec)\.?\s*(?:number|no\.?|#)?\s*\(?(?P<number>{FIGURE}|\d{{1,3}}(?=[a-h]\b))"
    r"(?P<part>\s*\([a-h]\)|(?<=\d)[a-h]\b)?\s*(?:(?<=\w)\)\s*)?(?P<close>[:.)–—-]+)?\s*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
GROUPED = re.compile(
    rf"{KINDS}recommendations\s+(?P<label>{FIGURE}(?:\s*(?:,|and|&|to|-|–)\s*{FIGURE})+)"
    r"\s*(?P<close>[:.–—-]+)?\s*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
LETTERED = re.compile(
    r"R\.?\s?(?P<number>\d{1,2})(?P<part>[a-h])?(?P<close>\s*[:.)–—-]+)?(?:\s+(?P<rest>.*)|$)", re.DOTALL
)
ANSWER_TO = re.compile(
    rf"(?:[\w'’ ]{{0,40}}\s)?(?:response|reply|progress|update)\s+(?:to|on|against)\s+{KINDS}"
    rf"recommendation\s*(?:number|no\.?)?\s*(?P<number>{FIGURE})(?P<part>\s*\([a-h]\))?"
    r"\s*(?P<close>[:.)–—-]+)?\s*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
CONTENTS = re.compile(r"(?:\.\s?){4,}\s*\d+$|\brecommendation\s+\w+[:.]?\s+\d{1,3}$", re.IGNORECASE)
VERDICT = re.compile(
    r"(?:(?:fully|partially|partly|not|in part|in principle|accept(?:ed)?|agree[ds]?|reject(?:ed)?|support(?:ed)?|"
    r"noted?|declined?|implemented|complete[d]?|ongoing|in progress|and|with amendments?)\W*)+",
    re.IGNORECASE,
)
MOST_IN_GROUP = 12
# Letters at the end of a line in which a page number of a list of contents stands.
LAST_WORDS = 80


@dataclass(frozen=True, slots=True)
class Opening:
    """label is as printed ("One", "10 (a)", "R1"); numbers are more than one for "Recommendations 4 and 5".

    answers: what it opens is said to a recommendation whose words are not repeated ("Recommendation 4: Agreed").
    """

    label: str
    numbers: tuple[int, ...]
    rest: str
    part: str = ""
    answers: bool = False

    @property
    def number(self) -> int | None:
        return self.numbers[0] if self.numbers else None


def opening(line: Line) -> Opening | None:
    """What a line opens, or None. A sentence about a recommendation ("Recommendation 3 was agreed") opens none."""
    if line.rows or line.is_bullet or CONTENTS.search(line.text[-LAST_WORDS:]):
        return None
    text = line.text if not line.label or not re.fullmatch(r"R\d{1,2}[.:)]?", line.label) else line.as_read
    return _grouped(text) or _named(text, line) or _answering(text) or _lettered(text)


def _named(text: str, line: Line) -> Opening | None:
    found = NAMED.match(text)
    if (
        not found
        or not _begins(found)
        or (len(found["number"]) == 1 and found["number"].isalpha() and not found["close"])
    ):
        return None
    if found["name"].lower() == "rec" and not found["close"] and not line.strong:
        return None
    return _opening(found)


def _opening(found: re.Match[str], answers: bool = False, prefix: str = "") -> Opening | None:
    number = number_of(found["number"])
    if number is None and "." not in found["number"]:
        return None
    part, rest = found["part"] or "", (found["rest"] or "").strip()
    if part and re.search(r"(?:^|\s)\(?b\)\s", rest):
        part, rest = "", f"{part.strip()} {rest}"
    answers = answers or bool(VERDICT.fullmatch(rest))
    label = f"{prefix}{' '.join(found['number'].split())}{part}"
    return Opening(label, () if number is None else (number,), rest, part.strip(" ()").lower(), answers)


def _answering(text: str) -> Opening | None:
    found = ANSWER_TO.match(text)
    return _opening(found, answers=True) if found and _begins(found) else None


def _lettered(text: str) -> Opening | None:
    found = LETTERED.match(text)
    if not found or not (found["close"] or re.match(r"[A-Z“\"'‘]", found["rest"] or "") or not found["rest"]):
        return None
    return _opening(found, prefix="R")


def _grouped(text: str) -> Opening | None:
    found = GROUPED.match(text)
    if not found or not _begins(found):
        return None
    figures = [number_of(figure) for figure in re.split(r"\s*(?:,|\band\b|&|\bto\b|-|–)\s*", found["label"])]
    numbers = [number for number in figures if number is not None]
    if re.search(r"\bto\b|-|–", found["label"]) and len(numbers) == 2:
        numbers = list(range(numbers[0], numbers[1] + 1))
    if not 1 < len(numbers) <= MOST_IN_GROUP:
        return None
    return Opening(found["label"], tuple(numbers), found["rest"].strip())


def _begins(found: re.Match[str]) -> bool:
    """Whether what follows the number begins a text, and does not go on with a sentence."""
    rest = found["rest"] or ""
    return bool(found["close"]) or not rest or bool(re.match(r"[A-Z“\"‘'(]|(?:to|for)\s[^.:]{3,90}:", rest))
