"""The council's figures for the clock, with those of its part of the kingdom where it gives none of its own."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from committees.models import ClosureDay, Council
from committees.notice import (
    NO_CLOSURES,
    Reckoning,
    calendar_days_before,
    call_in_ends_on,
    clear_days_before,
    working_days_after,
)

AGENDA_CLEAR_DAYS = {"england": 5, "wales": 3, "scotland": 3, "northern_ireland": 5}
MINUTES_WORKING_DAYS = {"wales": 7}
USUAL_MINUTES_WORKING_DAYS = 10


@dataclass(frozen=True, slots=True)
class Rules:
    """Figures are days unless named otherwise; `closures` are the council's own days off, by their day."""

    jurisdiction: str = "england"
    agenda_clear_days: int = 5
    summons_clear_days: int = 5
    question_clear_days: int = 3
    saturdays_count: bool = False
    minutes_working_days: int = USUAL_MINUTES_WORKING_DAYS
    key_notice_days: int = 28
    private_notice_days: int = 28
    second_private_notice_days: int = 5
    long_notices_skip_days_off: bool = False
    call_in_working_days: int = 5
    response_months: int = 2
    paper_retention_years: int = 6
    background_retention_years: int = 4
    warning_days: int = 5
    closures: Mapping[date, str] = field(default_factory=lambda: NO_CLOSURES)

    @property
    def is_wales(self) -> bool:
        return self.jurisdiction == Council.Jurisdiction.WALES

    def before(self, day: date, clear_days: int) -> Reckoning:
        """The last working day by which to act, with `clear_days` between it and `day`."""
        return clear_days_before(
            day,
            clear_days,
            jurisdiction=self.jurisdiction,
            saturdays_count=self.saturdays_count,
            closures=self.closures,
        )

    def long_before(self, day: date, clear_days: int) -> Reckoning:
        """As `before`, for the long notices of the executive: by the calendar unless the council says otherwise."""
        return (
            self.before(day, clear_days) if self.long_notices_skip_days_off else calendar_days_before(day, clear_days)
        )

    def working_days_after(self, day: date, number: int) -> Reckoning:
        return working_days_after(day, number, jurisdiction=self.jurisdiction, closures=self.closures)

    def call_in_ends_on(self, notified: date) -> Reckoning:
        return call_in_ends_on(
            notified, self.call_in_working_days, jurisdiction=self.jurisdiction, closures=self.closures
        )


def rules_of(council: Council) -> Rules:
    """The rules of a council, with its closures: one query."""
    agenda = council.agenda_clear_days
    if agenda is None:
        agenda = AGENDA_CLEAR_DAYS[council.jurisdiction]
    minutes = council.minutes_working_days
    if minutes is None:
        minutes = MINUTES_WORKING_DAYS.get(council.jurisdiction, USUAL_MINUTES_WORKING_DAYS)
    return Rules(
        jurisdiction=council.jurisdiction,
        agenda_clear_days=agenda,
        summons_clear_days=agenda if council.summons_clear_days is None else council.summons_clear_days,
        question_clear_days=council.question_clear_days,
        saturdays_count=council.saturdays_count,
        minutes_working_days=minutes,
        key_notice_days=council.key_notice_days,
        private_notice_days=council.private_notice_days,
        second_private_notice_days=council.second_private_notice_days,
        long_notices_skip_days_off=council.long_notices_skip_days_off,
        call_in_working_days=council.call_in_working_days,
        response_months=council.response_months,
        paper_retention_years=council.paper_retention_years,
        background_retention_years=council.background_retention_years,
        warning_days=council.warning_days,
        closures=ClosureDay.objects.by_day(),
    )
