"""Rows that lists repeat by the dozen, and icons, without a template for each: half of a page's time went there.

Whatever is put into them is escaped, as templates would.
"""

from collections.abc import Iterable
from functools import cache

from django import template
from django.template.base import Parser, TextNode, Token
from django.template.loader import get_template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from committees.models import MeetingMember, Membership, Person
from portal.decisions.rows import DecisionRow
from portal.markup import filled, joined
from portal.meetings.attendance import Attendee
from portal.meetings.completeness import RecordStep
from portal.meetings.rows import MeetingRow
from portal.papers.links import PaperLink
from portal.templatetags.portal import as_printed, clock, day, leaf, short_day

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


ATTENDEE = "<li>{}{}</li>"
ATTENDEE_LINK = '<a class="govuk-link" href="{}">{}</a>'
NOTE = ' <span class="quiet">({})</span>'


@register.filter
def attendee_rows(attendees: Iterable[Attendee]) -> SafeString:
    return joined(
        filled(
            ATTENDEE,
            filled(ATTENDEE_LINK, attendee.address, attendee.name) if attendee.address else attendee.name,
            filled(NOTE, attendee.note) if attendee.note else NOTHING,
        )
        for attendee in attendees
    )


STEP = """<li class="strip__step strip__step--{}"><span class="strip__name">{}{}</span>
<span class="strip__words">{}{}</span></li>
"""
STEP_LINK = (
    '<a class="govuk-link govuk-link--no-visited-state" href="{}">{}'
    '<span class="govuk-visually-hidden"> ({})</span></a>'
)
STEP_MORE = '<span class="strip__more">{}</span>'


@register.filter
def record_steps(steps: Iterable[RecordStep]) -> SafeString:
    """What of a meeting's record is here, each with a mark of its own: the icons are named as the states are."""
    return joined(_step(step) for step in steps)


def _step(step: RecordStep) -> SafeString:
    said = filled("{} {}", step.words, short_day(step.day)) if step.day else step.words
    return filled(
        STEP,
        step.state,
        drawing(step.state),
        step.name,
        filled(STEP_LINK, step.address, said, step.name) if step.address else said,
        filled(STEP_MORE, step.more) if step.more else NOTHING,
    )


DECISION = """<li class="register__row">
<p class="register__kicker">{} · {}</p>
<h2 class="register__name"><a class="govuk-link" href="{}">{}</a></h2>
<p class="register__words">{}</p>
<p class="register__facts"><span>{}</span>{}{}{}</p>
</li>
"""
TAG = '<span class="tag{}">{}</span>'


@register.filter
def register_row(row: DecisionRow) -> SafeString:
    """A decision in the register."""
    decision, call_in = row.decision, row.call_in
    kind = decision.get_kind_display()
    wards = ", ".join(ward.name for ward in row.wards)
    return filled(
        DECISION,
        short_day(decision.date),
        row.by or kind,
        decision.get_absolute_url(),
        as_printed(decision.title),
        " ".join(f"{part.mark} {part.words}".strip() for part in row.parts),
        kind,
        filled(TAG, "", _("Key decision")) if decision.key else NOTHING,
        filled(TAG, f" tag--{call_in.tone}", call_in.state) if call_in else NOTHING,
        filled("<span>{}</span>", wards) if wards else NOTHING,
    )


SEAT = """<li class="person">
<a class="govuk-link person__name" href="{}">{}</a>
{}
<span class="person__facts">{}{}</span>
</li>
"""
VACANT_SEAT = """<li class="person person--vacant">
<span class="person__name">{}</span>
<span class="person__facts">{}</span>
</li>
"""


@register.simple_tag
def seat_row(seat: Membership, *, plain: bool = False) -> SafeString:
    """Who sits on a committee, the person and their ward selected with it; `plain` leaves out the role."""
    person = seat.person
    if person is None:
        return filled(VACANT_SEAT, _("Vacancy"), seat.representing or seat.get_role_display())
    has_role = not plain and seat.role != Membership.Role.MEMBER
    ward = _("%(ward)s ward") % {"ward": person.ward.name} if person.ward else ""
    return filled(
        SEAT,
        person.get_absolute_url(),
        person.formal_name,
        filled(ROLE.strip(), seat.get_role_display()) if has_role else NOTHING,
        seat.representing or ward,
        NOTHING if seat.voting else SafeString(" · ") + filled("{}", _("does not vote")),
    )
