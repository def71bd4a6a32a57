"""What clerks type and the public reads: it passes the gate that papers pass, and where asked the second person.

A record is its texts as they are about to be public, so that a draft and the rows it becomes are looked at alike.
"""

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.db import transaction

from committees.models import User
from documents.actions.checking import Keeping, own_contacts
from documents.actions.gate import Stopped, told
from documents.actions.release import Subject, note_record_released, require_other_person
from documents.findings import Found, Paper, PaperPage, look_at_words
from documents.models import Finding

WHOLE = 0  # the place of what has no places


@dataclass(frozen=True, slots=True)
class Record:
    """`of` is what its findings belong to; `texts` what the public will read, by place; `makers` the ids of who typed.

    `accepted` are findings of what it was taken from: the same words need no second reason.
    """

    of: Subject
    name: str
    texts: Sequence[tuple[int, str]]
    makers: Collection[int]
    accepted: Mapping[tuple[str, str], Finding] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """Tells one state of its words from another: a page that lets it out carries that of what it showed."""
        return hashlib.sha256(json.dumps(list(self.texts)).encode()).hexdigest()


def let_out(record: Record, by: User | None) -> None:
    """To be called in the transaction that makes it public. Raises NotAllowed where findings or the rule stop it."""
    require_other_person(name=record.name, makers=record.makers, by=by)
    require_decided_record(record)
    note_record_released(by=by, **record.of)


def require_decided_record(record: Record) -> None:
    """Raises Stopped where something found in it is undecided; what was found is kept by whoever shows it."""
    check_record(record)
    rows = Finding.objects.filter(**record.of).blocking().order_by("page", "pk")
    if stopped := [(record.name, row) for row in rows]:
        raise Stopped(told(stopped), [])


@transaction.atomic
def check_record(record: Record) -> None:
    """Look through it as it is now. It is quick, and done whenever it is shown."""
    pages = [PaperPage(place, text) for place, text in record.texts]
    found = look_at_words(Paper(title=record.name, pages=pages, kind="record", own=own_contacts()))
    known = list(Finding.objects.filter(**record.of).order_by("pk"))
    accepted = {(row.kind, row.words): row for row in known if row.state == Finding.State.ACCEPTED}
    keeping = Keeping()
    keeping.compare(known, [_placed(one) for one in found], {**record.accepted, **accepted}, **record.of)
    keeping.write()


def _placed(found: Found) -> Found:
    return replace(found, page=None) if found.page == WHOLE else found
