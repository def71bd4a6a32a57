"""Writes ranges of pages to files of their own.

Each is a new document into which pages are brought: deleting pages from a copy would leave what they showed in it.
"""

from documents.pdf_worker.library import bring_pages, new_document, open_document, save


def main(limits: dict[str, int], path: str, pairs: list[tuple[int, int, str]]) -> int:
    """pairs are the first and last page (from 1) and the target of each; gives how many were written."""
    source, count = open_document(path, limits)
    for first, last, target in pairs:
        document = new_document()
        bring_pages(document, source, count, first, last, 0)
        save(document, target)
    return len(pairs)
