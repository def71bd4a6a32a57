"""Counts the pages of a document."""

from documents.pdf_worker.library import open_document


def main(limits: dict[str, int], path: str) -> int:
    return open_document(path, limits)[1]
