from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.admin import site
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from documents.admin.guides.agendas import AGENDAS
from documents.admin.guides.guide import Guide
from documents.admin.guides.meetings import MEETINGS
from documents.admin.guides.papers import PAPERS


@dataclass(frozen=True, slots=True)
class Chapter:
    title: str
    guides: Sequence[Guide]


CHAPTERS = [
    Chapter("Meetings", MEETINGS),
    Chapter("Agendas and packs", AGENDAS),
    Chapter("Papers", PAPERS),
]
GUIDES = {guide.slug: guide for chapter in CHAPTERS for guide in chapter.guides}


def index(request: HttpRequest) -> HttpResponse:
    context = {**site.each_context(request), "title": "Guides", "chapters": CHAPTERS}
    return render(request, "admin/guides/index.html", context)


def guide(request: HttpRequest, slug: str) -> HttpResponse:
    found = GUIDES.get(slug)
    if found is None:
        raise Http404("There is no such guide.")
    context = {**site.each_context(request), "title": found.title, "guide": found, "steps": found.shown()}
    return render(request, "admin/guides/guide.html", context)
