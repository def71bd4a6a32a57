"""For screens of `committees` and `documents` alike: whether a correction of what they show waits."""

from django import template

from documents.actions.held import waiting_of
from documents.models import WaitingRecord
from documents.models.findings import Typed

register = template.Library()


@register.simple_tag
def waiting_correction(of: Typed) -> WaitingRecord | None:
    found: WaitingRecord | None = waiting_of(of).first()
    return found
