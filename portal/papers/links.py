"""A public paper as a row of a list: what it is, where it is read, and the file with its type, pages and size."""

from dataclasses import dataclass
from typing import Self

from django.utils.translation import ngettext

from committees.addresses import address_of
from documents.models import Document, StoredFile
from portal.templatetags import portal as said

FILE_TYPES = {StoredFile.Kind.PDF: ("PDF", "pdf"), StoredFile.Kind.DOCX: ("Word", "docx")}


@dataclass(frozen=True, slots=True)
class PaperLink:
    """`name` is the kind and title; `facts` are of its file, as “PDF, 12 pages, 240 KB”.

    A paper without a file of its own has an empty `file_address`, and only its pages in `facts`. `size` is in bytes.
    """

    id: int
    name: str
    title: str
    address: str
    facts: str
    file_type: str = ""
    file_address: str = ""
    size: int | None = None

    @property
    def short_address(self) -> str:
        """What is printed beside it."""
        return address_of("paper_short", self.id)

    @classmethod
    def of(cls, document: Document) -> Self:
        """Of a public document, its `current_version__served` selected with it."""
        version = document.current_version
        if version is None:
            raise ValueError(f"Document {document.pk} has no version to link to")
        slug, served = document.slug, version.served
        file_type, ending = FILE_TYPES.get(StoredFile.Kind(served.kind), ("File", "bin")) if served else ("", "")
        pages = ngettext("%(pages)s page", "%(pages)s pages", version.page_count) % {"pages": version.page_count}
        return cls(
            id=document.pk,
            name=_name(document),
            title=document.title,
            address=address_of("paper", document.pk, slug),
            facts=f"{file_type}, {pages}, {said.size(served.size)}" if served else pages,
            file_type=file_type,
            file_address=address_of("paper_file", document.pk, slug, ending) if served else "",
            size=served.size if served else None,
        )


def _name(document: Document) -> str:
    """The kind before the title, unless the title says it: “Minutes of 3 May” needs no “Minutes” before it."""
    label, title = Document.Kind(document.kind).label, document.title.casefold()
    is_front_sheet = document.kind == Document.Kind.FRONT_SHEET and "front sheet" in title
    return document.title if is_front_sheet or title.startswith(label.casefold()) else f"{label}: {document.title}"
