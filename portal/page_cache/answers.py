"""Pages on their way out: compressed as the reader's browser can read them, and tagged, so that an unchanged one
is not sent again."""

import re
import zlib
from hashlib import sha256

import brotli
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers

from portal.page_cache.store import Answer

SHORTEST = 400  # bytes; below that compression saves nothing
WORDS = ("text/", "application/json", "application/xml", "image/svg+xml")
BROTLI_QUALITY, GZIP_LEVEL = 4, 5  # beyond these a page takes more time than it saves
REFUSED = re.compile(r";\s*q=0(?:\.0*)?\s*$")


def encoding_for(request: HttpRequest) -> str:
    """`br` or `gzip`, else "" for the words as they are."""
    accepted = {
        part.split(";")[0].strip().lower()
        for part in request.headers.get("Accept-Encoding", "").split(",")
        if not REFUSED.search(part)
    }
    return next((encoding for encoding in ("br", "gzip") if encoding in accepted), "")


def compress(response: HttpResponse, encoding: str) -> None:
    """Unless it is short, no text, or compressed already."""
    if not response.headers.get("Content-Type", "").startswith(WORDS) or response.has_header("Content-Encoding"):
        return
    patch_vary_headers(response, ["Accept-Encoding"])
    if not encoding or len(response.content) < SHORTEST:
        return
    response.content = compressed(response.content, encoding)
    response.headers["Content-Encoding"] = encoding
    if response.has_header("Content-Length"):
        response.headers["Content-Length"] = str(len(response.content))


def compressed(content: bytes, encoding: str) -> bytes:
    if encoding == "br":
        return bytes(brotli.compress(content, mode=brotli.MODE_TEXT, quality=BROTLI_QUALITY))
    return zlib.compress(content, GZIP_LEVEL, wbits=31)


def tag_of(content: bytes) -> str:
    """Weak, for the same page may be sent compressed or not."""
    return f'W/"{sha256(content).hexdigest()[:32]}"'


def if_altered(request: HttpRequest, response: HttpResponse) -> HttpResponseBase:
    """The page, or 304 with the headers alone where the reader has it."""
    return get_conditional_response(request, response.headers.get("ETag"), None, response) or response


def kept_of(response: HttpResponse) -> Answer:
    return Answer(bytes(response.content), tuple(response.items()), response.headers["ETag"])


def response_of(answer: Answer, request: HttpRequest) -> HttpResponse:
    body = b"" if request.method == "HEAD" else answer.body
    response = HttpResponse(body, headers=dict(answer.headers))
    if request.method == "HEAD":
        response.headers["Content-Length"] = str(len(answer.body))
    return response
