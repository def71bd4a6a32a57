"""A change of what the public sees, asked for on a page of its own: what will happen, why, and one button."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

from django import forms
from django.contrib import messages
from django.contrib.admin import site
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from committees.actions import NotAllowed
from committees.admin.basis import changed_elsewhere
from committees.admin.moments import MomentForm

__all__ = ["MomentForm", "Question", "ReasonForm", "WhyForm", "ask", "sent"]


@dataclass(frozen=True, slots=True)
class Question:
    """title names the change, explanation says what the public will see, back is the address to return to."""

    title: str
    explanation: str
    button: str
    back: str
    hides: bool = False


@runtime_checkable
class KeepsFiles(Protocol):
    """A form whose chosen files outlast its failing: browsers forget them."""

    def keep_files(self, request: HttpRequest) -> None: ...


class ReasonForm(forms.Form):
    reason = forms.CharField(
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Shown to the public.",
        error_messages={"required": "Enter the reason: the public is shown it."},
    )


class WhyForm(forms.Form):
    why = forms.CharField(
        label="Why",
        max_length=300,
        help_text="Kept in the record of changes, not shown to the public.",
        error_messages={"required": "Enter why: it is kept in the record of changes."},
    )


def sent(request: HttpRequest) -> dict[str, Any]:
    """What a form is bound to: what was sent, or nothing while the page is only looked at."""
    return {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}


def ask(
    request: HttpRequest,
    question: Question,
    form: forms.Form,
    act: Callable[[dict[str, Any]], str],
    refusals: tuple[type[Exception], ...] = (NotAllowed,),
    *,
    template: str = "admin/ask.html",
    shown: Callable[[], dict[str, Any]] = dict,
    then: Callable[[], str] | None = None,
) -> HttpResponse:
    """The page, or the change. `act` gets the cleaned form and returns what to tell the clerk it did.

    A form that keeps files is asked to, unless it is the file itself that is refused. `shown` is what the template
    shows besides, as it stands after a refusal; `then` the address to go on to, where it is not the question's. Nothing
    is done where the view is `guarded` and somebody else has changed the row meanwhile.
    """
    spoilt, changed = False, changed_elsewhere(request)
    if request.method == "POST" and form.is_valid() and not changed:
        try:
            done = act(form.cleaned_data)
        except refusals as error:
            spoilt = not isinstance(error, NotAllowed)
            form.add_error("file" if spoilt and "file" in form.fields else None, str(error))
        else:
            messages.success(request, done)
            return redirect(then() if then else question.back)
    if request.method == "POST" and isinstance(form, KeepsFiles) and not spoilt:
        form.keep_files(request)
    context = {**site.each_context(request), "title": question.title, "question": question, "form": form}
    return render(request, template, {**context, **shown()}, status=409 if changed else 200)
