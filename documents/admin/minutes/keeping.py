"""Keeps what a clerk types. One page is never saved over what another clerk has saved since it was opened."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.signing import BadSignature
from django.db import transaction
from django.utils import timezone

from committees.actions import NotAllowed, publish_minutes, write_minutes
from committees.admin.basis import Difference
from committees.models import Meeting, Minutes, MinutesDraft, User
from documents.actions.records import Record
from documents.actions.typed_minutes import record_of_entries
from documents.admin.minutes.content import HEAD, Content, basis_of, from_agenda, kept_content, opened_from
from documents.admin.minutes.differences import differences
from documents.admin.minutes.forms import MinutesForm


@dataclass(frozen=True, slots=True)
class Saved:
    """at is local; basis is that of the state saved."""

    draft: MinutesDraft
    basis: str

    @property
    def words(self) -> str:
        return f"Saved {timezone.localtime(self.draft.saved_at):%H:%M}"


class SavedElsewhere(Exception):
    """Somebody has saved other words since the page was opened; str(error) says who and when, for the clerk.

    `changed` is what they changed; empty where it is not known what the page was opened from.
    """

    def __init__(self, words: str, changed: Sequence[Difference]) -> None:
        super().__init__(words)
        self.changed = changed


@transaction.atomic
def keep(*, meeting: Meeting, content: Content, basis: str, by: User, over: bool = False) -> Saved:
    """Keep this as the meeting's draft. Raises SavedElsewhere unless it was opened from what is kept now, or `over`.

    What is written over is set aside, so that it can still be read.
    """
    Meeting.objects.select_for_update().get(pk=meeting.pk)  # one save of a meeting's minutes at a time
    draft = MinutesDraft.objects.filter(meeting=meeting).select_related("saved_by").first()
    before = draft.content if draft else kept_content(meeting)
    if basis_of(before) not in (basis, basis_of(content)):
        if not over:
            raise SavedElsewhere(_who_and_when(draft, by), _changed(meeting, basis, before))
        draft = draft or MinutesDraft(meeting=meeting)
        draft.set_aside, draft.set_aside_of = before, draft.saved_by
    draft = draft or MinutesDraft(meeting=meeting)
    if by.pk not in draft.writers and typed_in(content) != typed_in(before or from_agenda(meeting)):
        draft.writers = [*draft.writers, by.pk]
    draft.content, draft.saved_by = content, by
    draft.save()
    return Saved(draft, basis_of(content))


def _changed(meeting: Meeting, basis: str, before: Content | None) -> list[Difference]:
    try:
        opened = opened_from(basis)
    except BadSignature:
        return []
    return differences(opened or from_agenda(meeting), before or from_agenda(meeting))


def _who_and_when(draft: MinutesDraft | None, by: User) -> str:
    if draft is None:
        return "These minutes were published, or read from a paper, since you opened this page."
    at = f"{timezone.localtime(draft.saved_at):%H:%M}"
    if draft.saved_by == by:
        return f"You saved these minutes at {at} from another page, after you opened this one."
    who = draft.saved_by.get_full_name() or draft.saved_by.get_username() if draft.saved_by else "Somebody"
    return f"{who} saved these minutes at {at}, after you opened this page."


def writers_of(meeting: Meeting) -> set[int]:
    """Who typed the words that are about to be public: those of the draft, or of minutes that are here unchanged."""
    if draft := MinutesDraft.objects.filter(meeting=meeting).first():
        return set(draft.writers or filter(None, [draft.saved_by_id]))
    minutes = Minutes.objects.filter(meeting=meeting, written_here=True).first()
    return set(minutes.writers) if minutes else set()


def record_of_form(meeting: Meeting, form: MinutesForm) -> Record:
    """What becomes public of a form without problems, as the gate looks through it."""
    chair = form.head.cleaned_data["chair"]
    return record_of_entries(meeting, form.drafts(), chair=chair, writers=writers_of(meeting))


def typed_in(content: Content) -> Content:
    """What is typed, however the browser sent it: opening minutes and going on to publish them is no writing."""
    tidied = MinutesForm([], content=content).content(tidy=True)
    entries = [{name: _one_line_end(value) for name, value in entry.items()} for entry in tidied["entries"]]
    return {**{name: _one_line_end(tidied[name]) for name in HEAD}, "entries": entries}


def _one_line_end(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


@transaction.atomic
def publish_draft(*, meeting: Meeting, form: MinutesForm, by: User) -> Minutes:
    """Make a form without problems the meeting's minutes, and public. Raises NotAllowed, changing nothing."""
    entries, head = form.drafts(), form.head.cleaned_data
    if not entries:
        raise NotAllowed("There is nothing to publish yet: no minute is written.")
    minutes = write_minutes(
        meeting=meeting,
        entries=entries,
        chair=head["chair"],
        closed_at=head["closed_at"],
        by=by,
        writers=writers_of(meeting),
    )
    publish_minutes(minutes=minutes, by=by)
    MinutesDraft.objects.filter(meeting=meeting).delete()
    return minutes
