"""What of an agenda is this meeting's business, and what every agenda holds."""

# What every agenda opens and closes with, by the first words of its title; business is anything else.
FORMAL_OPENINGS = (
    "apologies",
    "chair's announcements",
    "chair's report",
    "confirmation of minutes",
    "date of next meeting",
    "declaration of",
    "declarations of",
    "declaration by",
    "disclosure",
    "exclusion of",
    "introductions",
    "membership",
    "minutes",
    "order of business",
    "substitut",
    "urgent",
    "welcome",
)


def is_formal(title: str) -> bool:
    """Whether it is what every agenda holds, or is there only “if any”, rather than this meeting's business."""
    plain = title.casefold().replace("’", "'").strip()
    return plain.startswith(FORMAL_OPENINGS) or plain.endswith(("(if any)", "if any"))
