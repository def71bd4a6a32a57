import gzip

import brotli
import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from portal.page_cache.answers import compress, encoding_for, if_altered, tag_of

WORDS = b"<p>The committee resolved to note the report.</p>" * 40


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip;q=1.0, br;q=0", "gzip"),
        ("GZIP", "gzip"),
        ("br; q=0.0, identity", ""),
        ("deflate", ""),
        ("", ""),
    ],
)
def test_encoding_is_one_that_the_browser_reads(accepted: str, encoding: str) -> None:
    assert encoding_for(RequestFactory().get("/", headers={"Accept-Encoding": accepted})) == encoding


def test_words_are_compressed_and_whole() -> None:
    for encoding, unpack in (("br", brotli.decompress), ("gzip", gzip.decompress)):
        response = HttpResponse(WORDS)
        compress(response, encoding)
        assert response["Content-Encoding"] == encoding
        assert response["Vary"] == "Accept-Encoding"
        assert len(response.content) < len(WORDS) / 10
        assert unpack(response.content) == WORDS


@pytest.mark.parametrize(
    "response",
    [
        HttpResponse(b"short"),
        HttpResponse(WORDS, content_type="image/webp"),
        HttpResponse(WORDS, headers={"Content-Encoding": "gzip"}),
    ],
    ids=["short", "no text", "compressed already"],
)
def test_what_gains_nothing_stays_as_it_is(response: HttpResponse) -> None:
    before = response.content
    compress(response, "br")
    assert response.content == before


def test_reader_who_has_the_page_is_told_so_and_sent_nothing() -> None:
    tag = tag_of(WORDS)
    response = HttpResponse(WORDS, headers={"ETag": tag, "Cache-Control": "no-cache", "Vary": "Accept-Encoding"})
    answer = if_altered(RequestFactory().get("/", headers={"If-None-Match": f'"other", {tag}'}), response)
    assert isinstance(answer, HttpResponse)
    assert (answer.status_code, answer.content) == (304, b"")
    assert (answer["ETag"], answer["Cache-Control"]) == (tag, "no-cache")
    other = if_altered(RequestFactory().get("/", headers={"If-None-Match": '"other"'}), response)
    assert other is response


def test_gone_page_is_never_called_still_good() -> None:
    gone = HttpResponse(WORDS, status=410)
    answer = if_altered(RequestFactory().get("/", headers={"If-None-Match": f"*, {tag_of(WORDS)}"}), gone)
    assert answer.status_code == 410
