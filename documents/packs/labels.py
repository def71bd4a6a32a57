"""The labels of agenda items ("1", "12.", "A4", "7a", "7(b)", "5.1") and how one follows another."""

import re
from dataclasses import dataclass

LABEL = re.compile(
    r"^(?:(?:agenda\s+)?item\s*(?:no\.?|number)?\s*:?\s*)?"
    r"(?P<prefix>[A-Z]{1,2}\.?\s?)?(?P<number>\d{1,3})"
    r"(?:\.(?P<part>\d{1,2})|\.(?P<dotted>[a-z])|\s?\(?(?P<letter>[a-z]{1,2})\)?|/(?P<year>\d{2,4}(?:[/-]\d{2})?))?"
    r"\s?[.):]{0,2}$",
    re.IGNORECASE,
)
SUB_LABEL = re.compile(r"^\(?(?P<letter>[a-z]|i{1,3}|iv|v|vi{0,3}|ix|x)[.)]{1,2}$", re.IGNORECASE)
LEADING = re.compile(
    r"^(?P<label>(?:(?:agenda\s+)?item\s*(?:no\.?)?\s*:?\s*)?(?:[A-Z]{1,2}\.?)?\d{1,3}"
    r"(?:\.\d{1,2}|\.[a-z]\b|\s?\([a-z]{1,2}\)|[a-z]|/\d{2,4}(?:[/-]\d{2})?)?)"
    r"(?P<mark>\s?[.):]{1,2}|\s*[-–—:])?\s+(?P<title>\S.*)$",
    re.IGNORECASE,
)
LEADING_SUB = re.compile(
    r"^(?P<label>\(?(?:[a-z]|i{1,3}|iv|v|vi{0,3}|ix|x)[.)]{1,2})\s+(?P<title>\S.*)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Label:
    """A label taken apart; text is as printed, less the marks round it."""

    text: str
    prefix: str = ""
    number: int = 0
    part: int = 0
    letter: str = ""

    @property
    def is_sub(self) -> bool:
        """Whether it can only be read below the label of another item: "(a)"."""
        return self.number == 0


def read_label(text: str) -> Label | None:
    """The label that is all the text says, or None."""
    if match := LABEL.match(text):
        return _label(match)
    if match := SUB_LABEL.match(text):
        return Label(text.strip("."), letter=match["letter"].lower())
    return None


def leading_label(text: str) -> tuple[Label, str] | None:
    """The label at the start of the text and what follows it: "4. Minutes" gives 4 and "Minutes"."""
    match = LEADING.match(text) or LEADING_SUB.match(text)
    label = read_label(match["label"]) if match else None
    return (label, match["title"]) if match and label else None


def follows(earlier: Label, later: Label) -> int | None:
    """How many labels are left out between two, 0 for none; None if the later cannot come after the earlier."""
    if earlier.is_sub or later.is_sub or earlier.prefix != later.prefix:
        return None
    if later.number == earlier.number:
        return _follows_within(earlier, later)
    if later.number < earlier.number or later.part > 1:
        return None
    return later.number - earlier.number - 1


def _follows_within(earlier: Label, later: Label) -> int | None:
    if earlier.part or later.part:
        return later.part - earlier.part - 1 if later.part > earlier.part else None
    if not later.letter:
        return None
    step = ord(later.letter[0]) - (ord(earlier.letter[0]) if earlier.letter else ord("a") - 1)
    return step - 1 if step > 0 else None


def _label(match: re.Match[str]) -> Label | None:
    number = int(match["number"])
    if number == 0:
        return None
    prefix = (match["prefix"] or "").strip(" .").upper()
    letter = (match["letter"] or match["dotted"] or "").lower()
    text = re.sub(r"^(?:agenda\s+)?item\s*(?:no\.?|number)?\s*:?\s*", "", match.group(), flags=re.IGNORECASE)
    return Label(_printed(text), prefix, number, int(match["part"] or 0), letter)


def _printed(text: str) -> str:
    text = text.strip().rstrip(".:").strip()
    return text.rstrip(")") if text.count(")") > text.count("(") else text
