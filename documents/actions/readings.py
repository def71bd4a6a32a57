"""The record of who read what is not for publication."""

from collections.abc import Iterable

from committees.models import User
from documents.models import DocumentVersion, Reading


def note_readings(*, reader: User, versions: Iterable[DocumentVersion], what: Reading.What) -> None:
    """That somebody opened these versions of restricted papers, or fetched them."""
    Reading.objects.bulk_create(
        Reading(reader=reader, document_id=version.document_id, version=version, what=what) for version in versions
    )
