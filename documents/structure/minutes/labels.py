"""The labels of an attendance list ("Present:", "Officers in attendance:-", "Sederunt"), and whom they stand over."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

GROUPS: tuple[tuple[str, str, str], ...] = (
    # group, capacity, the words of the label
    (
        "substitutes",
        "substitute",
        r"(?:named )?substitutes?(?: members?)?(?: present| in attendance)?|substitutions?|dirprwyon",
    ),
    (
        "apologies",
        "",
        r"apolog(?:y|ies)(?: for (?:non-?\s?attendance|absence))?(?: (?:were |was )?(?:received|given))?(?: from)?|"
        r"ymddiheuriadau(?: am absenoldeb)?|absent with apologies|members? absent with apologies",
    ),
    (
        "absent",
        "",
        r"(?:members? |councillors? )?(?:absent|not present)(?: without apologies)?|absenn?ol|non-?attendance",
    ),
    (
        "officers",
        "officer",
        r"(?:(?:council |key |lead |supporting |other )*(?:officers?|officials)(?: and others)?|staff|council staff|"
        r"advis[eo]rs?|legal advis[eo]rs?(?: to the (?:sub-)?committee)?|swyddogion)"
        r"(?: (?:also )?(?:present|in attendance|attending|yn bresennol))?|"
        r"in attendance|attending|(?:also )?in attendance \(officers\)|yn (?:bresennol|mynychu)\s*\(?swyddogion\)?|"
        r"officers? (?:also )?(?:present|attending)|(?:the )?(?:town |parish |"
        r"council )?clerk(?: to the (?:council|board|committee))?|"
        r"(?:officer|member) support|support(?:ing)? officers?|secretary|minute taker|minutes? (?:taken|"
        r"recorded) by|democratic services(?: officer)?|committee (?:clerk|administrator)|"
        r"monitoring officer|lead officer|recorder|cofnodwr",
    ),
    (
        "also",
        "also-present",
        r"also (?:present|in attendance|attending|attended)|others? (?:present|in attendance|attending)|"
        r"other (?:executive|cabinet) members?(?: (?:also )?(?:present|in attendance|attending))?|"
        r"other (?:members?|councillors?)(?: (?:also )?(?:present|in attendance|attending))?|"
        r"(?:members?|councillors?) also (?:present|in attendance)|non-(?:committee )?members? (?:present|"
        r"in attendance)|"
        r"(?:visiting|observing|non-committee) (?:members?|councillors?)|"
        r"(?:in attendance )?by invitation|invitees?|guests?|observers?|visitors?|witnesses|speakers?|public speakers?|"
        r"external (?:attendees|representatives|partners)|partners?|for the applicant|applicants?|objectors?|"
        r"interested parties|other persons?|licensing authority|responsible authorit(?:y|ies)|hefyd yn bresennol",
    ),
    (
        "present",
        "co-opted",
        r"(?:(?:statutory|voting|non-voting|education) )*co-?\s?opt(?:ed|ees?)(?: (?:voting |non-voting )?members?)?"
        r"(?:\s*\([^)]*\))?(?: present| in attendance)?|(?:independent|lay|church|"
        r"parent governor) (?:members?|persons?|representatives?)"
        r"(?: present)?|aelodau cyfetholedig",
    ),
    (
        "present",
        "chair",
        r"(?:acting )?(?:chair(?:man|woman|person)?|convener|cadeirydd)|(?:present )?in the chair|"
        r"presiding|yn y gadair",
    ),
    ("present", "vice-chair", r"(?:vice|deputy)[ -](?:chair(?:man|woman|person)?|convener)|is-gadeirydd"),
    (
        "present",
        "member",
        r"present|sederunt|presennol|yn bresennol|attend(?:ance|ees?)|(?:those|persons?) present|"
        r"(?:(?:committee|sub-committee|board|panel|cabinet|council|voting|elected|executive|forum) )*"
        r"(?:members?|councillors?|aelodau)(?: of the (?:sub-)?(?:committee|panel|board|cabinet|executive|council))?"
        r" (?:(?:who were )?present|in attendance|attending|attended|yn bresennol)|in attendance members|"
        r"present members|(?:committee|board|panel|voting) members|members of the (?:sub-)?(?:committee|"
        r"panel|board|cabinet)",
    ),
    (
        "executive",
        "also-present",
        r"(?:executive|cabinet|portfolio|lead) (?:members?|holders?)"
        r"(?: (?:also )?(?:present|in attendance|attending))?",
    ),
    ("here", "", r"(?:present |attending )?in person|in (?:the )?(?:council )?chamber"),
    (
        "afar",
        "",
        r"(?:attending |present )?(?:remotely|virtually|online|via (?:ms |microsoft )?(?:teams|zoom)|by video link)",
    ),
    (
        "same",
        "",
        r"(?:county |borough |city |district |town |parish )?councillors?|cllrs?|members?|elected members?|aelodau|"
        r"cynghorwyr|(?:labour|conservative|liberal democrat|green|independent|reform uk?|plaid cymru|snp)"
        r"(?: group)?(?: members?)?",
    ),
)
HOW = (
    r"(?:,? for (?:all or )?part of (?:the |this )?(?:meeting|item))?"
    r"(?:[\s,–-]*[(]?(?P<virtual>(?:attending |present )?(?:virtually|remotely|online|via (?:ms |"
    r"microsoft )?(?:teams|zoom)|"
    r"by video ?link|virtual|remote|o bell))[)]?){0,2}"
)
FIRST = r"(?:(?P<first>virtual|remote|online)\s+)?"
END = r"\s*(?::\s*[-–—]?|\s[-–—]|[-–—](?=\s|$))\s*"
LABELS = tuple(
    (
        group,
        capacity,
        re.compile(rf"(?<![\w’'-])(?:the )?{FIRST}(?:{words}){HOW}{END}", re.IGNORECASE),
        rf"{FIRST}(?:{words}){HOW}",
    )
    for group, capacity, words in GROUPS
)
ALONE = tuple(
    (group, capacity, re.compile(rf"^(?:the )?{words}\W*$", re.IGNORECASE))
    for group, capacity, _with_end, words in LABELS
)
CAPITALS = re.compile(
    r"^(?P<label>PRESENT|ALSO PRESENT|IN ATTENDANCE|APOLOGIES|SEDERUNT|OFFICERS|PRESENNOL)\b\s+(?=[A-Z][a-z]|\w+:)"
)


# A label in two languages: "Presennol / Present:".
BILINGUAL = re.compile(r"^[^\W\d_][\w’' -]{2,40}\s*[/|]\s*(?=[A-Z])")


NOUNS = tuple(
    (group, capacity, re.compile(words, re.IGNORECASE))
    for group, capacity, words in (
        ("apologies", "", r"\bapolog"),
        ("absent", "", r"\babsent\b"),
        ("substitutes", "substitute", r"\bsubstitut"),
        ("officers", "officer", r"\b(?:officers?|staff|advis[eo]rs?|swyddogion)\b"),
        ("also", "also-present", r"\b(?:also|others?|guests?|visitors?|observers?|invit\w+|applicants?)\b"),
        ("present", "co-opted", r"\bco-?\s?opt|\bindependent (?:members|persons)\b"),
        ("present", "member", r"\b(?:present|attendance|attending)\b"),
    )
)
AFAR = re.compile(r"\b(?:virtual|remote|online|zoom|teams)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Label:
    """A label found in a line: what stands before it is the end of the list above it."""

    group: str
    capacity: str
    start: int
    end: int
    virtually: bool = False


def labels_in(text: str) -> list[Label]:
    """Every label in a line of an attendance list, in order; the longest where several fit."""
    for group, capacity, pattern in ALONE:
        if match := pattern.match(BILINGUAL.sub("", text.strip())):
            return [Label(group, capacity, 0, len(text), _virtually(match))]
    skipped = BILINGUAL.match(text)
    if skipped and (labels := labels_in(text[skipped.end() :])) and not labels[0].start:
        return [
            replace(labels[0], end=labels[0].end + skipped.end()),
            *(replace(label, start=label.start + skipped.end(), end=label.end + skipped.end()) for label in labels[1:]),
        ]
    found = [
        Label(group, capacity, match.start(), match.end(), _virtually(match))
        for group, capacity, pattern, _words in LABELS
        for match in pattern.finditer(text)
    ]
    if capitals := CAPITALS.match(text):
        group, capacity = _of_words(capitals["label"])
        found.append(Label(group, capacity, 0, capitals.end()))
    return _apart(label for label in found if _may_stand(text, label)) or _by_its_noun(text)


def _by_its_noun(text: str) -> list[Label]:
    """A label in other words, alone on its line: by whom it names."""
    if len(text) > 90 or not text.rstrip(" -–—").endswith(":") or len(text.split()) > 11:
        return []
    for group, capacity, noun in NOUNS:
        if noun.search(text):
            return [Label(group, capacity, 0, len(text), bool(AFAR.search(text)))]
    return []


def _of_words(words: str) -> tuple[str, str]:
    return next(
        ((group, capacity) for group, capacity, pattern in ALONE if pattern.match(words)), ("present", "member")
    )


def _virtually(match: re.Match[str]) -> bool:
    return bool(match["virtual"] or match["first"])


def _may_stand(text: str, label: Label) -> bool:
    """Whether a label is at the beginning of a line, or begins with a capital letter after a list."""
    before, words = text[: label.start].rstrip(), text[label.start : label.end].strip()
    if before.count("(") > before.count(")"):
        return False
    dashed = not words.rstrip("-–— ").endswith(":")
    return not before or (words[:1].isupper() and not dashed and not before.endswith(("the", "The")))


def _apart(labels: Iterable[Label]) -> list[Label]:
    ordered = sorted(labels, key=lambda label: (label.start, -label.end))
    kept: list[Label] = []
    for label in ordered:
        if not kept or label.start >= kept[-1].end:
            kept.append(label)
    return kept
