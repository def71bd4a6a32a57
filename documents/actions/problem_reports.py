"""What readers tell of papers, and that it was dealt with."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from committees.models import User
from documents.models import Document, ProblemReport

A_DAY = timedelta(days=1)
MOST_A_DAY = 200  # of the whole site: who reports is not kept, so they are counted together


class TooManyReports(Exception):
    """More was reported in a day than clerks could read."""


@transaction.atomic
def report_problem(*, document: Document, kind: str, words: str, email: str, page: int | None) -> ProblemReport:
    """For the clerk's desk. Raises TooManyReports."""
    if ProblemReport.objects.filter(at__gte=timezone.now() - A_DAY).count() >= MOST_A_DAY:
        raise TooManyReports
    return ProblemReport.objects.create(document=document, kind=kind, words=words, email=email, page=page)


@transaction.atomic
def deal_with_problem(*, report: ProblemReport, by: User) -> ProblemReport:
    """It leaves the desk, and the reader's address is forgotten. What was dealt with stays so."""
    if report.dealt_with_at is None:
        report.dealt_with_at, report.dealt_with_by, report.email = timezone.now(), by, ""
        report.save(update_fields=["dealt_with_at", "dealt_with_by", "email"])
    return report
