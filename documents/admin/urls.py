"""The clerk's own screens inside the admin, before those that Django makes for each model."""

from collections.abc import Callable

from django.http import HttpResponseBase
from django.urls import URLPattern, path

from documents.admin import changes, checking, publication, uploads

View = Callable[..., HttpResponseBase]


def clerk_urls(protected: Callable[[View], View]) -> list[URLPattern]:
    """`protected` lets staff alone reach a view."""
    return [
        path("packs/", protected(uploads.index), name="pack_uploads"),
        path("packs/<int:pk>/", protected(checking.pack_upload), name="pack_upload"),
        path("packs/<int:pk>/status/", protected(uploads.status), name="pack_upload_status"),
        path("packs/<int:pk>/again/", protected(uploads.read_again), name="pack_upload_again"),
        path("packs/<int:pk>/file/", protected(uploads.original_file), name="pack_upload_file"),
        path("packs/<int:pk>/pages/<int:number>.webp", protected(uploads.page_image), name="pack_upload_page"),
        path("packs/<int:pk>/publication/", protected(publication.of_upload), name="pack_upload_publication"),
        path("meetings/<int:pk>/publication/", protected(publication.of_meeting), name="meeting_publication"),
        path("meetings/<int:pk>/papers/add/", protected(changes.add_paper), name="meeting_add_paper"),
        path("papers/<int:pk>/publish/", protected(changes.publish), name="paper_publish"),
        path("papers/<int:pk>/withdraw/", protected(changes.withdraw), name="paper_withdraw"),
        path("papers/<int:pk>/reinstate/", protected(changes.reinstate), name="paper_reinstate"),
        path("papers/<int:pk>/restrict/", protected(changes.restrict), name="paper_restrict"),
        path("papers/<int:pk>/open/", protected(changes.make_open), name="paper_open"),
        path("papers/<int:pk>/replace/", protected(changes.replace_file), name="paper_replace"),
    ]
