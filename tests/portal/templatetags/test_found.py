from documents.search.passages import Fragment
from documents.search.results import Hit
from portal.templatetags.found import marked, page_of, result_count


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
