from django.db.models import Prefetch, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from committees.models import Person, Ward
from portal.forms.unknown import faults_of, unknown_names
from portal.people.subjects import of_ward
from portal.people.ward_finder import wards_named
from portal.queries.kept import KeptQuery

LONGEST = 100  # characters of a name asked for


def index(request: HttpRequest) -> HttpResponse:
    """Every ward, or those of the name that ?name= asks for."""
    asked = request.GET.get("name", "")[:LONGEST].replace("\0", "").strip()
    found = wards_named(_WARDS(), asked)
    faults = faults_of((), unknown_names(request.GET, ("name",)))
    context = {"wards": found.wards, "are_like": found.are_like, "asked": asked, "faults": faults}
    return render(request, "wards/index.html", context)


def ward(request: HttpRequest, slug: str) -> HttpResponse:
    found = _WARD.first(slug=slug)
    if found is None:
        raise Http404
    return render(request, "wards/ward.html", {"ward": found, "subject": of_ward(found, timezone.localdate())})


def _with_councillors() -> "QuerySet[Ward]":
    """Wards, each with its public councillors of today as `councillors`."""
    councillors = Person.objects.public().councillors()
    return Ward.objects.prefetch_related(Prefetch("people", queryset=councillors, to_attr="councillors"))


_WARDS = KeptQuery(_with_councillors)
_WARD = KeptQuery(lambda slug: _with_councillors().filter(slug=slug))
