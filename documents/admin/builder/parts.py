"""Pages of their own for one section or item: changing, dropping, asking for a report, promising a paper."""

from typing import Any, cast

from django import forms
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from committees.actions import agenda_building as building
from committees.admin.asking import Question, WhyForm, ask, sent
from committees.admin.basis import guarded
from committees.business import is_formal
from committees.models import AgendaItem, AgendaSection, Meeting, Role, User
from committees.sent_numbers import number_sent
from documents.actions import invitations, papers_to_follow
from documents.admin.builder.screen import item_of, may_build, meeting_of
from documents.admin.plans.fields import DayField, TextField
from documents.models import Invitation, PaperToFollow


def _back(meeting_pk: int, anchor: str = "") -> str:
    return reverse("admin:meeting_build", args=[meeting_pk]) + anchor


def _by(request: HttpRequest) -> User:
    return cast(User, request.user)


class SectionForm(forms.Form):
    letter = TextField(max_length=10, help_text="Left empty, the items of all sections are numbered straight through.")
    title = TextField(max_length=300, required=True, error_messages={"required": "Enter the title of the section."})
    text = TextField(label="Standing text", lines=5)


class ItemForm(forms.Form):
    title = TextField(
        max_length=500,
        required=True,
        help_text="Public even where the item is exempt: keep it neutral.",
        error_messages={"required": "Enter the title of the item."},
    )
    text = TextField(label="Text on the agenda", lines=5)
    section = forms.ModelChoiceField(AgendaSection.objects.none(), required=False, empty_label="No section")

    def __init__(self, *args: Any, meeting: Meeting, **options: Any) -> None:
        super().__init__(*args, **options)
        sections = AgendaSection.objects.filter(meeting=meeting).order_by("order")
        self.fields["section"] = forms.ModelChoiceField(sections, required=False, empty_label="No section")


