"""A public paper as a row of a list: what it is, where it is read, and the file with its type, pages and size."""

from dataclasses import dataclass
from typing import Self

from django.urls import reverse

from documents.models import Document, StoredFile

FILE_TYPES = {StoredFile.Kind.PDF: ("PDF", "pdf"), StoredFile.Kind.DOCX: ("Word", "docx")}


@dataclass(frozen=True, slots=True)
class PaperLink:
    """`size` is in bytes, None until the paper has a file of its own; so is `file_address` then empty."""

    id: int
    kind: str
    title: str
    address: str
    page_count: int
    file_type: str = ""
    file_address: str = ""
    size: int | None = None

    @classmethod
    def of(cls, document: Document) -> Self:
        """Of a public document, its `current_version__served` selected with it."""
        version = document.current_version
        if version is None:
            raise ValueError(f"Document {document.pk} has no version to link to")
        served = version.served
        file_type, ending = FILE_TYPES.get(StoredFile.Kind(served.kind), ("File", "bin")) if served else ("", "")
        return cls(
            id=document.pk,
            kind=_kind(document),
            title=document.title,
            address=document.get_absolute_url(),
            page_count=version.page_count,
            file_type=file_type,
            file_address=reverse("paper_file", args=[document.pk, document.slug, ending]) if served else "",
            size=served.size if served else None,
        )


def _kind(document: Document) -> str:
    """The kind, unless the title already opens with it: “Minutes of 3 May” needs no “Minutes” before it."""
    label = document.get_kind_display()
    return "" if document.title.casefold().startswith(label.casefold()) else label
