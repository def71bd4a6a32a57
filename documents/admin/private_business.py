"""What a meeting takes in private: its withheld items and papers, each with why, and what the meeting resolved."""

from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django import forms
from django.contrib.admin import site
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from committees import actions
from committees.admin.asking import Question, WhyForm, ask, sent
from committees.admin.basis import guarded
from committees.admin.fields import DayField, WordsField
from committees.models import Access, AgendaItem, Meeting, User
from committees.models.withholding import WITHHOLDING_FIELDS
from documents.actions.gate import findings_outlast_refusal
from documents.actions.grounds import share_grounds
from documents.actions.papers import listed_at
from documents.actions.typed_minutes import minutes_with, record_of_minutes
from documents.admin.findings.screen import findings_of, findings_of_record, together
from documents.admin.withholding import WITHHELD, RestrictForm, grounds_in, withholding_now
from documents.models import Document, DocumentVersion

NEUTRAL = "Private business"

may_change = permission_required("committees.change_agendaitem", raise_exception=True)


class ResolutionForm(forms.Form):
    on = DayField(
        label="Day on which the meeting resolved to exclude the public",
        required=False,
        help_text="Leave it empty if it did not.",
    )
    resolution = WordsField(label="What it resolved", help_text="In its words. Shown to the public.")

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("on") and not self.cleaned_data.get("resolution"):
            self.add_error("resolution", "Enter what the meeting resolved: the public is shown it.")
        return self.cleaned_data


def _title(first: str, help_text: str) -> forms.CharField:
    return forms.CharField(
        label="Title that the public reads",
        max_length=AgendaItem._meta.get_field("title").max_length,
        initial=first,
        help_text=help_text,
        error_messages={"required": "Enter the title that the public reads."},
    )


class RestrictItemForm(RestrictForm):
    """With a title that gives nothing away: a neutral one is offered where the item is open until now."""

    def __init__(self, *args: Any, item: AgendaItem, **options: Any) -> None:
        super().__init__(*args, **{"initial": withholding_now(item), **options})
        was = item.open_title or item.title
        said = f"In place of “{was}”. Say nothing that gives away what is withheld."
        self.fields["title"] = _title(NEUTRAL if item.access == Access.OPEN else item.title, said)
        self.order_fields(["access", "title", *WITHHELD])


