"""What an agenda as a whole gets wrong."""

from documents.findings import AgendaLine, PaperLine, look_at_agenda


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
