from dataclasses import replace
from datetime import date

from documents.search.passages import Fragment
from documents.search.results import Group, Hit
from portal.templatetags.found import found_group, marked, page_of, result_count


def hit(paragraph: str = "") -> Hit:
    return Hit(7, "", paragraph, (), "/papers/1/x/#page-7")


def test_page_is_told_with_the_paper_for_those_who_hear_it() -> None:
    assert page_of(hit(), "Bins & bags") == 'Page 7<span class="govuk-visually-hidden"> of Bins &amp; bags</span>'


def test_paragraph_is_told_where_it_is_known() -> None:
    assert page_of(hit("4.12"), "Bins").startswith("Page 7, paragraph 4.12<")


def test_passage_is_escaped_around_its_marks() -> None:
    passage = (Fragment("<b>", marked=False), Fragment("bins", marked=True), Fragment(" & bags", marked=False))
    assert marked(passage) == "&lt;b&gt;<mark>bins</mark> &amp; bags"


def test_count_says_what_it_counts() -> None:
    assert result_count(1).endswith(" result</span>")
    assert result_count(1234) == '1,234<span class="govuk-visually-hidden"> results</span>'


def test_group_says_what_it_is_and_where_it_was_taken() -> None:
    group = Group(1, "page", "Report", "Costs", "/papers/1/", committee="Bins & Bags", item="B2", item_title="Fees")
    row = found_group(replace(group, meeting_date=date(2026, 5, 4), meeting_url="/meetings/1/"))
    assert '<p class="search-group__kind">Report</p>' in row
    assert (
        'href="/meetings/1/">Bins &amp; Bags, <time datetime="2026-05-04">4 May 2026</time></a> · Item B2 Fees' in row
    )
    assert "Also on" not in row


def test_group_names_the_pages_of_which_nothing_is_quoted() -> None:
    group = Group(1, "page", "Report", "Costs", "/papers/1/", hits=(hit(), hit("4.12")), more_hits=3)
    row = found_group(group)
    assert "Also on" in row
    assert "Page 7, paragraph 4.12<" in row
    assert '<li><a class="govuk-link" href="/papers/1/">3 more pages</a> in this paper</li>' in row


def test_meeting_that_was_found_is_named_with_its_day() -> None:
    row = found_group(Group(1, "meeting", "Meeting", "Cabinet", "/meetings/1/", meeting_date=date(2026, 5, 4)))
    assert 'Cabinet, <time datetime="2026-05-04">4 May 2026</time></a></h3>' in row
    assert "search-group__where" not in row
