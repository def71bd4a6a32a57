"""Dataclasses from JSON and back, checked field by field."""

import types
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, time
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

Built = TypeVar("Built")


def plain(value: Any) -> Any:
    """The value as JSON can hold it."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, date):
        return value.isoformat()
    return value


def build(form: type[Built], content: Any, place: str = "") -> Built:
    """An object of the dataclass form; ValueError names the first field that does not fit."""
    if not isinstance(content, dict):
        raise ValueError(f"{place or 'the plan'} is not an object")
    hints = get_type_hints(form)
    if unknown := content.keys() - hints.keys():
        raise ValueError(f"{place or 'the plan'} has unknown fields: {', '.join(sorted(unknown))}")
    values = {}
    for part in fields(form):  # type: ignore[arg-type]
        where = f"{place}.{part.name}".lstrip(".")
        if part.name in content:
            values[part.name] = _value(hints[part.name], content[part.name], where)
        elif part.default is MISSING and part.default_factory is MISSING:
            raise ValueError(f"{where} is missing")
    return form(**values)


def _value(form: Any, value: Any, place: str) -> Any:
    origin = get_origin(form)
    if origin in (Union, types.UnionType):
        return None if value is None else _value(get_args(form)[0], value, place)
    if origin is list:
        if not isinstance(value, list):
            raise ValueError(f"{place} is not a list")
        return [_value(get_args(form)[0], inner, f"{place}.{number}") for number, inner in enumerate(value)]
    if origin is Literal:
        if value not in get_args(form):
            raise ValueError(f"{place} is not one of {', '.join(get_args(form))}")
        return value
    if is_dataclass(form):
        return build(form, value, place)  # type: ignore[arg-type]
    return _simple(form, value, place)


def _simple(form: Any, value: Any, place: str) -> Any:
    if form in (date, time) and isinstance(value, str):
        try:
            return form.fromisoformat(value)
        except ValueError as error:
            raise ValueError(f"{place} is no {form.__name__}: {value}") from error
    if not isinstance(value, form) or (isinstance(value, bool) and form is not bool):
        raise ValueError(f"{place} is not {'a number' if form is int else f'of type {form.__name__}'}")
    return value
