"""Looks for what a file holds besides the words that are seen on its pages."""

import zlib
from typing import Any

from documents.pdf_worker.describing import described_in
from documents.pdf_worker.drawings import PageLook
from documents.pdf_worker.library import open_document, page_of
from documents.pdf_worker.notes import attachments_of, notes_of, scripts_of
from documents.pdf_worker.plain import Plain, plain_copy, read_plain
from documents.pdf_worker.values import Ref, text_of

TOLD = ("Title", "Author", "CreationDate", "ModDate", "Trapped")
MOST = 20
LARGEST = 1 << 20


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
    named = {key.decode("latin-1"): text_of(plain.get(value)) for key, value in info.items()}
    described = described_in(_description(plain))
    author = named.get("Author", "")
    others = [[name, words] for name, words in named.items() if words and name not in TOLD]
    return {
        "title": named.get("Title") or described.title,
        "author": author,
        "language": text_of(plain.get(plain.catalogue.get(b"Lang"))),
        "others": others[:MOST] + [["Author", person] for person in described.people[:MOST] if person != author],
        "attachments": attachments_of(plain),
        "scripts": scripts_of(plain),
    }


def _description(plain: Plain) -> bytes:
    """The file's description of itself in XML (XMP), or nothing."""
    reference = plain.catalogue.get(b"Metadata")
    body = plain.objects.get(reference.number) if isinstance(reference, Ref) else None
    if body is None or body.stream is None or not isinstance(body.value, dict):
        return b""
    if plain.get(body.value.get(b"Filter")) is None:
        return body.stream[:LARGEST]
    try:
        return zlib.decompressobj().decompress(body.stream, LARGEST)
    except zlib.error:
        return b""
