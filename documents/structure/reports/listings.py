"""The appendices and background papers that a report lists."""

import re
from collections.abc import Iterator, Sequence

from documents.structure.reports.vocabulary import bare
from documents.structure.understood import ReadSection

APPENDICES = re.compile(
    r"(?:(?:list|schedule|use) of )?(?:appendix|appendices|annex(?:es)?|enclosures|attachments)(?: (?:to|attached|"
    r"and)\b.{0,50})?|"
    r"(?:attached|supporting|linked) (?:documents|papers)",
    re.IGNORECASE,
)
BACKGROUND = re.compile(
    r"(?:(?:list|schedule) of )?background (?:papers?|documents?|reading|reports?)(?:\W.{0,80})?|"
    r"local government act 1972.{0,80}",
    re.IGNORECASE,
)
NONE = re.compile(
    r"\W*(?:(?:there (?:are|is) )?(?:none|no (?:appendices|appendix|background (?:papers|documents)|"
    r"attachments|documents that require))\b.{0,80}|"
    r"n/?a|not applicable|nil)\W*",
    re.IGNORECASE,
)
APPENDIX_HEAD = re.compile(r"(?:appendix|annex|enclosure) (?:[A-Z]|\d{1,2}|[IVX]{1,4})\b.{0,150}", re.IGNORECASE)
COLUMNS = re.compile(
    r"(?:appendix|no\.?|number|title|description|document|name|background (?:papers?|documents?)|held at|contact|"
    r"title of (?:the )?document|letter|ref\.?)",
    re.IGNORECASE,
)
MARKER = re.compile(r"^(?:[•·▪◦–—-]|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)])\s+")
# What stands below a list of papers without a heading of its own.
END = re.compile(
    r"(?:(?:report |contact |lead |responsible )?(?:authors?|officers?)\b.{0,20}\s*(?::|\s[–—-]\s)|"
    r"contact(?: details)?\s*:|"
    r"note\s*:|(?:end of report|report ends)\b|tel(?:ephone)?\b|e-?mail\b|(?:signed|authorised|approved|cleared) by)",
    re.IGNORECASE,
)
LONGEST = 600


def appendices_in(sections: Sequence[ReadSection]) -> list[str]:
    """As listed; where none are, the headings of those that follow in the same paper."""
    listed = [text for section in sections if APPENDICES.fullmatch(bare(section.heading)) for text in _items(section)]
    listed = listed or list(_in_header(sections, APPENDICES))
    if listed or any(APPENDICES.fullmatch(bare(section.heading)) for section in sections):
        return listed
    heads = [section.heading for section in sections if APPENDIX_HEAD.fullmatch(section.heading)]
    return list(dict.fromkeys(heads))


def background_papers_in(sections: Sequence[ReadSection]) -> list[str]:
    listed = [text for section in sections if BACKGROUND.fullmatch(bare(section.heading)) for text in _items(section)]
    return listed or list(_in_header(sections, BACKGROUND))


def _in_header(sections: Sequence[ReadSection], label: re.Pattern[str]) -> Iterator[str]:
    """What the table of the report's first page says beside a label."""
    for paragraph in sections[0].paragraphs if sections and not sections[0].heading else []:
        for line in paragraph.text.split("\n"):
            cells = [cell.strip() for cell in line.split(" | ")]
            if len(cells) == 2 and label.fullmatch(bare(cells[0])) and not NONE.fullmatch(cells[1]):
                yield cells[1]


def _items(section: ReadSection) -> Iterator[str]:
    for paragraph in section.paragraphs:
        for line in re.split(r"\n+", paragraph.text):
            text = MARKER.sub("", line.strip())
            cells = [cell.strip() for cell in text.split(" | ")]
            if len(cells) > 1 and all(COLUMNS.fullmatch(cell.strip(": ")) for cell in cells if cell):
                continue
            if len(cells) > 1 and re.fullmatch(r"\d{1,2}\.?", cells[0]):
                del cells[0]
            joined = " ".join(cell for cell in cells if cell)
            if END.match(joined):
                return
            if joined and not NONE.fullmatch(joined) and len(joined) <= LONGEST:
                yield joined
