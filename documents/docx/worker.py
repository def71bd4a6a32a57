"""Limits itself, then prints a Word document as HTML. Run as `python -I worker.py FILE`."""

import importlib.util
import io
import resource
import sys
import zipfile
from pathlib import Path
from types import ModuleType
from xml.etree.ElementTree import ParseError

MEMORY = 1 << 30
SECONDS = 20


def main() -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    import mammoth

    file = io.BytesIO(_numbered(Path(sys.argv[1]).read_bytes()))
    result = mammoth.convert_to_html(file, convert_image=mammoth.images.img_element(lambda image: {}))
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(result.value)


def _numbered(content: bytes) -> bytes:
    """The file with the numbers that Word counts; as it is where those cannot be made out."""
    try:
        numbered: bytes = _numbering().with_numbers(content)
    except (ParseError, KeyError, ValueError, zipfile.BadZipFile):
        return content  # the words are all there without their numbers
    return numbered


def _numbering() -> ModuleType:
    """The module beside this one: an isolated process does not look for it there."""
    spec = importlib.util.spec_from_file_location("numbering", Path(__file__).with_name("numbering.py"))
    if spec is None or spec.loader is None:
        raise RuntimeError("numbering.py is missing beside worker.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["numbering"] = module
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
