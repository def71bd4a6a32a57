"""What a search found, written without a template for each page: a screen of results names some sixty."""

from collections.abc import Sequence

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from documents.search.passages import Fragment
from documents.search.results import Group, Hit
from portal.filters.narrowed import Narrower
from portal.markup import filled, joined

register = template.Library()
NOTHING = SafeString("")
QUOTED = '<div class="search-hit">\n{}\n{}\n</div>\n'
PAGE = '<p class="search-hit__page"><a class="govuk-link" href="{}">{}</a>{}</p>'
PRINTED = ' <span class="quiet">{}</span>'
PASSAGE = '<p class="search-hit__passage">{}</p>'
NARROWER = (
    '<li><a class="search-facet__value" href="{}" rel="nofollow"><span class="search-facet__words">{}</span> '
    '<span class="search-facet__count">{}</span></a></li>\n'
)


@register.filter
def page_of(hit: Hit, title: str) -> SafeString:
    """“Page 7, paragraph 4.12”, and to those who hear the link alone of which paper."""
    told = _("Page %(number)s, paragraph %(paragraph)s") if hit.paragraph else _("Page %(number)s")
    words = told % {"number": hit.number, "paragraph": hit.paragraph}
    whole = _("of %(title)s") % {"title": title}
    return filled('{}<span class="govuk-visually-hidden"> {}</span>', words, whole)


@register.filter
def marked(passage: Sequence[Fragment]) -> SafeString:
    """The passage with the words that were looked for marked."""
    return joined(filled("<mark>{}</mark>" if fragment.marked else "{}", fragment.text) for fragment in passage)


@register.filter
def result_count(number: int) -> SafeString:
    """“1,234”, and to those who hear it what it counts."""
    words = ngettext("result", "results", number)
    return filled('{}<span class="govuk-visually-hidden"> {}</span>', f"{number:,}", words)


@register.filter
def narrower_rows(values: Sequence[Narrower]) -> SafeString:
    """Each of them with what a search narrowed to it would find."""
    return joined(filled(NARROWER, value.address, value.words, result_count(value.pages)) for value in values)


@register.filter
def quoted_hits(group: Group) -> SafeString:
    """The first hit, and the others of which something is quoted."""
    return joined(_quoted(hit, group.title) for place, hit in enumerate(group.hits) if hit.passage or not place)


def _quoted(hit: Hit, title: str) -> SafeString:
    printed = filled(PRINTED, _("printed %(label)s") % {"label": hit.label}) if _is_printed_apart(hit) else NOTHING
    page = filled(PAGE, hit.url, page_of(hit, title), printed) if hit.number else NOTHING
    return filled(QUOTED, page, filled(PASSAGE, marked(hit.passage)) if hit.passage else NOTHING)


def _is_printed_apart(hit: Hit) -> bool:
    """Whether the number printed on the page is another than its own."""
    return bool(hit.label) and hit.label != str(hit.number)
