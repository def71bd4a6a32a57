"""Reads of a file's description in XML (XMP) who made it and what it is called."""

import html
import re
from typing import NamedTuple

PEOPLE = re.compile(
    r"<(?:dc:creator|dc:contributor|pdf:Author|xmpRights:Owner|photoshop:AuthorsPosition|photoshop:CaptionWriter)\b[^>]*>"
    r"(.{0,2000}?)</(?:dc|pdf|xmpRights|photoshop):",
    re.DOTALL,
)
ATTRIBUTE = re.compile(r"\b(?:pdf:Author|xmpRights:Owner|photoshop:CaptionWriter)\s*=\s*(?:\"([^\"]+)\"|'([^']+)')")
TITLE = re.compile(r"<dc:title\b[^>]*>(.{0,2000}?)</dc:title>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")


class Description(NamedTuple):
    title: str
    people: list[str]


def described_in(content: bytes) -> Description:
    text = content.decode("utf-16" if content[:2] in (b"\xfe\xff", b"\xff\xfe") else "utf-8", "replace")
    people = [name for match in PEOPLE.finditer(text) for name in _texts(match[1])]
    people += [html.unescape(match[1] or match[2]).strip() for match in ATTRIBUTE.finditer(text)]
    title = TITLE.search(text)
    return Description(next(iter(_texts(title[1])), "") if title else "", list(dict.fromkeys(filter(None, people))))


def _texts(inner: str) -> list[str]:
    return [text for part in TAG.split(inner) if (text := html.unescape(part).strip())]
