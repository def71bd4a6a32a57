"""Limits itself, does one task with the PDF library, and prints the answer as JSON.

Run as `python -I -S __main__.py LIBRARY_FOLDER` with the job as JSON on standard input.
"""

import gc
import importlib
import json
import os
import resource
import sys
from typing import Any

OUT_OF_MEMORY = "The file needs more memory to read than is allowed, and was given up."


def main() -> None:
    job: dict[str, Any] = json.load(sys.stdin)
    gc.disable()  # the process ends before there would be anything to gain, and it is held to its memory
    _limit(job["limits"])
    sys.stdout.write(json.dumps(_answer(job), separators=(",", ":")))  # json.dump() takes five times as long
    sys.stdout.flush()
    os._exit(0)  # the library's tidying at exit is skipped: nothing of it outlives the process


def _limit(limits: dict[str, int]) -> None:
    seconds = limits["processor_seconds"]
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (limits["memory"], limits["memory"]))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits["written"], limits["written"]))


def _answer(job: dict[str, Any]) -> dict[str, Any]:
    here = os.path.dirname(os.path.abspath(__file__))
    sys.path += [sys.argv[1], os.path.dirname(os.path.dirname(here))]
    from documents.pdf_worker.library import Refused

    task = importlib.import_module(f"documents.pdf_worker.{job['task']}")
    try:
        return {"result": task.main(job["limits"], **job["arguments"])}
    except Refused as refused:
        return {"error": str(refused)}
    except MemoryError:
        return {"error": OUT_OF_MEMORY}


if __name__ == "__main__":
    main()
