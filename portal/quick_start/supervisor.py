"""Run several processes as one: their output under their names, each started again when it dies, all ended together."""

import os
import select
import signal
import time
from collections.abc import Callable, Mapping, Sequence
from types import FrameType

from .child import Child, ended_with

GRACE = 12.0  # seconds the processes have to end by themselves
TICK = 0.2  # seconds between looks
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Supervisor:
    """Keeps children running until a signal comes, or until `goes_on`, called at every look, says False."""

    def __init__(
        self,
        children: Sequence[Child],
        *,
        environment: Mapping[str, str],
        goes_on: Callable[[], bool] = lambda: True,
        say: Callable[[str], None] = print,
    ) -> None:
        self.children = children
        self.environment = {**os.environ, **environment, "PYTHONUNBUFFERED": "1"}
        self.goes_on = goes_on
        self.say = say
        self.signals = 0
        self.end_with_parent = ended_with(os.getpid())

    def run(self) -> None:
        wanted = [number for number in SIGNALS if not _is_for_nohup(number)]
        previous = {number: signal.signal(number, self._signalled) for number in wanted}
        try:
            while not self.signals and self.goes_on():
                self._start_due()
                self._look()
        finally:
            self._end_all()
            for number, handler in previous.items():
                signal.signal(number, handler)

    def _signalled(self, number: int, frame: FrameType | None) -> None:
        self.signals += 1

    def _start_due(self) -> None:
        for child in self.children:
            if child.process is None and child.due <= time.monotonic():
                child.start(self.environment, self.end_with_parent)

    def _look(self) -> None:
        """Wait a moment, pass on what the children say, and notice those that have ended."""
        listened_to = {child.output: child for child in self.children if child.is_listened_to}
        ready, _, _ = select.select(list(listened_to), [], [], TICK)
        for descriptor in ready:
            self._pass_on(listened_to[descriptor])
        for child in self.children:
            if child.has_ended():
                self._notice_end(child)

    def _pass_on(self, child: Child) -> None:
        for line in child.lines():
            self.say(f"{child.name:<7}| {line}")

    def _notice_end(self, child: Child) -> None:
        if child.is_listened_to:
            self._pass_on(child)
        code = child.process.returncode if child.process is not None else None
        child.forget()
        if not self.signals:
            pause = child.due - time.monotonic()
            self.say(f"{child.name:<7}| ended ({_reason(code)}); starting again in {pause:.0f} s")

    def _end_all(self) -> None:
        """Ask the children to end; kill those that do not in time, or at once at a second signal."""
        self.signals = max(self.signals, 1)
        for child in self.children:
            child.tell(signal.SIGTERM)
        deadline = time.monotonic() + GRACE
        while any(child.process for child in self.children):
            if self.signals > 1 or time.monotonic() > deadline:
                for child in self.children:
                    child.tell(signal.SIGKILL)
            self._look()


def _is_for_nohup(number: int) -> bool:
    """Whether we were started to outlive the terminal."""
    return number == signal.SIGHUP and signal.getsignal(number) is signal.SIG_IGN


def _reason(code: int | None) -> str:
    if code is not None and code < 0:
        return f"killed by {signal.Signals(-code).name}"
    return f"exit code {code}"
