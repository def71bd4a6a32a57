"""Finds the name of the body that meets in the heading of a front sheet."""

import re
from collections.abc import Sequence

from documents.packs.cleaning import key
from documents.packs.dates import find_dates
from documents.packs.rows import Row

BODY = re.compile(
    r"\b(?:(?:sub-?\s?)?committees?|cabinet|council|boards?|panels?|executive|forum|commission|"
    r"working (?:group|party)|task (?:and finish )?group|authority|"
    r"assembly|partnership|scrutiny|conference|tribunal|court of common council|trustees|pwyllgor|"
    r"cyngor|hearing|delegated decisions?|senedd|group|consortium|moot)\b",
    re.IGNORECASE,
)
MEETING_OF = (
    re.compile(
        r"\b(?:agenda|notice|summons) (?:of|for) (?:a |the |an )*(?:(?:ordinary|special|extraordinary|"
        r"annual|public|remote|virtual|hybrid) )*meeting of (?:the )?(?P<name>.+)$",
        re.I,
    ),
    re.compile(r"\bmeeting of (?:the )?(?P<name>.+)$", re.IGNORECASE),
    re.compile(
        r"^(?:agenda|notice of meeting|summons|supplementary agenda)\s*(?:for|of|[-–:])\s*(?:the |a )*(?P<name>.+)$",
        re.IGNORECASE,
    ),
    re.compile(r"\bmembers of (?:the )?(?P<name>.+?)(?: are| is|$)", re.IGNORECASE),
)
LABEL = re.compile(
    r"^(?:committee|meeting|body|title of meeting|name of (?:committee|meeting))\s*[:–-]\s*(?P<name>.+)$", re.IGNORECASE
)
TAIL = re.compile(
    r"(?:,?\s+(?:which )?(?:(?:will|is|are|to) (?:be|is)\b|(?:to be|will be|is to be|are)? ?held\b|"
    r"will (?:meet|take)|are (?:hereby )?(?:summoned|requested)|on (?:\w+day|\d)|at (?:\d|the)|"
    r"\bagenda$|"
    r"in the\b|commencing|taking place|meeting$|membership\b|members$|[-–]\s*(?:agenda|supplement\w*|"
    r"public)).*|\s*[.,:;]+)$",
    re.IGNORECASE,
)
MEETING_BODY = re.compile(r"committee|board|panel|cabinet|scrutiny|forum", re.IGNORECASE)
LEADING = re.compile(
    r"^(?:(?:the|a|an|to|for|of|agenda|notice of (?:a )?meeting|supplement(?:ary|al)?|addendum|"
    r"public|summons|meeting)\b[\s:–-]*)+(?=\S)",
    re.IGNORECASE,
)
COUNCIL_NAME = re.compile(
    r"(?:\b(?:city|county|borough|district|metropolitan|town|unitary|combined|royal|london borough|"
    r"community|parish|islands|shire|regional)\b.*\b(?:council|authority)\b)|"
    r"^(?:the )?(?:[A-Z][\w’'&-]+\s+){1,4}council$|^london borough|^cyngor (?:sir|dinas|bwrdeistref)",
    re.IGNORECASE,
)
NO_NAME = re.compile(
    r"^(?:public|agenda document|document) (?:document |reports? )?pack|@|www\.|https?:|^(?:dear|to)\b|"
    r"^(?:membership|members|quorum|contact)\b|\b(?:is|are|will|please|should|may|you|your)\b|"
    r"\bdemocratic services\b|^chief\b|"
    r"^(?:corporate|governance|legal)\b(?!.*\b(?:committee|panel|board|forum|group)\b)|"
    r"town hall|civic offices|council (?:offices?|chamber|house|tax)|executive (?:director|head|support)|"
    r"executive meeting room|^councillors?\b|members\s*:",
    re.IGNORECASE,
)
# A sheet's own words for the body it has named: "members of the committee are summoned".
BARE = re.compile(
    r"^(?:the |this )?(?:sub-?\s?)?(?:committee|board|panel|forum|commission|group|authority|hearing)s?$", re.IGNORECASE
)
OF_AREA = re.compile(
    r"^(council|cabinet|executive|assembly) of (?:the )?(?:city|county|(?:royal |london |metropolitan )?borough|"
    r"district|"
    r"town|council)\b.*$",
    re.IGNORECASE,
)
SMALL = {"and", "of", "the", "for", "in", "on", "to", "with", "at", "a", "an", "by", "or"}


