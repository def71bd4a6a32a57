"""The screen on which what a clerk typed is let out: what becomes public, what was found in it, who releases it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from committees.actions import NotAllowed
from committees.admin.asking import Question
from committees.admin.asking import ask as ask_on_page
from committees.admin.basis import NOTHING, Difference, Elsewhere
from committees.models import User
from documents.actions.held import Content, drop_correction
from documents.actions.records import Record
from documents.admin.findings.releasing import ask, release_of_record
from documents.admin.findings.screen import findings_of_record
from documents.models import WaitingRecord

HELD = "The correction waits: the public reads the old words until it is put right or released below."
CHANGED = "It was changed after you opened this page. Look through it again below."


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that the public will read; `before` is what it reads now, where a correction changes it."""

    name: str
    words: str
    before: str = ""


def let_out_page(
    request: HttpRequest,
    record: Record,
    question: Question,
    form: forms.Form,
    act: Callable[[dict[str, Any]], str],
    *,
    said: Sequence[Said],
    waiting: WaitingRecord | None = None,
    set_aside: Sequence[Said] = (),
) -> HttpResponse:
    """`waiting` is the correction that is let out; `set_aside` what it would say as another clerk had written it."""
    looked_at = record.digest + (waiting.digest if waiting else "")
    seen = request.POST.get("looked_at", looked_at) == looked_at
    if request.method == "POST" and request.POST.get("act") == "ask":
        ask(request, **record.of)
        return redirect(request.path)
    if waiting and request.method == "POST" and request.POST.get("act") == "drop" and seen:
        drop_correction(waiting=waiting, by=cast(User, request.user))
        messages.success(request, "The correction is dropped. What the public reads stays as it is.")
        return redirect(question.back)

    def as_looked_at(values: dict[str, Any]) -> str:
        if not seen:
            raise NotAllowed(CHANGED)
        return act(values)

    def shown() -> dict[str, Any]:
        return {
            "said": said,
            "waiting": waiting,
            "record_name": record.name,
            "change_address": reverse(f"admin:{next(iter(record.of))}_correct", args=[waiting.of.pk])
            if waiting
            else "",
            "set_aside": set_aside,
            "looked_at": looked_at,
            "found": findings_of_record(record),
            "release": release_of_record(cast(User, request.user), record),
            "accepting": request.session.pop("accepting", {}),
            "about": {"can_publish": True},
            "publish_words": question.button,
        }

    return ask_on_page(request, question, form, as_looked_at, template="admin/findings/record.html", shown=shown)


def content_of(request: HttpRequest, form: forms.Form) -> Content:
    """As the browser sent it; PostgreSQL keeps no null character."""
    return {name: [one.replace("\0", "") for one in request.POST.getlist(name)] for name in form.fields}


def show_waiting(
    request: HttpRequest, waiting: WaitingRecord | None, said: Callable[[Content], Sequence[Said]]
) -> None:
    """To be asked by a form that corrects, within `guarded`: whoever saves over one that waits has seen what it says.

    Otherwise nothing is saved: the page comes back with what was typed, and tells the other as what was changed.
    """
    request.waits = waiting.digest if waiting else ""  # type: ignore[attr-defined]
    if waiting is None or request.method != "POST" or request.POST.get("waits") == waiting.digest:
        return
    before: Elsewhere | None = getattr(request, "elsewhere", None)
    row = "The correction that waits"
    theirs = [Difference(row, one.name, one.before or NOTHING, one.words) for one in said(waiting.content)]
    who = waiting.written_by.get_full_name() or waiting.written_by.get_username()
    differences = [*(before.differences if before else ()), *theirs]
    request.elsewhere = Elsewhere(differences, who, timezone.localtime(waiting.saved_at))  # type: ignore[attr-defined]


def as_sent(content: Content) -> QueryDict:
    sent = QueryDict(mutable=True)
    for name, values in content.items():
        sent.setlist(name, values)
    return sent


def said_in(form: forms.Form, before: forms.Form | None = None) -> list[Said]:
    """The fields that are filled in, as words; of a correction those that it changes."""
    rows = []
    for field in form:
        words, was = _words(field), _words(before[field.name]) if before else ""
        if (before and words != was) or (not before and words):
            rows.append(Said(str(field.label), words, was))
    return rows


def _words(field: forms.BoundField) -> str:
    value = field.value()
    choices = getattr(field.field, "choices", None)
    if choices is not None:
        chosen = {str(getattr(one, "pk", one)) for one in (value if _is_many(value) else [value])}
        return ", ".join(str(label) for key, label in choices if str(key) in chosen and str(key))
    if isinstance(field.field, forms.BooleanField):
        return "Yes" if value in (True, "on", "true", "True") else ""
    day = field.field.to_python(value) if isinstance(field.field, forms.DateField) and value else None
    if day:
        return date_format(day, "j F Y")
    return str(value or "")


def _is_many(value: Any) -> bool:
    return hasattr(value, "__iter__") and not isinstance(value, str)
