"""What every template may use."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from committees.models import Council


def council(request: HttpRequest) -> dict[str, object]:
    return {"council": SimpleLazyObject(Council.objects.current)}
