"""Addresses of clerks’ screens, for what leads to them from elsewhere."""

from django.urls import reverse

from documents.models import TimedPublication


def screen_of(row: TimedPublication) -> str:
    """Where it is published."""
    if row.upload_id:
        return reverse("admin:pack_upload_publication", args=[row.upload_id])
    if row.document_id:
        return reverse("admin:paper_publish", args=[row.document_id])
    return reverse("admin:meeting_publication", args=[row.meeting_id])
