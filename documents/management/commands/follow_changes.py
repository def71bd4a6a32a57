"""Keep this machine's search index in step with what the public can see."""

import logging
import signal
from argparse import ArgumentParser
from threading import Event
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import Error as DatabaseError
from django.db import close_old_connections

from documents.search.follower import Follower
from documents.search.index import Damaged
from documents.search.index.folder import follower_lock

log = logging.getLogger(__name__)

LOOK_EVERY = 0.5  # seconds
AFTER_FAILURE = 5.0  # seconds: a full disk or a database being restarted


class Command(BaseCommand):
    help = (
        "Follow what becomes public or ceases to be, and keep the search index in step. Builds it where there is none."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="apply what is waiting, and end")

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        with follower_lock(wait=not once) as locked:
            if locked:
                self.follow(once)
            elif once:
                self.stdout.write("Another follower keeps this index in step.")

    def follow(self, once: bool) -> None:
        with Follower() as follower:
            if not once:
                follow_until_stopped(follower)
                return
            try:
                follower.catch_up()
            except (Damaged, OSError) as error:
                raise CommandError(f"The search index cannot be written: {error}") from error


def follow_until_stopped(follower: Follower) -> None:
    stop = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    while not stop.is_set():
        pause = LOOK_EVERY
        try:
            follower.catch_up()
        except (Damaged, DatabaseError, OSError) as error:
            log.error("The search index is not kept in step; trying again: %s", error)
            pause = AFTER_FAILURE
        except Exception:  # one row or file that nobody foresaw must not stop the index for good
            log.exception("The search index is not kept in step; trying again.")
            pause = AFTER_FAILURE
        close_old_connections()
        stop.wait(pause)
