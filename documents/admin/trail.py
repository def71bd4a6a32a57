"""The head of the audit trail: what is chained, and the export that a later check is held against."""

import json

from django.contrib.admin import site
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from committees.moments import written_exactly
from committees.trail import head_of, seal

may_see = permission_required("committees.view_trailhead", raise_exception=True)


@never_cache
@may_see
def head(request: HttpRequest) -> HttpResponse:
    found = head_of()
    context = {
        **site.each_context(request),
        "title": "Audit trail",
        "head": found,
        "sealed_at": written_exactly(found.sealed_at) if found.sealed_at else "",
    }
    return render(request, "admin/trail.html", context)


@require_POST
@never_cache
@may_see
def export(request: HttpRequest) -> HttpResponse:
    """Seals what is there, then hands out the head as a file."""
    seal()
    found = head_of()
    text = json.dumps(found.to_json(), indent=2)
    name = f"audit-head-{found.number}.json"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(text, content_type="application/json", headers=headers)
