"""Limits itself, does one task with a Word document, and prints the answer as JSON.

Run as `python -I -S __main__.py TASK FILE [TARGET TITLE]`.
"""

import json
import os
import resource
import sys
from typing import Any

MEMORY = 1 << 30
SECONDS = 20
WRITTEN = 200 << 20


def main() -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (WRITTEN, WRITTEN))
    here = os.path.dirname(os.path.abspath(__file__))
    sys.path.append(os.path.dirname(os.path.dirname(here)))
    from documents.docx_worker import facts, stripping
    from documents.docx_worker.parts import Unsafe

    task, *arguments = sys.argv[1:]
    try:
        result: Any = facts.facts_of(*arguments) if task == "inspect" else stripping.strip(*arguments)
        answer = {"result": result}
    except Unsafe as refused:
        answer = {"error": str(refused)}
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
