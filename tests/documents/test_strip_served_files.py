"""The command that strips what was served before new files were."""

from io import BytesIO

import pytest
from django.core.management import call_command

from documents.actions import papers
from documents.models import DocumentVersion
from tests.builders import make_item
from tests.documents.admin.uploaded import pdf_of

pytestmark = pytest.mark.django_db


def test_what_is_served_already_is_stripped_once_and_the_original_kept(capsys: pytest.CaptureFixture[str]) -> None:
    item = make_item()
    papers.add_paper(
        meeting=item.meeting,
        item=item,
        file=BytesIO(pdf_of("Words")),
        name="a.pdf",
        title="Pool",
        kind="report",
        by=None,
    )
    version = DocumentVersion.objects.get()
    stripped = version.served
    DocumentVersion.objects.update(served=version.original)

    call_command("strip_served_files")
    call_command("strip_served_files")

    version.refresh_from_db()
    assert version.served == stripped
    assert version.original != stripped
    assert capsys.readouterr().out.splitlines() == ["1 files are served anew.", "0 files are served anew."]
