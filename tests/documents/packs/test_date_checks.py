from datetime import date

from documents.packs.date_checks import check_dates
from documents.pdf import Line, PdfPage


def page(number: int, *lines: str) -> PdfPage:
    laid = tuple(Line(text, 60, 50 + 14 * row, 300, 60 + 14 * row, 11, False) for row, text in enumerate(lines))
    return PdfPage(number, 595, 842, laid)


MEETING = date(2016, 9, 22)
PLAN = (
    "Date: Thursday 22 September 2016",
    "Tuesday 18 October 2016",
    "Monday 21 November 2016",
    "Tuesday 28 February 2017",
)


def test_weekday_that_cannot_be_right() -> None:
    (warning,) = check_dates([page(3, "Next meeting: Monday 3 January 2017")], MEETING)

    assert (warning.page, warning.message) == (3, "“Monday 3 January 2017” cannot be right: that day was a Tuesday.")


def test_weekday_and_date_on_two_lines() -> None:
    (warning,) = check_dates([page(1, "The committee meets on Monday", "3 January 2017 at noon")], MEETING)

    assert "Tuesday" in warning.message


def test_same_error_twice_on_a_page_is_told_once() -> None:
    assert len(check_dates([page(1, "Monday 3 January 2017", "Monday 3 January 2017")], MEETING)) == 1


def test_past_date_in_a_plan_of_coming_meetings() -> None:
    (warning,) = check_dates([page(21, *PLAN), page(22, "20 March 2016: Draft recommendations")], MEETING)

    assert warning.page == 22
    assert warning.message.startswith("“20 March 2016” comes after Tuesday 28 February 2017")
    assert warning.message.endswith("should it be 20 March 2017?")


def test_plan_in_order_is_no_warning() -> None:
    assert check_dates([page(21, *PLAN), page(22, "20 March 2017: Draft recommendations")], MEETING) == []


def test_date_of_a_signature_after_a_plan_is_no_warning() -> None:
    assert check_dates([page(21, *PLAN), page(22, "Date: 8 September 2016")], MEETING) == []


def test_past_date_without_a_plan_is_no_warning() -> None:
    assert check_dates([page(21, PLAN[0]), page(22, "20 March 2016: the project began")], MEETING) == []


def test_past_date_in_another_part_of_the_pack_is_no_warning() -> None:
    assert check_dates([page(21, *PLAN), page(40, "20 March 2016: the project began")], MEETING) == []


def test_weekday_without_a_year_is_no_warning() -> None:
    assert check_dates([page(1, "Monday 3 January at noon")], MEETING) == []
