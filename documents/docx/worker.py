"""Limits itself, then prints a Word document as HTML. Run as `python -I worker.py FILE`."""

import resource
import sys

MEMORY = 1 << 30
SECONDS = 20


def main() -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    import mammoth

    with open(sys.argv[1], "rb") as file:
        result = mammoth.convert_to_html(file, convert_image=mammoth.images.img_element(lambda image: {}))
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(result.value)


if __name__ == "__main__":
    main()
