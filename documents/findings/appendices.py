"""Which appendices a paper speaks of as its own, and which begin in it."""

import re
from collections.abc import Iterator, Sequence

_name = r"(?:appendix|annexe?|enclosure)"
_mark = r"(?-i:[A-Z]\d?|\d{1,2}|[IVX]{1,4})"
# Not those of another document: "Appendix 4 to the Code", "Appendix 2 of that report"
_others = r"(?!\w|[./]\d|\s+(?:of|to|in|from)\s+(?:the|that|its|their|our|a|an|each|every|those|last|[A-Z]))"
MENTION = re.compile(rf"\b{_name}\s+(?:no\.?\s*)?(?P<mark>{_mark}){_others}", re.IGNORECASE)
SEVERAL = re.compile(
    rf"\b(?:appendices|annex(?:es|ures)|enclosures)\s+(?P<first>{_mark})(?P<between>(?:\s*,\s*{_mark})*\s*"
    rf"(?:and|&|to|-|–)\s*)(?P<last>{_mark}){_others}",
    re.IGNORECASE,
)
AT_HEAD = re.compile(rf"^\W*{_name}\s+(?:no\.?\s*)?(?P<mark>{_mark})(?!\w)", re.IGNORECASE)
ALONE = re.compile(rf"^\W*{_name}\s+(?:no\.?\s*)?(?P<mark>{_mark})\W*$", re.IGNORECASE)
OTHERS_PAPER = re.compile(
    r"\b(?:constitution|previous|earlier|last year|statutory|national|guidance|government|framework agreement|"
    r"published in|strategy|legislation|regulations|code of)\b",
    re.IGNORECASE,
)
HEAD = 6  # lines at the top of a page
AROUND = 60
WORDS, AFTER = 4, 40  # words before a mention, and letters of it and after, that are told


def mentioned(text: str) -> Iterator[tuple[str, str]]:
    """The mark of each appendix that the text speaks of, and a few words around it."""
    text = " ".join(text.split())
    for match in MENTION.finditer(text):
        yield from _unless_others(text, match, [match["mark"]])
    for match in SEVERAL.finditer(text):
        yield from _unless_others(text, match, _from_to(match))


def _unless_others(text: str, match: re.Match[str], marks: Sequence[str]) -> Iterator[tuple[str, str]]:
    around = text[max(0, match.start() - AROUND) : match.end() + AROUND]
    if not OTHERS_PAPER.search(around):
        before = " ".join(text[: match.start()].split()[-WORDS:])
        words = f"{before} {text[match.start() :][:AFTER].rpartition(' ')[0]}".strip()
        yield from ((mark.upper(), words) for mark in marks)


def _from_to(match: re.Match[str]) -> list[str]:
    """“A to C” and “1, 2 and 4” in full."""
    first, last = match["first"], match["last"]
    listed = [first, *re.findall(_mark.replace("(?-i:", "(?:"), match["between"]), last]
    is_span = re.fullmatch(r"\s*(?:to|-|–)\s*", match["between"], re.IGNORECASE)
    if is_span and len(first) == len(last) == 1 and first < last:
        return [chr(code) for code in range(ord(first), ord(last) + 1)]
    if is_span and first.isdecimal() and last.isdecimal():
        return [str(number) for number in range(int(first), min(int(last), int(first) + 20) + 1)]
    return listed


def begun_in(text: str) -> set[str]:
    """The marks of the appendices that begin on a page: at its head, or on a line of their own."""
    lines = [line for line in text.splitlines() if line.strip()]
    heads = [AT_HEAD.match(line) for line in lines[:HEAD]] + [ALONE.match(line) for line in lines]
    return {match["mark"].upper() for match in heads if match}
