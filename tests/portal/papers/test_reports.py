"""The page of a paper that was read as a report: its form, its citations, what it asked for and what came of it."""

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client

from committees.models import Access, Council
from documents.models import Document, Page, Report, StoredFile
from tests.builders import (
    make_action,
    make_committee,
    make_decision,
    make_file,
    make_item,
    make_meeting,
    make_paper,
    make_recommendation,
    make_response,
    make_review,
    make_section,
    make_ward,
)
from tests.portal.counting import queries_of

pytestmark = pytest.mark.django_db
BLOCKS: list[dict[str, Any]] = [
    {"kind": "heading", "level": 2, "text": "Implications", "label": "4", "anchor": "p4"},
    {"kind": "heading", "level": 3, "text": "Financial implications", "anchor": "h-financial"},
    {"kind": "numbered", "label": "4.1", "anchor": "p4.1", "text": "There are no costs that matter to anybody."},
    {"kind": "heading", "level": 3, "text": "Legal implications", "anchor": "h-legal"},
    {"kind": "paragraph", "text": "The Act of 1972 applies to all of it."},
]


def set_blocks(document: Document, *pages: list[dict[str, Any]]) -> None:
    for page, blocks in zip(Page.objects.filter(version=document.current_version), pages, strict=True):
        page.blocks = blocks
        page.save()


def make_report(document: Document, **fields: Any) -> Report:
    assert document.current_version
    return Report.objects.create(document=document, version=document.current_version, **fields)


def read(client: Client, paper: Document, **query: str) -> str:
    return client.get(paper.get_absolute_url(), query).text


def test_report_says_who_it_is_of_when_and_which_wards(client: Client) -> None:
    ward = make_ward(name="Brook")
    paper = make_paper()
    make_report(paper, report_of="Director of Housing", date=date(2026, 1, 8), wards=["Brook", "Elsewhere"])
    page = read(client, paper)
    assert "Director of Housing" in page
    assert "8 January 2026" in page
    assert f'<a class="govuk-link" href="{ward.get_absolute_url()}">Brook</a>, Elsewhere' in page


def test_report_says_who_cleared_and_wrote_it_without_their_contacts(client: Client) -> None:
    paper = make_paper()
    author = {"role": "legal implications", "name": "Bo Day", "post": "Solicitor", "phone": "020 1", "email": "b@x.org"}
    clearance = {"signed_by": "Ann Lee", "post": "Director", "date": "2026-01-02", "authors": [author]}
    make_report(paper, clearance=clearance)
    page = read(client, paper)
    for words in ("Ann Lee, Director", "2 January 2026", "Legal implications: author", "Bo Day, Solicitor"):
        assert words in page
    assert "b@x.org" not in page
    assert "020 1" not in page


def test_report_lists_its_appendices_and_background_papers(client: Client) -> None:
    item = make_item()
    paper = make_paper(item=item)
    appendix = make_paper(item=item, kind=Document.Kind.APPENDIX, title="Appendix A: the map")
    make_paper(item=item, kind=Document.Kind.APPENDIX, title="Appendix B: prices", access=Access.CONFIDENTIAL)
    make_report(
        paper,
        appendices=["Appendix A – Map", "Appendix B – Prices"],
        background_papers=["Census (https://example.org/census)"],
    )
    page = read(client, paper)
    assert f'<a class="govuk-link" href="{appendix.get_absolute_url()}">Appendix A – Map</a>' in page
    assert "<li>Appendix B – Prices</li>" in page
    assert 'href="https://example.org/census" rel="nofollow noopener"' in page


def test_implications_lead_to_where_they_stand(client: Client) -> None:
    paper = make_paper()
    set_blocks(paper, BLOCKS)
    implications = [
        {"kind": "financial", "text": "There are no costs that matter to anybody.", "page": 1},
        {"kind": "legal", "text": "The Act of 1972 applies to all of it.\n\nAnd more.", "page": 1},
        {"kind": "health", "text": "Words that are nowhere.", "page": 1},
    ]
    make_report(paper, implications=implications)
    page = read(client, paper)
    found = re.findall(r'href="#([^"]*)">(Financial|Legal|Health)</a>', page)
    assert found == [("h-financial", "Financial"), ("h-legal", "Legal"), ("page-1", "Health")]


