"""The items of an agenda, written without a template for each: a meeting lists up to sixty.

What few items have is left to its template.
"""

from collections.abc import Iterable

from django import template
from django.template.loader import get_template
from django.utils.html import linebreaks
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from portal.decisions.decided import Decided
from portal.markup import filled, joined
from portal.meetings.agenda import AgendaEntry
from portal.templatetags.portal import as_printed
from portal.templatetags.rows import drawing, paper_row

register = template.Library()
NOTHING = SafeString("")
ITEM = """<li class="agenda__item{}" id="item-{}">
<span class="agenda__label">{}</span>
<div class="agenda__words">
{}
{}{}</div>
{}{}</li>
"""
TITLE = '<{0} class="agenda__title"><a class="govuk-link govuk-link--no-visited-state" href="{1}">{2}</a></{0}>'
TEXT = '<div class="prose agenda__text">{}</div>\n'
LONG_TEXT = """<details class="govuk-details agenda__more">
<summary class="govuk-details__summary"><span class="govuk-details__summary-text">{}\
<span class="govuk-visually-hidden">: {}</span></span></summary>
<div class="prose">{}</div>
</details>
"""
DECIDED_HERE = '<div class="agenda__decided">{}</div>\n'
UNDER = '<div class="agenda__under">{}{}</div>\n'
PAPERS = '<ul class="paper-list">\n{}{}</ul>\n'


@register.filter
def agenda_items(entries: Iterable[AgendaEntry], heading: str) -> SafeString:
    """Each with what was decided on it and its papers; `heading` is the kind that titles are, such as h4."""
    return joined(_item(entry, heading) for entry in entries)


def _item(entry: AgendaEntry, heading: str) -> SafeString:
    return filled(
        ITEM,
        " agenda__item--quiet" if entry.is_quiet else "",
        entry.id,
        entry.reference,
        filled(TITLE, SafeString(heading), entry.address, as_printed(entry.title)),
        _shown("components/item_state.html", entry=entry) if entry.is_marked else NOTHING,
        _text(entry) if entry.text else NOTHING,
        filled(DECIDED_HERE, decided_on(entry)) if entry.decided else NOTHING,
        _under(entry) if entry.papers or entry.notices or entry.to_follow else NOTHING,
    )


def _shown(name: str, **told: object) -> SafeString:
    return SafeString(get_template(name).render(told))


def _text(entry: AgendaEntry) -> SafeString:
    words = SafeString(linebreaks(entry.text, autoescape=True))
    if not entry.has_long_text:
        return filled(TEXT, words)
    return filled(LONG_TEXT, _("Read the note on this item"), entry.title, words)


def _under(entry: AgendaEntry) -> SafeString:
    """The papers, notices of those that may not be read, and promises of those to follow."""
    papers = joined(paper_row(paper) for paper in entry.papers)
    notices = joined(_shown("components/withheld.html", notice=notice) for notice in entry.notices)
    listed = filled(PAPERS, papers, notices) if papers or notices else NOTHING
    follow = _shown("components/to_follow.html", promises=entry.to_follow) if entry.to_follow else NOTHING
    return filled(UNDER, listed, follow)


DECIDED = """<div class="decided">
<p class="decided__head">{}{}{}</p>
<p class="decided__words">{}</p>
<p class="decided__more{}"><a class="govuk-link" href="{}">{}<span class="govuk-visually-hidden">: {}</span></a></p>
</div>
"""


@register.filter
def decided_on(entry: AgendaEntry) -> SafeString:
    """What was decided on an item."""
    return joined(_decided(decided, entry.title) for decided in entry.decided)


def _decided(decided: Decided, title: str) -> SafeString:
    draft = filled(' <span class="decided__standing">({})</span>', _("draft minutes")) if decided.is_draft else NOTHING
    more, words = (
        (" decided__more--whole", _("The decision")) if decided.is_whole else ("", _("Read the whole decision"))
    )
    return filled(DECIDED, drawing("there"), _("Decided"), draft, decided.words, more, decided.address, words, title)


BUSINESS = (
    '<li><a class="agenda-nav__link" href="#item-{}"><span class="agenda-nav__label">{}</span>'
    '<span class="agenda-nav__title">{}</span></a></li>\n'
)


@register.filter
def business_rows(entries: Iterable[AgendaEntry]) -> SafeString:
    """The way to each of them on the same page."""
    return joined(filled(BUSINESS, entry.id, entry.reference, as_printed(entry.title)) for entry in entries)
