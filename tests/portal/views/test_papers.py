import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client

from committees.models import Access
from documents.models import Document, DocumentVersion, Listing, Page, StoredFile
from tests.builders import (
    long_ago,
    make_clerk,
    make_committee,
    make_file,
    make_item,
    make_meeting,
    make_paper,
    make_section,
)
from tests.portal.counting import queries_of

pytestmark = pytest.mark.django_db


def set_blocks(document: Document, *pages: list[dict[str, object]]) -> None:
    """The pages' blocks, in the form of documents.reading."""
    for page, blocks in zip(Page.objects.filter(version=document.current_version), pages, strict=True):
        page.blocks = blocks
        page.save()


def test_paper_shows_its_facts_and_where_it_is_taken(client: Client) -> None:
    section = make_section(meeting=make_meeting(committee=make_committee(name="Planning Committee")), letter="B")
    item = make_item(meeting=section.meeting, section=section, label="2", title="School places")
    paper = make_paper(item=item, title="Places for children", pages=("One.", "Two."), served=make_file(size=240_000))
    page = client.get(paper.get_absolute_url()).text
    assert '<h1 class="govuk-heading-xl">Places for children</h1>' in page
    assert "Planning Committee" in page
    assert "Item B2: School places" in page
    assert "(PDF, 2 pages, 240 KB)" in page


def test_paper_taken_at_several_meetings_shows_the_public_ones(client: Client) -> None:
    first, second, hidden = (make_meeting(committee=make_committee(name=name)) for name in ("Alpha", "Beta", "Gamma"))
    paper = make_paper(meeting=first)
    Listing.objects.create(document=paper, meeting=second, item=make_item(meeting=second, title="Taken again"))
    Listing.objects.create(document=paper, meeting=hidden, item=make_item(meeting=hidden, published_at=None))
    page = client.get(paper.get_absolute_url()).text
    assert "Alpha" in page
    assert "Taken again" in page
    assert "Gamma" not in page


def test_every_page_has_an_anchor_once_wherever_it_begins(client: Client) -> None:
    paper = make_paper(pages=("One.", "Two.", "Three."))
    set_blocks(
        paper,
        [{"kind": "paragraph", "text": "Goes on and on. Then", "turns": [[8, 2]]}],
        [],
        [{"kind": "paragraph", "text": "Three."}],
    )
    page = client.get(paper.get_absolute_url()).text
    assert [page.count(f'id="page-{number}"') for number in (1, 2, 3)] == [1, 1, 1]


def test_blocks_are_shown_as_what_they_are(client: Client) -> None:
    paper = make_paper(pages=("Words.",))
    set_blocks(
        paper,
        [
            {"kind": "heading", "level": 2, "text": "Background", "label": "3", "anchor": "p3"},
            {"kind": "numbered", "label": "3.1", "anchor": "p3.1", "text": "First words."},
            {"kind": "list", "items": [{"marker": "(a)", "depth": 0, "text": "lettered"}]},
            {"kind": "table", "header": True, "rows": [["Ward", ""], ["Brook", "4"]]},
            {"kind": "lines", "lines": ["one  two", "three"]},
            {"kind": "paragraph", "text": "RESOLVED:", "strong": True},
        ],
    )
    page = client.get(paper.get_absolute_url()).text
    assert re.search(r'<h2 id="p3">.*3.*Background</h2>', page)
    assert re.search(r'<p class="numbered" id="p3.1"><a class="numbered__label" href="#p3.1">3.1</a> First words', page)
    assert re.search(r"<li.*\(a\).*lettered</li>", page)
    assert '<th scope="col">Ward</th><td></td>' in page
    assert "<td>Brook</td><td>4</td>" in page
    assert "one  two<br>three" in page
    assert '<p class="strong">RESOLVED:</p>' in page


def test_contents_lead_to_the_headings(client: Client) -> None:
    paper = make_paper(pages=("Words.",))
    headings = [{"kind": "heading", "level": 2, "text": f"Part {n}", "anchor": f"h-part-{n}"} for n in range(3)]
    set_blocks(paper, headings)
    page = client.get(paper.get_absolute_url()).text
    assert 'href="#h-part-2">Part 2</a>' in page


