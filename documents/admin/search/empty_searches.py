from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from documents.actions.search_terms import forget_empty
from documents.models import EmptySearch


@require_POST
@permission_required("documents.delete_emptysearch", raise_exception=True)
def forget(request: HttpRequest, pk: int) -> HttpResponse:
    """Where another clerk was faster, it is forgotten too."""
    if found := EmptySearch.objects.filter(pk=pk).first():
        forget_empty(search=found)
    messages.success(request, "The search is forgotten.")
    return redirect("admin:search")
