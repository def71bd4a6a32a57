"""What is served holds what is seen and no more: no author, comments, attachments, scripts. The original keeps them."""

import logging
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import transaction

from committees.audit import recorded
from committees.models import PublicChange, record_change
from documents import docx, files, pdf
from documents.docx import DocxError
from documents.models import DocumentVersion, StoredFile
from documents.pdf import PdfError

logger = logging.getLogger(__name__)


def stripped(stored: StoredFile, *, title: str) -> StoredFile | None:
    """A copy of the file to be served, with this title; None where none can be made: the paper is then read as text."""
    with TemporaryDirectory() as folder, files.local_path(stored) as path:
        target = Path(folder) / "served"
        try:
            if stored.kind == StoredFile.Kind.PDF:
                pdf.strip(path, target, title=title)
            elif stored.kind == StoredFile.Kind.DOCX:
                docx.strip(path, target, title=title)
            else:
                return None
        except (PdfError, DocxError) as error:
            logger.warning("The file %s is not served, for it could not be stripped: %s", stored.pk, error)
            return None
        return files.store_path(target, name=stored.name, by=None, page_count=stored.page_count)


@files.removed_if_undone()
@transaction.atomic
def strip_served(*, version: DocumentVersion) -> DocumentVersion:
    """Serve a stripped copy of what is served now, masked as it is; of one that is stripped already nothing changes."""
    if version.served is None:
        return version
    served = stripped(version.served, title=version.document.title)
    if served is None or served.pk != version.served_id:
        with recorded(by=None, why="Strip the served file"):
            version.served = served
            version.save(update_fields=["served"])
            record_change(PublicChange.Subject.DOCUMENT, version.document_id)
    return version
