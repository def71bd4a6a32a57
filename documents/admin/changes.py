"""Pages for changes of one paper: adding, publishing, withdrawing, withholding, opening, correcting."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath
from typing import Any, cast

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from committees.actions import NotAllowed
from committees.actions.agenda_building import is_public
from committees.admin.asking import MomentForm, Question, ReasonForm, ask, sent
from committees.admin.basis import guarded
from committees.models import Access, AgendaItem, Meeting, User
from committees.models.withholding import WITHHOLDING_FIELDS
from committees.sent_numbers import number_sent
from documents.actions import papers
from documents.actions.timed import time_publication
from documents.admin.authors import open_to_authors
from documents.admin.chosen_files import keep_chosen_files
from documents.admin.limits import too_large, within_upload_limit
from documents.admin.withholding import WITHHELD, RestrictForm, WithholdingForm, grounds_in, withholding_now
from documents.docx import DocxError
from documents.models import Document, WaitingCorrection
from documents.pdf import PdfError
from documents.roles import adds_papers_only

REFUSALS = (NotAllowed, PdfError, DocxError)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class FileForm(forms.Form):
    file = forms.FileField(
        help_text="A PDF or a Word document (.docx).",
        max_length=255,
        widget=forms.FileInput(attrs={"accept": f"application/pdf,.pdf,{WORD},.docx"}),
        error_messages={"required": "Choose a file.", "empty": "The file is empty (0 bytes)."},
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        limits = {"data-most-bytes": settings.UPLOAD_LIMIT, "data-too-large": too_large()}
        self.fields["file"].widget.attrs.update(limits)

    def keep_files(self, request: HttpRequest) -> None:
        keep_chosen_files(request, self)

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if PurePath(file.name or "").suffix.lower() not in {".pdf", ".docx"}:
            raise forms.ValidationError("Choose a PDF, or a Word document whose name ends in .docx.")
        return file


class AddPaperForm(FileForm, WithholdingForm):
    title = forms.CharField(max_length=500, error_messages={"required": "Enter the title of the paper."})
    kind = forms.ChoiceField(choices=Document.Kind.choices, initial=Document.Kind.REPORT)
    item = forms.ModelChoiceField(AgendaItem.objects.none(), required=False, empty_label="The meeting itself")
    reason = forms.CharField(
        max_length=300,
        required=False,
        label="Why it is withheld",
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="If exempt or confidential. Shown to the public.",
    )
    field_order = ("file", "title", "kind", "item", "access", *WITHHELD)

    def __init__(self, *args: Any, meeting: Meeting, **options: Any) -> None:
        super().__init__(*args, **options)
        items = AgendaItem.objects.filter(meeting=meeting).select_related("section")
        self.fields["item"] = forms.ModelChoiceField(items, required=False, empty_label="The meeting itself")

    @property
    def first(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name not in WITHHELD]

    @property
    def aside(self) -> list[forms.BoundField]:
        return [self[name] for name in WITHHELD]

    @property
    def is_withheld(self) -> bool:
        """Whether the grounds are asked for, or something is typed in them."""
        return self["access"].value() != Access.OPEN or any(field.value() for field in self.aside)

    def clean(self) -> dict[str, Any]:
        super().clean()
        withheld = self.cleaned_data.get("access") not in (None, Access.OPEN)
        if withheld and not self.cleaned_data.get("reason") and "reason" not in self.errors:
            self.add_error("reason", "Enter the reason: the public is shown it.")
        return self.cleaned_data


class WithdrawForm(ReasonForm):
    notice_title = forms.CharField(
        required=False,
        max_length=300,
        label="Title on the notice",
        help_text="Shown in place of the paper’s title. Left empty, only its kind is shown.",
    )


class CorrectForm(FileForm, MomentForm):
    note = forms.CharField(
        label="What changed",
        max_length=500,
        help_text="Shown to the public.",
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Say what changed: the public is told."},
    )
    compare = forms.ChoiceField(
        label="May the public still read the old version, beside the new one?",
        choices=[
            ("yes", "Yes: it stands compared with the new one, word by word"),
            ("no", "No: something in it should not have been public, and only the new one can be read"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether the public may still read the old version."},
    )

    field_order = ("file", "note", "compare", "at", "at_which")

    def clean_compare(self) -> bool:
        return bool(self.cleaned_data["compare"] == "yes")


def _by(request: HttpRequest) -> User:
    return cast(User, request.user)


def _paper(pk: int) -> Document:
    return get_object_or_404(Document, pk=pk)


@dataclass(frozen=True, slots=True)
class AfterAdding:
    """Where somebody who adds a paper came from and goes back to, and how the message of it ends there."""

    address: str
    told: str


def _after_adding(request: HttpRequest, meeting: Meeting) -> AfterAdding:
    if adds_papers_only(request.user):
        return AfterAdding(reverse("admin:author_papers"), ", for the clerks to publish")
    if "building" in request.GET:
        item = number_sent(request.GET.get("item", ""))
        builder = reverse("admin:meeting_build", args=[meeting.pk])
        told = ": publish it from “Check and publish”" if is_public(meeting) else ", to be published with the agenda"
        return AfterAdding(f"{builder}#item-{item}" if item else builder, told)
    return AfterAdding(reverse("admin:meeting_publication", args=[meeting.pk]), ": publish it below")


@permission_required("documents.add_document", raise_exception=True)
@within_upload_limit
def add_paper(request: HttpRequest, pk: int) -> HttpResponse:
    is_author = adds_papers_only(request.user)
    meetings = open_to_authors() if is_author else Meeting.objects.select_related("committee")
    meeting = get_object_or_404(meetings, pk=pk)
    first = {"item": request.GET.get("item")}
    form = AddPaperForm(**sent(request), meeting=meeting, initial=first)

    def act(values: dict[str, Any]) -> str:
        paper = papers.add_paper(
            meeting=meeting,
            item=values["item"],
            file=values["file"],
            name=values["file"].name,
            title=values["title"],
            kind=values["kind"],
            access=values["access"],
            paragraphs=values["exempt_paragraphs"],
            reason=values["reason"],
            grounds=grounds_in(values),
            by=_by(request),
        )
        return f"“{paper}” is added as a draft{after.told}."

    after = _after_adding(request, meeting)
    question = Question(
        title="Add a paper",
        explanation=f"The paper is added to {meeting} as a draft. The public sees nothing until it is published.",
        button="Add the paper",
        back=after.address,
    )
    return ask(request, question, form, act, REFUSALS, template="admin/papers/add.html")


@dataclass(frozen=True, slots=True)
class Change:
    """How a change of one paper is asked for: `verb` and `done` are said of the paper's title."""

    verb: str
    explanation: str
    button: str
    done: str
    hides: bool = False


