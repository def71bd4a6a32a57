"""Finds contact details in text: email addresses and telephone numbers (UK forms). Pure; the PDF child uses it too."""

import re
from collections.abc import Collection

MASK = "█"
EMAIL = re.compile(r"[A-Za-z0-9._%+'’-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
# Ten or eleven digits from 0 or +44, however they are spaced: "020 7527 3308", "(01622) 694002", "+44 (0)7700 900123",
# "07700.900.123".
PHONE = re.compile(
    r"(?<![\d.,/£-])(?:(?:\+44|0044)[ -]?(?:\(0\))?|\(?0)(?:[ )(-]{0,2}\d){9,10}(?![\d/]|[.,]\d)|"
    r"(?<![\d.,/£-])0(?:\d{4}\.\d{3}\.\d{3}|\d{3}\.\d{3}\.\d{4}|\d{2}\.\d{4}\.\d{4})(?![\d/]|[.,]\d)"
)
# A short number is one only after a word that says so: "Tel: 3308", "ext. 4021".
SHORT = re.compile(
    r"\b(?:tel(?:ephone)?|phone|mobile|ext(?:ension|n)?)\b\.?(?: (?:no|number)\b\.?)?[ :]{0,3}(\d[\d ]{2,10}\d)", re.I
)
LINE_END = re.compile(r"[\r\n\ufffe]+ ?")


def contact_spans(text: str, allowed: Collection[str] = ()) -> list[tuple[int, int]]:
    """Where each begins and ends, in order, not overlapping. `allowed` are addresses and numbers that may be shown.

    One that is broken at the end of a line is found too.
    """
    return _merged([*_spans(text, allowed), *_broken_addresses(text, allowed)])


def masked(text: str, allowed: Collection[str] = ()) -> str:
    """The text with each contact detail as so many MASK: places in it stay what they were."""
    for start, end in contact_spans(text, allowed):
        text = text[:start] + MASK * (end - start) + text[end:]
    return text


def _broken_addresses(text: str, allowed: Collection[str]) -> list[tuple[int, int]]:
    """Addresses that go on after the end of a line; what follows one that is whole on its line is left."""
    whole = {place for match in EMAIL.finditer(text) for place in range(*match.span())}
    places = _places_without_line_ends(text)
    joined = "".join(text[place] for place in places)
    shown = {bare(one) for one in allowed}
    return [
        (places[match.start()], places[match.end() - 1] + 1)
        for match in EMAIL.finditer(joined)
        if places[match.start()] not in whole and bare(match[0]) not in shown
    ]


def _spans(text: str, allowed: Collection[str]) -> list[tuple[int, int]]:
    shown = {bare(one) for one in allowed}
    found = [match.span() for pattern in (EMAIL, PHONE) for match in pattern.finditer(text)]
    found += [match.span(1) for match in SHORT.finditer(text)]
    return [(start, end) for start, end in found if bare(text[start:end]) not in shown]


def bare(detail: str) -> str:
    """An address in lower case, or a number's digits without the country's."""
    if "@" in detail:
        return detail.casefold()
    digits = re.sub(r"\D", "", detail.replace("(0)", "")).removeprefix("00")
    return "0" + digits[2:] if digits.startswith("44") else digits


def _places_without_line_ends(text: str) -> list[int]:
    """The places of the letters that are left when lines are run together."""
    left_out = {place for match in LINE_END.finditer(text) for place in range(*match.span())}
    return [place for place in range(len(text)) if place not in left_out]


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
