"""Looks for what a file holds besides the words that are seen on its pages."""

from typing import Any

from documents.pdf_worker.drawings import PageLook
from documents.pdf_worker.library import open_document, page_of
from documents.pdf_worker.notes import attachments_of, notes_of, scripts_of
from documents.pdf_worker.plain import Plain, plain_copy, read_plain
from documents.pdf_worker.values import Ref, text_of

INFORMATION = ("Subject", "Keywords", "Creator", "Producer", "Company", "Manager", "SourceModified")


def main(limits: dict[str, int], path: str, ranges: list[tuple[int, int]]) -> dict[str, Any]:
    """Facts as documents.pdf.facts has them, of the pages (from 1) within the ranges."""
    document, count = open_document(path, limits)
    plain = read_plain(plain_copy(document))
    wanted = sorted({number for first, last in ranges for number in range(first, min(last, count) + 1)})
    objects = plain.pages()
    layered = b"OCProperties" in plain.catalogue
    pages = []
    for number in wanted:
        notes = list(notes_of(plain, objects[number - 1])) if number <= len(objects) else []
        with page_of(document, number - 1) as page:
            if page:
                look = PageLook(page, notes, suspect=layered)
                pages.append([number, look.pictures(), look.hidden(), look.comments(), look.signing()])
    return {**_information(plain), "pages": pages}


def _information(plain: Plain) -> dict[str, Any]:
    info = plain.dictionary(Ref(plain.info)) if plain.info is not None else {}
    named = {name: text_of(plain.get(info.get(name.encode()))) for name in ("Title", "Author", *INFORMATION)}
    return {
        "title": named["Title"],
        "author": named["Author"],
        "language": text_of(plain.get(plain.catalogue.get(b"Lang"))),
        "others": [[name, named[name]] for name in INFORMATION if named[name]],
        "attachments": attachments_of(plain),
        "scripts": scripts_of(plain),
    }
