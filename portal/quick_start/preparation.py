"""What must be there before the site starts. Each step is done once; a second run finds it done."""

import hashlib
import secrets
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from committees.models import Council

CLERK = "clerk"


def migrate() -> bool:
    """Bring the tables up to date; say whether there was anything to do."""
    executor = MigrationExecutor(connection)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return False
    call_command("migrate", interactive=False, verbosity=0)
    return True


def collect_static() -> bool:
    """Collect and compress the static files if any has changed; say whether that was so."""
    stamp = Path(settings.STATIC_ROOT) / ".collected-from"
    found = _static_files()
    if stamp.exists() and stamp.read_text(encoding="utf-8") == found:
        return False
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(found, encoding="utf-8")
    return True


def load_sample_council() -> bool:
    """Load the fictional council unless there is one already; say whether it was loaded."""
    if Council.objects.exists():
        return False
    call_command("load_sample_council", verbosity=0)
    return True


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
