from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import condition

from committees.models import Council
from portal.appearance.colours import palette
from portal.templatetags.portal import style_version

CREST_TYPES = {"svg": "image/svg+xml", "png": "image/png"}


def _etag(request: HttpRequest) -> str:
    return f'"{style_version(Council.objects.current())}"'


@condition(etag_func=_etag)
def council_css(request: HttpRequest) -> HttpResponse:
    """The council's colours as CSS custom properties, since the Content-Security-Policy allows no inline style.

    Pages ask for it with `?v=` the version of the colours, so such an answer never changes and is kept for a year.
    """
    council = Council.objects.current()
    colours = {
        "brand": palette(council.brand_colour),
        "accent": palette(council.accent_colour),
        "site_address": settings.SITE_ADDRESS,
    }
    response = render(request, "council.css", colours, content_type="text/css; charset=utf-8")
    asked = request.GET.get("v") == style_version(council)
    response["Cache-Control"] = "public, max-age=31536000, immutable" if asked else "public, no-cache"
    return response


def crest(request: HttpRequest, version: str, ending: str) -> HttpResponse:
    """The council's crest, under the version of its bytes. It can do nothing, were it opened by itself."""
    council = get_object_or_404(Council.objects.exclude(crest_version=""), crest_version=version, crest_kind=ending)
    response = HttpResponse(bytes(council.crest or b""), content_type=CREST_TYPES[ending])
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
