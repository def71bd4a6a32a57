from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import condition

from committees.models import Council
from portal.colours import palette
from portal.templatetags.portal import style_version


def _etag(request: HttpRequest) -> str:
    return f'"{style_version(Council.objects.current())}"'


@condition(etag_func=_etag)
def council_css(request: HttpRequest) -> HttpResponse:
    """The council's colours as CSS custom properties, since the Content-Security-Policy allows no inline style.

    Pages ask for it with `?v=` the version of the colours, so such an answer never changes and is kept for a year.
    """
    council = Council.objects.current()
    colours = {"brand": palette(council.brand_colour), "accent": palette(council.accent_colour)}
    response = render(request, "council.css", colours, content_type="text/css; charset=utf-8")
    asked = request.GET.get("v") == style_version(council)
    response["Cache-Control"] = "public, max-age=31536000, immutable" if asked else "public, no-cache"
    return response
