"""The implications a report states, by kind: from its sections, from paragraphs that name one, and from tables."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from documents.structure.reports.vocabulary import bare
from documents.structure.understood import Implication, ReadParagraph, ReadSection

KINDS = (
    (
        "financial",
        r"financ|(?<!human )resource|budget|treasur|section 151|s151|value for money|revenue|capital|costs?\b",
    ),
    ("legal", r"legal|law\b|monitoring officer|statutory (?:power|dut)|solicitor"),
    ("environmental", r"environment|climate|carbon|sustainab|net[ -]?zero|biodiversity|energy|air quality|ecolog"),
    (
        "equalities",
        r"equalit|equity|diversity|residents? impact|eqia|eia\b|inclusion|socio-?economic|"
        r"public sector duty",
    ),
)
IMPLICATION = re.compile(r"\bimplications?\b", re.IGNORECASE)
# Headings that state implications though they do not use the word.
STATED = re.compile(
    r"(?:.*\b(?:legal|financ\w*|statutory|monitoring officer|section 151|s151|solicitor|treasurer|procurement|"
    r"equalit\w+|"
    r"equity|diversity|climate|environment\w*|human resources|property|hr|safeguarding|health|crime|staff\w*|workforce|"
    r"director of (?:law|legal|finance|resources)[\w ,&]*)\b.*\b(?:comments?|considerations?|advice|observations|"
    r"issues|"
    r"statement|impacts?)\b.*|"
    r"comments? (?:of|from) .*\b(?:law|legal|financ\w*|resources|section 151|monitoring|solicitor|treasurer)\b.*|"
    r".*\b(?:equalit\w+|environment\w*|residents?|health|climate|carbon|sustainability|community|privacy|rural|"
    r"data protection|human rights|children'?s rights)\b.*\b(?:impact|assessment|duty)s?\b.*|"
    r"equalit(?:y|ies)(?: (?:and|&),? .*)?|equality, .*|climate change(?: and .*)?|sustainability|carbon.{0,30}|"
    r"crime and disorder.{0,30}|human rights.{0,30}|health (?:and|&) (?:safety|well-?being)|data protection|"
    r"risks?(?: management| assessment| and opportunit\w+)?|legal|financ(?:e|ial)(?: and .{3,30})?|workforce|staffing)",
    re.IGNORECASE,
)
GROUP = re.compile(
    r"(?:(?:summary of|key|main|corporate|specific|any) )*implications?(?: (?:of|and|for|arising from) .{3,60})?|"
    r"statutory officers?['’]?s? comments.{0,60}|"
    r"comments of statutory officers.{0,40}|implications? (?:and|of) .{3,60}|corporate (?:considerations|implications)|"
    r"(?:other )?considerations|cross-?cutting (?:issues|themes|implications)(?: and (?:implications|issues))?|"
    r"supplementary advice from other officers|integrated impact assessment.{0,30}",
    re.IGNORECASE,
)
RUN_IN = re.compile(r"\s*(?P<heading>[A-Z][\w ,&/'’()-]{2,70}?)\s*(?::|\s[–—-]\s)\s*(?P<text>\S.*)", re.DOTALL)
# What follows the implications, with or without a number.
END = re.compile(
    r"(?:list of )?(?:appendi|annex|background|conclusion|recommendation|reasons? for|contacts?\b|next steps|timetable|"
    r"(?:final )?(?:report )?clearance|sign|audit trail|(?:report |lead )?(?:authors?|officers?)\b|options|glossary)",
    re.IGNORECASE,
)
GENERIC = re.compile(
    r"\b(?:implications?|comments?|considerations?|assessments?|impacts?|duty|advice)\b.*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Stated:
    heading: str
    text: str
    page: int


def implications_of(sections: Sequence[ReadSection]) -> list[Implication]:
    """In the order of the report; a heading of two kinds gives its text for each."""
    return [
        Implication(kind, stated.text, stated.page)
        for stated in _stated(sections)
        for kind in kinds_of(stated.heading)
        if stated.text
    ]


def kinds_of(heading: str) -> list[str]:
    """The kinds a heading names: "Legal and financial implications" two; others in their own words."""
    words = bare(heading)
    before = GENERIC.sub("", words) or words
    found = [(match.start(), kind) for kind, pattern in KINDS if (match := re.search(pattern, before, re.IGNORECASE))]
    if found:
        return [kind for _, kind in sorted(found)]
    whole = next((kind for kind, pattern in KINDS if re.search(pattern, words, re.IGNORECASE)), "")
    return [whole or before.strip(" -–—:&,").lower() or words.lower()]


def _stated(sections: Sequence[ReadSection]) -> Iterator[Stated]:
    group: ReadSection | None = None
    for section in sections:
        if END.match(section.heading):
            group = None
        elif _is_group(section):
            group = section
            yield from _within(section)
        elif _states(section.heading) or (group and _belongs(section, group) and _is_named(section.heading)):
            yield Stated(section.heading, _text(section.paragraphs), section.page)
        elif group and not _belongs(section, group):
            group = None


def _is_group(section: ReadSection) -> bool:
    """Whether a section only gathers implications of several kinds."""
    words = bare(section.heading)
    named = any(re.search(pattern, words, re.IGNORECASE) for _, pattern in KINDS)
    return bool(GROUP.fullmatch(words)) and (not named or bool(re.match(r"implications?\b", words, re.IGNORECASE)))


def _states(heading: str) -> bool:
    words = bare(heading)
    return bool(IMPLICATION.search(words) or STATED.fullmatch(words)) and not re.match(
        r"(?:implications? of|reasons?|recommendations?|appendi|background)", words, re.IGNORECASE
    )


def _is_named(heading: str) -> bool:
    words = bare(heading)
    return any(re.search(pattern, words, re.IGNORECASE) for _, pattern in KINDS) or len(words) <= 60


def _belongs(section: ReadSection, group: ReadSection) -> bool:
    """Whether a section stands below a group: "4.2" below "4", or unnumbered before the next number."""
    if section.label:
        return section.label.startswith(f"{group.label}.") if group.label else False
    if not group.label:
        return False
    first = next((paragraph.label for paragraph in section.paragraphs if paragraph.label), "")
    return not first or first.startswith(f"{group.label}.")


def _within(section: ReadSection) -> Iterator[Stated]:
    """What the paragraphs and tables of a group state: "Financial: none", a row for each kind."""
    current: list[ReadParagraph] = []
    heading = section.heading if _states_itself(section) else ""
    for paragraph in section.paragraphs:
        rows = list(_rows(paragraph))
        if rows:
            yield from rows
            continue
        run_in = RUN_IN.match(paragraph.text)
        if run_in and (_names_kind(run_in["heading"]) or _is_brief(run_in["heading"], paragraph)):
            if heading:
                yield Stated(heading, _text(current), current[0].page)
            heading = run_in["heading"]
            current = [ReadParagraph("", run_in["text"], paragraph.page)]
        elif heading:
            current.append(paragraph)
    if heading and current:
        yield Stated(heading, _text(current), current[0].page)


def _is_brief(heading: str, paragraph: ReadParagraph) -> bool:
    """Whether a numbered paragraph of a group begins with a few words that name a further kind."""
    return bool(paragraph.label) and len(heading.split()) <= 4


def _states_itself(section: ReadSection) -> bool:
    """Whether a group says something that is of no kind: "Implications: none"."""
    return not any(RUN_IN.match(paragraph.text) or list(_rows(paragraph)) for paragraph in section.paragraphs)


def _names_kind(heading: str) -> bool:
    return (
        bool(IMPLICATION.search(heading))
        or any(re.search(pattern, heading, re.I) for _, pattern in KINDS)
        or bool(STATED.fullmatch(heading.strip()))
    )


def _rows(paragraph: ReadParagraph) -> Iterator[Stated]:
    """The rows of a table that names a kind in its first cell."""
    rows = [line.split(" | ") for line in paragraph.text.split("\n") if " | " in line]
    named = [row for row in rows if len(row) > 1 and len(row[0]) < 80 and _names_kind(row[0])]
    if len(named) >= max(1, len(rows) // 2):
        yield from (Stated(row[0], " ".join(row[1:]), paragraph.page) for row in named)


def _text(paragraphs: Sequence[ReadParagraph]) -> str:
    return "\n\n".join(paragraph.text for paragraph in paragraphs)
