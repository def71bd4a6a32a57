"""Rows that lists repeat by the dozen, and icons, without a template for each: half of a page's time went there.

Whatever is put into them is escaped, as templates would.
"""

from functools import cache

from django import template
from django.template.base import Parser, TextNode, Token
from django.template.loader import get_template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from committees.models import MeetingMember, Person
from portal.decisions.decided import Decided
from portal.markup import filled, joined
from portal.meetings.agenda import AgendaEntry
from portal.meetings.rows import MeetingRow
from portal.papers.links import PaperLink
from portal.templatetags.portal import as_printed, clock, day, leaf

register = template.Library()
NOTHING = SafeString("")


@register.tag
def icon(parser: Parser, token: Token) -> TextNode:
    """The drawing of that name, put in its place once, when the template is read."""
    _tag, name = token.split_contents()
    return TextNode(drawing(name.strip("\"'")))


@cache
def drawing(name: str) -> SafeString:
    return SafeString(get_template(f"components/icons/{name}.html").render().strip())


PAPER = """<li class="paper">
{}
<div class="paper__words">
<a class="govuk-link paper__name" href="{}" data-short="{}">{}</a>{}
</div>
{}
</li>"""
UNDER = '\n<p class="paper__under"><a class="govuk-link govuk-link--no-visited-state" href="{}">{}</a></p>'
FILE = (
    '<a class="paper__file" href="{}">{}<span><span class="govuk-visually-hidden">{} (</span>{}'
    '<span class="govuk-visually-hidden">)</span></span></a>'
)
PAGES = '<span class="paper__pages">{}</span>'


@register.simple_tag
def paper_row(paper: PaperLink, *, name: str = "", under: object = None, under_address: str = "") -> SafeString:
    """Called `name` if that is given; `under` says what it belongs to, in a line of its own."""
    file = (
        filled(FILE, paper.file_address, drawing("download"), paper.title, paper.facts)
        if paper.file_address
        else filled(PAGES, paper.facts)
    )
    belongs = filled(UNDER, under_address, under) if under else NOTHING
    return filled(PAPER, drawing("paper"), paper.address, paper.short_address, name or _name(paper), belongs, file)


def _name(paper: PaperLink) -> str:
    """The kind, and the title as it is printed."""
    return filled("{}{}", paper.name.removesuffix(paper.title), as_printed(paper.title))


MEETING = """<li class="meeting-row{}">
{}
<div class="meeting-row__words">
<p class="meeting-row__name"><a class="govuk-link" href="{}">{}</a></p>
<p class="meeting-row__facts">{}</p>
</div>
<span class="tag tag--{}">{}</span>
</li>"""


@register.simple_tag
def meeting_row(row: MeetingRow, *, plain: bool = False) -> SafeString:
    """`plain` leaves out the committee's name, where the page is of one committee."""
    meeting = row.meeting
    said = day(meeting.date)
    name = (
        filled("{}, {}", meeting.title, said)
        if plain and meeting.title
        else said
        if plain
        else filled('{}<span class="govuk-visually-hidden">, {}</span>', meeting.name, said)
    )
    today = filled('<strong class="meeting-row__today">{}</strong>', _("Today")) if row.is_today else NOTHING
    facts = [fact for fact in (today, clock(meeting.time), meeting.venue) if fact]
    state = " meeting-row--past" if row.is_past else " meeting-row--today" if row.is_today else ""
    return filled(
        MEETING,
        state,
        leaf(meeting.date),
        meeting.get_absolute_url(),
        name,
        joined((filled("{}", fact) for fact in facts), " · "),
        row.standing.tone,
        row.standing.words,
    )


PERSON = '<li class="person"><a class="govuk-link person__name" href="{}">{}</a>{}</li>\n'
FACTS = ' <span class="person__facts">{}</span>'


@register.filter
def person_row(person: Person) -> SafeString:
    """Of a public person, its ward selected with it."""
    told = [person.party, person.ward.name if person.ward else ""]
    facts = filled(FACTS, " · ".join(fact for fact in told if fact)) if any(told) else NOTHING
    return filled(PERSON, person.get_absolute_url(), person.formal_name, facts)


MEMBER = '<li class="person{}">{}{}{}</li>\n'
MEMBER_LINK = '<a class="govuk-link person__name" href="{}">{}</a>'
MEMBER_NAME = '<span class="person__name">{}</span>'
ROLE = ' <span class="tag person__role">{}</span>'


@register.simple_tag
def member_row(member: MeetingMember, *, plain: bool = False) -> SafeString:
    """As printed for a meeting, the person selected with it; `plain` leaves out the role."""
    person = member.person
    name = (
        filled(MEMBER_LINK, person.get_absolute_url(), member.name)
        if person and person.is_public
        else filled(MEMBER_NAME, member.name or _("Vacancy"))
    )
    has_role = not plain and member.name and member.role != MeetingMember.Role.MEMBER
    return filled(
        MEMBER,
        "" if member.name else " person--vacant",
        name,
        filled(ROLE, member.get_role_display()) if has_role else NOTHING,
        filled(FACTS, member.representing) if member.representing else NOTHING,
    )


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


ITEM_TITLE = '<{0} class="agenda__title"><a class="govuk-link govuk-link--no-visited-state" href="{1}">{2}</a></{0}>'
BUSINESS = (
    '<li><a class="agenda-nav__link" href="#item-{}"><span class="agenda-nav__label">{}</span>'
    '<span class="agenda-nav__title">{}</span></a></li>\n'
)


@register.filter
def item_title(entry: AgendaEntry, heading: str) -> SafeString:
    """The item's title as a link, in a heading of that kind."""
    return filled(ITEM_TITLE, heading, entry.address, as_printed(entry.title))


@register.filter
def business_rows(entries: list[AgendaEntry]) -> SafeString:
    """The way to each of them on the same page."""
    return joined(filled(BUSINESS, entry.id, entry.reference, as_printed(entry.title)) for entry in entries)
