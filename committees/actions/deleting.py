"""Deleting drafts so that they can be put back, and putting them back. What was ever public is never deleted."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.apps import apps
from django.core import serializers
from django.db import DEFAULT_DB_ALIAS, IntegrityError, connection, models, transaction
from django.db.models import Exists, OuterRef, ProtectedError, RestrictedError, Value
from django.db.models.deletion import Collector
from django.db.models.functions import Now
from django.utils import timezone

from committees.actions.refusals import NotAllowed
from committees.audit import recorded
from committees.models import AgendaItem, AgendaSection, Decision, DeletedDraft, Person, User, Ward

# How a row of a model says that the public has seen it, in its own table and in that of its events
PUBLIC_FIELDS: Mapping[str, dict[str, Any]] = {
    "published_at": {"published_at__lte": Now()},
    "is_public": {"is_public": True},
}
A_MINUTE = timedelta(minutes=1)
NO_LONGER_FITS = (
    "It cannot be put back as it was: what it belonged to is gone, or another has taken its place (the same date and "
    "time, name or address). Put back what it belonged to first, or change what stands in its place."
)


class InUse(NotAllowed):
    """Other rows rest on what was to be deleted: `by` names them."""

    def __init__(self, by: Iterable[models.Model]) -> None:
        self.by = list(by)
        super().__init__("It is in use: delete or change first what rests on it.")


@dataclass(frozen=True, slots=True)
class Release:
    """A row that stays, and what its fields become when what they point at goes."""

    row: models.Model
    fields: Mapping[str, Any]


def was_ever_public(row: models.Model) -> bool:
    """Now, or at any time that the audit knows of; a moment that is set counts, though it is still to come.

    A ward is public with its councillors, and kept for any decision: one that is deleted would be lost to it.
    """
    if isinstance(row, Ward):
        return _ward_was_public(row)
    names = {field.name for field in row._meta.get_fields()}
    for name, condition in PUBLIC_FIELDS.items():
        if name not in names:
            continue
        if getattr(row, name):
            return True
        events = getattr(type(row), "pgh_event_model", None)
        if events is None:
            continue
        told = events.objects.filter(pgh_obj_id=row.pk, **condition)
        if (told.exclude(_taken_back_in_time(events)) if name == "published_at" else told).exists():
            return True
    return False


def _taken_back_in_time(events: Any) -> Exists:
    """Of an event with a moment of publication: whether another was set, or none, a minute or more before it came."""
    later = events.objects.filter(pgh_obj_id=OuterRef("pgh_obj_id"), pgh_id__gt=OuterRef("pgh_id"))
    return Exists(later.filter(pgh_created_at__lt=OuterRef("published_at") - Value(A_MINUTE)))


def _ward_was_public(ward: Ward) -> bool:
    people: Any = apps.get_model("committees", "PersonEvent")
    told = [
        Person.objects.filter(ward=ward, is_public=True),
        people.objects.filter(ward=ward.pk, is_public=True),
        Decision.objects.filter(wards=ward),  # a minuted one has no moment of its own
    ]
    return any(rows.exists() for rows in told)


@transaction.atomic
def delete_draft(
    *,
    row: models.Model,
    by: User | None,
    before: Sequence[Sequence[models.Model]] = (),
    releases: Sequence[Release] = (),
    name: str = "",
) -> DeletedDraft:
    """Delete a row with all that is part of it, and keep a copy. `before` are rows that go first, in that order.

    `name` is what it is called among the deleted drafts, where its own words do not tell.

    Raises NotAllowed for what was ever public, InUse where other rows rest on it; then nothing is deleted.
    """
    _refuse_public(row)
    name, key = (name or str(row))[:300], row.pk
    with recorded(by=by, why=f"Delete draft: {name}"[:300]):
        released = [_release(release) for release in releases]
        rows: list[Any] = []
        for stage in (*before, [row]):
            for one in stage:
                _refuse_public(one)
                rows += _delete(copy(one), released)  # so that the caller’s keeps its number
        return DeletedDraft.objects.create(
            model=row._meta.label_lower,
            object_id=key,
            name=name,
            rows=rows,
            counts=Counter(one["model"] for one in rows),
            released=released,
            deleted_by=by,
        )


def delete_draft_part(
    *,
    part: AgendaItem | AgendaSection,
    by: User | None,
    before: Sequence[Sequence[models.Model]] = (),
    releases: Sequence[Release] = (),
) -> DeletedDraft:
    """A draft item or section, named with the meeting whose agenda it was on. Raises as `delete_draft`."""
    return delete_draft(row=part, by=by, before=before, releases=releases, name=f"{part}, of {part.meeting}")


def _refuse_public(row: models.Model) -> None:
    if was_ever_public(row):
        raise NotAllowed(f"“{row}” has been public: it is withdrawn, cancelled or ended, never deleted.")


class _Everything(Collector):
    """Collects each row, so that it can be kept."""

    def can_fast_delete(self, *args: Any, **options: Any) -> bool:
        return False


def _delete(row: models.Model, released: list[Any]) -> list[Any]:
    """The rows that went, as they were; what pointed at them is added to `released`."""
    collector = _Everything(using=DEFAULT_DB_ALIAS, origin=row)
    try:
        collector.collect([row])
    except (ProtectedError, RestrictedError) as error:
        resting = error.protected_objects if isinstance(error, ProtectedError) else error.restricted_objects
        raise InUse(resting) from error
    doomed = [one for group in collector.data.values() for one in group]
    for one in doomed:
        _refuse_public(one)
    released += _nulled(collector)
    kept: list[Any] = json.loads(serializers.serialize("json", doomed))
    collector.delete()
    return kept


def _nulled(collector: Any) -> Iterator[dict[str, Any]]:
    for (field, value), groups in collector.field_updates.items():
        for row in (row for group in groups for row in group):
            yield _change(row, {field.name: row.serializable_value(field.attname)}, {field.name: value})


def _release(release: Release) -> dict[str, Any]:
    row = release.row
    fields = {name: row._meta.get_field(name) for name in release.fields}
    was = {name: row.serializable_value(field.attname) for name, field in fields.items()}  # type: ignore[union-attr]
    type(row)._default_manager.filter(pk=row.pk).update(**release.fields)
    return _change(row, was, release.fields)


def _change(row: models.Model, was: Mapping[str, Any], became: Mapping[str, Any]) -> dict[str, Any]:
    return {"model": row._meta.label_lower, "pk": row.pk, "was": dict(was), "became": dict(became)}


@transaction.atomic
def restore_draft(*, deleted: DeletedDraft, by: User | None) -> models.Model:
    """Every row as it was, under its old number. Raises NotAllowed where it no longer fits, changing nothing."""
    deleted.refresh_from_db(from_queryset=DeletedDraft.objects.select_for_update())
    if not DeletedDraft.objects.restorable().filter(pk=deleted.pk).exists():
        raise NotAllowed("It has been put back already, or its 30 days are over.")
    with recorded(by=by, why=f"Restore draft: {deleted}"[:300]):
        try:
            with transaction.atomic():
                _put_back(deleted)
        except IntegrityError as error:
            raise NotAllowed(NO_LONGER_FITS) from error
        deleted.restored_by, deleted.restored_at = by, timezone.now()
        deleted.save(update_fields=["restored_by", "restored_at"])
    model = apps.get_model(deleted.model)
    row: models.Model = model._default_manager.get(pk=deleted.object_id)
    return row


def _put_back(deleted: DeletedDraft) -> None:
    for restored in serializers.deserialize("json", json.dumps(deleted.rows)):
        _to_a_free_place(restored.object)
        restored.save()
    for change in deleted.released:
        row = apps.get_model(change["model"])._default_manager.filter(pk=change["pk"], **change["became"])
        row.update(**change["was"])
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # tell now, rather than when the transaction ends
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def _to_a_free_place(row: Any) -> None:
    """Among items or sections that have been renumbered meanwhile, it stands last."""
    names = {field.name for field in row._meta.concrete_fields}
    if not {"meeting", "order"} <= names:
        return
    beside = type(row)._default_manager.filter(meeting=row.meeting_id).exclude(pk=row.pk)
    if beside.filter(order=row.order).exists():
        row.order = (beside.aggregate(last=models.Max("order"))["last"] or 0) + 1
