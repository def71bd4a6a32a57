from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from committees.models import Decision, Person, Ward


def index(request: HttpRequest) -> HttpResponse:
    return render(request, "wards/index.html", {"wards": _with_councillors()})


def ward(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(_with_councillors(), slug=slug)
    decided = Decision.objects.public().filter(wards=found).exists()
    return render(request, "wards/ward.html", {"ward": found, "has_decisions": decided})


def _with_councillors() -> "QuerySet[Ward]":
    """Wards, each with its public councillors of today as `councillors`."""
    councillors = Person.objects.public().councillors()
    return Ward.objects.prefetch_related(Prefetch("people", queryset=councillors, to_attr="councillors"))
