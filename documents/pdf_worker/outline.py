"""Adds bookmarks to a file that the PDF library wrote, which has no call for it.

They are added as the format provides for changes: new objects, a table of where they stand, and a trailer that
points back to the one before, all after the end of the file.
"""

import re
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


def write_outline(path: str, marks: list[Mark]) -> None:
    """Adds the bookmarks to the file; a file whose structure is not as expected is left as it is."""
    file = Path(path)
    content = file.read_bytes()
    trailer = list(TRAILER.finditer(content))
    if not trailer:
        return
    body, place = trailer[-1]["body"], int(trailer[-1]["place"])
    root, size = re.search(rb"/Root\s+" + REFERENCE, body), re.search(rb"/Size\s+(\d+)", body)
    catalogue = _object(content, int(root[1])) if root else None
    pages = _page_objects(content, catalogue) if catalogue else []
    if not (root and size and catalogue and pages) or max(mark.page for mark in marks) >= len(pages):
        return
    objects = _objects(_tree(marks, int(size[1])), pages)
    objects[int(root[1])] = _with_outline(catalogue, int(size[1]))
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


def _with_outline(catalogue: bytes, number: int) -> bytes:
    return catalogue[:-2] + b" /Outlines %d 0 R /PageMode /UseOutlines >>" % number


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
