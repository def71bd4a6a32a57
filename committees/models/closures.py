from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q

from committees.models.auditing import audited

LONGEST = timedelta(days=60)


class ClosureDayQuerySet(models.QuerySet["ClosureDay"]):
    def by_day(self) -> dict[date, str]:
        """Each day on which the council is closed, with the name of the closure."""
        return {day: closure.name for closure in self for day in closure.days}


@audited
class ClosureDay(models.Model):
    """A day, or days in a row, on which the council is closed: no clear or working day, like a bank holiday."""

    name = models.CharField(max_length=120, help_text="Such as “Christmas closure”.")
    first_day = models.DateField()
    last_day = models.DateField(null=True, blank=True, help_text="Left empty for a single day.")

    objects = ClosureDayQuerySet.as_manager()

    class Meta:
        ordering = ["-first_day", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day=None) | Q(last_day__gte=F("first_day"), last_day__lte=F("first_day") + LONGEST),
                name="closure_runs_forward",
                violation_error_message="The last day is the first or a later one, at most 60 days on.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def days(self) -> list[date]:
        count = ((self.last_day or self.first_day) - self.first_day).days + 1
        return [self.first_day + timedelta(days=step) for step in range(count)]
