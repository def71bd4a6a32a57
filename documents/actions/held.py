"""Corrections of what is public already, of records that clerks type: in force at once, or held until released."""

from collections.abc import Callable, Iterable
from typing import Any, cast

from django.apps import apps
from django.db import transaction

from committees.actions import NotAllowed
from committees.models import User
from documents.actions.gate import Stopped
from documents.actions.release import Subject, needs_second_person, requests_for, send_back
from documents.models import WaitingRecord
from documents.models.findings import RECORDS, Typed

Content = dict[str, Any]  # of a form, a list of values for each field as the browser sent them


def correct_or_hold(*, of: Typed, write: Callable[[], object], content: Content, by: User) -> bool:
    """True where the correction is in force; else its form waits, and the public reads the old words.

    It waits where a second person releases, or where something was found in it. Raises what `write` raises besides.
    What another clerk wrote in one that waits is set aside; to be called where `by` was shown it, under a lock of `of`.
    """
    if not needs_second_person():
        try:
            with transaction.atomic():
                write()
                waiting_of(of).delete()
            return True
        except Stopped:
            pass
    _hold(of, content, by)
    return False


def _hold(of: Typed, content: Content, by: User) -> None:
    waiting = waiting_of(of).first() or WaitingRecord(**_field(of), written_by=by)
    if waiting.content == content:
        return
    if waiting.written_by_id != by.pk:
        waiting.set_aside, waiting.set_aside_of = waiting.content, waiting.written_by
    waiting.writers = sorted(waiting.makers)
    waiting.content, waiting.written_by = content, by
    waiting.save()


@transaction.atomic
def put_in_force(*, waiting: WaitingRecord, write: Callable[[], object]) -> None:
    """Raises what `write` raises, which asks the gate, and where it was saved again meanwhile; it then waits on."""
    type(waiting.of)._default_manager.select_for_update().get(pk=waiting.of.pk)  # as whoever saves one does
    now = WaitingRecord.objects.filter(pk=waiting.pk).first()
    if now is None or now.content != waiting.content:
        raise NotAllowed("The correction was changed after you opened this page. Look through it again below.")
    write()
    waiting.delete()


@transaction.atomic
def drop_correction(*, waiting: WaitingRecord, by: User) -> None:
    """It is not made after all: what is public stays, and nobody is asked to release it."""
    waiting.delete()
    for request in requests_for(**waiting_subject(waiting)).filter(closed_at=None):
        send_back(request=request, by=by, reason="The correction was dropped.")


def waiting_subject(waiting: WaitingRecord) -> Subject:
    return cast(Subject, waiting.field)


def waiting_of(of: Typed) -> Any:
    return WaitingRecord.objects.filter(**_field(of)).select_related("written_by")


def _field(of: Typed) -> dict[str, Typed | None]:
    return {name: of if of._meta.model_name == name else None for name in RECORDS}


def writers_in_audit(of: Typed, reasons: Iterable[str]) -> set[int]:
    """The ids of those whose changes of the row the audit has for one of these reasons."""
    events: Any = apps.get_model(of._meta.app_label, f"{of._meta.object_name}Event")._default_manager
    written = events.filter(pgh_obj=of.pk, pgh_context__metadata__why__in=list(reasons))
    return {int(user) for user in written.values_list("pgh_context__metadata__user", flat=True) if user}
