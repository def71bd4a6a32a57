"""The site that clerks work in.

Django looks for the class before any model is loaded, so this module and its package import none at the top.
"""

from collections.abc import Callable
from functools import wraps
from importlib import import_module
from typing import Any
from urllib.parse import unquote

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, URLResolver, path, reverse

View = Callable[..., HttpResponseBase]

# What somebody who must choose a new password may still open
ALWAYS_OPEN = {"password_change", "password_change_done", "logout", "jsi18n"}


class ClerkAdminConfig(AdminConfig):
    default_site = "documents.admin.site.ClerkAdminSite"

    def ready(self) -> None:
        super().ready()
        import_module("documents.admin.papers")
        import_module("documents.admin.records")
        import_module("documents.admin.accounts")


class ClerkAdminSite(AdminSite):
    site_title = "Committee Papers"
    site_header = "Committee Papers"
    index_title = "Clerk’s desk"
    enable_nav_sidebar = False

    def get_urls(self) -> list[URLPattern | URLResolver]:
        from documents.admin.urls import clerk_urls

        on_site = path("r/<int:content_type_id>/<int:object_id>/", self.admin_view(_on_site), name="view_on_site")
        others = [url for url in super().get_urls() if getattr(url, "name", "") != "view_on_site"]
        return [*clerk_urls(self.admin_view), on_site, *others]

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        """With what a page was opened from and what somebody else changed since, as committees.admin.basis has it."""
        guard = {"basis": getattr(request, "basis", ""), "elsewhere": getattr(request, "elsewhere", None)}
        guard["waits"] = getattr(request, "waits", "")
        return {**super().each_context(request), **guard}

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        inner = super().admin_view(_first_things_first(_without_nul(view)), cacheable)

        @wraps(inner)
        def admitted(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            from documents.admin.signed_out import signed_out, typed_in

            if request.user.is_authenticated and not self.has_permission(request):
                raise PermissionDenied
            if request.method == "POST" and not request.user.is_authenticated and (typed := typed_in(request)):
                return signed_out(request, typed)
            return inner(request, *args, **kwargs)

        return admitted

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """At the site's one place to sign in."""
        from django.contrib.auth.views import redirect_to_login

        if request.user.is_authenticated and not self.has_permission(request):
            raise PermissionDenied
        return redirect_to_login(request.GET.get("next") or reverse("admin:index"), reverse("account_login"))

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        from documents.admin.desk import desk, first_steps
        from documents.roles import adds_papers_only

        if adds_papers_only(request.user):
            return redirect("admin:author_papers")
        return super().index(request, {"desk": desk(), "beginning": first_steps(request.user), **(extra_context or {})})

    def logout(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """Signed out, with the public's home page."""
        from django.contrib.auth import logout

        if request.method == "POST":
            logout(request)
        return redirect("home")

    def password_change(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        from documents.admin.passwords import OwnPasswordChangeView

        view = OwnPasswordChangeView.as_view(extra_context={**self.each_context(request), **(extra_context or {})})
        return view(request)


def _on_site(request: HttpRequest, content_type_id: int, object_id: int) -> HttpResponseBase:
    """To the page of a row, for who may see the row: the address tells the title. Django's own asks nobody."""
    from django.contrib.admin import site
    from django.contrib.contenttypes.models import ContentType
    from django.contrib.contenttypes.views import shortcut

    model = get_object_or_404(ContentType, pk=content_type_id).model_class()
    if model is None or not site.is_registered(model) or not site.get_model_admin(model).has_view_permission(request):
        raise PermissionDenied
    return shortcut(request, content_type_id, object_id)


def _without_nul(view: View) -> View:
    """Refuse a query with a character that PostgreSQL keeps in no text: the lists would ask it for that."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if "\0" in unquote(request.META.get("QUERY_STRING", "")):
            raise BadRequest("The query has a NUL character.")
        return view(request, *args, **kwargs)

    return inner


def _first_things_first(view: View) -> View:
    """Whoever signs in with a password that was given out chooses their own; whoever needs a second step adds it."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        from committees.entrance import needs_own_password, needs_second_step

        match = request.resolver_match
        if match and match.url_name in ALWAYS_OPEN:
            return view(request, *args, **kwargs)
        if needs_own_password(request.user):
            messages.warning(request, "Choose a password of your own before you go on.")
            return redirect("admin:password_change")
        if needs_second_step(request.user):
            messages.warning(request, "Add a second step to your sign-in before you go on.")
            return redirect("mfa_activate_totp")
        return view(request, *args, **kwargs)

    return inner
