"""Uploading a pack, and following it until it is read."""

from pathlib import PurePath
from typing import Any, cast

from django import forms
from django.conf import settings
from django.contrib.admin import site
from django.contrib.auth.decorators import permission_required
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET, require_POST
from procrastinate.contrib.django import app as jobs

from committees.admin.asking import sent
from committees.models import Committee, User
from documents import files, pdf
from documents.actions import uploads
from documents.admin.chosen_files import keep_chosen_files
from documents.admin.limits import too_large, within_upload_limit
from documents.models import PackUpload, StoredFile
from documents.pdf import PdfError

UNREAD = (PackUpload.State.WAITING, PackUpload.State.READING)


class UploadForm(forms.Form):
    file = forms.FileField(
        label="Agenda pack",
        error_messages={"required": "Choose a PDF to upload.", "empty": "The file is empty (0 bytes)."},
        max_length=255,
        allow_empty_file=True,  # kept and explained, as every other file that cannot be read
        widget=forms.FileInput(attrs={"accept": "application/pdf,.pdf"}),
    )
    committee = forms.ModelChoiceField(
        Committee.objects.all(),
        required=False,
        label="Committee",
        empty_label="As printed on the front sheet",
        help_text="Choose one only if the front sheet does not say it.",
    )


def signed_in(request: HttpRequest) -> User:
    return cast(User, request.user)


@permission_required("documents.add_packupload", raise_exception=True)
@within_upload_limit
def index(request: HttpRequest) -> HttpResponse:
    """The upload form, and the uploads so far."""
    form = UploadForm(**sent(request))
    if request.method != "POST" or not form.is_valid():
        if request.method == "POST":
            keep_chosen_files(request, form)
        return _page(request, form)
    chosen: UploadedFile[Any] = form.cleaned_data["file"]
    try:
        upload = uploads.upload_pack(
            file=chosen,
            name=PurePath(chosen.name or "pack.pdf").name,
            by=signed_in(request),
            committee=form.cleaned_data["committee"],
        )
    except uploads.AlreadyUploaded as error:
        return _page(request, form, earlier=error.upload)
    except uploads.TooLarge:
        return _page(request, form, refusal=too_large(), status=413)
    return redirect("admin:pack_upload", upload.pk)


def _page(
    request: HttpRequest,
    form: UploadForm,
    *,
    refusal: str = "",
    earlier: PackUpload | None = None,
    status: int = 200,
) -> HttpResponse:
    problems = [refusal] if refusal else list(form.errors.get("file", []))
    context = {
        **site.each_context(request),
        "title": "Upload a pack",
        "form": form,
        "problems": problems,
        "earlier": earlier,
        "limit": settings.UPLOAD_LIMIT,
        "uploads": PackUpload.objects.select_related("stored_file", "committee", "meeting", "uploaded_by")[:50],
    }
    return render(request, "admin/packs/index.html", context, status=status)


@require_GET
@permission_required("documents.view_packupload", raise_exception=True)
@cache_control(private=True, no_store=True)
def status(request: HttpRequest, pk: int) -> HttpResponse:
    """For the page that waits: what it shows, and in `finished` whether it should be fetched again."""
    upload = get_object_or_404(PackUpload.objects.select_related("stored_file"), pk=pk)
    return JsonResponse(
        {
            "state": upload.get_state_display(),
            "words": upload.state_in_words,
            "pages_read": upload.pages_read,
            "pages": upload.stored_file.page_count,
            "finished": upload.state not in UNREAD,
        }
    )


@require_POST
@permission_required("documents.change_packupload", raise_exception=True)
@transaction.atomic
def read_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Queue a file that could not be read once more: the fault may have been ours."""
    upload = get_object_or_404(PackUpload.objects.select_for_update(of=("self",)), pk=pk)
    if upload.state == PackUpload.State.FAILED:
        upload.state, upload.error = PackUpload.State.WAITING, ""
        upload.save(update_fields=["state", "error"])
        jobs.configure_task(uploads.READ).defer(upload_id=upload.pk)
    return redirect("admin:pack_upload", upload.pk)


@require_GET
@permission_required("documents.view_packupload", raise_exception=True)
@cache_control(private=True, no_store=True)
def original_file(request: HttpRequest, pk: int) -> FileResponse:
    """The uploaded file as it came, to save and never to open inside the site: nobody has vouched for it."""
    upload = get_object_or_404(PackUpload.objects.select_related("stored_file"), pk=pk)
    stored = upload.stored_file
    response = FileResponse(
        stored.file.open("rb"), as_attachment=True, filename=stored.name, content_type=StoredFile.Kind.OTHER.value
    )
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


@require_GET
@permission_required("documents.view_packupload", raise_exception=True)
@cache_control(private=True, no_store=True)
def page_image(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """A picture of one page of an uploaded file, for staff alone."""
    upload = get_object_or_404(PackUpload.objects.select_related("stored_file"), pk=pk)
    try:
        with files.local_path(upload.stored_file) as path:
            image = pdf.page_image(path, number)
    except PdfError as error:
        raise Http404(str(error)) from error
    return HttpResponse(image, content_type="image/webp")
