"""Adds bookmarks to a file that the PDF library wrote, which has no call for it.

They are added as the format provides for changes: new objects, a table of where they stand, and a trailer that
points back to the one before, all after the end of the file.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

TRAILER = re.compile(rb"trailer\s*<<(?P<body>.*?)>>\s*startxref\s+(?P<place>\d+)\s+%%EOF", re.DOTALL)
REFERENCE = rb"(\d+)\s+(\d+)\s+R"


@dataclass(slots=True)
class Mark:
    """A bookmark: its level (from 0), title, and page (from 0)."""

    level: int
    title: str
    page: int


@dataclass(slots=True)
class Node:
    """A bookmark as an object of the file; the outline itself is the root, without a mark."""

    number: int
    mark: Mark | None = None
    parent: "Node | None" = None
    children: list["Node"] = field(default_factory=list)


def write_outline(path: str, marks: list[Mark], labels: Sequence[str] = ()) -> None:
    """Adds the bookmarks, and a label for each page, to the file.

    A file whose structure is not as expected is left as it is. An empty label stands for a front page: “i”, “ii”.
    """
    file = Path(path)
    content = file.read_bytes()
    trailer = list(TRAILER.finditer(content))
    if not trailer:
        return
    body, place = trailer[-1]["body"], int(trailer[-1]["place"])
    root, size = re.search(rb"/Root\s+" + REFERENCE, body), re.search(rb"/Size\s+(\d+)", body)
    catalogue = _object(content, int(root[1])) if root else None
    pages = _page_objects(content, catalogue) if catalogue else []
    if not (root and size and catalogue and pages) or max((mark.page for mark in marks), default=0) >= len(pages):
        return
    objects = _objects(_tree(marks, int(size[1])), pages) if marks else {}
    entries = b" /Outlines %d 0 R /PageMode /UseOutlines" % int(size[1]) if marks else b""
    objects[int(root[1])] = catalogue[:-2] + entries + page_labels(labels) + b" >>"
    file.write_bytes(content + _addition(objects, len(content), body, place))


def _tree(marks: list[Mark], first_number: int) -> list[Node]:
    """The outline's root and every bookmark, each below the last one of a lower level."""
    nodes = [Node(first_number)]
    open_nodes = [nodes[0]]
    for number, mark in enumerate(marks, start=first_number + 1):
        while len(open_nodes) > 1 and (open_nodes[-1].mark or mark).level >= mark.level:
            open_nodes.pop()
        node = Node(number, mark, open_nodes[-1])
        node.parent.children.append(node) if node.parent else None
        nodes.append(node)
        open_nodes.append(node)
    return nodes


def _objects(nodes: list[Node], pages: list[bytes]) -> dict[int, bytes]:
    return {node.number: _dictionary(node, pages) for node in nodes}


def _dictionary(node: Node, pages: list[bytes]) -> bytes:
    entries = []
    if node.mark is None or node.parent is None:
        entries.append(f"/Type /Outlines /Count {len(node.children)}".encode())
    else:
        title = (b"\xfe\xff" + node.mark.title.encode("utf-16-be", "replace")).hex().encode()
        entries.append(b"/Title <" + title + b"> /Dest [" + pages[node.mark.page] + b" /Fit]")
        entries.append(f"/Parent {node.parent.number} 0 R".encode())
        entries += _neighbours(node, node.parent)
    if node.children:
        entries.append(f"/First {node.children[0].number} 0 R /Last {node.children[-1].number} 0 R".encode())
        if node.mark is not None:
            entries.append(f"/Count -{len(node.children)}".encode())  # closed until a reader opens it
    return b"<< " + b" ".join(entries) + b" >>"


def _neighbours(node: Node, parent: Node) -> list[bytes]:
    place = next(number for number, child in enumerate(parent.children) if child is node)
    entries = []
    if place > 0:
        entries.append(f"/Prev {parent.children[place - 1].number} 0 R".encode())
    if place + 1 < len(parent.children):
        entries.append(f"/Next {parent.children[place + 1].number} 0 R".encode())
    return entries


def _object(content: bytes, number: int) -> bytes | None:
    """The text of an object that is a dictionary, its brackets included."""
    match = re.search(rb"(?<!\d)%d 0 obj\s*(<<.*?>>)\s*endobj" % number, content, re.DOTALL)
    return match[1] if match else None


def _page_objects(content: bytes, catalogue: bytes) -> list[bytes]:
    """A reference to each page, from the one flat list that the library writes."""
    pages = re.search(rb"/Pages\s+" + REFERENCE, catalogue)
    tree = _object(content, int(pages[1])) if pages else None
    kids = re.search(rb"/Kids\s*\[(.*?)\]", tree, re.DOTALL) if tree else None
    return [b"%s %s R" % match for match in re.findall(REFERENCE, kids[1])] if kids else []


def page_labels(labels: Sequence[str]) -> bytes:
    """The entry of the catalogue that tells a reader what each page is called; nothing for no labels."""
    ranges: list[bytes] = []
    previous: tuple[str, int] | None = None
    for page, label in enumerate(labels):
        kind, number = _counted(label)
        goes_on = previous is not None and previous[0] == kind and (not number or number == previous[1] + 1)
        if not goes_on:
            ranges.append(b"%d %s" % (page, _label(kind, number)))
        previous = kind, number
    return b" /PageLabels << /Nums [" + b" ".join(ranges) + b"] >>" if ranges else b""


def _counted(label: str) -> tuple[str, int]:
    """What stands before the count, and the count: “18b” is the second of “18”, “7” the seventh of nothing."""
    if label.isdecimal():
        return "", int(label)
    if label[:-1].isdecimal() and label[-1].islower():
        return label[:-1], ord(label[-1]) - ord("a") + 1
    return ("front", 0) if not label else (f"={label}", 0)


def _label(kind: str, number: int) -> bytes:
    if kind == "front":
        return b"<< /S /r >>"
    if kind.startswith("="):
        return b"<< /P <" + (b"\xfe\xff" + kind[1:].encode("utf-16-be")).hex().encode() + b"> >>"
    if kind:
        return b"<< /P (%s) /S /a /St %d >>" % (kind.encode(), number)
    return b"<< /S /D /St %d >>" % number


def _addition(objects: dict[int, bytes], length: int, trailer: bytes, previous: int) -> bytes:
    """The objects, a table of where each stands, and the trailer."""
    written, table = b"\n", b"xref\n"
    for number, text in sorted(objects.items()):
        table += b"%d 1\n%010d 00000 n \n" % (number, length + len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, text)
    size = max(objects) + 1
    kept = re.sub(rb"/(?:Size\s+\d+|Prev\s+\d+)", b"", trailer)
    end = b"trailer\n<<%s /Size %d /Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (kept, size, previous, length + len(written))
    return written + table + end
