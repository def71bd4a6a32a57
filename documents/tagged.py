"""Typesetting of what is made here: a tagged PDF (PDF/UA-1), with the typesetter's own fonts.

Templates are ours and words are data, so nothing that a clerk types is read as markup.
"""

from pathlib import Path

import typst

NO_GLYPH = "could not be displayed with font"


def set_tagged(template: Path, **words: str) -> bytes:
    """The template with its words, each a JSON text, as the bytes of a PDF.

    A letter that the fonts do not have is set as an empty box. PDF/UA forbids that, so such a file, tagged all the
    same, does not claim to be one.
    """
    root = str(template.parent)
    try:
        return typst.compile(str(template), root=root, ignore_system_fonts=True, sys_inputs=words, pdf_standards="ua-1")
    except typst.TypstError as error:
        if NO_GLYPH not in str(error):
            raise
        return typst.compile(str(template), root=root, ignore_system_fonts=True, sys_inputs=words)
