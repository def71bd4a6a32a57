"""What is found in the words of a paper, and what is left alone."""

import pytest

from documents.findings import Found, Own, Paper, PaperPage, look
from documents.findings.names import gives_away
from documents.findings.numbers import has_check_digit
from tests.findings.seeded_words import WORDS
from tests.findings.words import ORDINARY

OWN = Own.of(["rosa.lind@millbrook.gov.uk", "020 7946 0000", "hello@millbrook.example"], ["1 High Street, Millbrook"])


def found_in(*lines: str, kind: str = "report") -> list[Found]:
    return look(Paper("A report", [PaperPage(1, "\n".join(lines))], kind=kind, own=OWN))


@pytest.mark.parametrize(("kind", "words"), [(kind, words) for kind, texts in WORDS.items() for words in texts])
def test_words_that_should_not_go_out_are_found(kind: str, words: str) -> None:
    assert {one.kind for one in found_in(*ORDINARY[:5], *words.splitlines(), *ORDINARY[20:])} == {kind}


def test_nothing_is_found_in_ordinary_words() -> None:
    assert found_in(*ORDINARY) == []


@pytest.mark.parametrize(
    "words",
    [
        "Email: info@ageconcern.example or press.office@bus.example",
        "Write to hello@millbrook.example or to any.officer@millbrook.gov.uk",
        "Constable Doe, j.doe@millshire.police.uk",
        "Report author: Ann Green, ann.green@partner.example, 07700 900111",
        "Ring the council on 020 7946 0123, or 0800 123 4567",
        "The helpline of the hospital is 01632 960 222",
        "The reference number is 0123456789 and the sum £07,700,900",
    ],
)
def test_work_contacts_are_no_findings(words: str) -> None:
    assert found_in(words) == []


def test_private_address_among_the_contacts_of_a_report_is_found() -> None:
    assert [one.words for one in found_in("Report author: Ann Green", "ann.green@gmail.com")] == ["ann.green@gmail.com"]


@pytest.mark.parametrize(
    "words",
    [
        "The site is land at 14 Acacia Road, Millbrook MB3 4QT, and the application is for two flats.",
        "The office of the council at 1 High Street, Millbrook MB1 1AA, is closed.",
        "Licence for The Crown public house, 7 Mill Lane, Millbrook MB3 4QT",
        "In 2016 Station Road was closed for 14 days.",
        "Application 24/01234/FUL: 9 Acacia Road, Millbrook MB3 4QT, a porch",
    ],
)
def test_addresses_that_are_no_homes_are_no_findings(words: str) -> None:
    assert found_in(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "This report is not exempt from publication.",
        "Exempt/Non-exempt",
        "Where exempt information is likely to be disclosed, the public may be asked to leave.",
        "To exclude the press and public under paragraph 3 of Schedule 12A of the Local Government Act 1972.",
        "The line is confidential and free, and charities are exempt from business rates.",
        "Restricted parking zones",
        "Exempt accommodation",
        "Confidential helpline",
    ],
)
def test_ordinary_sentences_about_exemption_are_no_findings(words: str) -> None:
    assert found_in(words) == []


def test_standing_text_of_an_agenda_is_no_finding() -> None:
    assert (
        found_in("EXEMPT ITEMS", "Not for publication: items 9 and 10, Schedule 12A paragraph 3", kind="front_sheet")
        == []
    )


@pytest.mark.parametrize(("number", "holds"), [("943 476 5919", True), ("943 476 5918", False), ("1234567890", False)])
def test_check_digit_of_an_nhs_number(number: str, holds: bool) -> None:
    assert has_check_digit(number) is holds


def test_number_whose_check_digit_fails_is_no_finding() -> None:
    assert found_in("NHS number 943 476 5918") == []


def test_fault_in_one_check_is_a_finding_and_stops_no_other() -> None:
    def broken(paper: Paper) -> list[Found]:
        raise ValueError

    def sound(paper: Paper) -> list[Found]:
        return [Found("email", "a@b.example", 1)]

    found = look(Paper("A report", []), {"birds": broken, "emails": sound})

    assert [(one.kind, one.words) for one in found] == [
        ("unchecked", "A fault stopped the look for birds."),
        ("email", "a@b.example"),
    ]


def test_page_full_of_one_kind_is_told_as_a_number() -> None:
    found = found_in(*(f"Call 07700 9{number:05}" for number in range(10_000, 10_030)))

    assert len(found) == 13
    assert found[-1].words == "and 18 more on this page"


def test_form_text_of_a_page_is_one_finding() -> None:
    pages = [PaperPage(1, "Delete as appropriate\n[insert name]"), PaperPage(2, "Choose an item.")]

    found = look(Paper("A report", pages, own=OWN))

    assert [(one.words, one.page) for one in found] == [
        ("Delete as appropriate; [insert name]", 1),
        ("Choose an item", 2),
    ]


@pytest.mark.parametrize("title", ["Forward plan", "Work programme of the committee"])
def test_what_is_to_be_confirmed_in_a_plan_is_no_form_text(title: str) -> None:
    assert look(Paper(title, [PaperPage(1, "TBC\nDate: TBC")])) == []


@pytest.mark.parametrize(
    "name",
    [
        "Exempt Appendix A.pdf",
        "APPENDIX 2 - EXEMPT.pdf",
        "report_exempt.pdf",
        "ExemptReport.pdf",
        "Part2 report.pdf",
        "PART II.pdf",
        "Part-2-Minutes.pdf",
        "part_b_report.pdf",
        "Confidential legal advice.docx",
        "confidentialappendix.pdf",
        "Not for publication.pdf",
        "NotForPublication.pdf",
        "NFP Appendix.pdf",
        "Private report.pdf",
        "Restricted - tender evaluation.pdf",
        "tender (unredacted).pdf",
        "Schedule 12A report.pdf",
        "Sch12A.pdf",
        "para 3 report.pdf",
        "Appendix B commercially sensitive.pdf",
        "Commercial in confidence.pdf",
        "Official-Sensitive.pdf",
        "legal advice privileged.pdf",
        "Legally privileged.pdf",
        "closed session minutes.pdf",
        "Closed minutes.pdf",
        "Pink paper.pdf",
        "internal only.pdf",
        "not public.pdf",
        "non-public appendix.pdf",
        "Appendix C (Part II).pdf",
        "Redacted and unredacted.pdf",
        "embargoed.pdf",
        "STRICTLY PRIVATE.pdf",
        "in camera.pdf",
        "item 12 - exempted.pdf",
        "Draft Confidential V2.docx",
        "Disciplinary hearing J Smith.pdf",
        "Settlement agreement - Jane Doe.pdf",
        "Whistleblowing investigation.pdf",
    ],
)
def test_name_that_gives_away_is_found(name: str) -> None:
    assert gives_away(name)


@pytest.mark.parametrize(
    "name",
    [
        "Private hire licensing policy.pdf",
        "Non-exempt report.pdf",
        "Private rented sector.pdf",
        "report.pdf",
        "Part 1 report.pdf",
        "Open report.pdf",
        "Appendix B.pdf",
        "Business rates exemption scheme.pdf",
        "Part 2A contaminated land.pdf",
        "Disciplinary policy.pdf",
        "Closed circuit television policy.pdf",
        "School closed days.pdf",
        "Redacted contract.pdf",
        "Confidential waste contract.pdf",
    ],
)
def test_name_that_gives_nothing_away_is_no_finding(name: str) -> None:
    assert not gives_away(name)
