"""Work of the site that the background worker does."""

import logging

from procrastinate.contrib.django import app

from documents.pdf import PdfError
from portal.files.dropping import drop_hidden
from portal.files.public_packs import changed_lately, make_ahead
from portal.page_cache.edition import EditionReader

logger = logging.getLogger(__name__)
_editions = EditionReader()
_swept: list[str] = []  # the editions of the last two sweeps of this process


@app.periodic(cron="* * * * *")
@app.task(name="portal.tasks.make_public_packs", queueing_lock="make_public_packs", lock="make_public_packs")
def make_public_packs(timestamp: int) -> None:
    """Make the whole pack of each meeting of which something changed for the public, before it is asked for.

    A request never waits for this, nor trusts it: it asks for the pack of what is public in that moment.
    """
    for meeting in changed_lately():
        try:
            make_ahead(meeting)
        except PdfError as error:
            logger.error("The public pack of %s could not be made: %s", meeting, error)


@app.periodic(cron="* * * * *")
@app.task(name="portal.tasks.drop_hidden_files", queueing_lock="drop_hidden_files", lock="drop_hidden_files")
def drop_hidden_files(timestamp: int) -> None:
    """Delete kept pictures and packs of what is public no more, after each change and as the worker starts.

    Twice for each state of the site: a picture may have been in the making while the first went on.
    """
    edition = _editions.now()
    if edition is None or _swept == [edition.tokens] * 2:
        return
    drop_hidden()
    _swept[:] = [*_swept[-1:], edition.tokens]
