"""What a clerk's page was opened from, so that two who work on the same thing never overwrite each other unseen.

Each form carries a signed copy of the rows as they stood when it was opened. On saving, under a lock, the rows are
read again. Where they are no longer the same, nothing is saved: the page comes back with what the clerk typed, tells
what somebody else changed, and carries the rows as they stand now. Saving it again is then a choice.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from typing import Any

from django.apps import apps
from django.core import signing
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.formats import date_format

from committees.models import User

FIELD = "basis"  # of the form
SALT = "committees.admin.basis"
NEVER_CARRIED = {"password", "last_login"}
NOTHING = "nothing"

Values = dict[str, Any]
View = Callable[..., HttpResponse]
State = dict[str, Values]  # by “committees.meeting:12”; the values by the field's name, as text or JSON
Told = Mapping[str, Callable[[Any, Any], Iterable["Difference"]]]  # by the name of a field of JSON, how it differs


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that somebody else changed: which row, what of it, how it was and is."""

    row: str
    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """That the rows were changed since the page was opened. `by` and `at` are of the last change that is on record."""

    differences: Sequence[Difference]
    by: str
    at: datetime | None


def state_of(rows: Iterable[models.Model], fields: Iterable[str] | None = None) -> State:
    """These fields of the rows, or all that can be edited."""
    named = None if fields is None else [name for name in fields if name not in NEVER_CARRIED]
    return {_key(row): _values(row, named) for row in rows}


def _key(row: models.Model) -> str:
    return f"{row._meta.label_lower}:{row.pk}"


def _values(row: models.Model, fields: Sequence[str] | None) -> Values:
    every = [*row._meta.concrete_fields, *row._meta.many_to_many]
    wanted = [field for field in every if (field.editable if fields is None else field.name in fields)]
    return {field.name: _value(field, row) for field in wanted}


def _value(field: Any, row: models.Model) -> Any:
    if field.many_to_many:
        return sorted(other.pk for other in field.value_from_object(row))
    value = field.value_from_object(row)
    return value if value is None or isinstance(field, models.JSONField) else field.value_to_string(row)


def token_of(state: State) -> str:
    return signing.dumps(state, salt=SALT, compress=True)


def guarded(
    model: type[models.Model], fields: Iterable[str] | None = None, *, told: Told | None = None
) -> Callable[[View], View]:
    """For a view of one row, by its `pk`: the row is locked while a form is saved, and compared with what it was.

    `told` names what differs within fields of JSON as the screen names it.

    The view asks `changed_elsewhere(request)` before it saves; its template includes admin/_elsewhere.html and
    admin/_basis.html.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def inner(request: HttpRequest, pk: int, *args: Any, **kwargs: Any) -> HttpResponse:
            with transaction.atomic():
                rows = model._default_manager.all()
                sent = request.method == "POST"
                now = state_of((rows.select_for_update() if sent else rows).filter(pk=pk), fields)
                request.basis = token_of(now)  # type: ignore[attr-defined]
                request.elsewhere = elsewhere(request, now, told) if sent else None  # type: ignore[attr-defined]
                return view(request, pk, *args, **kwargs)

        return inner

    return decorate


def changed_elsewhere(request: HttpRequest) -> bool:
    return getattr(request, "elsewhere", None) is not None


def elsewhere(request: HttpRequest, now: State, told: Told | None = None) -> Elsewhere | None:
    """What was changed since the sent form was opened; None where nothing was, or the form says not what it was from.

    To be asked where `now` was read under a lock that the saving holds too.
    """
    try:
        then: State = signing.loads(request.POST.get(FIELD, ""), salt=SALT)
    except signing.BadSignature:
        return None
    if then == now:
        return None
    keys = [key for key in {**then, **now} if then.get(key) != now.get(key)]
    found = [difference for key in keys for difference in _differences(key, then.get(key), now.get(key), told or {})]
    by, at = _last_change(keys)
    return Elsewhere(found, by, at)


def _differences(key: str, then: Values | None, now: Values | None, told: Told) -> Iterator[Difference]:
    model, row = _row(key)
    kind = str(model._meta.verbose_name)
    if then is None or now is None:
        name = str(row) if row else next((str(value) for value in (then or {}).values() if value), kind)
        before, after = ("not there", "added") if then is None else ("there", "removed")
        yield Difference(name, kind, before, after)
        return
    for name, value in now.items():
        if then.get(name) != value and name in told:
            yield from told[name](then.get(name), value)
        elif then.get(name) != value:
            yield from _of_field(str(row or kind), model._meta.get_field(name), then.get(name), value)


def _row(key: str) -> tuple[type[models.Model], models.Model | None]:
    label, _, number = key.rpartition(":")
    model = apps.get_model(label)
    return model, model._default_manager.filter(pk=number).first()


def _of_field(row: str, field: Any, then: Any, now: Any) -> Iterator[Difference]:
    what = str(field.verbose_name)
    if isinstance(field, models.JSONField):
        yield from (Difference(row, f"{what}: {place}", *values) for place, values in _inside(then, now, ""))
    else:
        yield Difference(row, what, _shown(field, then), _shown(field, now))


def _inside(then: Any, now: Any, place: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """The leaves that differ, each with the way to it: “items 3, title”."""
    if isinstance(then, dict) and isinstance(now, dict):
        for name in {**then, **now}:
            yield from _inside(then.get(name), now.get(name), f"{place}, {name}" if place else str(name))
    elif isinstance(then, list) and isinstance(now, list):
        for number in range(max(len(then), len(now))):
            before, after = (one[number] if number < len(one) else None for one in (then, now))
            yield from _inside(before, after, f"{place} {number + 1}")
    elif then != now:
        yield place.replace("_", " "), (_plain(then), _plain(now))


def _plain(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(_plain(one) for one in value.values() if one) or NOTHING
    return NOTHING if value in (None, "", []) else str(value)


def _shown(field: Any, value: Any) -> str:
    """The value as a clerk would read it."""
    if value in (None, "", "[]", []):
        return NOTHING
    if field.is_relation:
        pks = value if isinstance(value, list) else [value]
        return ", ".join(map(str, field.related_model._default_manager.filter(pk__in=pks))) or NOTHING
    python = field.to_python(value)
    if isinstance(python, list):
        return ", ".join(map(str, python))
    if isinstance(python, bool):
        return "yes" if python else "no"
    if isinstance(python, date) and not isinstance(python, datetime):
        return date_format(python, "j F Y")
    return str(dict(field.flatchoices).get(python, python))


def _last_change(keys: Iterable[str]) -> tuple[str, datetime | None]:
    """By whom and when the newest of these rows was changed, as the audit has it."""
    newest: Any = None
    for key in keys:
        label, _, number = key.rpartition(":")
        events = getattr(apps.get_model(label), "pgh_event_model", None)
        if events is None:
            continue
        event = events.objects.filter(pgh_obj_id=number).select_related("pgh_context").order_by("-pgh_id").first()
        if event and (newest is None or event.pgh_created_at > newest.pgh_created_at):
            newest = event
    if newest is None:
        return "Somebody", None
    return _who(newest.pgh_context), timezone.localtime(newest.pgh_created_at)


def _who(context: Any) -> str:
    metadata = context.metadata if context else {}
    user = User.objects.filter(pk=metadata["user"]).first() if metadata.get("user") else None
    return user.get_full_name() or user.get_username() if user else "The site itself"
