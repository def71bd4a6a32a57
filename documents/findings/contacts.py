"""Email addresses and telephone numbers that are somebody's own, and no work contact."""

import re
from collections.abc import Iterator

from documents.contacts import EMAIL, PHONE, bare
from documents.findings.places import is_work, staff_lines
from documents.findings.subjects import Found, Own, Paper

PROVIDERS = re.compile(
    r"@(?:[\w-]+\.)*(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|rocketmail|icloud|me|mac|aol|btinternet|"
    r"btopenworld|sky|virginmedia|virgin|talktalk|tiscali|ntlworld|blueyonder|proton|protonmail|pm|gmx|zoho|mail|"
    r"fastmail|tutanota|plus|plusnet|orange|wanadoo|o2|freeserve|lineone|uwclub|hushmail|duck)"
    r"\.(?:com|co\.uk|net|me|org|uk|de|fr|live)$",
    re.IGNORECASE,
)
# Addresses of an office or a duty rather than of a person
OFFICES = re.compile(
    r"^(?:[\w.-]*[._-])?(?:info|information|enquir\w*|inquir\w*|contact(?:us)?|admin|office|hello|press|media|bookings?|"
    r"support|help\w*|team|customer\w*|services?|reception|clerk|secretary|editor|feedback|consultations?|planning|"
    r"licensing|democra\w*|committees?|members?|councillors?|cllr\w*|scrutiny|governance|complaints?|foi|dpo|data|legal|"
    r"finance|jobs|recruitment|news\w*|communications?|comms|mail|post|web\w*|general|accounts?|sales|events?|chair|"
    r"president|trust\w*|charity|school|head|business|partnership\w*|registrar|elections?|noreply|no-reply)"
    r"(?:[._-][\w.-]*)?$",
    re.IGNORECASE,
)
# Numbers of no place: firms and public bodies have them, homes do not
NO_HOME = re.compile(r"0(?:3|8|9|55|56|70|76)")
MOBILE = re.compile(r"07[1-57-9]")
ORGANISATION = re.compile(
    r"\b(?:council|office|service|centre|center|reception|helpline|hotline|line|desk|switchboard|team|department|"
    r"hospital|surgery|school|college|university|police|association|society|trust|charity|ltd|limited|plc|llp|"
    r"company|agency|authority|ombudsman|commission(?:er)?|court|bureau|foundation|library|hotel|restaurant|fax|"
    r"minicom|textphone|website|www|conference|dial-?in)\b|https?:|\.gov\.uk|\.org\b|\.co\.uk",
    re.IGNORECASE,
)
OTHER_NUMBER = re.compile(r"\b(?:ref(?:erence)?s?|account|invoice|case|application|policy|order)\b|[£$€]", re.I)
# Words of somebody's own number, beside which no office of the same line counts
OWN_NUMBER = re.compile(
    r"\blandline|\bhome(?: (?:tel|phone|number|telephone|landline)|\s*:)|\bat home\b|"
    r"\b(?:personal|private) (?:number|tel|phone|mobile)|"
    r"\b(?:my|his|her|resident|complainant|tenant|objector|petitioner|neighbour|lives|lived|mother|father|daughter|son|"
    r"wife|husband|next of kin)\b",
    re.IGNORECASE,
)
PERSON = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx)\b\.?\s+[A-Z]")
# Addresses as people write them to keep them from programs: "jane.doe [at] gmail.com", "jane.doe @ gmail.com"
SPACED = re.compile(
    r"([\w.%+-]+)\s?(?:[\[({]\s?at\s?[\])}]|\s@\s?|@\s)\s?"
    r"([\w-]+(?:\s?(?:\.|[\[({]\s?dot\s?[\])}])\s?[a-z]{2,})+)",
    re.IGNORECASE,
)
HAS_EMAIL = re.compile(r"@|[\[({]\s?at\s?[\])}]", re.IGNORECASE)
LABEL = 30
NEAR = 2
PROSE = 8  # words: a line with more is a sentence, and what it says counts alone


def emails(paper: Paper) -> Iterator[Found]:
    for page in paper.pages:
        if not HAS_EMAIL.search(page.text):
            continue
        lines = page.lines
        staff = staff_lines(lines, paper.own)
        for place in range(len(lines)):
            for email, printed in _emails_in(lines, place):
                if _is_personal(email, paper.own, place in staff):
                    yield Found("email", printed, page.number)


def _emails_in(lines: list[str], place: int) -> Iterator[tuple[str, str]]:
    """Each address that begins on the line, and as it is printed."""
    for match in EMAIL.finditer(_whole(lines, place)):
        if match.start() < len(lines[place]):
            yield match[0].strip(".'’-"), match[0].strip(".'’-")
    for match in SPACED.finditer(lines[place]):
        domain = re.sub(r"\s?[\[({]\s?dot\s?[\])}]\s?", ".", match[2], flags=re.IGNORECASE)
        yield f"{match[1]}@{''.join(domain.split())}", match[0]


def _whole(lines: list[str], place: int) -> str:
    """The line, with the next where an address breaks at its end."""
    line = lines[place]
    if place + 1 < len(lines) and re.search(r"@[\w.-]*$|[\w-][.@_-]$", line) and not EMAIL.search(line[-60:] + " "):
        return line + lines[place + 1]
    return line


def _is_personal(email: str, own: Own, of_staff: bool) -> bool:
    if email.casefold() in own.emails or is_work(email, own):
        return False
    if PROVIDERS.search(email):
        return True
    return not of_staff and not OFFICES.match(email.partition("@")[0])


def phones(paper: Paper) -> Iterator[Found]:
    for page in paper.pages:
        lines = page.lines
        if not any(map(PHONE.search, lines)):
            continue
        staff = staff_lines(lines, paper.own)
        for place, line in enumerate(lines):
            for match in PHONE.finditer(line):
                alone = PERSON.search(line) or len(line.split()) > PROSE
                around = line if alone else " ".join(lines[max(0, place - NEAR) : place + 1])
                label = line[max(0, match.start() - LABEL) : match.start()]
                named = not OTHER_NUMBER.search(label)
                of_staff = place in staff and not OWN_NUMBER.search(line)
                if not of_staff and named and is_private_number(match[0], line, around, paper.own):
                    yield Found("phone", match[0].strip("( "), page.number)


def is_private_number(number: str, line: str, around: str, own: Own) -> bool:
    """Whether a number is likely to be somebody's own; `around` is what stands near its line."""
    digits = bare(number)
    if digits in own.numbers or NO_HOME.match(digits) or len(set(digits[2:])) < 3:
        return False
    if OWN_NUMBER.search(line):
        return True
    if any(digits[:7] == one[:7] for one in own.numbers if not MOBILE.match(one)):
        return False  # an extension of the council's own exchange
    return bool(MOBILE.match(digits)) or not ORGANISATION.search(around)