def test_report_of_a_replaced_version_is_not_shown(client: Client) -> None:
    paper, other = make_paper(), make_paper()
    make_report(paper, report_of="Director of Secrets")
    Document.objects.filter(pk=other.pk).update(current_version=None)
    Document.objects.filter(pk=paper.pk).update(current_version=other.current_version)
    assert "Director of Secrets" not in read(client, paper)


def test_numbered_paragraph_has_an_anchor_and_a_link_to_its_citation(client: Client) -> None:
    paper = make_paper()
    set_blocks(paper, BLOCKS)
    page = read(client, paper)
    assert '<a class="numbered__label" href="#p4.1">4.1</a>' in page
    assert '<a class="cite" href="?cite=p4.1#p4.1" rel="nofollow" data-cite="paragraph 4.1, page 1">' in page


def test_citation_names_meeting_item_paper_paragraph_and_page(client: Client) -> None:
    meeting = make_meeting(committee=make_committee(name="Housing Committee"), date=date(2026, 1, 8))
    section = make_section(meeting=meeting, letter="B")
    paper = make_paper(item=make_item(meeting=meeting, section=section, label="2"), title="Damp homes")
    set_blocks(paper, BLOCKS)
    page = read(client, paper, cite="p4.1")
    cited = re.search(r"data-citation>(.*?)</p>", page)
    assert cited
    place, address = cited[1].split(". http")
    assert place == "Housing Committee, 8 January 2026, item B2, “Damp homes”, paragraph 4.1, page 1"
    assert address.endswith(f"{paper.get_absolute_url()}#p4.1")
    assert "data-citation>" not in read(client, paper, cite="p9.9")
    assert "data-citation>" not in read(client, paper)


def test_citation_of_a_hidden_place_does_not_tell_it(client: Client) -> None:
    """The item it is listed at is not published yet."""
    meeting = make_meeting()
    paper = make_paper(meeting=meeting)
    paper.listings.create(meeting=meeting, item=make_item(meeting=meeting, label="99", published_at=None))
    set_blocks(paper, BLOCKS)
    assert "item 99" not in read(client, paper, cite="p4.1")


def test_table_not_rebuilt_is_shown_as_printed_with_its_words_and_whom_to_ask(client: Client) -> None:
    meeting = make_meeting(contact_email="clerk@example.org")
    paper = make_paper(meeting=meeting, title="Budget & more", pages=("One.", "Two."))
    lines = {"kind": "lines", "lines": ["2024 2025", "£000 £000"]}
    set_blocks(paper, [{"kind": "paragraph", "text": "One."}], [lines, lines])
    page = read(client, paper)
    assert page.count("This table could not be turned into text reliably.") == 2
    assert page.count('alt="Page 2 as printed, with the table"') == 1
    assert "2024 2025<br>£000 £000" in page
    subject = "Another%20format%20of%20%E2%80%9CBudget%20%26%20more%E2%80%9D%2C%20page%202"
    assert f'href="mailto:clerk@example.org?subject={subject}"' in page


def test_other_format_is_asked_of_the_committee_or_else_the_council(client: Client) -> None:
    paper = make_paper(meeting=make_meeting(committee=make_committee(contact_email="committee@example.org")))
    other = make_paper()
    for document in (paper, other):
        set_blocks(document, [{"kind": "lines", "lines": ["1 2"]}])
    assert "Another%20format" not in read(client, other)
    Council.objects.create(name="Council", email="council@example.org")
    assert "mailto:committee@example.org?subject=" in read(client, paper)
    assert "mailto:council@example.org?subject=" in read(client, other)


def test_word_document_with_lines_has_no_picture_of_them(client: Client) -> None:
    paper = make_paper(served=make_file(kind=StoredFile.Kind.DOCX, name="report.docx"))
    set_blocks(paper, [{"kind": "lines", "lines": ["1 2"]}])
    assert "<img" not in read(client, paper)