class OpenItemForm(WhyForm):
    def __init__(self, *args: Any, item: AgendaItem, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["title"] = _title(item.open_title or item.title, f"It is now “{item.title}”.")
        self.fields["title"].required = False


@dataclass(frozen=True, slots=True)
class Row:
    """An item, or a paper; `why` names the access and its paragraphs."""

    title: str
    why: str
    public_reason: str
    decided_by: str
    review_on: date | None
    review_is_due: bool
    changes: list[tuple[str, str]]


@never_cache
@permission_required("committees.view_agendaitem", raise_exception=True)
def index(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = get_object_or_404(Meeting.objects.select_related("committee"), pk=pk)
    items = AgendaItem.objects.filter(meeting=meeting).select_related("section").order_by("order")
    papers = listed_at(meeting).exclude(access=Access.OPEN)
    context = {
        **site.each_context(request),
        "title": "In private",
        "subtitle": str(meeting),
        "meeting": meeting,
        "private": [_item_row(item) for item in items if item.access != Access.OPEN],
        "papers": [_paper_row(paper) for paper in papers],
        "open_items": [item for item in items if item.access == Access.OPEN],
    }
    return render(request, "admin/private_business.html", context)


def _item_row(item: AgendaItem) -> Row:
    changes = [
        ("Open it", reverse("admin:item_open", args=[item.pk])),
        ("Change why", reverse("admin:item_restrict", args=[item.pk])),
        ("What the meeting resolved", reverse("admin:item_resolution", args=[item.pk])),
    ]
    before = f" (before: “{item.open_title}”)" if item.open_title else ""
    return _row(f"{item}{before}", item, changes)


def _paper_row(paper: Document) -> Row:
    changes = [
        ("Open it", reverse("admin:paper_open", args=[paper.pk])),
        ("Change why", reverse("admin:paper_restrict", args=[paper.pk])),
        ("See who read it", f"{reverse('admin:documents_document_change', args=[paper.pk])}#readings-group"),
    ]
    return _row(paper.title, paper, changes)


def _row(title: str, thing: AgendaItem | Document, changes: list[tuple[str, str]]) -> Row:
    numbers = ", ".join(str(number) for number in thing.exempt_paragraphs)
    due = thing.withheld_review_on
    return Row(
        title=title,
        why=f"{thing.get_access_display()}{f', paragraph {numbers}' if numbers else ''}",
        public_reason=thing.withheld_reason,
        decided_by=thing.withheld_by,
        review_on=due,
        review_is_due=due is not None and due <= timezone.localdate(),
        changes=changes,
    )


def _item(pk: int) -> AgendaItem:
    return get_object_or_404(AgendaItem.objects.select_related("meeting__committee", "section"), pk=pk)


def _question(item: AgendaItem, title: str, explanation: str, button: str, *, hides: bool = False) -> Question:
    back = reverse("admin:meeting_private", args=[item.meeting_id])
    return Question(title=f"{title}: {item}", explanation=explanation, button=button, back=back, hides=hides)


@may_change
@guarded(AgendaItem, WITHHOLDING_FIELDS)
def restrict(request: HttpRequest, pk: int) -> HttpResponse:
    item = _item(pk)

    def act(values: dict[str, Any]) -> str:
        actions.restrict_item(
            item=item,
            by=cast(User, request.user),
            access=values["access"],
            paragraphs=values["exempt_paragraphs"],
            reason=values["reason"],
            grounds=grounds_in(values),
            title=values["title"],
        )
        share_grounds(item=item, by=cast(User, request.user))
        return f"“{item}” is to be taken in private."

    explanation = (
        "The item and all its papers go from every page and from search at once, but for the title that you give it "
        "here, and your reason. The public is told that it is likely to be taken in private."
    )
    if item.urgency_reason:
        explanation += f" The chair’s reason for its urgency stays public too: “{item.urgency_reason}”"
    question = _question(item, "Take in private", explanation, "Take in private", hides=True)
    return ask(request, question, RestrictItemForm(**sent(request), item=item), act)


@may_change
def make_open(request: HttpRequest, pk: int) -> HttpResponse:
    item = _item(pk)

    def act(values: dict[str, Any]) -> str:
        with findings_outlast_refusal():
            actions.open_item(item=item, by=cast(User, request.user), reason=values["why"], title=values["title"])
        return f"“{item}” is open."

    explanation = (
        "The item’s text and its papers can be read by the public at once, where they are published. Papers that are "
        "withheld for themselves stay withheld."
    )
    question = _question(item, "Open", explanation, "Open the item to all")
    form, template = OpenItemForm(**sent(request), item=item), "admin/papers/again.html"
    return ask(request, question, form, act, template=template, shown=lambda: _found(request, item))


def _found(request: HttpRequest, item: AgendaItem) -> dict[str, Any]:
    """What was found in its papers, once they are open: where that stops it, or was accepted."""
    papers = Document.objects.filter(listings__item=item, access=Access.OPEN, withdrawn_at=None)
    versions = DocumentVersion.objects.filter(pk__in=papers.values("current_version"))
    found = findings_of(None, versions.select_related("document", "original"), as_if_open=True)
    minutes = minutes_with(item)
    if minutes is not None:
        found = together(found, findings_of_record(record_of_minutes(minutes, opened=item)))
    return {"found": found, "accepting": request.session.pop("accepting", {})}


@may_change
@guarded(AgendaItem, ["private_resolved_on", "private_resolution"])
def resolution(request: HttpRequest, pk: int) -> HttpResponse:
    item = _item(pk)

    def act(values: dict[str, Any]) -> str:
        on, words = values["on"], values["resolution"]
        actions.resolve_private(item=item, by=cast(User, request.user), on=on, resolution=words)
        return f"What the meeting resolved of “{item}” is recorded."

    explanation = "The public is told that the item, or a paper of it, was taken in private, and reads the resolution."
    first = {"on": item.private_resolved_on or item.meeting.date, "resolution": item.private_resolution}
    question = _question(item, "What the meeting resolved", explanation, "Record it")
    return ask(request, question, ResolutionForm(**sent(request), initial=first), act)
