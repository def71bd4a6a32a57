"""Numbers that name one person: dates of birth, NHS numbers, National Insurance numbers."""

import re
from collections.abc import Iterator

from documents.findings.subjects import Found, Paper, PaperPage
from documents.packs.dates import find_dates

BORN = re.compile(
    r"\b(?:date of birth|birth ?(?:dates?|days?)|d[./]?\s?o[./]?\s?b\b\.?|"
    r"born(?: (?:in|at) [A-Z][\w ’'-]{2,30}?)?(?: on)?(?: the)?)"
    r"(?![a-z])|(?<=[( ])b\.(?= ?\d)",
    re.IGNORECASE,
)
# After such words, forms that are no dates elsewhere: "14.5.89", "1990-02-01", "140589"
SHORT = re.compile(
    r"(?<![\d.])(?:\d{1,2}([./ -])\d{1,2}\1\d{2}|(?:19|20)\d\d-[01]\d-[0-3]\d|[0-3]\d[01]\d(?:19|20)?\d\d)"
    r"(?![\d.,]\d|\d)"
)
OLDEST = 1900  # the year of birth of somebody who may be alive
AFTER_LABEL, AFTER_BORN = 160, 24
NHS = re.compile(r"(?<![\d.,/-])\d{3}([ -]?)\d{3}\1\d{4}(?![\d/]|[.,]\d)")
SAYS_NHS = re.compile(r"\bNHS\b|\bpatient|\bhospital (?:no|number)", re.IGNORECASE)
AROUND = 80
INSURANCE = re.compile(
    r"(?<![A-Za-z\d])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-ZQ][A-CEGHJ-NPR-TW-ZQ]"  # examples begin with Q
    r"(?:([ -]?)\d{2}\1\d{2}\1\d{2}\1?|[ -]\d{6}[ -])[A-D](?![A-Za-z\d])"
)
SAYS_INSURANCE = re.compile(
    r"\b(?:national insurance|NINO|N\.?I\.? ?n(?:o|um(?:ber)?)|NI:)(?!\w).{0,20}?"
    r"([A-Z]{2}[ -]?\d\d[ -]?\d\d[ -]?\d\d[ -]?[A-D])\b",
    re.IGNORECASE | re.DOTALL,
)


def births(paper: Paper) -> Iterator[Found]:
    for page in paper.pages:
        text = _text(page)
        for match in BORN.finditer(text):
            reach = AFTER_BORN if match[0].casefold().startswith(("born", "b.")) else AFTER_LABEL
            after = text[match.end() : match.end() + reach]
            dates = [found for found in find_dates(after) if found.year and found.year >= OLDEST]
            yield from (Found("birth", found.text.strip(), page.number) for found in dates)
            short = SHORT.search(after[:AFTER_BORN])
            if short and not dates:
                yield Found("birth", short[0], page.number)


def nhs_numbers(paper: Paper) -> Iterator[Found]:
    """Those whose check digit holds: written in three parts, or by any words that name the NHS."""
    for page in paper.pages:
        text = _text(page)
        for match in NHS.finditer(text):
            named = SAYS_NHS.search(text[max(0, match.start() - AROUND) : match.end()])
            if has_check_digit(match[0]) and (match[1] or named) and not match[0].startswith("0"):
                yield Found("nhs_number", match[0], page.number)


def has_check_digit(number: str) -> bool:
    """Whether the tenth digit of an NHS number is that which the nine before it give (modulus 11)."""
    digits = [int(letter) for letter in number if letter.isdigit()]
    if len(digits) != 10:
        return False
    check = 11 - sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return check % 11 == digits[9] and check != 10


def insurance_numbers(paper: Paper) -> Iterator[Found]:
    for page in paper.pages:
        text = _text(page)
        words = {match[0] for match in INSURANCE.finditer(text)}
        words |= {match[1] for match in SAYS_INSURANCE.finditer(text)}
        yield from (Found("insurance_number", word, page.number) for word in sorted(words))


def _text(page: PaperPage) -> str:
    return " ".join(page.lines)