class AuthorField(forms.ModelChoiceField):
    """The people in the group of report authors, by their names."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.get_full_name() or obj.username)


class InviteForm(forms.Form):
    author = AuthorField(
        User.objects.filter(groups__name=Role.REPORT_AUTHOR, is_active=True).order_by("last_name", "username"),
        label="Report author",
        help_text="People in the group “Report author”, whom administrators add.",
        error_messages={"required": "Choose who is to write the report."},
    )
    title = TextField(max_length=300, required=True, error_messages={"required": "Enter what the report is to be on."})
    due_on = DayField(label="By", required=True, error_messages={"required": "Enter the day by which it must come."})
    note = TextField(label="What the author should know", lines=3)


class PromiseForm(forms.Form):
    title = TextField(max_length=300, required=True, error_messages={"required": "Enter which paper is to follow."})
    expected_on = DayField(label="Expected on", help_text="Shown to the public until that day has passed.")


class ExpectedForm(forms.Form):
    expected_on = DayField(label="Expected on", help_text="Shown to the public until that day has passed.")


class TemplateForm(forms.Form):
    items = forms.MultipleChoiceField(
        label="Items that stand on every agenda", required=False, widget=forms.CheckboxSelectMultiple
    )


@may_build
@guarded(AgendaSection, ["letter", "title", "text"])
def change_section(request: HttpRequest, pk: int) -> HttpResponse:
    section = get_object_or_404(AgendaSection.objects.select_related("meeting__committee"), pk=pk)
    first = {"letter": section.letter, "title": section.title, "text": section.text}
    question = Question(
        title=f"Change section “{section}”",
        explanation=f"On the agenda of {section.meeting}.",
        button="Save the section",
        back=_back(section.meeting_id, f"#section-{pk}"),
    )

    def act(values: dict[str, Any]) -> str:
        building.change_section(section=section, by=_by(request), **values)
        return f"“{section}” is saved."

    return ask(request, question, SectionForm(**sent(request), initial=first), act)


@may_build
@guarded(AgendaItem, ["title", "text", "section"])
def change_item(request: HttpRequest, pk: int) -> HttpResponse:
    item = item_of(pk)
    first = {"title": item.title, "text": item.text, "section": item.section_id}
    question = Question(
        title=f"Change item “{item}”",
        explanation=f"On the agenda of {item.meeting}. Whether it is taken in public is changed on the meeting itself.",
        button="Save the item",
        back=_back(item.meeting_id, f"#item-{pk}"),
    )

    def act(values: dict[str, Any]) -> str:
        building.change_item(item=item, by=_by(request), **values)
        return f"“{item}” is saved."

    return ask(request, question, ItemForm(**sent(request), meeting=item.meeting, initial=first), act)


@may_build
def drop_item(request: HttpRequest, pk: int) -> HttpResponse:
    item = item_of(pk)
    public = item.published_at is not None
    question = Question(
        title=f"Drop item “{item}”",
        explanation="The public has seen this item: it stays on the agenda, marked as withdrawn."
        if public
        else "The item was never public. It is deleted, and can be put back for 30 days. Take its papers off it first.",
        button="Withdraw the item" if public else "Drop the item",
        back=_back(item.meeting_id),
        hides=True,
    )

    def act(values: dict[str, Any]) -> str:
        building.drop_item(item=item, by=_by(request))
        return f"“{item}” is off the agenda."

    return ask(request, question, forms.Form(**sent(request)), act)


@permission_required("documents.add_invitation", raise_exception=True)
def invite(request: HttpRequest, pk: int) -> HttpResponse:
    item = item_of(pk)
    question = Question(
        title=f"Ask for a report on “{item}”",
        explanation=f"The author finds it among their papers on signing in, and adds the report to this item of "
        f"{item.meeting} as a draft.",
        button="Ask for the report",
        back=_back(item.meeting_id, f"#item-{pk}"),
    )

    def act(values: dict[str, Any]) -> str:
        invitation = invitations.invite_report(item=item, by=_by(request), **values)
        return f"{invitation}."

    return ask(request, question, InviteForm(**sent(request), initial={"title": item.title}), act)


@permission_required("documents.change_invitation", raise_exception=True)
def cancel_invitation(request: HttpRequest, pk: int) -> HttpResponse:
    invitation = get_object_or_404(Invitation.objects.select_related("item", "author"), pk=pk)
    question = Question(
        title=f"Call off: {invitation}",
        explanation="The author no longer finds it among what is asked of them.",
        button="Call it off",
        back=_back(invitation.item.meeting_id, f"#item-{invitation.item_id}"),
    )

    def act(values: dict[str, Any]) -> str:
        invitations.cancel_invitation(invitation=invitation, by=_by(request), **values)
        return "The report is no longer asked for."

    return ask(request, question, WhyForm(**sent(request)), act)


@permission_required("documents.add_papertofollow", raise_exception=True)
def promise(request: HttpRequest, pk: int) -> HttpResponse:
    """At the item of ?item=, or at the meeting itself."""
    meeting, place = meeting_of(pk), number_sent(request.GET.get("item", ""))
    item = get_object_or_404(AgendaItem, meeting=meeting, pk=place) if place is not None else None
    question = Question(
        title=f"Paper to follow{f': “{item}”' if item else ''}",
        explanation="The public reads on the agenda that this paper will follow, and when. The promise goes once the "
        "paper is published.",
        button="Promise the paper",
        back=_back(meeting.pk, f"#item-{item.pk}" if item else ""),
    )

    def act(values: dict[str, Any]) -> str:
        made = papers_to_follow.promise_paper(meeting=meeting, item=item, by=_by(request), **values)
        return f"“{made}” is promised on the agenda."

    return ask(request, question, PromiseForm(**sent(request), initial={"title": item.title if item else ""}), act)


def _promise(pk: int) -> PaperToFollow:
    return get_object_or_404(PaperToFollow.objects.select_related("meeting__committee"), pk=pk)


@permission_required("documents.change_papertofollow", raise_exception=True)
@guarded(PaperToFollow, ["expected_on"])
def expect(request: HttpRequest, pk: int) -> HttpResponse:
    promised = _promise(pk)
    question = Question(
        title=f"When “{promised}” is expected",
        explanation="Leave the day empty where it is not known.",
        button="Save",
        back=_back(promised.meeting_id),
    )

    def act(values: dict[str, Any]) -> str:
        papers_to_follow.change_promise(promise=promised, by=_by(request), **values)
        return "Saved."

    return ask(request, question, ExpectedForm(**sent(request), initial={"expected_on": promised.expected_on}), act)


@permission_required("documents.change_papertofollow", raise_exception=True)
def drop_promise(request: HttpRequest, pk: int) -> HttpResponse:
    promised = _promise(pk)
    question = Question(
        title=f"“{promised}” will not follow",
        explanation="The public reads no more of it.",
        button="Take the promise back",
        back=_back(promised.meeting_id),
    )

    def act(values: dict[str, Any]) -> str:
        papers_to_follow.drop_promise(promise=promised, by=_by(request), **values)
        return f"“{promised}” is no longer promised."

    return ask(request, question, WhyForm(**sent(request)), act)


def _begun(request: HttpRequest, meeting: Meeting) -> int:
    """The meeting whose agenda is to begin from the template, or else the one that it is made from."""
    wanted = Meeting.objects.filter(committee=meeting.committee, pk=number_sent(request.GET.get("for", "")) or 0)
    return wanted.values_list("pk", flat=True).first() or meeting.pk


@permission_required("committees.add_agendatemplate", raise_exception=True)
def make_template(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = meeting_of(pk)
    items = list(AgendaItem.objects.filter(meeting=meeting).select_related("section").order_by("order"))
    form = TemplateForm(**sent(request), initial={"items": [item.pk for item in items if is_formal(item.title)]})
    cast(forms.MultipleChoiceField, form.fields["items"]).choices = [(str(item.pk), str(item)) for item in items]
    question = Question(
        title=f"Make {meeting.committee}’s template from this agenda",
        explanation="All sections with their standing texts are taken over, the venue and the time, and the items you "
        "choose. A template that the committee has already is replaced; agendas already made stay as they are.",
        button="Make the template",
        back=_back(_begun(request, meeting)),
    )

    def act(values: dict[str, Any]) -> str:
        chosen = [item for item in items if str(item.pk) in values["items"]]
        template = building.make_template(meeting=meeting, items=chosen, by=_by(request))
        return f"{template} is made."

    return ask(request, question, form, act)
