"""What must be there before the site starts. Each step is done once; a second run finds it done."""

import hashlib
import secrets
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from committees.models import Council

CLERK = "clerk"


Say = Callable[[str], None]


def migrate(say: Say) -> None:
    """Bring the tables up to date."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        say("Making the tables.")
        call_command("migrate", interactive=False, verbosity=0)


def collect_static(say: Say) -> None:
    """Collect and compress the static files if any has changed."""
    stamp = Path(settings.STATIC_ROOT) / ".collected-from"
    found = _static_files()
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != found:
        say("Collecting the static files.")
        call_command("collectstatic", clear=True, interactive=False, verbosity=0)
        stamp.write_text(found, encoding="utf-8")


def load_sample_council(say: Say) -> None:
    """Load the fictional council unless there is a council already."""
    if not Council.objects.exists():
        say("Loading the sample council; this takes up to two minutes, once.")
        call_command("load_sample_council", verbosity=0)


def create_clerk() -> str | None:
    """The one-time password of the first clerk, or None when there already is somebody who can sign in."""
    users = get_user_model().objects
    password = "-".join(secrets.token_hex(2) for _ in range(4))
    with transaction.atomic():
        if users.filter(is_staff=True).exists():
            return None
        users.create_superuser(CLERK, password=password, must_change_password=True)
    return password


def _static_files() -> str:
    """A digest of every static file's name, size and time of change."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in sorted(finder.list(None), key=lambda found: found[0]):
            stat = Path(storage.path(path)).stat()
            digest.update(f"{path}\0{stat.st_size}\0{stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()
