"""The running site: its processes, and what to tell the person who started it."""

import os
import socket
import sys
from collections.abc import Callable

from . import preparation, site
from .child import Child
from .database import Caretaker

PYTHON = sys.executable
MANAGE = (PYTHON, "manage.py")


def children(listener: socket.socket) -> list[Child]:
    """The site, the background worker and the follower of changes that keeps the search index."""
    descriptor = listener.fileno()
    web = [PYTHON, "-m", "gunicorn", "portal.wsgi", f"--bind=fd://{descriptor}", "--worker-class=gthread"]
    web += ["--workers=2", "--threads=4", "--log-level=warning", "--graceful-timeout=5", "--no-control-socket"]
    return [
        Child("site", web, (descriptor,)),
        Child("worker", [*MANAGE, "procrastinate", "worker", "--shutdown-graceful-timeout=8"]),
        Child("search", [*MANAGE, "follow_changes"]),
    ]


class Watch:
    """What the supervisor asks at every look: whether to go on. Says once where the site is."""

    def __init__(self, address: str, caretaker: Caretaker, say: Callable[[str], None], parent: int | None) -> None:
        self.address = address
        self.caretaker = caretaker
        self.say = say
        self.parent = parent
        self.knock: site.Knock | None = site.Knock(address)

    def goes_on(self) -> bool:
        if self.parent is not None and os.getppid() != self.parent:
            return False
        self.caretaker.look()
        status = self.knock.status() if self.knock else None
        if status is not None:
            self.knock = None
            self._announce(status)
        return True

    def _announce(self, status: int) -> None:
        if status >= 500:
            self.say(f"The home page answers with error {status}; the site says why below or above.")
        self.say(f"\nCommittee Papers is at {self.address}/")
        self.say(f"Clerks sign in at {self.address}/admin/ {self._sign_in()}")
        self.say("Ctrl-C ends it.\n")

    def _sign_in(self) -> str:
        password = preparation.create_clerk()
        if password is None:
            return f"(password lost? .venv/bin/python manage.py changepassword {preparation.CLERK})"
        return f"as {preparation.CLERK} with the password {password} (shown once; to be changed then)"
