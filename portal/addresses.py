"""Addresses are permanent; their slugs are decoration."""

from django.http import HttpRequest, HttpResponsePermanentRedirect


def redirect_to(address: str, request: HttpRequest) -> HttpResponsePermanentRedirect | None:
    """To the thing's own address, the query string kept; None where the request already asks for it."""
    if request.path == address:
        return None
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)