def test_links_of_a_paper_are_links(client: Client) -> None:
    paper = make_paper()
    set_blocks(
        paper,
        [
            {"kind": "paragraph", "text": "See the plan.", "links": [[8, 12, "https://example.org/?a=1&b=2"]]},
            {
                "kind": "list",
                "items": [{"marker": "•", "depth": 0, "text": "a map", "links": [[2, 5, "http://b.org"]]}],
            },
            {"kind": "table", "header": False, "rows": [["x", "c"]], "links": [[0, 1, 0, 1, "mailto:c@d.org"]]},
            {"kind": "lines", "lines": ["one", "two"], "links": [[1, 0, 3, "https://e.org/"]]},
            {"kind": "paragraph", "text": "Bad link.", "links": [[0, 3, "javascript:alert(1)"]]},
        ],
    )
    page = read(client, paper)
    for link in (
        '<a class="govuk-link" href="https://example.org/?a=1&amp;b=2" rel="nofollow noopener">plan</a>',
        '<a class="govuk-link" href="http://b.org" rel="nofollow noopener">map</a>',
        '<td><a class="govuk-link" href="mailto:c@d.org" rel="nofollow noopener">c</a></td>',
        '<br><a class="govuk-link" href="https://e.org/" rel="nofollow noopener">two</a>',
    ):
        assert link in page
    assert "javascript" not in page


def test_paper_shows_what_it_asked_for_and_what_was_decided(client: Client) -> None:
    item = make_item(meeting=make_meeting(date=date(2026, 1, 8)))
    paper = make_paper(item=item)
    decision = make_decision(item=item)
    asked = {"document": paper, "kind": "meeting", "anchor": "p2.1", "item": item}
    make_recommendation(**asked, label="2.1", text="To agree the plan", decision=decision)
    make_recommendation(**asked, label="2.2", text="To thank officers")
    page = read(client, paper)
    assert '<a class="asked__label" href="#p2.1">2.1</a> <span>To agree the plan</span>' in page
    assert page.index("To agree the plan") < page.index(decision.get_absolute_url()) < page.index("To thank officers")


def test_paper_does_not_lead_to_a_hidden_decision(client: Client) -> None:
    paper = make_paper()
    hidden = make_decision(published_at=None, title="Hidden decision")
    make_recommendation(document=paper, kind="meeting", label="2.1", text="To agree the plan", decision=hidden)
    page = read(client, paper)
    assert "To agree the plan" in page
    assert hidden.get_absolute_url() not in page


def test_paper_leads_to_the_records_made_from_it(client: Client) -> None:
    paper, answer = make_paper(), make_paper()
    recommendation = make_recommendation(document=paper, text="That homes be dry")
    make_recommendation(parent=recommendation, label="a", text="A part that is not listed")
    make_response(recommendation=recommendation, document=answer)
    action = make_action(document=answer)
    page = read(client, paper)
    assert f'href="{recommendation.get_absolute_url()}">Recommendation 1</a>' in page
    assert "A part that is not listed" not in page
    page = read(client, answer)
    assert recommendation.get_absolute_url() in page
    assert f"{action.document.get_absolute_url()}actions/" in page


def test_paper_does_not_lead_to_records_of_a_hidden_review_or_paper(client: Client) -> None:
    paper, hidden = make_paper(), make_paper(published_at=None)
    unpublished = make_review(published_at=None)
    make_recommendation(document=paper, review=unpublished, text="Secret recommendation")
    make_action(document=paper, review=unpublished)
    make_response(recommendation=make_recommendation(document=hidden, text="Secret too"), document=paper)
    page = read(client, paper)
    assert "Secret" not in page
    assert "actions/" not in page


def test_queries_of_a_report_do_not_grow(client: Client) -> None:
    counts = []
    for number in (1, 9):
        item = make_item()
        paper = make_paper(item=item)
        make_report(paper, wards=[make_ward().name for _ in range(number)], appendices=["Appendix A"] * number)
        for _ in range(number):
            make_paper(item=item, title="Appendix A")
            make_recommendation(document=paper, kind="meeting", decision=make_decision(item=item))
            make_recommendation(document=paper)
            make_action(document=paper)
        counts.append(queries_of(client, paper.get_absolute_url()))
    assert counts[0] == counts[1] <= 14
