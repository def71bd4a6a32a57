"""What is looked at, and what is found."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from documents.contacts import bare
from documents.pdf.facts import FileFacts

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Found:
    """One finding: `words` are what it is about as printed, or what is wrong in a few words.

    page counts from 1 within the paper, and is None for the whole paper; box is left, top, right and bottom in points
    of the page as seen, and is None where the words themselves tell the place.
    """

    kind: str
    words: str
    page: int | None = None
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class PaperPage:
    """One page; `text` is as extracted, a line for each printed one, `blocks` as documents.reading has them."""

    number: int
    text: str
    blocks: Sequence[dict[str, Any]] = ()

    @property
    def lines(self) -> list[str]:
        return [" ".join(line.split()) for line in re.split(r"[\n\r\ufffe]", self.text)]


@dataclass(frozen=True, slots=True)
class Own:
    """The council's own contacts: domains as "millbrook.gov.uk", numbers of digits alone, addresses in lower case."""

    domains: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    addresses: tuple[str, ...] = ()

    @classmethod
    def of(cls, contacts: Sequence[str], addresses: Sequence[str] = ()) -> "Own":
        """From email addresses, telephone numbers and the addresses of offices and venues as they are written."""
        emails = {contact.casefold().strip() for contact in contacts if "@" in contact}
        numbers = {bare(contact) for contact in contacts if contact and "@" not in contact}
        return cls(
            domains=frozenset(email.rpartition("@")[2] for email in emails),
            numbers=frozenset(numbers),
            emails=frozenset(emails),
            addresses=tuple(" ".join(address.casefold().split()) for address in addresses if address.strip()),
        )


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper; kind is that of documents.models.Document, file what its file holds besides words, if that is known.

    `whole_file` tells whether its file was made for it alone, and not cut out of a pack.
    """

    title: str
    pages: Sequence[PaperPage]
    kind: str = "report"
    file_name: str = ""
    file: FileFacts | None = None
    own: Own = field(default_factory=Own)
    whole_file: bool = True


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper on an agenda: first and last are printed page numbers, pages how many it has.

    `appendices` are those its text lists, `headings` those that stand in it, `mentions` the marks ("A", "2") of those
    that its sentences speak of, each with a few words around it. What `is_later` came with a supplement, after the
    agenda was printed.
    """

    title: str
    first: int | None = None
    last: int | None = None
    pages: int = 0
    appendices: Sequence[str] = ()
    headings: Sequence[str] = ()
    mentions: Sequence[tuple[str, str]] = ()
    is_later: bool = False


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """An item of an agenda: first and last are the pages that the front sheet prints."""

    label: str
    title: str
    section: str = ""
    first: int | None = None
    last: int | None = None
    papers: Sequence[PaperLine] = ()
