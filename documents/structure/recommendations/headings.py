"""The headings of a report as they matter to its recommendations, also where the file sets them as plain text."""

import re
from collections.abc import Sequence

from documents.structure.recommendations.lines import Line

NUMBER = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.):]?|[A-Z][.)]|Section\s+\d{1,2}:?)\s+(?=\S)")
MOST_WORDS = 14

_KINDS = (
    r"(?:(?:officers?['’]?s?|key|main|final|draft|proposed|scrutiny|the|our|panel|committee|commission|review|"
    r"task group|summary of(?: the)?|list of|full list of|detailed|formal)\s+)*"
)
_WHOM = r"(?:\s*\([^)]*\))?(?:\s+(?:to|for|of|from|by)\s+(?:the\s+)?[\w'’&, -]{2,70})?"
_WITH = r"(?:conclusions?|findings|outcomes|summary|proposals?|purpose of (?:the )?report)\s*(?:and|&|/)\s*"
RECOMMENDATIONS = re.compile(
    rf"(?:{_WITH})?(?:{_KINDS}recommendation(?:s|\(s\)|/s)?(?:{_WHOM}"
    r"|\s+(?:and|&)\s+(?:reasons?|conclusions?|next steps)[\w ]*)"
    r"|(?:it is )?(?:therefore )?recommended(?: that)?|recommended (?:decisions?|actions?|that|resolutions?)"
    r"|(?:decisions?|actions?)(?:\(s\))? (?:required|requested|recommended|sought|needed)"
    r"|what .{2,40} (?:is|are|am) (?:being )?ask(?:ed|ing).{0,30}|what (?:is|are) .{2,30} (?:being )?asked to .{2,12}"
    r"|(?:this report|the (?:committee|panel|group)) makes the following recommendations?(?: to .{2,70})?"
    r"|the following recommendations? (?:is|are) made(?: to .{2,70})?"
    r"|proposed (?:decisions?|resolutions?)|matters? for decision|asks? of the (?:committee|board|cabinet)"
    r"|argymhell(?:ion|iad|iadau))",
    re.IGNORECASE,
)
# What stands under such a heading is no list of recommendations, or is one of answers to them.
ABOUT_RECOMMENDATIONS = re.compile(
    r"reasons? for|response|progress|update|background to|implement|conclusions? and reasons|rationale", re.IGNORECASE
)
SECTIONS = re.compile(
    r"synopsis|(?:executive )?summary|purpose(?: of (?:the |this )?report)?|introduction|foreword|context|"
    r"background(?: (?:information|papers|documents|reading|and context))?(?:\s*[-–(].*)?|"
    r"(?:main )?reasons?(?: for| and)?.{0,60}|(?:alternative |other )?options.{0,60}|alternatives?(?: options)?.{0,40}|"
    r".{0,60}\bimplications?(?: and risks?)?|.{0,60}\bimpact(?: assessment)?s?|.{0,30}\bassessment|conclusions?.{0,60}|"
    r"consultation.{0,40}|engagement|next steps|(?:list of )?append(?:ix|ices).{0,90}|annex(?:es)?\b.{0,90}|"
    r"attach(?:ments|ed documents)|enclosures|final report clearance|report (?:author|clearance)|"
    r"contacts?(?: details| officers?| points?)?|(?:lead|contact) officers?|authors?\b(?: of report)?.{0,60}|"
    r"financ(?:e|ial)\b.{0,60}|legal\b.{0,60}|risks?(?: .{0,60})?|time ?(?:scale|table)s?|"
    r"key (?:points|issues|considerations|facts)|(?:main )?(?:report|body of (?:the )?report)|details?|proposals?|"
    r"benefits to .{0,50}|(?:council|corporate) (?:plan|priorities|objectives|outcomes).{0,50}|wards? affected|"
    r"methodology|(?:key )?findings|evidence|acknowledgements?|glossary|membership|terms of reference|"
    r"equalit(?:y|ies)\b.{0,60}|sustainability|health and safety|crime and disorder|human resources|procurement.{0,40}|"
    r"data protection|climate.{0,60}|environment(?:al)?\b.{0,40}|biodiversity.{0,40}|well-?being.{0,60}|"
    r"section 17.{0,40}|exempt.{0,40}|access to information|urgency|call-?in|sign(?:ed|-off).{0,20}|clearance",
    re.IGNORECASE,
)
NUMBERED_PART = re.compile(
    r"(?:Section|Part|Chapter|Appendix|Annex|Theme)\s+(?:\d{1,2}|[A-Z])\s*(?:[:–-]|$)", re.IGNORECASE
)
PARTS_OF_PAPER = re.compile(
    r"(?:theme|objective|part|chapter|appendix|annex|priority|section|key line)\b", re.IGNORECASE
)


def heading_name(line: Line) -> str | None:
    """The words of a heading without its number; of a short plain line too, where they are a section's usual name."""
    if line.rows or line.is_bullet:
        return None
    words = bare_name(line.text)
    if line.kind == "heading":
        return words
    if line.kind != "text" or len(words.split()) > MOST_WORDS or re.search(r"[.;,]$", line.text):
        return None
    return words if is_recommendations(words) or is_section(words) or NUMBERED_PART.match(line.text) else None


def bare_name(text: str) -> str:
    """A heading's words without its number and colon."""
    text = NUMBER.sub("", text.strip(), count=1) if NUMBER.match(text.strip()) else text.strip()
    return text.rstrip(" :.–-").strip()


def is_recommendations(name: str) -> bool:
    """Whether what stands below a heading of this name are the paper's recommendations."""
    return any(RECOMMENDATIONS.fullmatch(part) and not ABOUT_RECOMMENDATIONS.match(part) for part in _languages(name))


def is_mixed(name: str) -> bool:
    """Whether recommendations are only one part of what stands below a heading: "Summary and recommendations"."""
    return re.match(_WITH, name, re.IGNORECASE) is not None


def is_section(name: str) -> bool:
    """Whether a heading has a usual name of a report's section."""
    return any(SECTIONS.fullmatch(part) for part in _languages(name))


def _languages(name: str) -> list[str]:
    """A heading, and the parts of one that says the same in two languages ("Argymhellion / Recommendations")."""
    return [name, *(part.strip() for part in re.split(r"\s[/|]\s", name))]


def is_part_of_paper(name: str) -> bool:
    return bool(PARTS_OF_PAPER.match(name))


def integer(line: Line) -> int | None:
    """The whole number that a heading bears ("5 Implications"), or None."""
    label = line.label or (found[0] if (found := NUMBER.match(line.text)) else "")
    return int(label.strip(" .:)")) if re.fullmatch(r"\d{1,2}[.):]?", label.strip()) else None


def is_next_section(line: Line, number: int | None) -> bool:
    """Whether a plain line is the heading of the section after the one of a number: "3 Ways forward" after 2."""
    if number is None or line.rows or line.is_bullet or integer(line) != number + 1:
        return False
    words = bare_name(line.text)
    return len(words.split()) <= MOST_WORDS and words[:1].isupper() and not re.search(r"[.;:,]$", line.text)


def is_over_numbers(lines: Sequence[Line], place: int) -> bool:
    """Whether a numbered line is the heading of the numbers below it: "1. The site" over "1.1 …"."""
    line, after = lines[place], lines[place + 1] if place + 1 < len(lines) else None
    number = line.label.rstrip(".").removesuffix(".0")
    if after is None or not number.isdigit() or re.search(r"[.;:,]$", line.text):
        return False
    return after.label.startswith(f"{number}.") and len(line.text.split()) <= MOST_WORDS
