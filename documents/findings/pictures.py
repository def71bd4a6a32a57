"""Pages that are pictures without text, and pictures that look like signatures."""

import re
from collections.abc import Iterator

from documents.findings.subjects import Found, Paper, PaperPage
from documents.pdf.facts import PageFacts, Picture
from documents.signing import SIGNED

LETTERS = re.compile(r"\w")
FEWEST_LETTERS = 20
MOST_OF_PAGE = 0.4  # of the page's area: a picture that covers more is the page itself
MOST_STAMPED = 120  # letters of a stamp, or of the numbering of a pack
WHOLE_PAGE = 0.6
WRITING = 0.004, 0.25  # the share of a page that the ink of its writing covers
NEAR = 130.0  # points from words of signing to the picture below or beside them


def scans(paper: Paper) -> Iterator[Found]:
    """Pages that show a picture or drawing and have no text to speak of; an empty page is no scan."""
    if paper.file is None:
        return
    texts = {page.number: page.text for page in paper.pages}
    for page in paper.file.pages:
        letters = len(LETTERS.findall(texts.get(page.number, "")))
        if letters < MOST_STAMPED and any(_is_page_of_writing(one) for one in page.pictures):
            yield Found("scan", "The page is a picture: it has no text but what was stamped on it.", page.number)
        elif letters < FEWEST_LETTERS and any(one.share > MOST_OF_PAGE for one in page.pictures):
            yield Found("scan", "The page is a picture: it has no text.", page.number)
        elif letters < FEWEST_LETTERS and sum(one.share for one in page.pictures) > MOST_OF_PAGE:
            yield Found("scan", "The page is made of pictures: it has no text.", page.number)


def _is_page_of_writing(picture: Picture) -> bool:
    return picture.share > WHOLE_PAGE and WRITING[0] < picture.ink < WRITING[1]


def signatures(paper: Paper) -> Iterator[Found]:
    if paper.file is None:
        return
    texts = {page.number: page for page in paper.pages}
    for facts in paper.file.pages:
        page = texts.get(facts.number)
        if page is not None:
            yield from _signatures_on(facts, page)


def _signatures_on(facts: PageFacts, page: PaperPage) -> Iterator[Found]:
    for picture in facts.pictures:
        if picture.share > MOST_OF_PAGE:
            if SIGNED.search(page.text) and len(LETTERS.findall(page.text)) >= FEWEST_LETTERS:
                yield Found("signature", "A scanned page with words of signing: is a signature on it?", page.number)
            continue
        near = _is_by_signing(picture, facts)
        if near and picture.may_be_signature:
            box = picture.box if any(picture.box) else None  # a document that is not laid out has no places
            yield Found("signature", "A picture by words of signing.", page.number, box)
        elif picture.is_handwriting and not picture.at_edge:
            yield Found("signature", "A picture that looks like handwriting.", page.number, picture.box)


def _is_by_signing(picture: Picture, facts: PageFacts) -> bool:
    _left, top, right, bottom = picture.box
    for words, (from_left, from_top, _to_right, to_bottom) in facts.signing:
        down = max(from_top - bottom, top - to_bottom, 0.0)
        across = max(from_left - right, 0.0)
        if SIGNED.search(words) and down <= NEAR and across <= NEAR:
            return True
    return False
