"""Locks between processes. The kernel drops them however a process ends."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .account import Account


def opened(path: Path, account: Account) -> int:
    """A descriptor to lock on; the file belongs to the server's account, as all round it does."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    if account.is_other:
        os.fchown(descriptor, account.uid, account.gid)
    return descriptor


def take(descriptor: int) -> bool:
    """Take the lock alone if nobody has it, shared or alone; say whether it is ours."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


@contextmanager
def alone(path: Path, account: Account) -> Iterator[None]:
    """Wait for the lock, and hold it alone."""
    descriptor = opened(path, account)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def share(path: Path, account: Account) -> int:
    """Hold the lock together with others until the returned descriptor is closed, or the process ends."""
    descriptor = opened(path, account)
    fcntl.flock(descriptor, fcntl.LOCK_SH)
    return descriptor
