"""Keeps a file chosen in a form that fails, and gives it to the form when it is sent again without one."""

from collections.abc import Callable, Iterable
from functools import partial, wraps
from typing import Any, cast
from uuid import UUID

from django import forms
from django.core.files.base import File
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from committees.models import User
from documents.models import ChosenFile

MOST = 10  # files kept for one clerk
SUFFIX = "-kept"  # of the field that names the kept file
View = Callable[..., HttpResponse]


def with_chosen_files(view: View) -> View:
    """For a view whose form has files: those kept for the clerk stand in for inputs that are empty.

    Where the view leads on, they have served and are forgotten.
    """

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        kept = _named(request) if request.method == "POST" and request.user.is_authenticated else {}
        for name, chosen in kept.items():
            if not request.FILES.get(name):
                request.FILES[name] = _as_uploaded(chosen)
        response = view(request, *args, **kwargs)
        if 300 <= response.status_code < 400:
            forget(kept.values())
        return response

    return inner


def _named(request: HttpRequest) -> dict[str, ChosenFile]:
    """The kept files that the form names, by the field they were chosen in; only those of who is signed in."""
    found = {}
    for name, value in request.POST.items():
        key = _uuid(str(value)) if name.endswith(SUFFIX) else None
        chosen = ChosenFile.objects.of(cast(User, request.user)).filter(key=key).first() if key else None
        if chosen:
            found[name.removesuffix(SUFFIX)] = chosen
    return found


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _as_uploaded(chosen: ChosenFile) -> UploadedFile:
    return UploadedFile(chosen.file.open("rb"), chosen.name, size=chosen.size)


def keep_chosen_files(request: HttpRequest, form: forms.Form) -> None:
    """Of a form that is shown again: keep the files against which nothing was said, and let its fields tell so."""
    user = cast(User, request.user)
    for name, field in form.fields.items():
        file = request.FILES.get(name)
        if not isinstance(field, forms.FileField) or not isinstance(file, UploadedFile) or name in form.errors:
            continue
        chosen = _kept_already(request, user, name, file) or _keep(user, file)
        field.widget = ChosenFileInput(field.widget.attrs, chosen)
        field.required = False
    _forget_oldest(user)


def _kept_already(request: HttpRequest, user: User, name: str, file: UploadedFile) -> ChosenFile | None:
    key = _uuid(request.POST.get(f"{name}{SUFFIX}", ""))
    chosen = ChosenFile.objects.of(user).filter(key=key).first() if key else None
    return chosen if chosen and (chosen.name, chosen.size) == (file.name, file.size) else None


def _keep(user: User, file: UploadedFile) -> ChosenFile:
    file.seek(0)
    chosen = ChosenFile(chosen_by=user, name=(file.name or "file")[:255], size=file.size or 0)
    chosen.file.save(chosen.name, File(file), save=False)
    chosen.save()
    return chosen


def _forget_oldest(user: User) -> None:
    forget(ChosenFile.objects.filter(chosen_by=user).order_by("-kept_at")[MOST:])


def forget(files: Iterable[ChosenFile]) -> None:
    for chosen in list(files):
        chosen.delete()
        transaction.on_commit(partial(chosen.file.delete, save=False))


class ChosenFileInput(forms.FileInput):
    """The input, below what is kept of the last attempt."""

    def __init__(self, attrs: dict[str, Any], chosen: ChosenFile) -> None:
        super().__init__(attrs)
        self.chosen = chosen

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        return format_html(
            '<span class="clerk-kept"><strong>“{}” is kept.</strong> You need not choose it again. Choose another file '
            'only to replace it.</span><input type="hidden" name="{}{}" value="{}">{}',
            self.chosen.name,
            name,
            SUFFIX,
            self.chosen.key,
            super().render(name, value, attrs, renderer),
        )
