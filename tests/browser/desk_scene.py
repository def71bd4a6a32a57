"""One of everything that the desk keeps, so that each of its screens has something to show."""

from datetime import timedelta
from typing import Any

from django.apps import apps
from django.contrib.admin import site
from django.db.models import Model
from django.utils import timezone

from committees.actions import delete_draft
from committees.models import (
    AgendaTemplate,
    ClosureDay,
    Council,
    ExecutiveNotice,
    Meeting,
    MeetingMember,
    SignInEvent,
    TemplateItem,
    TemplateSection,
    User,
)
from documents.models import (
    Document,
    EmptySearch,
    Finding,
    Invitation,
    PackUpload,
    PaperToFollow,
    ProblemReport,
    Proposal,
    ReleaseRequest,
    Report,
    Supplement,
    Synonyms,
)
from tests.builders import (
    make_item,
    make_meeting,
    make_membership,
    make_paper,
    make_person,
    make_section,
    make_user,
    make_ward,
)
from tests.documents.admin.proposals.offered import paper_with, responses
from tests.documents.admin.uploaded import ready_upload
from tests.portal.test_leaks import make_scene

OUR_APPS = ("auth", "committees", "documents")
Kept = dict[str, Any]


def make_desk_scene(clerk: User) -> Kept:
    """The row that each kind of address is about, by the beginning of its name."""
    Council.objects.create(name="Marlbridge", address="Town Hall", release_by_second_person=True)
    scene = make_scene()
    today, waiting = timezone.localdate(), make_user()
    draft = make_meeting(
        committee=scene.committee, agenda=False, published_at=None, date=today + timedelta(days=20), venue="Hall"
    )
    section = make_section(meeting=draft, letter="A", title="Formal matters", published_at=None)
    item = make_item(meeting=draft, section=section, title="Garages", published_at=None)
    paper = make_paper(item=item, title="Garages of the estate", published_at=None, checked=False)
    person = make_person(name="Sana Ahmed", ward=make_ward(name="Abbey Fields"))
    make_membership(committee=scene.committee, person=person)
    MeetingMember.objects.create(meeting=draft, order=1, name=person.name, person=person, role="chair")
    assert scene.beside.current_version
    Report.objects.create(version=scene.beside.current_version, document=scene.beside)
    return {
        **_of_meeting(draft, scene.meeting, clerk),
        **_of_papers(paper, draft, waiting),
        **_of_desk(draft, clerk),
        "decision": scene.records.decision,
        "recommendation": scene.records.recommendation,
        "response": site_first("documents_response"),
        "review": scene.records.review,
        "item": item,
        "section": section,
        "user": clerk,
        "auth_user": clerk,
    }


def _of_meeting(draft: Meeting, public: Meeting, clerk: User) -> Kept:
    item = make_item(meeting=draft, title="Parks", published_at=None)
    template = AgendaTemplate.objects.create(committee=draft.committee, venue="Council Chamber")
    section = TemplateSection.objects.create(template=template, order=1, letter="A", title="Formal matters")
    TemplateItem.objects.create(template=template, section=section, order=1, title="Apologies for absence")
    due = timezone.localdate() + timedelta(days=3)
    return {
        "meeting": draft,
        "meeting_minutes": public,
        "meeting_proof": public,
        "paper_to_follow": draft,
        "paper_to_follow_": PaperToFollow.objects.create(meeting=draft, item=item, title="Tenders"),
        "invitation": Invitation.objects.create(item=item, author=clerk, title="Tenders", due_on=due),
        "supplement": Supplement.objects.create(meeting=public, number=1),
    }


def _of_papers(paper: Document, draft: Meeting, waiting: User) -> Kept:
    version = paper.current_version
    finding = Finding.objects.create(version=version, kind="signature", words="A signature", page=1)
    Finding.objects.create(meeting=draft, kind="unchecked", words="Nothing was read")
    ReleaseRequest.objects.create(meeting=draft, asked_by=waiting, note="Ready, I think.")
    offered = paper_with(responses("Welcomed."))
    return {
        "paper": paper,
        "paper_proposals": offered,
        "paper_version": offered,
        "proposal": Proposal.objects.filter(version=offered).first(),
        "finding": finding,
        "findings": version,
        "release": ReleaseRequest.objects.get(),
        "problem_report": ProblemReport.objects.create(document=paper, kind="other", words="It is upside down."),
    }


def _of_desk(draft: Meeting, clerk: User) -> Kept:
    today = timezone.localdate()
    delete_draft(
        row=make_meeting(committee=draft.committee, agenda=False, published_at=None, date=today + timedelta(days=40)),
        by=clerk,
    )
    ExecutiveNotice.objects.create(title="Sale of garages", decided_by="Director of Place", taken_on=today)
    ClosureDay.objects.create(name="Christmas closure", first_day=today)
    SignInEvent.objects.create(kind="signed_in", user=clerk)
    upload: PackUpload = ready_upload()
    return {
        "deleted_draft": site_first("committees_deleteddraft"),
        "pack_upload": upload,
        "synonyms": Synonyms.objects.create(terms=["lido", "pool"]),
        "empty_search": EmptySearch.objects.create(words="lidoo", first_on=today, last_on=today),
    }


def site_first(name: str) -> Model:
    """The first row of a model, such as "documents_response"."""
    app_label, model_name = name.split("_", 1)
    row: Model | None = apps.get_model(app_label, model_name)._default_manager.first()
    assert row is not None, f"The scene of the desk has no {name}: make one."
    return row


def registered() -> dict[str, type[Model]]:
    """The models that have lists and forms of their own, by the beginning of their addresses' names."""
    models = [model for model in site._registry if model._meta.app_label in OUR_APPS]
    return {f"{model._meta.app_label}_{model._meta.model_name}": model for model in models}
