"""One process under supervision: started, listened to, ended with all that it started."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

PR_SET_PDEATHSIG = 1
FIRST_PAUSE = 1.0  # seconds before a process that died is started again; doubled each time
LONGEST_PAUSE = 30.0
SETTLED = 60.0  # seconds; a process that ran so long did not fail at starting


@dataclass
class Child:
    name: str
    command: Sequence[str]
    descriptors: Sequence[int] = ()  # handed down to the process
    process: "subprocess.Popen[bytes] | None" = None
    started: float = 0
    due: float = 0  # the time to start it, or to start it again
    pause: float = FIRST_PAUSE
    is_listened_to: bool = False
    unfinished_line: bytes = field(default=b"", repr=False)

    def start(self, environment: Mapping[str, str], end_with_parent: Callable[[], None]) -> None:
        self.process = subprocess.Popen(
            self.command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=environment,
            pass_fds=self.descriptors,
            start_new_session=True,  # Ctrl-C reaches the supervisor alone
            preexec_fn=end_with_parent,
        )
        os.set_blocking(self.output, False)
        self.started = time.monotonic()
        self.is_listened_to = True

    @property
    def output(self) -> int:
        """The descriptor that what the process says is read from."""
        if self.process is None or self.process.stdout is None:
            raise ValueError(f"{self.name} is not running")
        return self.process.stdout.fileno()

    def lines(self) -> list[str]:
        """The lines said since the last call."""
        try:
            said = os.read(self.output, 1 << 16)
        except BlockingIOError:
            return []
        if not said:
            self.is_listened_to = False
            said = b"\n" if self.unfinished_line else b""
        *lines, self.unfinished_line = (self.unfinished_line + said).split(b"\n")
        return [line.decode(errors="replace").rstrip() for line in lines]

    def tell(self, number: int) -> None:
        """Send a signal to the process and to all that it started."""
        if self.process is not None:
            try:
                os.killpg(self.process.pid, number)
            except ProcessLookupError:
                return

    def has_ended(self) -> bool:
        return self.process is not None and self.process.poll() is not None

    def forget(self) -> None:
        """After its end: stop what it left behind, and reckon when to start it again."""
        self.tell(signal.SIGTERM)
        if self.process is not None and self.process.stdout is not None:
            self.process.stdout.close()
        if time.monotonic() - self.started > SETTLED:
            self.pause = FIRST_PAUSE
        self.due = time.monotonic() + self.pause
        self.pause = min(self.pause * 2, LONGEST_PAUSE)
        self.process, self.is_listened_to, self.unfinished_line = None, False, b""


def ended_with(parent: int) -> Callable[[], None]:
    """What a new process does first, so that the kernel ends it when its parent is killed (Linux alone)."""
    if not sys.platform.startswith("linux"):
        return lambda: None
    library = ctypes.CDLL(None)  # loaded before the fork

    def ask() -> None:
        library.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:  # it died before we could ask
            os._exit(1)

    return ask
