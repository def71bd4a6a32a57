from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.structure.sources import pages_of_html


def blocks(html: str) -> list[dict[str, Any]]:
    return pages_of_html(html)[0].blocks


def words(html: str) -> list[str]:
    return pages_of_html(html)[0].text.split("\n")


def test_menus_scripts_and_skip_links_are_left_out() -> None:
    html = """<html><head><title>T</title></head><body><a href="#c">Skip to content</a><nav><p>Home</p></nav>
        <header><p>Logo</p></header><div role="main"><ul class="breadcrumb"><li>Meetings</li></ul><h1>Minutes</h1>
        <p>None.</p><script>alert(1)</script></div><footer>Contact</footer></body></html>"""

    assert words(html) == ["Minutes", "None."]


def test_whole_page_is_read_where_no_main_part_is_told() -> None:
    assert words("<body><h1>Report</h1><p>All is well.</p></body>") == ["Report", "All is well."]


def test_text_whose_tags_are_encoded_is_decoded() -> None:
    html = "<p>&lt;div class=&quot;x&quot;&gt;&lt;p&gt;To note.&lt;/p&gt;&lt;/div&gt;</p>"

    assert words(html) == ["To note."]


def test_table_of_figures_stays_a_table() -> None:
    html = "<table><tr><th>Ward</th><th>Trees</th></tr><tr><td>Abbey</td><td><p>12</p></td></tr></table>"

    assert blocks(html)[0]["rows"] == [["Ward", "Trees"], ["Abbey", "12"]]


def test_list_in_a_cell_keeps_its_bullets() -> None:
    html = "<table><tr><td>Do:<ul><li>this</li><li>that</li></ul></td><td>Chair</td></tr></table>"

    assert blocks(html)[0]["rows"] == [["Do: • this • that", "Chair"]]


def test_table_that_only_lays_out_the_page_is_read_as_paragraphs() -> None:
    html = """<table><tr><td><p>54.</p></td><td><p class="mgAiTitleTxt">Petitions</p><p>Minutes:</p>
        <table><tr><td>For</td><td>5</td></tr></table></td></tr></table>"""

    found = blocks(html)
    assert [(block["kind"], block.get("label"), block.get("text")) for block in found] == [
        ("heading", "54", "Petitions"),
        ("paragraph", None, "Minutes:"),
        ("table", None, None),
    ]


def test_bold_line_is_a_heading() -> None:
    assert [block["kind"] for block in blocks("<p><strong>Background</strong></p><p>It <b>is</b> old.</p>")] == [
        "heading",
        "paragraph",
    ]


def test_typed_bullets_are_a_list() -> None:
    (block,) = blocks("<p>·&nbsp;&nbsp;&nbsp; first</p><p>· second</p>")

    assert [item["text"] for item in block["items"]] == ["first", "second"]


def test_size_of_a_file_beside_its_link_is_left_out() -> None:
    assert words("<h2>Grants <span class='mgFileSize'>PDF 170 KB</span></h2>") == ["Grants"]


TAGS = st.sampled_from(["<p>", "</p>", "<table>", "</table>", "<tr>", "<td>", "</td>", "<ul>", "<li>", "<h2>", "<b>"])


@settings(deadline=None)
@given(st.lists(TAGS | st.text(max_size=12), max_size=40).map("".join))
def test_no_html_is_too_odd_to_read(html: str) -> None:
    pages_of_html(html)


@pytest.mark.parametrize("tag", ["div", "table", "b", "ul"])
def test_deeply_nested_html_is_read(tag: str) -> None:
    html = f"<{tag}>" * 10_000 + "deep" + f"</{tag}>" * 10_000

    assert len(pages_of_html(html)) == 1
