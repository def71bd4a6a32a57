"""The numbers that Word counts by itself, written into its paragraphs: "4.12" stands nowhere in the file's text.

Loaded by the worker alone, and so it uses the standard library alone. A label is put before a paragraph's words
between BEGINS and ENDS; bullets stay as they are.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree

# Characters that no paper prints; what is in the file by itself is taken out.
BEGINS, ENDS = "\ue010", "\ue011"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOCUMENT, NUMBERING, STYLES = "word/document.xml", "word/numbering.xml", "word/styles.xml"
DEEPEST = 9
LONGEST_LABEL = 40
ROMAN = {1000: "m", 900: "cm", 500: "d", 400: "cd", 100: "c", 90: "xc", 50: "l", 40: "xl"}
ROMAN |= {10: "x", 9: "ix", 5: "v", 4: "iv", 1: "i"}
WORDS = ("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve")


@dataclass(frozen=True)
class Level:
    """How one level of a list is counted: form is Word's name, text is its pattern ("%1.%2")."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    style: str = ""
    plain: bool = False


@dataclass
class Lists:
    """levels of each abstract list; abstract list of each list, and where it begins anew; list of each style."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    abstract: dict[str, str] = field(default_factory=dict)
    restarts: dict[str, dict[int, int]] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)


def with_numbers(content: bytes) -> bytes:
    """The Word file with its numbers written out; the same file if it counts none."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = set(archive.namelist())
        if NUMBERING not in names:
            return content
        lists = read_lists(archive.read(NUMBERING), archive.read(STYLES) if STYLES in names else None)
        document = number(archive.read(DOCUMENT), lists)
        parts = {name: archive.read(name) for name in names - {DOCUMENT}}
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as target:
        for name, part in {**parts, DOCUMENT: document}.items():
            target.writestr(name, part)
    return written.getvalue()


def read_lists(numbering: bytes, styles: bytes | None) -> Lists:
    lists = Lists()
    root = _tree(numbering)
    for abstract in root.iter(f"{WORD}abstractNum"):
        found = {_int(level, "ilvl"): _level(level) for level in abstract.iter(f"{WORD}lvl")}
        lists.levels[_attribute(abstract, "abstractNumId")] = found
    for one in root.iter(f"{WORD}num"):
        name = _attribute(one, "numId")
        lists.abstract[name] = _value(one, "abstractNumId")
        lists.restarts[name] = {
            _int(override, "ilvl"): int(begins)
            for override in one.iter(f"{WORD}lvlOverride")
            if (begins := _value(override, "startOverride")).isdecimal()
        }
    if styles is not None:
        _read_styles(_tree(styles), lists)
    return lists


def _level(level: ElementTree.Element) -> Level:
    start = _value(level, "start")
    return Level(
        form=_value(level, "numFmt") or "decimal",
        text=_value(level, "lvlText"),
        start=int(start) if start.isdecimal() and len(start) < 6 else 1,
        style=_value(level, "pStyle"),
        plain=level.find(f"{WORD}isLgl") is not None,
    )


def _read_styles(root: ElementTree.Element, lists: Lists) -> None:
    """The list and level of each paragraph style, its own or that of the style it is based on."""
    own: dict[str, tuple[str, str]] = {}
    based: dict[str, str] = {}
    for style in root.iter(f"{WORD}style"):
        name = _attribute(style, "styleId")
        based[name] = _value(style, "basedOn")
        properties = style.find(f"{WORD}pPr/{WORD}numPr")
        if properties is not None:
            own[name] = _value(properties, "numId"), _value(properties, "ilvl")
    for name in based:
        chain = list(_chain(name, based))
        number_id = next((own[one][0] for one in chain if one in own and own[one][0]), "")
        depth = next((own[one][1] for one in chain if one in own and own[one][1]), "")
        if number_id:
            lists.styles[name] = number_id, int(depth) if depth.isdecimal() else _depth_of(name, number_id, lists)


def _chain(name: str, based: dict[str, str]) -> Iterator[str]:
    for _ in range(20):
        if not name:
            return
        yield name
        name = based.get(name, "")


def _depth_of(style: str, number_id: str, lists: Lists) -> int:
    levels = lists.levels.get(lists.abstract.get(number_id, ""), {})
    return next((depth for depth, level in levels.items() if level.style == style), 0)


def number(document: bytes, lists: Lists) -> bytes:
    """The document with a label before every paragraph that Word would number."""
    root = _tree(document)
    counter = Counter(lists)
    for text in root.iter(f"{WORD}t"):
        text.text = re.sub(f"[{BEGINS}{ENDS}]", "", text.text or "")
    for paragraph in root.iter(f"{WORD}p"):
        place = _place(paragraph, lists)
        if place and (label := counter.label(*place)):
            _write(paragraph, label)
    written: bytes = ElementTree.tostring(root, encoding="utf-8")
    return written


