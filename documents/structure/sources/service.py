"""A meeting as the web service of the commonest meetings system gives it, written as the page it shows people.

What the service marks as restricted or not published is left out: only the item's title stays.
"""

import re
from datetime import datetime
from html import escape, unescape
from xml.etree import ElementTree

ROOT = re.compile(r"\s*(?:<\?xml[^>]{0,200}\?>)?\s*<meeting>")


class NoMeeting(Exception):
    """The XML is damaged, or defines words of its own; str(error) is one clear sentence."""


def is_meeting(text: str) -> bool:
    return bool(ROOT.match(text))


def html_of_meeting(text: str) -> str:
    """The meeting's items with their minutes. Raises NoMeeting."""
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise NoMeeting("The XML file defines words of its own, which could be made to overload, and was refused.")
    try:
        root = ElementTree.fromstring(text)  # noqa: S314 - definitions, which could overload it, are refused above
    except ElementTree.ParseError as error:
        raise NoMeeting("The XML file is damaged and cannot be read.") from error
    items = "".join(map(_item, root.iter("agendaitem")))
    return f"<main>{_head(root)}{items}</main>"


def _head(root: ElementTree.Element) -> str:
    committee = next((name for tag in ("refertocommittee", "committeetitle") for name in _all(root, tag)), "")
    venue = _text(root, "meetinglocation")
    when = f"{_date(_text(root, 'meetingdate'))} {_text(root, 'meetingtime')}".strip()
    place = f"<p>Venue: {escape(venue)}</p>" if venue else ""
    return f"<h1>Agenda and minutes</h1><h2>{escape(committee)} - {escape(when)}</h2>{place}"


def _item(item: ElementTree.Element) -> str:
    title = f"<h3>{escape(_text(item, 'fulldisplaynumberformat'))} {escape(_text(item, 'agendaitemtitle'))}</h3>"
    if _text(item, "isrestricted") == "True":
        return title
    minutes = _text(item, "minutesnonemptyhtmlbody") if _text(item, "isminutepublished") == "True" else ""
    return title + unescape(_text(item, "agendatext")) + (f"<p>Minutes:</p>{unescape(minutes)}" if minutes else "")


def _text(element: ElementTree.Element, tag: str) -> str:
    return (element.findtext(tag) or "").strip()


def _all(root: ElementTree.Element, tag: str) -> list[str]:
    return [name for one in root.iter(tag) if (name := (one.text or "").strip())]


def _date(text: str) -> str:
    """ "10/02/2026" as "Tuesday 10 February 2026"; any other text as it is."""
    try:
        date = datetime.strptime(text, "%d/%m/%Y").date()
    except ValueError:
        return text
    return f"{date:%A} {date.day} {date:%B %Y}"