def test_hostile_text_is_escaped_everywhere(client: Client) -> None:
    hostile = "<script>alert(1)</script>"
    paper = make_paper(title=f"Title {hostile}", pages=(hostile,))
    set_blocks(
        paper,
        [
            {"kind": "heading", "level": 2, "text": hostile, "label": hostile, "anchor": "h-x"},
            {"kind": "numbered", "label": hostile, "anchor": '"><b>', "text": hostile},
            {"kind": "list", "items": [{"marker": hostile, "depth": 0, "text": hostile}]},
            {"kind": "table", "header": False, "rows": [[hostile]]},
            {"kind": "lines", "lines": [hostile]},
        ],
    )
    page = client.get(f"{paper.get_absolute_url()}?q=alert+<script>").text
    assert "<script>alert" not in page
    assert '"><b>' not in page
    assert "&lt;<mark>script</mark>&gt;<mark>alert</mark>(1)" in page


def test_words_of_a_search_are_marked_and_their_pages_told(client: Client) -> None:
    paper = make_paper(pages=("The noise barrier.", "Nothing here.", "A barrier again."))
    page = client.get(f"{paper.get_absolute_url()}?q=barriers").text
    assert page.count("<mark>barrier</mark>") == 2
    assert "2 pages with “barriers”" in page
    assert re.findall(r'href="#page-(\d)"><span class="govuk-visually-hidden">Page', page) == ["1", "3"]


def test_a_page_with_marks_leads_to_the_nearest_others(client: Client) -> None:
    paper = make_paper(pages=("A barrier.", "None.", "A barrier.", "None.", "A barrier."))
    page = client.get(f"{paper.get_absolute_url()}?q=barrier").text
    assert re.findall(r'href="#page-(\d)">‹ previous hit', page) == ["1", "3"]
    assert re.findall(r'href="#page-(\d)">next hit', page) == ["3", "5"]


def test_marks_on_one_page_alone_lead_nowhere_else(client: Client) -> None:
    paper = make_paper(pages=("A barrier.", "None."))
    page = client.get(f"{paper.get_absolute_url()}?q=barrier").text
    assert "1 page with “barrier”" in page
    assert "next hit" not in page


def test_words_of_a_search_that_are_not_there_are_said_not_to_be(client: Client) -> None:
    page = client.get(f"{make_paper().get_absolute_url()}?q=kingfisher").text
    assert "are not in the text of this paper" in page


def test_page_images_wait_until_they_are_asked_for(client: Client) -> None:
    paper = make_paper()
    page = client.get(paper.get_absolute_url()).text
    [image] = re.findall(r"<img [^>]*>", page)
    assert f'src="/papers/{paper.pk}/pages/1.webp"' in image
    assert 'alt=""' in image
    assert 'loading="lazy"' in image
    assert page.index('<details class="sheet__image">') < page.index(image)


def test_word_document_has_no_page_images(client: Client) -> None:
    paper = make_paper(served=make_file(kind=StoredFile.Kind.DOCX, name="report.docx"))
    page = client.get(paper.get_absolute_url()).text
    assert "<img" not in page
    assert "(Word, 1 page, " in page


def test_paper_at_a_wrong_slug_moves_to_the_right_one(client: Client) -> None:
    paper = make_paper(title="School places")
    for address in (f"/papers/{paper.pk}/", f"/papers/{paper.pk}/other/"):
        response = client.get(f"{address}?q=a")
        assert (response.status_code, response["Location"]) == (301, f"/papers/{paper.pk}/school-places/?q=a")


def test_withdrawn_paper_is_gone_with_date_and_reason(client: Client) -> None:
    paper = make_paper(title="Secret title", pages=("Secret words.",))
    Document.objects.filter(pk=paper.pk).update(
        published_at=datetime(2026, 3, 1, 12, tzinfo=UTC),
        withdrawn_at=datetime(2026, 3, 5, 12, tzinfo=UTC),
        withdrawn_by=make_clerk(),
        withdrawal_reason="It held an address.",
        notice_title="Report on housing",
    )
    response = client.get(paper.get_absolute_url())
    assert response.status_code == 410
    assert "5 March 2026" in response.text
    assert "It held an address." in response.text
    assert "Report on housing" in response.text
    assert "Secret" not in response.text
    assert response["X-Robots-Tag"] == "noindex"


