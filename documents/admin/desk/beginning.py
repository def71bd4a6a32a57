"""What a new council sets up first, until its first agenda is public: then the desk is the week's work alone."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.db.models import Model
from django.urls import reverse
from django.utils import timezone

from committees.models import ClosureDay, Committee, Council, Meeting, Person, User
from documents.models import PackUpload, Synonyms


@dataclass(frozen=True, slots=True)
class FirstStep:
    """`why` is what it is good for, in a few words."""

    name: str
    address: str
    why: str
    is_done: bool


def first_steps(user: User | AnonymousUser) -> list[FirstStep]:
    """In the order in which they are best taken, those that `user` may take; none once an agenda is public."""
    if Meeting.objects.filter(agenda_published_at__lte=timezone.now()).exists():
        return []
    return list(_steps(user))


def _steps(user: User | AnonymousUser) -> Iterator[FirstStep]:
    council = Council.objects.current()
    described = reverse("admin:committees_council_change", args=[council.pk]) if council.pk else _adding(Council)
    if user.has_perm("committees.change_council"):
        yield FirstStep("Describe the council", described, "Its name, colours, crest and own rules", bool(council.pk))
    if user.has_perm("committees.add_user"):
        has_colleagues = User.objects.filter(is_staff=True).count() > 1
        yield FirstStep("Let colleagues sign in", _adding(User), "Each with their role", has_colleagues)
    if user.has_perm("committees.add_closureday"):
        yield _of(ClosureDay, "Enter the days the office is closed", "They are no clear days; bank holidays are known")
    if user.has_perm("committees.add_committee"):
        yield _of(Committee, "Enter the committees", "What each does, and how it meets")
    if user.has_perm("committees.add_person"):
        yield _of(Person, "Enter the councillors", "Their wards, and the committees they sit on")
    if user.has_perm("documents.add_synonyms"):
        everyday = reverse("admin:synonyms_everyday")
        yield _of(Synonyms, "Help residents find papers", "Everyday words beside the official ones", everyday)
    if user.has_perm("documents.add_packupload"):
        uploads = reverse("admin:pack_uploads")
        yield _of(PackUpload, "Upload your first pack", "Its meeting, items and papers are read from it", uploads)


def _of(model: type[Model], name: str, why: str, address: str = "") -> FirstStep:
    """Done when there is one of them."""
    return FirstStep(name, address or _adding(model), why, model._default_manager.exists())


def _adding(model: type[Model]) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_add")
