"""The numbers by which a request names rows, places and pages."""

MOST_DIGITS = 18  # no row's number has more; and Python refuses to read one of thousands


def number_sent(text: str) -> int | None:
    """The number that was sent; None where it can be no row's."""
    return int(text) if text.isdecimal() and len(text) <= MOST_DIGITS else None
