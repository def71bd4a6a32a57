"""Papers made from plain text, as they are once read: pages of blocks with a version in force."""

from textwrap import dedent
from typing import Any

from documents.actions.checking import FORM
from documents.models import Document, DocumentVersion, Page, VersionCheck
from documents.structure.sources import pages_of_text
from tests.builders import make_file, make_paper


def paper_of(text: str, **fields: Any) -> Document:
    """A public paper, unless `fields` say otherwise, whose version in force says this."""
    document = make_paper(**fields)
    assert document.current_version is not None
    write_pages(document.current_version, text)
    return document


def corrected(document: Document, text: str) -> DocumentVersion:
    """A later version of a paper, in force, that says this."""
    stored = make_file()
    number = document.versions.count() + 1
    version = DocumentVersion.objects.create(
        document=document, number=number, original=stored, served=stored, first_page=1, last_page=1
    )
    write_pages(version, text)
    VersionCheck.objects.create(version=version, form=FORM)
    document.current_version = version
    document.save()
    return version


def write_pages(version: DocumentVersion, text: str) -> None:
    Page.objects.filter(version=version).delete()
    Page.objects.bulk_create(
        Page(version=version, number=page.number, raw_text=page.raw_text, text=page.text, blocks=page.blocks)
        for page in pages_of_text(dedent(text))
    )


def version_of(document: Document) -> DocumentVersion:
    assert document.current_version is not None
    return document.current_version


REPORT = """
    Report of: Director of Place

    Meeting of: Environment Scrutiny Committee

    Date: 4 June 2025

    Ward(s): All

    Subject: Quiet Streets Scrutiny Review: Final Report

    1 Synopsis

    1.1 This report sets out the findings of the review.

    2 Recommendations

    2.1 To agree the report and to send it to the Executive.

    3 What the review found

    3.1 Through traffic has doubled in six years.

    3.2 Residents of the mill quarter asked for planters.
"""

RESPONSE = """
    Report of: Executive Member for Environment

    Meeting of: Executive

    Date: 10 July 2025

    Ward(s): All

    Subject: Response to the Quiet Streets Scrutiny Review

    1 Synopsis

    1.1 This report answers the recommendations of the review.

    2 Recommendations

    2.1 To agree the responses set out in section 3 of this report.

    3 Responses

    Recommendation One: The Council should plant street trees on every quiet street before the autumn.

    Response: The Executive welcomes this. Trees are on order for the coming planting season.

    Recommendation Two: (a) Officers should count traffic twice a year. (b) The counts should be published in full.

    Response: The Executive notes the value of regular counts, which will begin in September.
"""

MINUTES = """
    Environment Scrutiny Committee - 4 June 2025

    Minutes of the meeting of the Environment Scrutiny Committee held at the Guildhall on
    Wednesday, 4 June 2025 at 7.00 pm.

    Present: Councillors: Hollis (Chair), Marsh and Okoro

    12 APOLOGIES FOR ABSENCE (ITEM NO. 1)

    Apologies were received from Councillor Penn.

    13 MINUTES OF THE PREVIOUS MEETING (ITEM NO. 2)

    RESOLVED:

    That the minutes of the meeting held on 7 May 2025 be confirmed as a correct record and the Chair
    be authorised to sign them.

    14 QUIET STREETS REVIEW (ITEM NO. 3)

    The Committee considered the final report of the review.

    RESOLVED:

    That the report be agreed and sent to the Executive.

    MEETING CLOSED AT 8.40 pm
"""
