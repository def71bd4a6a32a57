"""What a Word document holds besides the words that are read in it."""

import re
from collections.abc import Iterator
from typing import Any

from documents.docx_worker.parts import TEXTS, Element, Unsafe, parse, read_parts
from documents.signing import SIGNED

CHANGES = {
    "w:ins": "Added",
    "w:del": "Taken out",
    "w:moveFrom": "Moved from here",
    "w:moveTo": "Moved to here",
    "w:cellIns": "Cell added",
    "w:cellDel": "Cell taken out",
}
PALE = re.compile(r"^(?:f[a-f0-9]){3}$", re.IGNORECASE)
SMALLEST = 6  # half points
WHITE_OF_THEME = ("background1", "bg1", "light1")
BLACK = ("black", "000000", "auto", "")
MOST = 60


def facts_of(path: str) -> dict[str, Any]:
    """As documents.pdf.facts.FileFacts has them."""
    parts = read_parts(path)
    texts = {name: parse(content) for name, content in parts.items() if TEXTS.match(name)}
    core, app = _fields(parts.get("docProps/core.xml")), _fields(parts.get("docProps/app.xml"))
    named = [("Last changed by", core.get("lastModifiedBy", "")), ("Subject", core.get("subject", ""))]
    named += [("Keywords", core.get("keywords", "")), ("Description", core.get("description", ""))]
    named += [(name, app.get(name, "")) for name in ("Company", "Manager", "Template", "HyperlinkBase")]
    return {
        "title": core.get("title", ""),
        "author": core.get("creator", ""),
        "language": core.get("language", "") or _language(parts),
        "others": [[name, words] for name, words in [*named, *_custom(parts)] if words],
        "attachments": [name.rpartition("/")[2] for name in parts if name.startswith("word/embeddings/")][:MOST],
        "scripts": _scripts(parts),
        "comments": list(_comments(parts))[:MOST],
        "changes": [change for text in texts.values() for change in _changes(text)][:MOST],
        "hidden": [words for text in texts.values() for words in _hidden(text)][:MOST],
        "pictures": _pictures_by_signing(texts),
    }


def _fields(content: bytes | None) -> dict[str, str]:
    """The texts of a part that has one level of elements."""
    if content is None:
        return {}
    try:
        return {one.name: one.text.strip() for one in parse(content).below() if one.text.strip()}
    except Unsafe:
        return {}


def _custom(parts: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    if "docProps/custom.xml" in parts:
        for one in parse(parts["docProps/custom.xml"]).below():
            if one.name == "property":
                yield one.attributes.get("name", ""), " ".join(inner.text for inner in one.below()).strip()


def _language(parts: dict[str, bytes]) -> str:
    for name in ("word/styles.xml", "word/document.xml"):
        if name in parts:
            for one in parse(parts[name]).below():
                if one.name == "w:lang" and one.attributes.get("w:val"):
                    return one.attributes["w:val"]
    return ""


def _scripts(parts: dict[str, bytes]) -> list[str]:
    found = ["Macros (VBA)"] if any(name.endswith("vbaProject.bin") for name in parts) else []
    if any("activeX/" in name for name in parts):
        found.append("ActiveX controls")
    return found


def _comments(parts: dict[str, bytes]) -> Iterator[list[str]]:
    for name, content in parts.items():
        if re.match(r"word/comments\w*\.xml$", name):
            for one in parse(content).below():
                if one.name == "w:comment":
                    yield ["Comment", one.words(), one.attributes.get("w:author", "")]


def _changes(text: Element) -> Iterator[list[str]]:
    for one in text.below():
        author = one.attributes.get("w:author", "")
        if one.name in CHANGES:
            yield [CHANGES[one.name], one.words(), author]
        elif one.name.endswith("PrChange"):
            yield ["Layout changed", "", author]


def _hidden(text: Element) -> Iterator[str]:
    """Words set as hidden, in white on no other ground, or too small to read."""
    for run in text.below():
        if run.name == "w:r":
            properties = next((one for one in run.children if one.name == "w:rPr"), None)
            words = run.words()
            if properties is not None and len(words) > 2 and _vanishes(properties):
                yield words


def _vanishes(properties: Element) -> bool:
    has = {one.name: one.attributes for one in properties.children}
    if "w:vanish" in has and has["w:vanish"].get("w:val", "true") not in ("0", "false", "off"):
        return True
    if "w:sz" in has and has["w:sz"].get("w:val", "24").isdecimal() and int(has["w:sz"]["w:val"]) <= SMALLEST:
        return True
    colour = has.get("w:color", {}).get("w:val", "").lower()
    pale = PALE.match(colour) or has.get("w:color", {}).get("w:themeColor") in WHITE_OF_THEME
    ground = (has.get("w:highlight", {}).get("w:val") or has.get("w:shd", {}).get("w:fill", "auto")).lower()
    if ground in ("black", "000000") and colour in BLACK:
        return True
    plain = ground in ("auto", "none", "white") or PALE.match(ground)
    return bool(pale and plain) or bool(colour and colour != "auto" and colour == ground)


NEAR = 3  # paragraphs


def _pictures_by_signing(texts: dict[str, Element]) -> int:
    """How many pictures stand in or near paragraphs with words of signing."""
    found = 0
    for text in texts.values():
        paragraphs = [one for one in text.below() if one.name == "w:p"]
        signed = [place for place, one in enumerate(paragraphs) if SIGNED.search(one.words())]
        for place, one in enumerate(paragraphs):
            if any(inner.name in ("drawing", "w:drawing", "w:pict", "pict", "w:object") for inner in one.below()):
                found += any(abs(place - sign) <= NEAR for sign in signed)
    return found
