"""The coming meetings of one committee: what a year of them leads to, and where drafts are announced together."""

from typing import cast

from django.contrib import messages
from django.contrib.admin import site
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from committees import actions
from committees.models import Committee, Meeting, User


@never_cache
@permission_required("committees.view_meeting", raise_exception=True)
def meetings_of(request: HttpRequest, pk: int) -> HttpResponse:
    committee = get_object_or_404(Committee, pk=pk)
    coming = Meeting.objects.filter(committee=committee, date__gte=timezone.localdate()).order_by("date", "time")
    drafts = coming.filter(published_at=None, state=Meeting.State.SCHEDULED)
    if request.method == "POST":
        if not request.user.has_perm("committees.change_meeting"):
            raise PermissionDenied
        announced = actions.announce_meetings(meetings=drafts, by=cast(User, request.user))
        number = f"{announced} meeting{' is' if announced == 1 else 's are'}"
        messages.success(request, f"{number} in the public calendar now.")
        return redirect("admin:committee_meetings", pk)
    context = {
        **site.each_context(request),
        "title": f"Coming meetings of {committee}",
        "committee": committee,
        "meetings": coming,
        "drafts": drafts.count(),
    }
    return render(request, "admin/scheduling/committee.html", context)
