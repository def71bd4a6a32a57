"""How this works: pages written for this product, with the council's own figures."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from committees.clock import rules_of
from portal.context import council_of


@dataclass(frozen=True, slots=True)
class AboutPage:
    slug: str
    title: str | Promise
    summary: str | Promise

    @property
    def template(self) -> str:
        return f"about/{self.slug.replace('-', '_')}.html"


PAGES = (
    AboutPage("decisions", _("How decisions are made"), _("Who decides, when papers appear, what comes after.")),
    AboutPage("questions", _("Ask a question or speak"), _("How to put a question to a meeting, and by when.")),
    AboutPage("exempt", _("Why some papers are withheld"), _("What exempt means, and what you still see.")),
    AboutPage("emails", _("Emails about a committee"), _("Be told when an agenda or decisions are published.")),
    AboutPage("accessibility", _("Accessibility statement"), _("How accessible this site and its papers are.")),
    AboutPage("privacy", _("Privacy"), _("What is kept about you, which is very little.")),
    AboutPage("cookies", _("Cookies"), _("None are needed to read and search.")),
    AboutPage("data", _("About the data"), _("Where it comes from, how it is checked, and how to reuse it.")),
)
BY_SLUG = {page.slug: page for page in PAGES}


def index(request: HttpRequest) -> HttpResponse:
    return render(request, "about/index.html", {"pages": PAGES})


def page(request: HttpRequest, slug: str) -> HttpResponse:
    if slug not in BY_SLUG:
        raise Http404
    rules = rules_of(council_of(request))
    return render(request, BY_SLUG[slug].template, {"page": BY_SLUG[slug], "pages": PAGES, "rules": rules})
