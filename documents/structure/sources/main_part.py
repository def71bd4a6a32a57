"""The main part of a page of HTML that is already sanitised and well formed."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from documents.docx.spans import span
from documents.structure.sources.inline import BOLD_OFF, BOLD_ON

READ = {"h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "br"}
BOLD = {"b", "strong"}
PARAGRAPHS = {"div", "section", "article", "main", "dt", "dd", "blockquote", "pre", "address", "caption"}
GROUPS = PARAGRAPHS | {"span", "a", "dl"}
EDGES = {"header", "footer"}
CELLS = {"td", "th"}
TABLE_PARTS = {"table", "thead", "tbody", "tr"} | CELLS
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
FURNITURE = re.compile(
    r"\b(?:skip|breadcrumb|nav(?:igation|bar)?|menu|sr-only|visually-?hidden|is-hidden|mgHide|mgFileSize|mgFooter|"
    r"cookie|share|social|pagination|(?:site|page)-?(?:header|footer)|sidebar|toolbar)\b",
    re.IGNORECASE,
)
SKIP_LINK = re.compile(r"skip (?:to|navigation)", re.IGNORECASE)
MAIN_ID = re.compile(r"main|content|main-?content|mgMainContent|modgov", re.IGNORECASE)
# The titles of items, which the commonest system prints as plain paragraphs.
TITLE = re.compile(r"\bmgAiTitleTxt\b")
FURNITURE_ROLES = {"navigation", "banner", "contentinfo", "search", "menu"}
# A cell of so many paragraphs is no cell of figures or words: the table only lays the page out.
MOST_PARAGRAPHS = 5
DEEPEST = 300


@dataclass(slots=True)
class Table:
    """A table while it is read; laid_out says that it only lays out the page."""

    paragraphs: int = 0
    laid_out: bool = False


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag that was kept, with the table it is a part of, or stands in; reach is a cell's, over columns and rows."""

    name: str
    opening: bool
    table: Table | None
    reach: str = ""

    def __str__(self) -> str:
        if self.table is None or self.table.laid_out:
            name = self.name
            if name in TABLE_PARTS:
                return "<p></p>"
            return f"<{name}>" if self.opening else f"</{name}>"
        if self.name in TABLE_PARTS:
            return f"<{self.name}{self.reach}>" if self.opening else f"</{self.name}>"
        return " • " if self.name == "li" and self.opening else " "


@dataclass(frozen=True, slots=True)
class Open:
    """An element that is being read."""

    name: str
    is_main: bool
    is_furniture: bool
    kept_as: str
    reach: str = ""


def main_part(html: str) -> str:
    """The HTML of the main part, with its bold marked; of the whole where no main part is told."""
    for inside in (True, False):
        part = MainPart(inside=inside)
        part.feed(html)
        part.close()
        kept = "".join(map(str, part.kept))
        if re.search(r"\w", re.sub(r"<[^>]*>", "", kept)):
            return kept
    return ""


class MainPart(HTMLParser):
    """Goes through the HTML and keeps what is read; inside: only what stands in the main element."""

    def __init__(self, *, inside: bool) -> None:
        super().__init__(convert_charrefs=False)
        self.inside = inside
        self.kept: list[str | Tag] = []
        self.stack: list[Open] = []
        self.tables: list[Table] = []
        self.mains = 0
        self.furniture = 0

    @property
    def is_kept(self) -> bool:
        return not self.furniture and (not self.inside or self.mains > 0)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "br":
            self._keep(" " if self.tables and not self.tables[-1].laid_out else "<br>")
            return
        kept_as = _kept_as(tag, values)
        element = Open(tag, _is_main(tag, values), self._is_furniture(tag, values), kept_as, _reach(values))
        self.stack.append(element)
        self.mains += element.is_main
        self.furniture += element.is_furniture
        self._open(element)

    def handle_endtag(self, tag: str) -> None:
        while self.stack and any(element.name == tag for element in self.stack[-DEEPEST:]):
            element = self.stack.pop()
            self._close(element)
            self.mains -= element.is_main
            self.furniture -= element.is_furniture
            if element.name == tag:
                return

    def handle_data(self, data: str) -> None:
        if not (self.stack and self.stack[-1].name == "a" and SKIP_LINK.match(data.strip())):
            self._keep(data)

    def handle_entityref(self, name: str) -> None:
        self._keep(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._keep(f"&#{name};")

    def _open(self, element: Open) -> None:
        name = element.kept_as
        if name == "table":
            if self.tables:
                self.tables[-1].laid_out = True
            self.tables.append(Table())
        elif self.tables:
            self._count(name)
        self._tag(name, opening=True, reach=element.reach)

    def _count(self, name: str) -> None:
        table = self.tables[-1]
        if name in CELLS:
            table.paragraphs = 0
        elif name == "p":
            table.paragraphs += 1
        table.laid_out = table.laid_out or name in HEADINGS or table.paragraphs > MOST_PARAGRAPHS

    def _close(self, element: Open) -> None:
        self._tag(element.kept_as, opening=False)
        if element.kept_as == "table" and self.tables:
            self.tables.pop()

    def _tag(self, name: str, *, opening: bool, reach: str = "") -> None:
        if not self.is_kept or not name:
            return
        if name in BOLD:
            self.kept.append(BOLD_ON if opening else BOLD_OFF)
        else:
            self.kept.append(Tag(name, opening, self.tables[-1] if self.tables else None, reach))

    def _keep(self, text: str) -> None:
        if self.is_kept:
            self.kept.append(text)

    def _is_furniture(self, tag: str, values: dict[str, str]) -> bool:
        if tag in EDGES and not self.mains:
            return True
        if values.get("role", "").lower() in FURNITURE_ROLES:
            return True
        named = f"{values.get('class', '')} {values.get('id', '')}"
        return tag in {"div", "ul", "a", "span", "p", "section"} and bool(FURNITURE.search(named))


def _is_main(tag: str, values: dict[str, str]) -> bool:
    return tag == "main" or values.get("role") == "main" or bool(MAIN_ID.fullmatch(values.get("id", "")))


def _reach(values: dict[str, str]) -> str:
    return "".join(f' {name}="{span(values[name])}"' for name in ("colspan", "rowspan") if name in values)


def _kept_as(tag: str, values: dict[str, str]) -> str:
    """The tag it is kept as, "" where only its words are."""
    if tag == "p" and TITLE.search(values.get("class", "")):
        return "h3"
    if tag in READ or tag in BOLD:
        return tag
    return "p" if tag in PARAGRAPHS else ""