def _place(paragraph: ElementTree.Element, lists: Lists) -> tuple[str, int] | None:
    """The list that a paragraph is in, and how deep."""
    properties = paragraph.find(f"{WORD}pPr")
    if properties is None or paragraph.find(f".//{WORD}t") is None:
        return None
    by_style = lists.styles.get(_value(properties, "pStyle"))
    own = properties.find(f"{WORD}numPr")
    number_id = _value(own, "numId") if own is not None else ""
    depth = _value(own, "ilvl") if own is not None else ""
    if number_id:
        return (number_id, int(depth) if depth.isdecimal() else by_style[1] if by_style else 0)
    if by_style and own is not None and depth.isdecimal():
        return by_style[0], int(depth)
    return by_style


class Counter:
    """Counts the paragraphs of every list as Word does: a level begins anew below the next of the level above."""

    def __init__(self, lists: Lists) -> None:
        self.lists = lists
        self.counts: dict[str, list[int | None]] = {}
        self.begun: set[str] = set()

    def label(self, number_id: str, depth: int) -> str:
        """The label of the next paragraph of a list; "" for a bullet, or where nothing is printed."""
        abstract = self.lists.abstract.get(number_id, "")
        levels = self.lists.levels.get(abstract, {})
        level = levels.get(depth)
        if level is None or not 0 <= depth < DEEPEST:
            return ""
        counts = self.counts.setdefault(abstract, [None] * DEEPEST)
        if number_id not in self.begun:
            self.begun.add(number_id)
            for one, start in self.lists.restarts.get(number_id, {}).items():
                if 0 <= one < DEEPEST:
                    counts[one] = start - 1
        before = counts[depth]
        counts[depth] = level.start if before is None else before + 1
        counts[depth + 1 :] = [None] * (DEEPEST - depth - 1)
        if level.form in ("bullet", "none"):
            return ""
        return self._printed(level, levels, counts)

    def _printed(self, level: Level, levels: dict[int, Level], counts: list[int | None]) -> str:
        def figure(match: re.Match[str]) -> str:
            other = levels.get(int(match[1]) - 1, Level())
            count = counts[int(match[1]) - 1]
            return figure_of(other.start if count is None else count, "decimal" if level.plain else other.form)

        return re.sub(r"%([1-9])", figure, level.text).strip()[:LONGEST_LABEL]


def figure_of(count: int, form: str) -> str:
    """A count as Word prints it in a form: 3 is "c" as lowerLetter, "iii" as lowerRoman."""
    if form.endswith("Letter"):
        letters = chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, 5)
        return letters.upper() if form.startswith("upper") else letters
    if form.endswith("Roman"):
        return _roman(count).upper() if form.startswith("upper") else _roman(count)
    if form == "decimalZero":
        return f"{count:02}"
    if form == "cardinalText" and 1 <= count <= len(WORDS):
        return WORDS[count - 1]
    return str(count)


def _roman(count: int) -> str:
    text = ""
    rest = min(max(count, 0), 3_999)
    for value, letters in ROMAN.items():
        text += letters * (rest // value)
        rest %= value
    return text


def _write(paragraph: ElementTree.Element, label: str) -> None:
    """Puts the label before the words, and takes the paragraph out of its list."""
    properties = paragraph.find(f"{WORD}pPr")
    if properties is None:
        return
    for old in properties.findall(f"{WORD}numPr"):
        properties.remove(old)
    none = ElementTree.SubElement(properties, f"{WORD}numPr")
    ElementTree.SubElement(none, f"{WORD}ilvl", {f"{WORD}val": "0"})
    ElementTree.SubElement(none, f"{WORD}numId", {f"{WORD}val": "0"})
    run = ElementTree.Element(f"{WORD}r")
    ElementTree.SubElement(run, f"{WORD}t").text = f"{BEGINS}{label}{ENDS}"
    paragraph.insert(list(paragraph).index(properties) + 1, run)


def _tree(part: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(part)  # noqa: S314 - only in a child process with limits on memory and time


def _attribute(element: ElementTree.Element, name: str) -> str:
    return element.get(f"{WORD}{name}", "")


def _value(element: ElementTree.Element, name: str) -> str:
    """The value of a child of an element."""
    child = element.find(f"{WORD}{name}")
    return _attribute(child, "val") if child is not None else ""


def _int(element: ElementTree.Element, name: str) -> int:
    value = _attribute(element, name)
    return int(value) if value.isdecimal() and len(value) < 6 else 0
