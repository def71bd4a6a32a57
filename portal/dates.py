"""Dates within sentences that Python writes; templates have filters for theirs."""

from datetime import date

from django.utils.formats import date_format


def long_date(day: date) -> str:
    """“Thursday 3 July 2025”."""
    return date_format(day, "l j F Y")
