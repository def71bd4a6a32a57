"""The labels that the worker writes before a paragraph, told apart from its words."""

import re

BEGINS, ENDS = "\ue010", "\ue011"
LABEL = re.compile(rf"\s*{BEGINS}([^{BEGINS}{ENDS}]*){ENDS}\s*")
NUMBER = re.compile(r"(\d{1,3}(?:\.\d{1,3}){0,4})\.?")
MARKER = re.compile(r"\(?[\w.]{1,6}[.)]")


def number_before(text: str) -> tuple[str, str]:
    """The number before a text, and the rest: "4.12" or ""."""
    match = LABEL.match(text)
    number = NUMBER.fullmatch(match[1]) if match else None
    return (number[1], text[match.end() :]) if match and number else ("", text)


def marker_before(text: str) -> tuple[str, str]:
    """The marker before a text, and the rest: "(a)", "iv." or ""."""
    match = LABEL.match(text)
    return (match[1], text[match.end() :]) if match and MARKER.fullmatch(match[1]) else ("", text)


def as_words(text: str) -> str:
    """A text whose label stays a part of it, as in the cell of a table."""
    return LABEL.sub(r" \1 ", text).strip() if BEGINS in text else text
