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
from portal.templatetags.portal import as_printed, short_day

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


GROUP = """<li class="search-group">
<p class="search-group__kind">{}</p>
<h3 class="govuk-heading-s search-group__title"><a class="govuk-link" href="{}">{}</a></h3>
{}{}{}
</li>
"""
WHERE = '<p class="search-group__where">{}{}</p>\n'
MEETING = '<a class="govuk-link govuk-link--no-visited-state" href="{}">{}</a>'


@register.filter
def found_group(group: Group) -> SafeString:
    """A paper with its best pages, or a record: what it is, where it was taken, and the passages."""
    return filled(
        GROUP,
        f"{group.kind} {group.item}" if group.type == "item" and group.item else group.kind,
        group.url,
        _titled(group),
        _where(group) if group.type != "meeting" and (group.meeting_date or group.committee) else NOTHING,
        quoted_hits(group),
        _also_on(group) if group.more_hits or _has_unquoted(group) else NOTHING,
    )


def _titled(group: Group) -> SafeString:
    title = filled("{}", as_printed(group.title))
    return filled("{}, {}", title, short_day(group.meeting_date)) if group.type == "meeting" else title


def _where(group: Group) -> SafeString:
    told = [group.committee, short_day(group.meeting_date)]
    meeting = joined((filled("{}", words) for words in told if words), ", ")
    return filled(
        WHERE,
        filled(MEETING, group.meeting_url, meeting) if group.meeting_url else meeting,
        filled(" · {}", _item_of(group)) if group.item and group.is_paper else NOTHING,
    )


def _item_of(group: Group) -> str:
    words = _("Item %(item)s") % {"item": group.item}
    return words if group.item_title == group.title else f"{words} {group.item_title}"


def _has_unquoted(group: Group) -> bool:
    return group.is_paper and len(group.hits) > 1 and not group.hits[-1].passage


ALSO_ON = """<ul class="search-group__more"><li class="quiet">{}</li>
{}{}
</ul>"""
ALSO = '<li><a class="govuk-link" href="{}">{}</a></li>\n'


def _also_on(group: Group) -> SafeString:
    """The pages of which nothing is quoted."""
    unquoted = [hit for place, hit in enumerate(group.hits) if place and not hit.passage]
    also = joined(filled(ALSO, hit.url, page_of(hit, group.title)) for hit in unquoted)
    return filled(ALSO_ON, _("Also on"), also, _more_pages(group) if group.more_hits else NOTHING)


def _more_pages(group: Group) -> SafeString:
    words = ngettext(
        '<a class="govuk-link" href="{}">{} more page</a> in this paper',
        '<a class="govuk-link" href="{}">{} more pages</a> in this paper',
        group.more_hits,
    )
    return filled(f"<li>{words}</li>", group.url, group.more_hits)


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
