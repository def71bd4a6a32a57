"""The web server's log never has the words of a search beside a reader's address."""

import logging

import pytest

from portal.server_log import WithoutQueries

LINE = "GET /search/?q=glockenspiel repairs HTTP/1.1"


@pytest.mark.parametrize(
    ("said", "args", "left"),
    [
        (f"Invalid request from ip=192.0.2.7: Invalid HTTP request line: {LINE!r}", (), "Invalid request"),
        ("Error handling request %s %s", ("GET", "/search/?q=glockenspiel"), "Error handling request GET /search/"),
        ("Worker exiting (pid: %s)", (7,), "Worker exiting (pid: 7)"),
    ],
    ids=["malformed", "broken", "of no request"],
)
def test_complaint_is_kept_without_what_was_asked(said: str, args: tuple[object, ...], left: str) -> None:
    record = logging.LogRecord("gunicorn.error", logging.WARNING, "", 0, said, args, None)

    assert WithoutQueries().filter(record)
    assert record.getMessage() == left


def test_site_keeps_queries_out_of_its_servers_log() -> None:
    import portal.wsgi  # noqa: F401

    assert any(isinstance(found, WithoutQueries) for found in logging.getLogger("gunicorn.error").filters)
