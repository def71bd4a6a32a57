"""Letters and words as a reader expects them: ligatures undone, words broken at line ends made whole."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

LIGATURES = str.maketrans(
    {
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "ﬅ": "st",
        "ﬆ": "st",
        "\u00a0": " ",
        "\u2007": " ",
        "\u202f": " ",
        "\u200b": "",
        "\ufeff": "",
        "\t": " ",
    }
)
# U+00AD is put in by a hyphenating writer; U+FFFE is the PDF library's word for any hyphen at a line end.
SOFT, LINE_END, HARD = "\u00ad", "\ufffe", "-\u2010"
SIGNS = (SOFT, LINE_END, *HARD)
LONGEST_WORD = 60
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
PAIR = re.compile(r"([^\W\d_]+)[-\u2010]([^\W\d_]+)")
BROKEN = re.compile(r"([^\W\d_]+)([\u00ad\ufffe\u2010-])$")
NEXT = re.compile(r"^[^\W\d_]+")
# Ends of words that are no words: what follows a hyphen put in by a writer that breaks words.
SUFFIX = re.compile(
    r"(?:[a-z]{0,2}tions?|[a-z]{0,2}sions?|ations?|ments?|ness|[a-z]{0,3}ities|[a-z]{0,3}ity|a?bly|ally|ly|ings?|ed|ers?"
    r"|ies|[a-z]?ances?|[a-z]?ences?|[a-z]?ency|[a-z]?ancy|al|ous|ful|able|ible|tive|ative|ures?|tory|cal|tional)"
)
PREFIXES = frozenset({"anti", "co", "cross", "ex", "inter", "mid", "multi", "non", "post", "pre", "re", "self"})


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one paper, in lower case, and its words joined by a hyphen, as they stand inside lines."""

    words: frozenset[str]
    pairs: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, lines: Iterable[str]) -> "Vocabulary":
        lower = [line.lower() for line in lines]
        whole = (line[: broken.start()] if (broken := broken_end(line)) else line for line in lower)
        hyphened = (line for line in lower if any(sign in line for sign in HARD))
        return cls(frozenset(WORD.findall("\n".join(whole))), frozenset(PAIR.findall("\n".join(hyphened))))

    def keeps_hyphen(self, first: str, second: str, sign: str) -> bool:
        """Whether a hyphen between these parts of a word belongs to it, or only marked the line's end."""
        first, second = first.lower(), second.lower()
        if (first, second) in self.pairs:
            return True
        if first + second in self.words or sign == SOFT:
            return False
        if first in PREFIXES or second in self.words:
            return True
        return sign in HARD or (first in self.words and not SUFFIX.fullmatch(second))


def broken_end(text: str) -> re.Match[str] | None:
    """The part of a word and the hyphen that the text ends with, if it does."""
    if not text.endswith(SIGNS):
        return None
    return BROKEN.search(text, max(0, len(text) - LONGEST_WORD))


def clean(text: str) -> str:
    """One line of a PDF with ligatures undone and spaces single; a hyphen at its end is left as it is."""
    if text.isascii():
        return " ".join(text.split())
    text = " ".join(text.translate(LIGATURES).split())
    inner, end = text[:-1], text[-1:]
    return inner.replace(SOFT, "").replace(LINE_END, "-") + end


def finish(text: str) -> str:
    """The end of a passage: a mark of the library's that nothing followed is a plain hyphen."""
    return text.replace(SOFT, "").replace(LINE_END, "-")


def join(text: str, following: str, vocabulary: Vocabulary) -> str:
    """The text with the next line's words; a word broken between them is made whole."""
    if not text or not following:
        return text + following
    broken, rest = broken_end(text), NEXT.match(following)
    if not broken:
        return f"{finish(text)} {following}" if text[-1] not in HARD or text[-2:-1] in (" ", "") else text + following
    sign = broken[2]
    if rest is None or rest[0][0].isupper():
        return text[:-1] + ("" if sign == SOFT else "-") + following
    hyphen = "-" if vocabulary.keeps_hyphen(broken[1], rest[0], sign) else ""
    return text[:-1] + hyphen + following
