"""Whether a decision can be called in, in words. The last day is what was recorded; no hour of it is invented."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from committees.models import Decision
from portal.dates import long_date


@dataclass(frozen=True, slots=True)
class CallIn:
    """`state` is a few words for a tag of that `tone`, and `words` the sentence that explains it."""

    state: str
    words: str
    tone: str = "warn"
    is_over: bool = False


def call_in_of(decision: Decision, today: date) -> CallIn | None:
    """None for a decision that cannot be called in at all."""
    if decision.called_in_on:
        words = _("Called in on %(day)s.") % {"day": long_date(decision.called_in_on)}
        return CallIn(_("Called in"), words)
    if not decision.subject_to_call_in:
        return None
    if decision.call_in_ends_on is None:
        unknown = _("It can be called in. The last day for that is not recorded yet.")
        return CallIn(_("Can be called in"), unknown)
    last = {"day": long_date(decision.call_in_ends_on)}
    if today <= decision.call_in_ends_on:
        return CallIn(_("Can be called in"), _("Can be called in until the end of %(day)s.") % last)
    words = _("The time for call-in ended on %(day)s. No call-in is recorded.") % last
    return CallIn(_("Call-in period over"), words, "quiet", is_over=True)
