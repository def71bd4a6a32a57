"""What the questions are asked of: a site with the sample council and, where they are, the sample packs.

It has its own DATA_DIR, and so its own PostgreSQL and index. `settle_in` has to be called before Django is set up.
"""

import os
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
PACKS = {"islington": "islington/pack-cssc-2016-09-22.pdf", "kent": "kent/pack-cabinet-2025-03-04.pdf"}
KENT_CABINET = "Kent Cabinet"  # the sample council has a Cabinet too, and one site is of one council
TODAY = "loaded-on.txt"

Tell = Callable[[str], object]


class Stale(Exception):
    """The kept folder is of another day."""


def settle_in(folder: Path) -> None:
    """The site of `folder`, and no other database or search index."""
    os.environ.pop("DATABASE_URL", None)
    os.environ["DATA_DIR"] = str(folder.resolve())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    import django

    django.setup()


def build(folder: Path, tell: Tell) -> date:
    """Load what is not loaded yet and build the index afresh; the sample council's today. Raises Stale."""
    from django.core.management import call_command

    from documents.search.follower import Follower
    from documents.search.index.folder import follower_lock

    call_command("migrate", interactive=False, verbosity=0)
    today = _load_council(folder / TODAY, tell)
    for name in present_packs():
        _import_pack(SAMPLES / PACKS[name], KENT_CABINET if name == "kent" else None, tell)
    with follower_lock(wait=True), Follower() as follower:
        follower.rebuild()
    return today


def present_packs() -> list[str]:
    return [name for name, path in PACKS.items() if (SAMPLES / path).is_file()]


def let_go() -> None:
    """Stop the database server, unless somebody else uses it."""
    from portal.quick_start.database import Caretaker, local_server

    Caretaker(local_server(), lambda line: None).finish()


def _load_council(noted: Path, tell: Tell) -> date:
    """The day before this is taken for today: all that was to be published on its morning is public by now."""
    from portal.sample_council.loading import load

    today = date.today() - timedelta(days=1)
    if load(today, lambda line: None):
        noted.write_text(today.isoformat())
        tell("The sample council is loaded.")
    if noted.read_text() != today.isoformat():
        raise Stale(f"{noted.parent} was loaded on another day: remove it, or name another folder.")
    return today


def _import_pack(path: Path, committee_name: str | None, tell: Tell) -> None:
    """As a clerk does: upload, check, confirm, accept what is found, publish, and let the worker read the papers."""
    from django.db import transaction

    from documents.actions import uploads
    from documents.actions.checking import check_versions, keep_checked
    from documents.actions.gate import accept_findings
    from documents.actions.understanding import understand_version
    from documents.models import DocumentVersion, Finding
    from tests.builders import weigh_exempt

    plan, text = uploads.read_file(path)
    try:
        with transaction.atomic(), path.open("rb") as content:
            upload = uploads.upload_pack(file=content, name=path.name, by=None, queue=False)
            name = committee_name or plan.meeting.committee
            committee = uploads.committee_named(name) or uploads.draft_committee(name)
            weigh_exempt(uploads.write_drafts(upload=upload, plan=plan, committee=committee, by=None, text=text))
            versions = DocumentVersion.objects.filter(original=upload.stored_file).select_related(
                "document", "original"
            )
            keep_checked(check_versions(versions))
            accept_findings(findings=Finding.objects.blocking(), by=None, reason="As the sample has it.")
            uploads.publish(upload=upload, by=None)
    except uploads.AlreadyUploaded:
        return
    for version in versions.all():
        understand_version(version)
    tell(f"{path.name} is imported.")
