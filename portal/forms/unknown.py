"""What of an address its page does not understand: said to the reader, where it would be ignored unseen."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

READ_ELSEWHERE = ("page", "view")  # of every list
ADDED = ("utm_", "mc_", "fbclid", "gclid", "msclkid")  # what other sites add to the links that lead here
NO_CHOICE = _("“%(name)s=%(value)s” in the address is not a choice on this page")


@dataclass(frozen=True, slots=True)
class Fault:
    """What was not understood, in words; `field` is the id of the field that it was meant for, if any."""

    words: str
    field: str = ""


def unknown_names(asked: Mapping[str, str], known: Container[str]) -> list[tuple[str, str]]:
    """The names, each with its value, that are neither known nor added by other sites; those left empty ask nothing."""
    return [
        (name, value)
        for name, value in asked.items()
        if value.strip() and name not in known and name not in READ_ELSEWHERE and not name.startswith(ADDED)
    ]


def faults_of(fields: Iterable[BoundField], unknown: Iterable[tuple[str, str]]) -> list[Fault]:
    """The errors of the fields, then the names that are no field's."""
    faults = [Fault(f"{field.label}: {error}", field.id_for_label) for field in fields for error in field.errors]
    return faults + [Fault(NO_CHOICE % {"name": name, "value": value}) for name, value in unknown]
