"""For screens of `committees` and `documents` alike: whether a correction of what they show waits."""

from django import template

from committees.models import Decision
from documents.actions.held import waiting_of
from documents.models import Review, WaitingRecord

register = template.Library()


@register.simple_tag
def waiting_correction(of: Decision | Review) -> WaitingRecord | None:
    found: WaitingRecord | None = waiting_of(of).first()
    return found
