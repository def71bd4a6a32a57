"""How dates, times and sizes are said, in every page alike."""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime, time
from functools import lru_cache
from hashlib import sha256
from typing import Any

from django import template
from django.conf import settings
from django.core.paginator import Page
from django.core.serializers.json import DjangoJSONEncoder
from django.template import Context
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from committees.models import Council
from committees.moments import spoken_time
from portal.appearance.colours import palette
from portal.papers.marking import Piece, WordMarker

register = template.Library()
TIMED = '<time datetime="{}">{}</time>'
LEAF = (
    '<span class="leaf" aria-hidden="true"><span class="leaf__weekday">{1}</span>'
    '<span class="leaf__day">{2}</span><span class="leaf__month">{3}</span></span>'
)
SMALLER = '<span style="font-size:.85em;letter-spacing:.03em">{}</span>'
WORD_BREAK = SafeString("<wbr>")
PLAIN = WordMarker()


@register.filter
def as_json(value: Any) -> str:
    """For a script to read in a `data-` attribute; the template escapes it."""
    return json.dumps(value, cls=DjangoJSONEncoder)


@register.filter
def day(value: date | None) -> SafeString:
    """“Thursday 22 September 2016”, as a `<time>`; nothing for no date."""
    return _timed(value, "l j F Y")


@register.filter
def short_day(value: date | None) -> SafeString:
    """“22 September 2016”, as a `<time>`."""
    return _timed(value, "j F Y")


def _timed(value: date | None, form: str) -> SafeString:
    return SafeString("") if value is None else _kept(TIMED, value, form, language=get_language())


@register.filter
def leaf(value: date) -> SafeString:
    """The date as a leaf of a calendar; for the eye alone, since the words beside it say the date."""
    return _kept(LEAF, value, "D", "j", "M Y", language=get_language())


@lru_cache(maxsize=8192)
def _kept(markup: str, value: date, *forms: str, language: str | None) -> SafeString:
    """Dates come again and again in lists, and formatting them was a tenth of a page's time."""
    return format_html(markup, value.isoformat(), *(date_format(value, form) for form in forms))


@register.filter
def clock(value: time | None) -> SafeString:
    """“7.30 pm”, “noon” or “midnight”, as a `<time>`: the way councils print it."""
    return SafeString("") if value is None else _clock(value)


@lru_cache(maxsize=1440)
def _clock(value: time) -> SafeString:
    return format_html(TIMED, value.strftime("%H:%M"), spoken_time(value))


@register.filter
def moment(value: datetime | None) -> SafeString:
    """“Tuesday 20 September at 4.10 pm” in the council's own time; with the year where that is not this one."""
    if value is None:
        return SafeString("")
    local = timezone.localtime(value)
    this_year = local.year == timezone.localdate().year
    words = _("%(day)s at %(time)s") % {
        "day": date_format(local, "l j F" if this_year else "l j F Y"),
        "time": spoken_time(local.time()),
    }
    return format_html('<time datetime="{}">{}</time>', local.isoformat(timespec="minutes"), words)


@register.filter
def email_address(value: str) -> SafeString:
    """The address, free to break after its @ and dots where the line is short."""
    return format_html_join(
        "", "{}{}", ((part, WORD_BREAK if part in "@." else "") for part in re.split("([@.])", value))
    )


@register.filter
def linked(text: str) -> SafeString:
    """The text with the addresses written in it as links."""
    return format_html_join(
        "", "{}", ((_link(piece) if piece.address else piece.text,) for piece in PLAIN.pieces(text))
    )


def _link(piece: Piece) -> SafeString:
    words = "".join(part.text for part in piece.inner)
    return format_html('<a class="govuk-link" href="{}" rel="nofollow noopener">{}</a>', piece.address, words)


@register.filter
def as_printed(title: str) -> str:
    """A title that its paper prints in capitals is set in small ones, lest it shout; its letters stay as they are."""
    return format_html('<span class="capitals">{}</span>', title) if title.isupper() else title


@register.filter
def printed_small(title: str) -> str:
    """The same for emails, whose programs know no stylesheet and few of them small capitals."""
    return format_html(SMALLER, title) if title.isupper() else title


@register.filter
def size(value: int) -> str:
    """Bytes as "240 KB" or "1.4 MB"."""
    if value < 1_000_000:
        return f"{max(1, round(value / 1000))} KB"
    return f"{value / 1_000_000:.1f} MB"


@register.simple_tag
def council_css_address(council: Council) -> str:
    return f"{reverse('council_css')}?v={style_version(council)}"


@register.simple_tag(takes_context=True)
def printed_from(context: Context) -> str:
    """The whole address of the page, for paper: addresses on it that begin with / follow the site's own."""
    request = context.get("request")
    return f"{settings.SITE_ADDRESS}{request.path}" if request else ""


def style_version(council: Council) -> str:
    """What changes when the council's colours do, what is made of them, or the address that is printed before others.

    Browsers keep the style for a year: a later version of this software may make other colours of the same two.
    """
    return _style_version(council.brand_colour, council.accent_colour, settings.SITE_ADDRESS)


@lru_cache(8)
def _style_version(brand: str, accent: str, address: str) -> str:
    told = f"{palette(brand)} {palette(accent)} {address}"
    return sha256(told.encode()).hexdigest()[:12]


@register.filter
def page_numbers(page: Page[Any]) -> Iterator[str | int]:
    """The numbers to link to, with an ellipsis where some are left out."""
    return page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