def ask_of_paper(
    request: HttpRequest, paper: Document, form: forms.Form, change: Change, act: Callable[..., Any], **options: Any
) -> HttpResponse:
    """The page, or the change: `act` is given the paper as `document`, who asks as `by`, and the form's fields."""
    question = Question(
        title=f"{change.verb} “{paper}”",
        explanation=change.explanation,
        button=change.button,
        back=reverse("admin:documents_document_change", args=[paper.pk]),
        hides=change.hides,
    )

    def done(values: dict[str, Any]) -> str:
        act(document=paper, by=_by(request), **values)
        return f"“{paper}” {change.done}."

    return ask(request, question, form, done, REFUSALS, **options)


@permission_required("documents.change_document", raise_exception=True)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    change = Change(
        verb="Withdraw",
        explanation="The paper goes from every page and from search at once. Its address will show the date and your "
        "reason. The file is kept for staff.",
        button="Withdraw the paper",
        done="is withdrawn",
        hides=True,
    )
    return ask_of_paper(request, _paper(pk), WithdrawForm(**sent(request)), change, papers.withdraw_document)


@permission_required("documents.change_document", raise_exception=True)
@guarded(Document, WITHHOLDING_FIELDS)
def restrict(request: HttpRequest, pk: int) -> HttpResponse:
    paper = _paper(pk)
    change = Change(
        verb="Withhold",
        explanation="The public sees that there is such a paper, and the reason, but neither its title nor its file.",
        button="Withhold the paper",
        done="is withheld",
        hides=True,
    )

    def act(*, exempt_paragraphs: list[int], **values: Any) -> None:
        grounds = grounds_in(values)
        papers.restrict_document(paragraphs=exempt_paragraphs, grounds=grounds, **values)

    return ask_of_paper(request, paper, RestrictForm(**sent(request), initial=withholding_now(paper)), change, act)


@permission_required("documents.change_document", raise_exception=True)
@within_upload_limit
def replace_file(request: HttpRequest, pk: int) -> HttpResponse:
    change = Change(
        verb="Correct",
        explanation="The new file takes the place of the old one at the same address: where the paper is public, at "
        "once or at the time you give. The old file is kept for staff.",
        button="Use this file",
        done="has a new file",
    )

    def act(*, file: UploadedFile, at: datetime | None = None, **values: Any) -> None:
        version = papers.replace_file(file=file, name=file.name or "", held=at is not None, **values)
        if not WaitingCorrection.objects.filter(version=version).exists():
            return
        try:
            if at is None:
                raise NotAllowed(WAITS)
            time_publication(of=version.document, at=at, by=_by(request))
        except NotAllowed as error:
            messages.warning(request, str(error) if at is None else f"{error} {WAITS}")

    def then() -> str:
        waits = WaitingCorrection.objects.filter(version__document=pk).exists()
        return reverse("admin:paper_publish" if waits else "admin:documents_document_change", args=[pk])

    return ask_of_paper(request, _paper(pk), CorrectForm(**sent(request)), change, act, then=then)


WAITS = "The correction waits, and the old file stays public until it is published or released below."
