"""Writes a copy of a Word document without its history: properties, comments, tracked changes, attachments, macros.

Tracked changes are all accepted, as the page on the web shows them. Where that cannot be done by taking tags out (a
deleted paragraph mark or cell), nothing is written.
"""

import re
import zipfile
from xml.sax.saxutils import escape

from documents.docx_worker.parts import TEXTS, Element, Unsafe, parse, read_parts, without

DROPPED = re.compile(
    r"docProps/(?:custom\.xml|thumbnail\.\w+)|word/(?:comments\w*\.xml|people\.xml|vbaProject\.bin|vbaData\.xml|"
    r"embeddings/.*|activeX/.*|attachedToolbars\.bin|_rels/(?:comments\w*|vbaProject\.bin)\.xml\.rels|printerSettings/.*)|"
    r"customXml/.*|(?:.*/)?\[trash\]/.*|word/glossary/.*|docMetadata/.*|word/customizations\.xml"
)
# Taken out with all they hold
GONE = {
    *("w:del", "w:moveFrom", "w:commentRangeStart", "w:commentRangeEnd", "w:commentReference", "w:annotationRef"),
    *("w:moveFromRangeStart", "w:moveFromRangeEnd", "w:moveToRangeStart", "w:moveToRangeEnd", "w:numberingChange"),
    *("w:customXmlInsRangeStart", "w:customXmlInsRangeEnd", "w:customXmlDelRangeStart", "w:customXmlDelRangeEnd"),
    *("w:proofErr", "w:object"),
}
UNWRAPPED = {"w:ins", "w:moveTo"}
# A mark of a change where it stands says that a paragraph, row or cell comes or goes
MARKS = {"w:rPr", "w:trPr", "w:tcPr"}
UNSAFE = {"w:cellDel", "w:cellMerge", "w:customXmlDelRangeStart"}
REVISION = re.compile(rb"\s(?:w|w14|w15):(?:rsid\w*|paraId|textId)=\"[0-9A-Fa-f]*\"")
UNRELATED = ("attachedTemplate", "oleObject", "package", "control", "vbaProject", "customXml")
PATH = re.compile(rb"Target=\"(?:file:|[A-Za-z]:\\\\|\\\\\\\\)[^\"]*\"", re.IGNORECASE)
PROPERTIES = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title></cp:coreProperties>'
)
APP = b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
CANNOT = "Tracked changes in the Word document delete paragraphs, rows or cells, and cannot be accepted here."


def strip(path: str, target: str, title: str) -> int:
    """Gives how many parts were written."""
    parts = {name: content for name, content in read_parts(path).items() if not DROPPED.fullmatch(name)}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), _stripped(name, content, title))
    return len(parts)


def _stripped(name: str, content: bytes, title: str) -> bytes:
    if name == "docProps/core.xml":
        return PROPERTIES + CORE.format(escape(title)).encode()
    if name == "docProps/app.xml":
        return PROPERTIES + APP
    if name == "[Content_Types].xml":
        return without(content, _dropped_entries(parse(content), "PartName"))
    if name.endswith(".rels"):
        return _without_paths(without(content, _dropped_relations(parse(content))))
    if TEXTS.match(name):
        return REVISION.sub(b"", without(content, _without_changes(parse(content))))
    if name == "word/settings.xml":
        return without(content, _of_settings(parse(content)))
    return content


def _dropped_entries(outermost: Element, attribute: str) -> list[tuple[int, int]]:
    return [
        (one.start, one.end)
        for one in outermost.below()
        if DROPPED.fullmatch(one.attributes.get(attribute, "").lstrip("/"))
    ]


def _dropped_relations(outermost: Element) -> list[tuple[int, int]]:
    """Those to parts that are left out."""
    ranges = []
    for one in outermost.below():
        leads = one.attributes.get("Target", "")
        inside = leads.lstrip("/").removeprefix("../")
        sort = one.attributes.get("Type", "").rpartition("/")[2]
        if DROPPED.fullmatch(inside) or DROPPED.fullmatch(f"word/{inside}") or sort in UNRELATED:
            ranges.append((one.start, one.end))
    return ranges


def _without_paths(content: bytes) -> bytes:
    """Links to files on somebody's computer lead nowhere; the text that refers to them stays as it is."""
    return PATH.sub(b'Target="about:blank"', content)


def _of_settings(outermost: Element) -> list[tuple[int, int]]:
    names = {"w:rsids", "w:attachedTemplate", "w:trackRevisions", "w:revisionView", "w:docVars", "w:documentProtection"}
    return [(one.start, one.end) for one in outermost.below() if one.name in names]


def _without_changes(outermost: Element) -> list[tuple[int, int]]:
    """The ranges of bytes to leave out, so that every change counts as accepted. Raises Unsafe."""
    ranges: list[tuple[int, int]] = []
    waiting = [(outermost, "")]
    while waiting:
        one, above = waiting.pop()
        if one.name in UNSAFE or (one.name in ("w:del", "w:moveFrom") and above in MARKS):
            raise Unsafe(CANNOT)
        if one.name in GONE or one.name.endswith("PrChange") or one.name == "w:tblGridChange":
            ranges.append((one.start, one.end))
            continue
        if one.name == "w:cellIns" or (one.name in UNWRAPPED and above in MARKS):
            ranges.append((one.start, one.end))
            continue
        if one.name in UNWRAPPED:
            ranges += [(one.start, one.inside), (one.outside, one.end)]
        waiting += [(child, one.name) for child in one.children]
    return ranges
