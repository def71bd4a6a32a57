"""What an agenda as a whole gets wrong."""

import pytest

from documents.findings import AgendaLine, PaperLine, look_at_agenda
from documents.findings.appendices import begun_in, mentioned
from tests.findings.agendas import AGENDAS


def words_of(*lines: AgendaLine) -> list[str]:
    return [one.words for one in look_at_agenda(lines)]


def test_gap_in_labels_is_found() -> None:
    assert words_of(*(AgendaLine(label, "Item") for label in ("1", "2", "4"))) == [
        "4 follows 2: one label is left out."
    ]


def test_labels_restart_in_each_section() -> None:
    lines = [("A", "1"), ("A", "2"), ("B", "1"), ("B", "2"), ("C", "1")]

    assert words_of(*(AgendaLine(label, "Item", section) for section, label in lines)) == []


def test_pages_of_the_agenda_that_are_not_those_of_the_paper_are_found() -> None:
    paper = PaperLine("Pool", first=5, last=9, pages=5)

    found = words_of(AgendaLine("1", "Pool", first=5, last=12, papers=[paper]))

    assert found == ["1 Pool: the agenda prints pages 5 to 12, the papers are 5 to 9."]


def test_blank_page_at_the_end_of_an_item_is_no_finding() -> None:
    assert words_of(AgendaLine("1", "Pool", first=5, last=10, papers=[PaperLine("Pool", 5, 9, 5)])) == []


def test_paper_of_another_length_than_printed_is_found() -> None:
    found = words_of(AgendaLine("1", "Pool", papers=[PaperLine("Pool", 5, 9, 3)]))

    assert found == ["“Pool”: pages 5 to 9 (5) are printed, the file has 3."]


def test_paper_of_a_supplement_is_not_held_to_the_pages_the_agenda_prints() -> None:
    papers = [PaperLine("Pool", 5, 9, 5), PaperLine("Pool survey", 30, 31, 2, is_later=True)]

    assert not words_of(AgendaLine("1", "Pool", first=5, last=9, papers=papers))


def test_appendix_that_is_named_and_not_there_is_found() -> None:
    report = PaperLine("Pool", appendices=["Appendix A: plan", "Appendix B: costs"])

    found = words_of(AgendaLine("1", "Pool", papers=[report, PaperLine("Appendix A – the plan")]))

    assert found == ["“Pool” names Appendix B: costs, which is not here."]


def test_appendix_within_the_report_is_there() -> None:
    assert (
        words_of(
            AgendaLine(
                "1", "Pool", papers=[PaperLine("Pool", appendices=["Appendix 1"], headings=["Appendix 1: plan"])]
            )
        )
        == []
    )


@pytest.mark.parametrize(
    ("labels", "told"),
    [
        (["1.", "2.", "5."], "5. follows 2.: 2 labels are left out."),
        (["A1", "A2", "A4"], "A4 follows A2: one label is left out."),
        (["6", "7a", "7c"], "7c follows 7a: one label is left out."),
        (["5", "(a)", "(b)", "(d)", "6"], "(d) follows (b): one label is left out."),
        (["5", "(i)", "(ii)", "(iv)", "6"], "(iv) follows (ii): one label is left out."),
        (["9.1", "9.2", "9.4"], "9.4 follows 9.2: one label is left out."),
        (["3", "4", "5"], "The agenda begins with 3: 2 labels are left out."),
    ],
)
def test_gap_of_any_form_is_found(labels: list[str], told: str) -> None:
    assert told in words_of(*(AgendaLine(label, "Item") for label in labels))


@pytest.mark.parametrize(
    "labels",
    [
        ["1", "2", "3a", "3b", "4"],
        ["1", "2", "(a)", "(b)", "(c)", "3", "(a)"],
        ["1", "(i)", "(ii)", "(iii)", "(iv)", "(v)", "2"],
        ["1", *(f"({letter})" for letter in "abcdefghijk"), "2"],
        ["41", "42", "43"],
        ["", "1", "", "2"],
    ],
)
def test_labels_without_a_gap_are_no_finding(labels: list[str]) -> None:
    assert words_of(*(AgendaLine(label, "Item") for label in labels)) == []


def test_appendix_that_sentences_speak_of_is_found() -> None:
    report = PaperLine("Pool", mentions=list(mentioned("The costs are in Appendix B, and the plan is at Appendix A.")))

    found = words_of(AgendaLine("1", "Pool", papers=[report, PaperLine("Appendix A – the plan")]))

    words = "The costs are in Appendix B, and the plan is at Appendix"
    assert found == [f"“Pool” speaks of Appendix B, which is not here: “… {words} …”."]


@pytest.mark.parametrize(
    ("words", "marks"),
    [
        ("as set out in Appendix 2 below", ["2"]),
        ("see Annex C.", ["C"]),
        ("Appendices A to C are attached", ["A", "B", "C"]),
        ("Appendices 1, 2 and 4 tell more", ["1", "2", "4"]),
        ("Appendix 4 to the Code of Conduct", []),
        ("Appendix 2 of that report", []),
        ("the guidance of 2019, Appendix 3, says", []),
        ("an appendix to this report", []),
    ],
)
def test_appendices_that_words_speak_of(words: str, marks: list[str]) -> None:
    assert [mark for mark, _words in mentioned(words)] == marks


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Page 11\nAppendix 1: The picture of young people", {"1"}),
        ("1\n2\n3\n4\n5\n6\nthe last words.\nAppendix 2\nWitnesses", {"2"}),
        ("1\n2\n3\n4\n5\n6\nAppendix 2: in the list of appendices", set()),
    ],
)
def test_appendices_that_begin_on_a_page(text: str, marks: set[str]) -> None:
    assert begun_in(text) == marks


@pytest.mark.parametrize(("kind", "what", "lines"), AGENDAS, ids=[f"{kind}: {what}" for kind, what, _lines in AGENDAS])
def test_seeded_problem_of_an_agenda_is_found(kind: str, what: str, lines: list[AgendaLine]) -> None:
    assert {one.kind for one in look_at_agenda(lines)} == {kind}
