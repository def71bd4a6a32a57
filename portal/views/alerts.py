"""Emails about a committee: asking for them, confirming, stopping. None of these pages is kept by any cache."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from committees.models import Committee
from documents.alerts import subscribing
from documents.models import Subscription
from portal.forms.sending import AlertForm


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, slug: str) -> HttpResponse:
    """The form; once sent, the same answer whether or not the address is known here."""
    committee = get_object_or_404(Committee.objects.public().meeting_now(), slug=slug)
    if not settings.SENDS_EMAIL:
        raise Http404
    form = AlertForm(request.POST or None)
    if form.is_valid():
        try:
            subscribing.ask(email=form.cleaned_data["email"], committee=committee)
        except subscribing.TooManyAsked:
            form.add_error(None, _("Many people are asking for emails just now. Try again in an hour."))
        else:
            return redirect("alert_asked")
    return render(request, "alerts/ask.html", {"committee": committee, "form": form})


@never_cache
def asked(request: HttpRequest) -> HttpResponse:
    return render(request, "alerts/asked.html")


@never_cache
def alert(request: HttpRequest, key: str) -> HttpResponse:
    """Of one subscription, to whoever holds its address: to confirm it, or to stop it."""
    found = Subscription.objects.filter(key=key).first()
    if found is None:
        return render(request, "alerts/stopped.html", status=404)
    committee = Committee.objects.public().filter(pk=found.committee_id or 0).first()
    return _private(render(request, "alerts/alert.html", {"subscription": found, "committee": committee}))


@never_cache
@require_POST
def confirm(request: HttpRequest, key: str) -> HttpResponse:
    return redirect(subscribing.confirm(subscription=get_object_or_404(Subscription, key=key)))


@never_cache
@csrf_exempt  # mail programs stop emails with one click, and have no token (RFC 8058); the key is the secret
@require_POST
def stop(request: HttpRequest, key: str) -> HttpResponse:
    """Stopped twice is stopped."""
    if found := Subscription.objects.filter(key=key).first():
        subscribing.stop(subscription=found)
    return _private(render(request, "alerts/stopped.html"))


def _private(response: HttpResponse) -> HttpResponse:
    """The address is a secret: it goes to no search engine and no other site."""
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    return response
