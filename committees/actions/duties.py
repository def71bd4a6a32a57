"""That a duty outside this site was done. Keyword-only, atomic, audited; nothing of it is public."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from committees.actions.refusals import NotAllowed
from committees.audit import recorded
from committees.models import Decision, Duty, DutyRecord, Meeting, User


@transaction.atomic
def record_duty(
    *,
    duty: str,
    of: Meeting | Decision,
    done_at: datetime,
    done_by: str,
    how: str,
    by: User | None,
) -> DutyRecord:
    """Keep when a duty was done, by whom and how. A later record corrects an earlier one, which stays in the proof."""
    if done_at > timezone.now():
        raise NotAllowed("Record it once it is done: that moment is still to come.")
    with recorded(by=by, why=f"Record duty: {Duty(duty).label}"):
        return DutyRecord.objects.create(
            meeting=of if isinstance(of, Meeting) else None,
            decision=of if isinstance(of, Decision) else None,
            duty=duty,
            done_at=done_at,
            done_by=done_by,
            how=how,
            recorded_by=by,
        )