def without_area(name: str) -> str:
    """The name less the area it is for: "Council of the Royal Borough of …" is the Council."""
    return OF_AREA.sub(r"\1", name)


def committee_on(rows: Sequence[Row]) -> tuple[str, str]:
    """The committee's name and the heading's own words; empty where there are none."""
    best: tuple[float, str, str] = (0.0, "", "")
    largest = max((row.size for row in rows[:30]), default=0.0)
    for number, row in enumerate(rows[:45]):
        for text, bonus in _readings(rows, number):
            name = _name(text)
            score = _score(name, row, largest, number) + bonus if name else 0.0
            if score > best[0]:
                best = score, name, text
    return _cased(best[1], rows), best[2]


def _readings(rows: Sequence[Row], number: int) -> list[tuple[str, float]]:
    """What may be a name at a row, with what speaks for it: a phrase such as "meeting of", a label, a line."""
    row = rows[number]
    following = " ".join(other.text for other in rows[number + 1 : number + 2])
    readings: list[tuple[str, float]] = []
    for weight, pattern in zip((4.0, 3.0, 3.5, 2.0), MEETING_OF, strict=True):
        if match := pattern.search(row.text):
            readings.append((match["name"], weight))
            if not TAIL.search(match["name"]) and not BODY.search(match["name"]):
                readings.append((f"{match['name']} {following}", weight - 0.2))
    for cell in row.cells:
        if label := LABEL.match(cell.text):
            readings.append((label["name"], 3.0))
        readings.append((cell.text, 0.0))
    below = rows[number + 1] if number + 1 < len(rows) else None
    if COUNCIL_NAME.search(row.text) and not MEETING_BODY.search(row.text):
        return readings
    if below and below.bold == row.bold and abs(below.size - row.size) < 0.6 and below.top - row.bottom < row.size:
        readings.append((f"{row.text} {below.text}", 0.2))
    return readings


def _name(text: str) -> str:
    """The name in a reading, less what comes after it; empty if it names no body."""
    for found in find_dates(text)[:1]:
        text = text[: found.start]
    text = re.sub(
        r"^.{3,60}\b(?:council|authority)\s*[-–:|]\s+(?=\S)", "", TAIL.sub("", text.strip()), flags=re.IGNORECASE
    )
    text = without_area(LEADING.sub("", text))
    text = re.sub(r"\s*[-–]?\s*(?:agenda|supplementary agenda|meeting)$", "", text, flags=re.IGNORECASE)
    text = re.sub(r"(?:\s+(?:on|at|in|to|the|for|be))+$", "", text.strip(" ,.:;–-*"), flags=re.IGNORECASE)
    if (
        not 5 <= len(text) <= 110
        or not BODY.search(text)
        or NO_NAME.search(text)
        or len(text.split()) > 14
        or BARE.match(text)
    ):
        return ""
    return text


def _score(name: str, row: Row, largest: float, number: int) -> float:
    score = 1.0 + 0.8 * row.bold + (1.2 if row.size >= largest - 0.5 else 0.0) - number * 0.03
    if COUNCIL_NAME.search(name) and not MEETING_BODY.search(name):
        score -= 1.5
    if re.search(r"\b(?:committee|cabinet|board|panel|executive|commission|forum)$", name, re.IGNORECASE):
        score += 0.8
    return max(score, 0.05)


def _cased(name: str, rows: Sequence[Row]) -> str:
    """A name in capitals as it stands elsewhere on the sheet, or in capitals and small letters."""
    if not name.isupper():
        return name
    wanted = key(name)
    text = " ".join(row.text for row in rows)
    for match in re.finditer(re.escape(name).replace(r"\ ", r"\s+"), text, re.IGNORECASE):
        if not match.group().isupper() and match.group() != match.group().lower() and key(match.group()) == wanted:
            return match.group()
    words = [_word(word, first=number == 0) for number, word in enumerate(name.split())]
    return " ".join(words)


def _word(word: str, *, first: bool) -> str:
    lower = word.lower()
    if lower in SMALL and not first:
        return lower
    if re.fullmatch(r"[BCDFGHJKLMNPQRSTVWXZ&/]{2,5}", word):
        return word
    return re.sub(r"(?<![\w’'])[a-z]", lambda letter: letter.group().upper(), lower)
