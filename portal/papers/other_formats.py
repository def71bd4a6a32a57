"""How a reader asks for a page in a form that can be read: an email that names the paper and the page."""

from urllib.parse import quote

from django.utils.translation import gettext as _

from committees.models import Council, Meeting


def format_request(title: str, meeting: Meeting | None, council: Council) -> str:
    """A mailto: address that ends with its subject, for the page's number to follow; "" where nobody can be asked.

    It goes to whoever answers for the meeting, its committee, or the council.
    """
    contacts = [meeting.contact_email, meeting.committee.contact_email] if meeting else []
    email = next(filter(None, [*contacts, council.email]), "")
    subject = _("Another format of “%(title)s”, page") % {"title": title}
    return f"mailto:{quote(email, safe='@+')}?subject={quote(subject)}%20" if email else ""
