"""Reads the names of people from lists: titles, honours, roles in brackets, bodies represented."""

import re
from dataclasses import dataclass

from documents.packs.planned import Role

COUNCILLOR = re.compile(
    r"^(?:the )?(?:(?:county |borough |city |town |parish |district )*councillors?|cllrs?\.?|"
    r"c(?:oun)?\.(?=\s)|alderman|alderwoman|aldermen|"
    r"cynghorydd|cynghorwyr|bailie|baillie|deputy(?= [A-Z])|members?)\b\.?\s*:?\s*",
    re.IGNORECASE,
)
COURTESY = re.compile(r"^(?:mr|mrs|ms|miss|mx)\b\.?\s+", re.IGNORECASE)
HONOURS = re.compile(
    r"[\s,]+(?:(?:OBE|MBE|CBE|KBE|DBE|BEM|JP|MP|MS|MSP|AM|DL|TD|QC|KC|QPM|RD|CC|DCM|FRSA|PhD|MA|BA|BSc|MSc|CStJ|"
    r"KCB|CB|CMG|"
    r"QSO|MC|GM|Esq|Kt|Bt|VR|PC|RN|FCA|LLB|MCIPD)\b\.?)(?=[\s,)]|$)"
)
BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
# With a capital where one letter only stands for the role: "(C)", "(VC)".
CHAIR = re.compile(
    r"^(?:joint |co-?|interim |acting )?chair(?:man|woman|person)?\b|^cadeirydd|^convener|^C$|^Ch$", re.IGNORECASE
)
VICE_CHAIR = re.compile(
    r"^(?:joint )?(?:vice|deputy)[\s-]*(?:chair|convener|mayor in the chair)|^is-gadeirydd|^VC$|^V-?Ch$|^vice$", re.I
)
CO_OPTED = re.compile(r"co-?\s?opt|independent (?:member|person)|non-voting", re.IGNORECASE)
SUBSTITUTE = re.compile(r"^(?:named )?substitute|^reserve|^sub$", re.IGNORECASE)
PARTY = re.compile(
    r"^(?:lab(?:our)?(?: (?:&|and) co-?op\w*)?|con(?:servative)?s?|cons|tory|lib(?:eral)?[. ]*dem(?:ocrat)?s?|"
    r"ld|l|green(?: party)?|grn|g|"
    r"ind(?:ependent)?s?|ref(?:orm)?(?: uk)?|plaid(?: cymru)?|pc|snp|scottish national party|"
    r"ukip|ra|residents?.*|non-?aligned|"
    r"unaffiliated|nona|alba|alliance|dup|sdlp|uup|sf|sinn f[eé]in|.*\b(?:group|party)|lab/co-?op|labour/co-?op)$",
    re.IGNORECASE,
)
VACANCY = re.compile(
    r"^\W*(?:(?P<number>\d+|one|two|three|four|five|six)\s+(?:x\s+)?)?(?:vacan(?:cy|cies|t)(?:\s+(?:seat|"
    r"position|post)s?)?|to be (?:confirmed|appointed)|tbc|swydd wag)\b",
    re.IGNORECASE,
)
NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
PARTICLES = {
    "de",
    "van",
    "von",
    "der",
    "den",
    "la",
    "le",
    "el",
    "al",
    "ap",
    "ab",
    "bin",
    "ibn",
    "du",
    "da",
    "di",
    "del",
    "ferch",
    "st",
    "y",
    "o",
    "ur",
    "ul",
}
WORD = re.compile(r"^(?:[A-ZÀ-ÖØ-Þ][\w'’.\-À-ÿ]*|[a-zà-ÿ]{1,4}[’'][A-Z][\w-]*)$")
NO_NAME_WORDS = """
access agenda all and apologies at be board borough broadcasting by cabinet centre chair chairman chamber
city clerk committee
conservative contact council county date december declarations democrat democratic democrats director district
email executive february filming for friday from governance group guildhall in information is item items
january july labour
licensing meeting member members membership minutes monday note notice november october of office officer
officers offices on pages panel parking part party planning please press public quorum recording report
reports room saturday
scrutiny september service services substitute substitutes sunday tel telephone that the this thursday time to
town tuesday vacancy venue wednesday will with
"""
NO_NAME = frozenset(NO_NAME_WORDS.split())
# Surnames as well as words of addresses and dates: they are no name alone, or two together.
DOUBTFUL = {
    "hall",
    "street",
    "page",
    "road",
    "head",
    "house",
    "march",
    "april",
    "june",
    "may",
    "august",
    "park",
    "way",
    "lane",
}
SEPARATOR = re.compile(r"\s*(?:[,;]|\b(?:and|And|AND)\b|&|\bac\b|\ba\b(?= [A-Z]))\s*")
INITIALS = re.compile(r"^(?:(?:[A-Z]\.?|[A-Z]{2,3})\s?)+$")
BODY = re.compile(
    r"\b(?:diocese|governor|church|nhs|trust|healthwatch|police|fire|university|college|school|union|"
    r"association|federation|"
    r"representative|director|officer|voluntary|clinical|hospital|council|partnership|service|chamber|parent|"
    r"manager|leader|"
    r"portfolio|cabinet|chief|head|tenant|resident|commission|icb|ccg|forum|network|education\w*|"
    r"establishments?|academ(?:y|ies)|member|board|society|executive|"
    r"authority|foundation|department|independent|lead|commander|community|care|health|headteacher|lay|teacher|"
    r"person)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Person:
    """name is None for a vacancy; role is what is printed beside the name, None if nothing is."""

    name: str | None
    role: Role | None
    representing: str


def is_vacancy(text: str) -> bool:
    return bool(VACANCY.match(text))


def vacancies_in(text: str) -> tuple[int, str]:
    """How many seats are vacant, and the body they are for."""
    match = VACANCY.match(text)
    number = (match["number"] or "1").lower() if match else "1"
    rest = text[match.end() :] if match else ""
    rest = re.sub(r"^\W*(?:for|of|representing|to represent)\b", "", rest.strip(), flags=re.IGNORECASE)
    body = rest.strip(" ,:;-–()[].")
    return NUMBERS.get(number) or min(int(number) if number.isdigit() else 1, 20), "" if PARTY.match(body) else body


def read_people(text: str) -> list[Person]:
    """The people a line or a comma-separated list names; empty if it does not read as names."""
    text = text.strip(" *•·.;")
    if not text or len(text) > 1_500 or "@" in text or "http" in text:
        return []
    if represented := _represented(text):
        return [represented]
    parts = _parts(text)
    people = [person for part in parts if (person := _person(part))]
    # A sentence yields few names from many parts; a list yields one from nearly each.
    return people if people and len(people) >= 0.7 * len(parts) else []


def _represented(text: str) -> Person | None:
    """One person with the body or office after a comma or a dash: "Mary Clement, Roman Catholic Diocese"."""
    match = re.match(r"^(?P<name>[^,–:(]+?(?:\([^)]*\))?)\s*(?:,|\s[–-]\s|\s–|:)\s*(?P<body>.+)$", text)
    if len(BRACKETS.findall(text)) > 1:
        return None
    if not match or not BODY.search(match["body"]) or re.match(r"(?:councillors?|cllrs?)\b", match["body"], re.I):
        return None
    if re.match(r"councillors\b|cllrs\b", text, re.IGNORECASE):
        return None
    body = HONOURS.sub("", " " + match["body"]).strip(" ,")
    person = _person(match["name"])
    if not person or len(match["name"].split()) < 2:
        return None
    role = person.role or next((found for note in BRACKETS.findall(body) if (found := _role_in(note))), None)
    body = BRACKETS.sub(lambda note: "" if _role_in(note[1]) else note.group(), body).strip(" ,")
    return Person(person.name, role or _role_in(body), body if not PARTY.match(body) else "")


def _parts(text: str) -> list[str]:
    """The list cut at commas and "and", but not inside brackets; "Smith, J" and "Smith, OBE" stay whole."""
    text = HONOURS.sub("", " " + text).strip()
    shielded = BRACKETS.sub(
        lambda match: match.group().replace(",", "\x01").replace(" and ", "\x02").replace("&", "\x03"), text
    )
    parts = [part for part in SEPARATOR.split(shielded) if part and part.strip()]
    restored = [part.replace("\x01", ",").replace("\x02", " and ").replace("\x03", "&") for part in parts]
    joined: list[str] = []
    for part in restored:
        if joined and (INITIALS.match(BRACKETS.sub("", part).strip()) or re.fullmatch(r"\(.*\)", part)):
            joined[-1] += " " + part if part.startswith("(") else ", " + part
        else:
            joined.append(part)
    return joined


def _person(text: str) -> Person | None:
    role: Role | None = None
    representing = ""
    for note in BRACKETS.findall(text):
        role = role or _role_in(note)
        if not _role_in(note) and not PARTY.match(note.strip()) and BODY.search(note):
            representing = note.strip()
    name = HONOURS.sub("", " " + BRACKETS.sub(" ", text))
    trailing = re.search(r"[\s,–-]+((?:vice|deputy)[ -]?chair\w*|chair(?:man|woman|person)?)$", name, re.IGNORECASE)
    if trailing:
        role = role or _role_in(trailing[1])
        name = name[: trailing.start()]
    if is_vacancy(name.strip()):
        return Person(None, "vacancy", vacancies_in(text)[1])
    name = _bare(name)
    return Person(name, role, representing) if _is_name(name) else None


def _bare(name: str) -> str:
    """The name without "Councillor", courtesy titles (unless only a surname would be left) and honours."""
    name = re.sub(r"\s+", " ", name).strip(" ,.;:-–*")
    while match := COUNCILLOR.match(name):
        if not match.group().strip() or match.end() >= len(name):
            break
        name = name[match.end() :].strip(" .,:")
    name = re.sub(
        r"^(?:the )?(?:worshipful |right worshipful )?(?:lord |deputy |city )?mayor,?\s*", "", name, flags=re.IGNORECASE
    )
    shorter = COURTESY.sub("", name)
    if len(shorter.split()) >= 2:
        name = shorter
    if name.isupper() and len(name.split()) >= 2 and len(name) > 6:
        name = re.sub(r"[A-Z]{2,}", lambda word: word.group().capitalize(), name)
    return name


def _is_name(name: str) -> bool:
    words = name.replace(",", " ").split()
    if not 1 <= len(words) <= 6 or len(name) < 2 or len(name) > 60:
        return False
    if any(word.lower().strip(".") in NO_NAME for word in words):
        return False
    doubtful = sum(word.lower() in DOUBTFUL for word in words)
    if doubtful > 1 or doubtful == len(words):
        return False
    plain = [word for word in words if word.lower() not in PARTICLES]
    return bool(plain) and all(WORD.match(word) for word in plain) and any(len(word.strip(".")) > 1 for word in plain)


def _role_in(note: str) -> Role | None:
    note = note.strip()
    if VICE_CHAIR.search(note):
        return "vice-chair"
    if CHAIR.search(note):
        return "chair"
    if SUBSTITUTE.search(note):
        return "substitute"
    return "co-opted" if CO_OPTED.search(note) else None
