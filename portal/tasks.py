"""Work of the site that the background worker does."""

import logging

from procrastinate.contrib.django import app

from documents.pdf import PdfError
from portal.public_packs import changed_lately, make_ahead

logger = logging.getLogger(__name__)


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
