"""Whether a report says that it is withheld from the public, or that it is open."""

import re

TICK = r"[☒☑✓✔🗹■xX]"
BOX = re.compile(r"\s*(?:[☐□☒☑✓✔🗹■]|\[ ?[xX]? ?\])")
NOT_PUBLISHED = re.compile(
    r"(?:not|nor) (?:for|to be) (?:publication|published|release)|publication\b.{0,40}\bnot permitted|"
    r"contains? (?:exempt|confidential) information|(?:is|are) exempt (?:from|under|by virtue)|"
    r"exempt(?:ed)? (?:by virtue|under|from publication)|by virtue of paragraphs? \d",
    re.IGNORECASE,
)
OPEN = re.compile(
    r"\b(?:non-? ?exempt|not exempt|not restricted|un-? ?restricted|unclassified|(?:not|non)[- ]confidential|"
    r"(?:fully |wholly )?open|public(?!ation)|for publication|part (?:1|i|one|a)(?: \W? ?(?:public|open).*)?)\b",
    re.IGNORECASE,
)
WITHHELD = re.compile(
    r"\b(?:exempt|confidential|restricted|private|closed|not for publication|official[ -]sensitive|"
    r"part (?:2|ii|two|b))\b",
    re.IGNORECASE,
)
PARTLY = re.compile(
    r"\bpart(?:ly|ially| of)?[ -](?:exempt|confidential|private)|\bpartial|except|appendi|annex", re.IGNORECASE
)
BOX_FIRST = re.compile(rf"(?P<box>{BOX.pattern})\s*(?P<word>yes|no)\b", re.IGNORECASE)
BOX_LAST = re.compile(rf"\b(?P<word>yes|no)\b\s*(?P<box>{BOX.pattern})", re.IGNORECASE)
YES_NO = re.compile(r"\b(?:yes|no|none)\b", re.IGNORECASE)
ALONE = re.compile(
    r"(?:this (?:report|item|paper) is )?(?:a )?(?:non-? ?exempt|exempt|unrestricted|restricted|confidential|open|"
    r"public|"
    r"part (?:1|2|i|ii|one|two|a|b)(?: ?[-–—:,.]? ?\(?(?:public|private|exempt|confidential|open|in public)\)?)?)"
    r"(?: (?:report|item|paper|document))?\.?",
    re.IGNORECASE,
)


def exempt_of(label: str, value: str) -> bool | None:
    """What a field says: its label is needed, for "Exempt: No" answers it and "Classification: Open" does not."""
    words = value.strip()
    if PARTLY.search(words) and not re.match(r"(?:non-? ?exempt|unrestricted|open)\W*$", words, re.IGNORECASE):
        return None
    answer = answer_in(words)
    if answer is not None and WITHHELD.search(label):
        return answer
    is_open = bool(OPEN.search(words))
    is_withheld = bool(WITHHELD.search(OPEN.sub(" ", words))) or bool(NOT_PUBLISHED.search(words))
    return None if is_open == is_withheld else is_withheld


def answer_in(words: str) -> bool | None:
    """Yes or no, where one is said or ticked."""
    boxed = [(match["word"], match["box"]) for match in (BOX_FIRST if BOX.match(words) else BOX_LAST).finditer(words)]
    ticked = {word.lower() for word, box in boxed if re.search(TICK, box)}
    if boxed:
        return ticked == {"yes"} if len(ticked) == 1 else None
    said = {match[0].lower() == "yes" for match in YES_NO.finditer(words)}
    return said.pop() if len(said) == 1 else None


def exempt_in(text: str) -> bool | None:
    """What a line that is no field says: "NOT FOR PUBLICATION by virtue of paragraph 3", "Part 1 - Public"."""
    words = " ".join(text.split()).strip(" .*")
    if ALONE.fullmatch(words):
        return exempt_of("", words)
    if (
        len(words) < 400
        and NOT_PUBLISHED.search(words)
        and not PARTLY.search(words)
        and not re.search(r"\b(?:no|not) (?:exempt|confidential)|\bif\b|does not contain|whether", words, re.IGNORECASE)
    ):
        return True
    return None


def exempt_among(cells: list[str]) -> bool | None:
    """What is left of "Delete as appropriate | Exempt | Non-exempt"; None where both are."""
    said = {told for cell in cells if cell and (told := exempt_of("", cell)) is not None}
    return said.pop() if len(said) == 1 else None
