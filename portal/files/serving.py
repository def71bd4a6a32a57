"""Answers that carry a file: conditional, in ranges, and with headers under which a hostile file does no harm."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import IO

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header, http_date, parse_http_date_safe

from portal.files.ranges import ByteRange, Unsatisfiable, byte_range

CHUNK = 1 << 16
# Nothing in the file may run, load or be framed. Chromium 156 was seen to open such a PDF in its own viewer.
FILE_POLICY = "; ".join(
    ["sandbox", "default-src 'none'", "style-src 'unsafe-inline'", "frame-ancestors 'none'", "form-action 'none'"]
)


@dataclass(frozen=True, slots=True)
class ServedFile:
    """What is sent: etag without quotes, size in bytes, name as the reader's computer will keep it."""

    content: IO[bytes]
    size: int
    etag: str
    modified: datetime
    content_type: str
    name: str
    inline: bool = True


def serve(request: HttpRequest, file: ServedFile) -> HttpResponseBase:
    """The file, the range of it that is asked for, or word that the reader's copy still holds; closes it."""
    etag, modified = f'"{file.etag}"', int(file.modified.timestamp())
    response: HttpResponseBase = get_conditional_response(request, etag, modified) or _answer(
        request, file, etag, modified
    )
    if not response.streaming:
        file.content.close()
    response["ETag"], response["Last-Modified"] = etag, http_date(modified)
    response["Accept-Ranges"] = "bytes"
    response["Cache-Control"] = "no-cache"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = FILE_POLICY
    return response


def _answer(request: HttpRequest, file: ServedFile, etag: str, modified: int) -> HttpResponseBase:
    wanted = None
    if request.method == "GET" and _range_holds(request, etag, modified):
        try:
            wanted = byte_range(request.headers.get("Range", ""), file.size)
        except Unsatisfiable:
            return HttpResponse(status=416, headers={"Content-Range": f"bytes */{file.size}"})
    whole = wanted or ByteRange(0, file.size - 1)
    response: HttpResponseBase
    if request.method == "HEAD":
        response = HttpResponse(content_type=file.content_type)
    else:
        response = StreamingHttpResponse(FilePart(file.content, whole), content_type=file.content_type)
        response.status_code = 206 if wanted else 200
    if wanted:
        response["Content-Range"] = f"bytes {wanted.first}-{wanted.last}/{file.size}"
    response["Content-Length"] = str(whole.length)
    response["Content-Disposition"] = content_disposition_header(not file.inline, file.name) or "inline"
    return response


def _range_holds(request: HttpRequest, etag: str, modified: int) -> bool:
    """Whether the reader's part, if If-Range names one, is of the file as it is now."""
    condition = request.headers.get("If-Range")
    if condition is None or condition == etag:
        return True
    return parse_http_date_safe(condition) == modified


class FilePart:
    """The bytes wanted of a file, in chunks; the server closes it, whether or not all of it was sent."""

    def __init__(self, content: IO[bytes], wanted: ByteRange) -> None:
        self.content = content
        self.wanted = wanted

    def __iter__(self) -> Iterator[bytes]:
        self.content.seek(self.wanted.first)
        left = self.wanted.length
        while left > 0 and (chunk := self.content.read(min(CHUNK, left))):
            left -= len(chunk)
            yield chunk

    def close(self) -> None:
        self.content.close()
