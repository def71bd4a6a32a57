"""Make the environment in .venv: with uv where it is present, else with venv and pip. Run by `make`, before
anything is installed, so it uses the standard library alone and must be readable by any Python 3.

The environment is made again only when the locked requirements, the Python or the place of the checkout change.
An interrupted attempt leaves no stamp, and is begun afresh; of two at once, the second waits for the first.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys

OLDEST = (3, 11)
NEWEST = (3, 14)
CHECKOUT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ENVIRONMENT = os.path.join(CHECKOUT, ".venv")
REQUIREMENTS = os.path.join(CHECKOUT, "requirements-dev.txt")
STAMP = os.path.join(ENVIRONMENT, "made-from")


def main() -> None:
    use_a_supported_python()
    lock = os.open(CHECKOUT, os.O_RDONLY)  # the folder itself: nothing to leave behind
    os.set_inheritable(lock, True)  # an installer that outlives us keeps it
    fcntl.flock(lock, fcntl.LOCK_EX)
    wanted = description()
    if read(STAMP) != wanted:
        print("Making the environment in .venv; this takes up to two minutes, once.", flush=True)
        make()
        with open(STAMP, "w") as stamp:
            stamp.write(wanted)
    os.close(lock)


def use_a_supported_python() -> None:
    """Go on with a newer Python where `python3` is too old and another is installed."""
    if sys.version_info >= OLDEST:
        return
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        newer = shutil.which(f"python3.{minor}")
        if newer:
            os.execv(newer, [newer, "-I", os.path.abspath(__file__)])  # noqa: S606
    sys.exit(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")


def description() -> str:
    with open(REQUIREMENTS, "rb") as requirements:
        digest = hashlib.sha256(requirements.read()).hexdigest()
    return f"{digest}\n{sys.version}\n{ENVIRONMENT}\n"


def read(path: str) -> str:
    if not os.path.exists(path):
        return ""
    with open(path) as file:
        return file.read()


def make() -> None:
    if os.path.exists(STAMP):
        os.remove(STAMP)
    with_uv = uv()
    if with_uv and make_with_uv(with_uv):
        return
    if with_uv:
        print("uv did not succeed; trying again with pip.", flush=True)
    make_with_pip()


def uv() -> str:
    """The path of a uv that runs, or an empty string."""
    path = shutil.which("uv") or ""
    return path if path and succeeds([path, "--version"], stdout=subprocess.DEVNULL) else ""


def make_with_uv(program: str) -> bool:
    python = os.path.join(ENVIRONMENT, "bin", "python")
    return succeeds(
        [program, "venv", "--quiet", "--clear", "--no-project", "--python", sys.executable, ENVIRONMENT]
    ) and succeeds([program, "pip", "install", "--quiet", "--require-hashes", "--python", python, "-r", REQUIREMENTS])


def make_with_pip() -> None:
    if not succeeds([sys.executable, "-m", "venv", "--clear", ENVIRONMENT]):
        sys.exit("Python could not make the environment. On Debian and Ubuntu: apt-get install python3-venv")
    pip = [os.path.join(ENVIRONMENT, "bin", "python"), "-m", "pip", "--disable-pip-version-check"]
    if not succeeds([*pip, "install", "--quiet", "--require-hashes", "-r", REQUIREMENTS]):
        sys.exit("The requirements could not be installed; the reason is above.")


def succeeds(command: "list[str]", stdout: "int | None" = None) -> bool:
    # Compiled at once, the product starts three times faster. The caller's own environment must not leak in.
    settings = {"UV_COMPILE_BYTECODE": "1", "UV_PYTHON_DOWNLOADS": "never"}
    environment = {name: value for name, value in os.environ.items() if name not in {"VIRTUAL_ENV", "PYTHONPATH"}}
    return not subprocess.call(command, stdout=stdout, env={**environment, **settings}, cwd=CHECKOUT, close_fds=False)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
