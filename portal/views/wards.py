from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from committees.models import Person, Ward
from portal.subjects import of_ward
from portal.ward_finder import wards_named

LONGEST = 100  # characters of a name asked for


def index(request: HttpRequest) -> HttpResponse:
    """Every ward, or those of the name that ?name= asks for."""
    asked = request.GET.get("name", "")[:LONGEST].replace("\0", "").strip()
    found = wards_named(list(_with_councillors()), asked)
    return render(request, "wards/index.html", {"wards": found.wards, "are_like": found.are_like, "asked": asked})


def ward(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(_with_councillors(), slug=slug)
    return render(request, "wards/ward.html", {"ward": found, "subject": of_ward(found, timezone.localdate())})


def _with_councillors() -> "QuerySet[Ward]":
    """Wards, each with its public councillors of today as `councillors`."""
    councillors = Person.objects.public().councillors()
    return Ward.objects.prefetch_related(Prefetch("people", queryset=councillors, to_attr="councillors"))
