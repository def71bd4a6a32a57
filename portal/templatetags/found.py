"""What a search found, written without a template for each page: a screen of results names some sixty."""

from collections.abc import Sequence

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from documents.search.passages import Fragment
from documents.search.results import Hit

register = template.Library()
MARKED, PLAIN = (SafeString("<mark>"), SafeString("</mark>")), ("", "")


@register.filter
def page_of(hit: Hit, title: str) -> SafeString:
    """“Page 7, paragraph 4.12”, and to those who hear the link alone of which paper."""
    told = _("Page %(number)s, paragraph %(paragraph)s") if hit.paragraph else _("Page %(number)s")
    words = told % {"number": hit.number, "paragraph": hit.paragraph}
    whole = _("of %(title)s") % {"title": title}
    return format_html('{}<span class="govuk-visually-hidden"> {}</span>', words, whole)


@register.filter
def marked(passage: Sequence[Fragment]) -> SafeString:
    """The passage with the words that were looked for marked."""
    rows = ((fragment.text, *(MARKED if fragment.marked else PLAIN)) for fragment in passage)
    return format_html_join("", "{1}{0}{2}", rows)


@register.filter
def result_count(number: int) -> SafeString:
    """“1,234”, and to those who hear it what it counts."""
    words = ngettext("result", "results", number)
    return format_html('{}<span class="govuk-visually-hidden"> {}</span>', f"{number:,}", words)
