import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

from portal.quick_start import child as child_module
from portal.quick_start.child import Child
from portal.quick_start.supervisor import Supervisor

CHECKOUT = Path(__file__).parents[3]


def python(text: str) -> list[str]:
    return [sys.executable, "-c", textwrap.dedent(text)]


def supervised(*children: Child, until: Callable[[list[str]], bool], seconds: float = 15) -> list[str]:
    """What was said by the time that the condition held."""
    said: list[str] = []
    deadline = time.monotonic() + seconds

    def goes_on() -> bool:
        return not until(said) and time.monotonic() < deadline

    Supervisor(children, environment={"GREETING": "good day"}, goes_on=goes_on, say=said.append).run()
    return said


def has_ended(pid: int) -> bool:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except FileNotFoundError:
            return True
        if state == "Z":
            return True
        time.sleep(0.05)
    return False


def test_output_comes_under_the_name_of_the_process() -> None:
    talker = Child("talker", python("import os, time; print(os.environ['GREETING']); time.sleep(60)"))

    said = supervised(talker, until=bool)

    assert said == ["talker | good day"]


def test_process_that_dies_is_started_again_and_said() -> None:
    talker = Child("talker", python("print('here'); raise SystemExit(3)"), pause=0.1)

    said = supervised(talker, until=lambda said: said.count("talker | here") == 2)

    assert said[:3] == ["talker | here", "talker | ended (exit code 3); starting again in 0 s", "talker | here"]


def test_process_that_is_killed_is_said_by_the_signal() -> None:
    talker = Child("talker", python("import os; os.kill(os.getpid(), 9)"))

    said = supervised(talker, until=bool)

    assert said == ["talker | ended (killed by SIGKILL); starting again in 1 s"]


def test_pause_doubles_until_a_process_has_settled() -> None:
    talker = Child("talker", ["true"])
    pauses = []
    for _ in range(7):
        talker.started = time.monotonic()
        pauses.append(talker.pause)
        talker.forget()
    talker.started = time.monotonic() - child_module.SETTLED - 1
    talker.forget()

    assert pauses == [1, 2, 4, 8, 16, 30, 30]
    assert talker.due - time.monotonic() <= child_module.FIRST_PAUSE


def test_everything_that_a_process_started_ends_with_it() -> None:
    talker = Child(
        "talker",
        python("""
            import subprocess, time
            print(subprocess.Popen(["sleep", "60"]).pid, flush=True)
            time.sleep(60)
        """),
    )

    said = supervised(talker, until=bool)

    assert has_ended(int(said[0].rpartition(" ")[2]))


def test_signal_ends_every_process() -> None:
    children = [Child(name, python("import time; print('here'); time.sleep(60)")) for name in ("one", "two")]

    def tell_ourselves(said: list[str]) -> bool:
        if len(said) == 2:
            os.kill(os.getpid(), signal.SIGTERM)
        return False

    supervised(*children, until=tell_ourselves)

    assert [one.process for one in children] == [None, None]


def test_second_signal_kills_what_will_not_end() -> None:
    stubborn = Child(
        "deaf",
        python("import signal, time; signal.signal(15, signal.SIG_IGN); print('here'); time.sleep(60)"),
    )

    def tell_ourselves_twice(said: list[str]) -> bool:
        if said:
            os.kill(os.getpid(), signal.SIGTERM)
            os.kill(os.getpid(), signal.SIGTERM)
        return False

    begun = time.monotonic()
    supervised(stubborn, until=tell_ourselves_twice)

    assert time.monotonic() - begun < 10


def test_processes_end_when_the_supervisor_is_killed() -> None:
    program = python("""
        import sys
        from portal.quick_start.child import Child
        from portal.quick_start.supervisor import Supervisor
        sleeper = [sys.executable, "-c", "import os, time; print(os.getpid(), flush=True); time.sleep(60)"]
        Supervisor([Child("one", sleeper)], environment={}).run()
    """)
    with subprocess.Popen(
        [program[0], "-u", *program[1:]], cwd=CHECKOUT, stdout=subprocess.PIPE, text=True
    ) as supervisor:
        assert supervisor.stdout
        pid = int(supervisor.stdout.readline().rpartition(" ")[2])
        supervisor.kill()

    assert has_ended(pid)
