"""Reads the people of an attendance list: names without "Councillor", roles, posts, bodies represented."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from documents.packs.names import (
    BODY,
    BRACKETS,
    CHAIR,
    CO_OPTED,
    COUNCILLOR,
    DOUBTFUL,
    HONOURS,
    INITIALS,
    NO_NAME,
    PARTICLES,
    PARTY,
    SEPARATOR,
    SUBSTITUTE,
    VICE_CHAIR,
    WORD,
)
from documents.structure.minutes.offices import is_office, without_offices

VIRTUAL = re.compile(
    r"\b(?:virtual(?:ly)?|remote(?:ly)?|online|on-line|via (?:ms |microsoft )?(?:teams|zoom|video\w*|skype|"
    r"telephone)|teams|zoom|"
    r"video ?(?:link|conferenc\w+)|by (?:video|telephone)|hybrid|o bell)\b",
    re.IGNORECASE,
)
WHEN = re.compile(
    r"^(?:from|until|to|till|up to|for|items?|minutes?|part|present|arrived|left|joined|in attendance|"
    r"between|except|not)\b"
    r"(?!.*\b(?:councillor|cllr)).*(?:\d|item|part|minute|meeting)|^\d|^(?:part|for part)\b|^(?:am|pm)$",
    re.IGNORECASE,
)
IN_PLACE = re.compile(
    r"^(?:as |acting as |is |was )?(?:(?:a )?(?:named )?sub(?:stitut\w+)?|deputis\w+|dep(?:uty)?|reserve)?\s*"
    r"(?:for|in (?:the )?place of|on behalf of|replacing|instead of|yn lle)\s+(?P<replaced>.+)$|"
    r"^(?:substitut\w+|sub|deputising|replacing)\s+(?:for\s+)?(?P<other>[A-Z].+)$",
    re.IGNORECASE,
)
IN_THE_CHAIR = re.compile(r"[,\s–-]*\b(?:in the chair|\(?presiding\)?|yn y gadair)\b", re.IGNORECASE)
LEADING_ROLE = re.compile(
    r"^(?:the )?(?P<role>(?:vice|deputy)[ -]?(?:chair(?:man|woman|person)?|convener|mayor)|chair(?:man|woman|person)?|"
    r"convener|provost|cadeirydd|is-gadeirydd)\s*[,:(–-]+\s*(?=\S)",
    re.IGNORECASE,
)
TRAILING_ROLE = re.compile(
    r"[\s,–-]+(?P<role>(?:vice|deputy)[ -]?(?:chair\w*|convener)|(?:joint |co-?)?chair(?:man|woman|person)?|convener|"
    r"cadeirydd|is-gadeirydd)$",
    re.IGNORECASE,
)
COURTESY = re.compile(
    r"^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lord|lady|baroness|rev|revd|rev’d|reverend|canon|father)\b",
    re.IGNORECASE,
)
# Two people in a row without a comma: a courtesy title after a name or a post, or a name after a bracket.
NEXT_PERSON = re.compile(
    r"(?<=[\w)\]\ue001])(?<!\bthe)(?<!\bCounty)(?<!\bBorough)(?<!\bTown)(?<!\bCity)(?<!\bDistrict)(?<!\bUnitary)(?<!\bParish)(?<!\bCommon)(?<!Councillor)"
    r"(?<!Councillors)(?<!Cllr)(?<!Cllrs)(?<!\bMayor)(?<!\band)(?<!\bDeputy)(?<!\bAlderman)"
    r"\s+(?=(?:Councillors?|Cllrs?\.?|Cynghorydd|Mr|Mrs|Ms|Miss|Dr)\s+[A-Z])|"
    r"(?<=\bAM)\s+(?=[A-Z][a-z])|(?<=[)\]\ue001])\s+(?=[A-Z][\w’'-]+\s+(?:[A-Z]\.?\s+)?[A-Z][\w’'-]+\s*(?:[,(–\ue000-]|$))"
)
OF_PLACE = re.compile(
    r"^(?:the )?(?:county|borough|district|unitary|town|city|parish|common|ward)\s+(?=(?:councillor|cllr)\b)",
    re.IGNORECASE,
)
ONE_COUNCILLOR = re.compile(r"(?:Councillor|Cllr)\b", re.IGNORECASE)
TITLED = re.compile(
    r"(?:(?:the )?(?:Councillors?|Cllrs?|Aldermen|Alderman|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|"
    r"Prof\w*|Rev\w*|Cynghor\w+)\b)",
    re.I,
)
KEPT_APART = re.compile("\ue000(\\d+)\ue001")
POST = re.compile(
    r"\b(?:solicitor|lawyer|accountant|planner|surveyor|engineer|administrator|auditor|consultant|"
    r"advis[eo]r|barrister|counsel|"
    r"treasurer|secretary|clerk|analyst|assistant|coordinator|co-ordinator|deputy|interim|principal|senior|"
    r"specialist|strategic)\b",
    re.IGNORECASE,
)
# An honour is at the end of a name: "PC Owen Hart" is a constable.
HONOUR = re.compile(HONOURS.pattern + r"(?!\s+[A-Z][a-z])")
NOBODY = re.compile(
    r"^(?:none|nil|n/a|no (?:apologies|substitut\w+|members?|one|officers|declarations?)\b.*|"
    r"there were (?:none|no\b.*)|"
    r"not applicable|dim|"
    r"\W*|\(?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|no|several) "
    r"members? of (?:the )?(?:public|press)\)?)\.?$",
    re.IGNORECASE,
)
CROWD = re.compile(
    r"^(?:and )?(?:approximately |about |circa |c\. ?)?(?:\d+|one|two|three|four|five|six|seven|eight|nine|"
    r"ten|several|no|a|the)?\s*"
    r"(?:other )?(?:members? of (?:the )?(?:public|press|staff)\b.*|(?:the )?(?:public|press|residents?|"
    r"parishioners?|observers?|"
    r"the clerk|others?|officers?))$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Attendee:
    """One person of a list, before it is known of what list; replaces is whom they stand in for."""

    name: str
    role: str = ""
    representing: str = ""
    virtually: bool = False
    councillor: bool = False
    co_opted: bool = False
    substitute: bool = False
    replaces: str = ""
    chairs: bool = False


def people_in(text: str) -> list[Attendee]:
    """The people a line names; empty if it names none."""
    text = re.sub("[\ue000\ue001]", "", text).replace("(s)", "s").strip(" *•·.;†#+")
    if NOBODY.match(text) or len(text) > 4_000 or "@" in text:
        return []
    chunks = re.split(r"\s*;\s*|\n+|\s*\|\s*", text) if ";" in text or "\n" in text or " | " in text else [text]
    return [person for chunk in chunks for person in _list(chunk)]


def posts_in(text: str) -> list[Attendee]:
    """Officers whom a line names by their posts alone, each by the post."""
    posts: list[str] = []
    for part in re.split(r"\s*[;\n|]\s*|,\s+(?:and\s+)?|\s+and\s+(?=the\s)", text.strip(" .")):
        if posts and not _is_post(part):
            posts[-1] = f"{posts[-1]}, {part}"
        else:
            posts.append(re.sub(r"^the\s+", "", part))
    return [Attendee(post) for post in posts] if all(_is_post(post) for post in posts) else []


def _is_post(text: str) -> bool:
    named = bool(POST.search(text) or BODY.search(text))
    return (
        named
        and text[:1].isupper()
        and not text.isupper()
        and len(text.split()) <= 14
        and not re.search(r"\b(?:was|were|had)\b|\d", text)
    )


def names_in(text: str) -> list[str]:
    return [person.name for person in people_in(text)]


def is_chairing(text: str) -> bool:
    return bool(IN_THE_CHAIR.search(text))


def _list(text: str) -> Iterator[Attendee]:
    """The people of a list set with commas; what is no name is the post of the person before it."""
    person: Attendee | None = None
    posts = False
    # "Councillor Ash, Cabinet Member for Children, Young People and Families": one person, and a post of several parts.
    alone = False
    for joint, part in _parts(text):
        found = _attendee(part)
        if person and (is_office(part) or (alone and person.representing and not TITLED.match(part.strip()))):
            found = None
        if found and person is None and posts and len(found.name.split()) == 1:
            found = None
        posts = posts or found is None
        if found and (person is None or not _is_only_post(part, person)):
            if person:
                yield person
            person, alone = found, bool(ONE_COUNCILLOR.match(part.strip()))
        elif person and not CROWD.match(part.strip()):
            person = _with_post(person, joint, part)
    if person:
        yield person


def _with_post(person: Attendee, joint: str, text: str) -> Attendee:
    """The person with a role or a post that stands after a comma, or with a post that goes on after "and"."""
    text = text.strip(" ,.–-")
    if PARTY.match(text) or WHEN.match(text) or is_office(text):
        return person
    if VICE_CHAIR.search(text) or CHAIR.search(text):
        return replace(person, role=person.role or _role(text))
    for note in BRACKETS.findall(text):
        if VICE_CHAIR.search(note) or CHAIR.search(note) or VIRTUAL.search(note):
            person, text = _noted(person, note.strip()), BRACKETS.sub("", text, count=1).strip(" ,")
    if VIRTUAL.search(text) and len(text) < 30:
        return replace(person, virtually=True)
    return replace(person, representing=f"{person.representing}{joint}{text}" if person.representing else text)


def _is_only_post(part: str, person: Attendee) -> bool:
    """Whether a part that could be a name is rather a word of the post before it: "Adults, Children and Families"."""
    if BRACKETS.search(part):
        return False
    return bool(person.representing) and len(part.split()) == 1 and not COUNCILLOR.match(part)


def _parts(text: str) -> list[tuple[str, str]]:
    """The list cut at commas and "and", but not inside brackets: what each part is joined to the one before with.

    Honours and initials stay with their name.
    """
    notes: list[str] = []
    text = BRACKETS.sub(lambda note: _kept_apart(note, notes), HONOUR.sub("", " " + without_offices(text)).strip())
    text = re.sub(r"\s+[–—-]\s+(?=\S)", ", ", NEXT_PERSON.sub(", ", text))
    joined: list[tuple[str, str]] = []
    start, joint = 0, ""
    for cut in [*SEPARATOR.finditer(text), None]:
        part = KEPT_APART.sub(lambda place: notes[int(place[1])], text[start : cut.start() if cut else len(text)])
        if joined and (INITIALS.match(BRACKETS.sub("", part).strip() + " ") or re.fullmatch(r"[(\[].*[)\]]\.?", part)):
            joined[-1] = (joined[-1][0], joined[-1][1] + (" " if part.startswith(("(", "[")) else ", ") + part)
        elif part.strip():
            joined.append((joint, part))
        start, joint = (cut.end(), _joint(cut.group())) if cut else (start, joint)
    return joined


def _joint(separator: str) -> str:
    word = separator.strip()
    return f" {word} " if word.isalpha() or word == "&" else ", "


def _kept_apart(note: re.Match[str], notes: list[str]) -> str:
    """What stands for a note in brackets while the list round it is cut."""
    notes.append(note.group())
    return f"\ue000{len(notes) - 1}\ue001"


def _attendee(text: str) -> Attendee | None:
    """One person with what stands in brackets, or None if it is no name."""
    chairs = is_chairing(text)
    bare = IN_THE_CHAIR.sub("", text)
    notes = [note.strip() for note in BRACKETS.findall(bare)]
    name = BRACKETS.sub(" ", bare).strip(" ,.;:–-*†")
    role = "chair" if chairs else ""
    if leading := LEADING_ROLE.match(name):
        role, name = role or _role(leading["role"]), name[leading.end() :]
    if trailing := TRAILING_ROLE.search(name):
        role, name = role or _role(trailing["role"]), name[: trailing.start()]
    councillor = bool(COUNCILLOR.match(OF_PLACE.sub("", name)))
    virtual = re.search(r"\s+(?:via (?:ms |microsoft )?teams|via zoom|online|remotely|virtually)$", name, re.IGNORECASE)
    printed = name
    name = bare_name(name[: virtual.start()] if virtual else name)
    if name.lower().startswith("mayor") and notes:
        name, notes = bare_name(notes[0]), notes[1:]
    if not _is_name(name):
        # "Director of Housing (Mary Agnew)": the post first.
        holder = bare_name(notes[0]) if len(notes) == 1 and _is_post(printed) else ""
        return Attendee(holder, representing=printed) if " " in holder and _is_name(holder) else None
    person = Attendee(name, role, virtually=bool(virtual), councillor=councillor, chairs=chairs)
    for note in notes:
        person = _noted(person, note)
    return person


def _noted(person: Attendee, note: str) -> Attendee:
    if replaced := IN_PLACE.match(note):
        other = names_in(replaced["replaced"] or replaced["other"])
        if other:
            return replace(person, substitute=True, replaces=other[0])
    if VICE_CHAIR.search(note) or CHAIR.search(note) or IN_THE_CHAIR.search(note):
        return replace(person, role=person.role or _role(note))
    if SUBSTITUTE.search(note):
        return replace(person, substitute=True)
    if VIRTUAL.search(note):
        return replace(person, virtually=True)
    if PARTY.match(note) or WHEN.match(note) or not re.search(r"[^\W\d_]{2}", note):
        return person
    co_opted = person.co_opted or bool(CO_OPTED.search(note))
    plain = note if not re.fullmatch(r"co-?\s?opt\w+(?: member)?|non-voting", note, re.IGNORECASE) else ""
    return replace(person, co_opted=co_opted, representing=f"{person.representing}, {plain}".strip(" ,"))


def _role(text: str) -> str:
    return "vice-chair" if VICE_CHAIR.search(text.strip()) or text.lower().startswith(("vice", "is-")) else "chair"


def bare_name(name: str) -> str:
    """The name without "Councillor" and honours; "Mr R W Gough" stays so."""
    name = re.sub(r"\s+", " ", HONOUR.sub("", " " + name)).strip(" ,.;:-–*†#")
    name = re.sub(r"^Messrs\.?\s+", "", name)
    name = OF_PLACE.sub("", name)
    while (match := COUNCILLOR.match(name)) and match.group().strip() and match.end() < len(name):
        name = name[match.end() :].strip(" .,:")
    name = re.sub(
        r"^(?:the )?(?:worshipful |right worshipful )?(?:lord |deputy |city |town )?(?:mayor|provost),?\s+(?=\S)",
        "",
        name,
        flags=re.I,
    )
    if (match := COUNCILLOR.match(name)) and match.group().strip() and match.end() < len(name):
        name = name[match.end() :].strip(" .,:")
    if name.isupper() and len(name.split()) >= 2 and len(name) > 6:
        name = re.sub(r"[A-ZÀ-Þ]{2,}", lambda word: word.group().capitalize(), name)
    return name


def _is_name(name: str) -> bool:
    words = name.replace(",", " ").split()
    if not 1 <= len(words) <= 6 or len(name) < 2 or len(name) > 60 or any(character.isdigit() for character in name):
        return False
    plain = [word for word in words if word.lower() not in PARTICLES and not COURTESY.match(word)]
    if not plain or any(word.lower().strip(".") in NO_NAME for word in plain):
        return False
    if POST.search(name):
        return False
    doubtful = sum(word.lower() in DOUBTFUL for word in plain)
    if doubtful > 1 or (doubtful == len(words)) or (BODY.search(name) and len(plain) == len(words) and len(words) > 1):
        return False
    return all(WORD.match(word) for word in plain) and any(len(word.strip(".")) > 1 for word in plain)
