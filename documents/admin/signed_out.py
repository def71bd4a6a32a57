"""What somebody typed in a form of the desk whose session had ended meanwhile: shown back, so that it is not lost."""

from urllib.parse import urlencode

from django.contrib.admin import site
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

LONGEST = 5 << 20  # bytes of a form that is read of somebody who is not signed in
MOST = 200  # fields
SHORTEST = 12  # characters: what is shorter is soon chosen or typed again
NOT_TYPED = {"csrfmiddlewaretoken", "basis", "looked_at", "waits", "next", "act"}

Typed = list[tuple[str, str]]  # the field's name in words, and what was typed in it


def typed_in(request: HttpRequest) -> Typed:
    """Words worth keeping: no passwords, choices or what the page itself put there."""
    announced = request.META.get("CONTENT_LENGTH") or ""
    if not announced.isdecimal() or int(announced) > LONGEST:
        return []
    try:
        sent = request.POST.lists()
        fields = [(name, words) for name, every in sent for words in every if _is_typed(name, words)]
    except (RequestDataTooBig, TooManyFieldsSent):
        return []
    return [(name.replace("_", " ").replace("-", " ").capitalize(), words) for name, words in fields[:MOST]]


def _is_typed(name: str, words: str) -> bool:
    return name not in NOT_TYPED and "password" not in name and len(words.strip()) >= SHORTEST


def signed_out(request: HttpRequest, typed: Typed) -> HttpResponse:
    sign_in = f"{reverse('account_login')}?{urlencode({'next': request.get_full_path()})}"
    context = {**site.each_context(request), "title": "You are signed out", "typed": typed, "sign_in": sign_in}
    response = render(request, "admin/signed_out.html", context, status=401)
    response["Cache-Control"] = "private, no-store"
    return response
