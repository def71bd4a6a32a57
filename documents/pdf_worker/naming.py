"""Tells which pages of a file that the library has just written name pictures.

The library writes objects and their lists in plain sight, never packed. Wherever a page is not as it writes pages,
the page counts as naming some.
"""

import re

# What a page names apart from fonts, unless the list is empty
NAMED = re.compile(rb"/(?:XObject|Pattern|Shading)\b(?!\s*<<\s*>>)")
OBJECT = re.compile(rb"(?:^|[\r\n])(\d+) 0 obj\b(.*?)\bendobj\b", re.DOTALL)
PAGES = re.compile(rb"/Kids\s*\[((?:\s*\d+ 0 R)*)\s*\]")
REFERENCE = re.compile(rb"(\d+) 0 R")
RESOURCES = re.compile(rb"/Resources\s*(?:(\d+) 0 R|<<)")


def pages_naming_pictures(path: str, count: int) -> set[int]:
    """The places, from 0, of the pages that name any picture or pattern, of a file of count pages."""
    with open(path, "rb") as file:
        content = file.read()
    if NAMED.search(content) is None:
        return set()
    trees = PAGES.findall(content)
    pages = REFERENCE.findall(trees[0]) if len(trees) == 1 else []
    if len(pages) != count:
        return set(range(count))
    objects: dict[bytes, bytes] = {}
    for number, body in OBJECT.findall(content):
        objects[number] = objects.get(number, b"") + body  # of two with one number, either may be meant
    return {place for place, number in enumerate(pages) if _names_pictures(objects.get(number, b""), objects)}


def _names_pictures(page: bytes, objects: dict[bytes, bytes]) -> bool:
    found = RESOURCES.findall(page)
    if not found or NAMED.search(page):
        return True
    return any(number and NAMED.search(objects.get(number, b"/XObject")) for number in found)
