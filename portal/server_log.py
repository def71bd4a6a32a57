"""What the web server says in its log of requests that it could not read."""

import logging

COMPLAINT = "Invalid request from ip="  # gunicorn's, of a request before the site has seen it
BROKEN = "Error handling request"


class WithoutQueries(logging.Filter):
    """Drops what was asked: the line of a malformed search has its words in it, and stands beside an address."""

    def filter(self, record: logging.LogRecord) -> bool:
        said = record.getMessage()
        if said.startswith(COMPLAINT):
            record.msg, record.args = "Invalid request", ()
        elif said.startswith(BROKEN):
            record.msg, record.args = said.partition("?")[0], ()
        return True


def keep_queries_out() -> None:
    """In each process that serves the site, whatever command started it."""
    logging.getLogger("gunicorn.error").addFilter(WithoutQueries())
