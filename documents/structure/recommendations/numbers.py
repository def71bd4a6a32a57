"""Numbers as recommendations are counted: figures, words to ninety-nine, roman figures."""

import re

UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TEENS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
WORDS = {word: number for number, word in enumerate((*UNITS, *TEENS), start=1)} | {
    f"{ten} {unit}".strip(): 10 * tens + ones
    for tens, ten in enumerate(TENS, start=2)
    for ones, unit in enumerate(("", *UNITS))
}
LONGEST = 60
ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
WORD = "|".join(sorted((word.replace(" ", r"[\s-]+") for word in WORDS), key=len, reverse=True))


def number_of(label: str) -> int | None:
    """What a label counts: 1 for "1.", "One", "R1", "Recommendation 1", "i"; 10 for "10 (a)"; None for "2.1"."""
    text = re.sub(
        r"^(?:recommendations?|rec)\b\.?|^r(?=[\s.]?\d)|\b(?:number|no\.?)(?=\s*\d)", "", label.strip().lower()
    )
    text = re.sub(r"\s*\(?[a-z]\)?$", "", text) if re.search(r"\d\s*\(?[a-z]\)?$", text) else text
    text = text.strip(" .:()-–#")
    if re.fullmatch(r"\d{1,3}", text):
        return int(text)
    return WORDS.get(re.sub(r"[\s-]+", " ", text)) or roman(text)


def roman(text: str) -> int | None:
    """The value of a roman figure to eighty-nine, or None."""
    if not re.fullmatch(r"(?:x{0,3}|xl|lx{0,3})(?:ix|iv|v?i{0,3})", text) or not text:
        return None
    values = [ROMAN[letter] for letter in text]
    return sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))


def next_label(label: str) -> str:
    """The label after "(a)", "ii)" or "3." in its own form; "" for any that does not count on."""
    found = re.fullmatch(r"(\(?)(\d{1,2}|[a-y]|[ivxl]{2,6})([.)])", label)
    if not found:
        return ""
    return f"{found[1]}{_after(found[2])}{found[3]}"


def _after(count: str) -> str:
    if count.isdigit():
        return str(int(count) + 1)
    if (value := roman(count)) and (len(count) > 1 or count == "i"):
        return in_roman(value + 1)
    return chr(ord(count) + 1) if len(count) == 1 else ""


def in_roman(value: int) -> str:
    """A number below ninety in roman figures, in lower case."""
    tens = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx")
    ones = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    return tens[value // 10 % 9] + ones[value % 10]
