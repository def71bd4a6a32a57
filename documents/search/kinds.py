"""The kinds of things that can be found, by the names the public knows them by."""

from django.utils.translation import gettext_lazy as _

from documents.models import Document
from documents.search.schema import COMMITTEE, DECISION, ITEM, MEETING, PERSON, RECOMMENDATION

RECORD_KINDS = {
    ITEM: _("Agenda item"),
    DECISION: _("Decision"),
    RECOMMENDATION: _("Recommendation"),
    MEETING: _("Meeting"),
    COMMITTEE: _("Committee"),
    PERSON: _("Person"),
}
KINDS = {**dict(Document.Kind.choices), **RECORD_KINDS}