def test_withheld_paper_says_why_and_no_more(client: Client) -> None:
    paper = make_paper(
        title="Secret title",
        pages=("Secret words.",),
        access=Access.EXEMPT,
        exempt_paragraphs=[3],
        withheld_reason="It names a bidder.",
    )
    response = client.get(f"/papers/{paper.pk}/anything/")
    assert response.status_code == 200
    assert "financial or business affairs" in response.text
    assert "It names a bidder." in response.text
    assert "Secret" not in response.text
    assert response["X-Robots-Tag"] == "noindex"


def test_draft_paper_is_not_found_at_any_slug(client: Client) -> None:
    paper = make_paper(published_at=None)
    for address in (paper.get_absolute_url(), f"/papers/{paper.pk}/", f"/papers/{paper.pk}/x/"):
        assert client.get(address).status_code == 404


def test_corrected_paper_says_what_changed(client: Client) -> None:
    paper = make_paper(pages=("Before.",))
    stored = make_file()
    paper.current_version = DocumentVersion.objects.create(
        document=paper, number=2, original=stored, served=stored, first_page=1, last_page=1, note="Table 2 corrected"
    )
    paper.save()
    page = client.get(paper.get_absolute_url()).text
    assert "Table 2 corrected" in page
    assert "Before." not in page


def list_in_section(paper: Document) -> None:
    section = make_section(letter="C")
    item = make_item(meeting=section.meeting, section=section)
    Listing.objects.create(document=paper, meeting=section.meeting, item=item)


def test_queries_of_a_paper_do_not_grow_with_pages_or_places(client: Client) -> None:
    small, large = make_paper(pages=("One.",)), make_paper(pages=tuple(f"Page {n}." for n in range(30)))
    for paper in (small, large, large, large):
        list_in_section(paper)
    assert queries_of(client, large.get_absolute_url()) == queries_of(client, small.get_absolute_url()) <= 8


def test_papers_are_listed_newest_first(client: Client) -> None:
    older = make_paper(title="Older", published_at=long_ago() - timedelta(days=3))
    newer = make_paper(title="Newer")
    rows = client.get("/papers/").context["rows"]
    assert [row.link.id for row in rows] == [newer.pk, older.pk]


def test_papers_are_chosen_by_committee_kind_and_words(client: Client) -> None:
    meeting = make_meeting(committee=make_committee(name="Planning Committee"), date=date(2026, 3, 5))
    wanted = make_paper(meeting=meeting, title="Noise barrier", kind=Document.Kind.APPENDIX)
    make_paper(meeting=meeting, title="Noise barrier")
    make_paper(title="Noise barrier", kind=Document.Kind.APPENDIX)
    make_paper(meeting=meeting, title="Other", kind=Document.Kind.APPENDIX)
    query = {"committee": "planning-committee", "kind": "appendix", "words": "barrier noise"}
    assert [row.link.id for row in client.get("/papers/", query).context["rows"]] == [wanted.pk]


def test_papers_list_says_when_nothing_matches_or_is_there(client: Client) -> None:
    assert "No papers have been published yet." in client.get("/papers/").text
    assert "No published paper matches these choices." in client.get("/papers/?words=kingfisher").text


def test_queries_of_the_list_do_not_grow_with_papers(client: Client) -> None:
    make_paper()
    client.get("/papers/")
    few = queries_of(client, "/papers/")
    for _ in range(5):
        make_paper()
    assert queries_of(client, "/papers/") == few


def test_paper_shows_its_pages_beside_the_text_where_asked(client: Client) -> None:
    paper = make_paper(pages=("One", "Two"), served=make_file(page_count=2))
    alone, beside = client.get(paper.get_absolute_url()).text, client.get(f"{paper.get_absolute_url()}?view=pages").text
    assert 'href="?view=pages"' in alone
    assert beside.count('alt="Page 2 as printed"') == 1
    assert "Show the text alone" in beside
