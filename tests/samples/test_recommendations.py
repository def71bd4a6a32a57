"""Recommendations, responses and progress of real papers, word by word beside the published text."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from documents import pdf
from documents.reading import read_pages
from documents.structure.pieces import Piece, pieces_of
from documents.structure.recommendations import (
    Known,
    labelled,
    match,
    read_progress,
    read_recommendations,
    read_responses,
)
from documents.structure.sources import pages_of_file

RESPONSE = "islington/report-response-making-children-visible-2024-04-18"
PACK = "islington/pack-cssc-2016-09-22"
OPENS = re.compile(r"\*\*Recommendation (\w+): ")


def paper(path: Path, first: int = 1, last: int = 10_000) -> list[Piece]:
    """The pieces of those pages of a file that are one paper."""
    if path.suffix == ".txt":
        return pieces_of(pages_of_file(path))
    return pieces_of(read_pages(pdf.read(path).pages[first - 1 : last]))


def words(text: str) -> list[str]:
    """The words alone: no marks of type or of links, no numbers of paragraphs, and nothing of how lines break."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text).replace("**", "")
    text = re.sub(r"(?m)^\s*(?:-\s+)?\d\.\d{1,2}\s+", "", text)
    text = re.sub(r"(?m)^\s*[-•]\s+", "", text)
    return re.findall(r"\w+", text)


def published(text: str, end: str) -> list[tuple[str, str]]:
    """Each recommendation's number word and all that is printed from it to the next."""
    text = text[: text.index(end)]
    starts = [(found[1], found.end()) for found in OPENS.finditer(text)]
    cuts = [*(found.start() for found in OPENS.finditer(text)), len(text)]
    bounds = list(pairwise(cuts))
    return [(label, text[start:stop]) for (label, start), (_, stop) in zip(starts, bounds, strict=True)]


@pytest.mark.parametrize("ending", ["pdf", "txt"])
def test_response_paper_holds_ten_recommendations_with_whole_responses(samples: Path, ending: str) -> None:
    text = (samples / f"{RESPONSE}.txt").read_text()
    text = re.sub(r"(?m)^(?:- )?\d\.\d{1,2} ", "", text)
    told = [(label, *body.split("**Response:**")) for label, body in published(text, "5 Implications")]

    read = read_responses(paper(samples / f"{RESPONSE}.{ending}"), [])

    assert [(one.label, one.number) for one in read] == [(label, n) for n, (label, _, _) in enumerate(told, start=1)]
    for one, (_, recommendation, response) in zip(read, told, strict=True):
        assert words(one.recommendation) == words(recommendation)
        assert words(one.response) == words(response)


@pytest.mark.parametrize("ending", ["pdf", "txt"])
def test_response_paper_asks_its_meeting_for_three_things(samples: Path, ending: str) -> None:
    read = read_recommendations(paper(samples / f"{RESPONSE}.{ending}"), [])

    assert [one.label for one in read if one.to == "meeting"] == ["2.1", "2.2", "2.3"]
    assert [one.number for one in read if one.to == "executive"] == list(range(1, 11))
    assert [one.paragraph for one in read if one.to == "executive"][:2] == ["4.1", "4.6"]


@pytest.mark.parametrize("ending", ["pdf", "txt"])
def test_lettered_parts_of_the_ninth_and_tenth_are_read(samples: Path, ending: str) -> None:
    read = read_recommendations(paper(samples / f"{RESPONSE}.{ending}"), [])

    assert {one.label: [part.label for part in one.parts] for one in read if one.parts} == {
        "nine": ["a", "b", "c"],
        "ten": ["a", "b"],
    }


def test_fourth_recommendation_keeps_both_its_lists(samples: Path) -> None:
    read = read_recommendations(paper(samples / f"{RESPONSE}.pdf"), [])

    fourth = next(one for one in read if one.label == "Four")
    assert len(re.findall(r"(?m)^• ", fourth.text)) == 8


def test_pdf_and_text_of_the_response_match_each_other(samples: Path) -> None:
    known = [
        Known(place, one.number, one.label, one.text)
        for place, one in enumerate(read_recommendations(paper(samples / f"{RESPONSE}.pdf"), []))
    ]
    read = read_responses(paper(samples / f"{RESPONSE}.txt"), [])

    matches = match([labelled(one) for one in read], known)

    assert [known[one.id].label for one in matches if one.id is not None] == [one.label for one in read]
    assert all(one.confidence >= 0.95 for one in matches)


@pytest.mark.parametrize(("ending", "first", "last"), [("pdf", 23, 30), ("pdf", 1, 58), ("txt", 1, 58)])
def test_report_back_holds_ten_recommendations_with_whole_progress(
    samples: Path, ending: str, first: int, last: int
) -> None:
    text = (samples / f"{PACK}.txt").read_text()
    told = published(text, "## **4. Implications**")

    read = read_progress(paper(samples / f"{PACK}.{ending}", first, last), [])

    assert [one.number for one in read] == list(range(1, 11))
    for one, (_, body) in zip(read, told, strict=True):
        assert words(f"{one.recommendation} {one.text}") == words(body)
        assert one.recommendation == body.split("**")[0].strip()
        assert one.rag == ""


def test_report_back_asks_its_committee_once(samples: Path) -> None:
    read = read_recommendations(paper(samples / f"{PACK}.pdf", 23, 30), [])

    assert [one.label for one in read if one.to == "meeting"] == ["2.1"]
    assert [one.number for one in read if one.to == "executive"] == list(range(1, 11))
    assert read_responses(paper(samples / f"{PACK}.pdf", 23, 30), []) == []


@pytest.mark.parametrize(
    ("file", "first", "last", "labels"),
    [
        ("kent/pack-cabinet-2025-03-04.pdf", 21, 26, ["1", "2", "3"]),
        ("kent/pack-cabinet-2025-03-04.pdf", 27, 102, [""]),
        ("kent/pack-cabinet-2025-03-04.pdf", 103, 106, [""]),
        ("kent/pack-cabinet-2025-03-04.pdf", 3, 20, []),
        ("moderngov-html/report-zebra-crossing.pdf", 1, 4, ["1", "2"]),
        ("islington/report-iscp-annual-report-2023-10-31.pdf", 1, 20, ["2.1"]),
        ("islington/report-iscp-annual-report-2023-10-31.txt", 1, 20, ["2.1"]),
        ("islington/paper-executive-member-update-2018-11-22.pdf", 1, 20, []),
        ("bristol/minutes-2026-03-19.pdf", 1, 20, []),
        ("bristol/decision-notice-2026-03-19.pdf", 1, 20, []),
    ],
)
def test_other_papers_ask_their_meetings(samples: Path, file: str, first: int, last: int, labels: list[str]) -> None:
    pieces = paper(samples / file, first, last)

    read = read_recommendations(pieces, [])

    assert [one.label for one in read] == labels
    assert all(one.to == "meeting" for one in read)
    assert read_responses(pieces, []) == []
    assert read_progress(pieces, []) == []


def test_recommendation_broken_over_lines_of_a_box_is_whole(samples: Path) -> None:
    read = read_recommendations(paper(samples / "moderngov-html/report-zebra-crossing.pdf"), [])

    assert [one.text for one in read] == [
        "the result of the consultation as set out in paragraphs 1 to 9 of the report, be noted;",
        "the scheme as shown in Annex 1 to be approved for implementation, and the residents be informed of the "
        "Committee’s decision once both Committees have considered the matter.",
    ]
