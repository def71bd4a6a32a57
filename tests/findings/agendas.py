"""Agendas with one problem each."""

from documents.findings import AgendaLine, PaperLine
from documents.findings.appendices import mentioned


def _labelled(*labels: str) -> list[AgendaLine]:
    return [AgendaLine(label, "Item") for label in labels]


def _with(first: int, last: int, *papers: PaperLine) -> list[AgendaLine]:
    return [AgendaLine("1", "Pool", first=first, last=last, papers=papers)]


def _speaks(words: str) -> list[AgendaLine]:
    return [AgendaLine("1", "Pool", papers=[PaperLine("Pool", mentions=list(mentioned(words)))])]


AGENDAS = [
    ("label_gap", "a number", _labelled("1", "2", "4")),
    ("label_gap", "numbers with a letter before", _labelled("A1", "A2", "A5")),
    ("label_gap", "letters after a number", _labelled("6", "7a", "7c")),
    ("label_gap", "letters alone", _labelled("5", "(a)", "(b)", "(d)")),
    ("label_gap", "Roman numbers", _labelled("5", "(i)", "(ii)", "(iv)")),
    ("label_gap", "before the first", _labelled("2", "3", "4")),
    ("range", "longer than the paper", _with(5, 20, PaperLine("Pool", 5, 18, 14))),
    ("range", "shorter than the paper", _with(5, 8, PaperLine("Pool", 5, 9, 5))),
    ("range", "beginning elsewhere", _with(7, 9, PaperLine("Pool", 5, 9, 5))),
    ("range", "another length of the file", [AgendaLine("1", "Pool", papers=[PaperLine("Pool", 5, 9, 3)])]),
    ("appendix", "listed", [AgendaLine("1", "Pool", papers=[PaperLine("Pool", appendices=["Appendix B: costs"])])]),
    ("appendix", "in a sentence", _speaks("The costs are set out in Appendix B.")),
    ("appendix", "one of several", _speaks("Annexes 1 to 3 tell more.")),
]
