"""What readers told of papers: those that show somebody's personal details first, then the oldest."""

from typing import cast

from django.contrib import messages
from django.contrib.admin import site
from django.contrib.auth.decorators import permission_required
from django.db.models import Case, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from committees.models import User
from documents.actions.problem_reports import deal_with_problem
from documents.models import ProblemReport

SHOWN = 100
DONE_SHOWN = 20


@never_cache
@permission_required("documents.view_problemreport", raise_exception=True)
def index(request: HttpRequest) -> HttpResponse:
    reports = ProblemReport.objects.select_related("document")
    urgent_first = Case(When(kind=ProblemReport.Kind.PERSONAL, then=Value(0)), default=Value(1))
    done = reports.filter(dealt_with_at__isnull=False).select_related("dealt_with_by").order_by("-dealt_with_at")
    context = {
        **site.each_context(request),
        "title": "Problems that readers report",
        "waiting": reports.filter(dealt_with_at=None).order_by(urgent_first, "at")[:SHOWN],
        "done": done[:DONE_SHOWN],
    }
    return render(request, "admin/problem_reports.html", context)


@require_POST
@permission_required("documents.change_problemreport", raise_exception=True)
def deal_with(request: HttpRequest, pk: int) -> HttpResponse:
    deal_with_problem(report=get_object_or_404(ProblemReport, pk=pk), by=cast(User, request.user))
    messages.success(request, "The problem is dealt with, and the reader’s address is forgotten.")
    return redirect("admin:problem_reports")
