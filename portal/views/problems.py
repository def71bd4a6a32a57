"""A reader tells of a problem with a paper, or asks for another format; it reaches the clerk's desk."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from documents.actions.problem_reports import TooManyReports, report_problem
from documents.models import Document
from portal.forms.sending import ProblemForm


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """?page= and ?kind= fill in the form, where they are of its choices. The slug is decoration, and not looked at."""
    document = get_object_or_404(Document.objects.public(), pk=pk)
    first = {name: request.GET.get(name, "")[:20] for name in ("page", "kind")}
    form = ProblemForm(request.POST or None, initial=first)
    if form.is_valid():
        try:
            report_problem(document=document, **form.cleaned_data)
        except TooManyReports:
            form.add_error(None, _("Many problems have been reported today. Please send an email or telephone."))
        else:
            return redirect("problem_reported", document.pk, document.slug)
    return render(request, "problems/report.html", {"document": document, "form": form})


@never_cache
def reported(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    document = get_object_or_404(Document.objects.public(), pk=pk)
    return render(request, "problems/reported.html", {"document": document})
