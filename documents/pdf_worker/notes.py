"""What a file holds that is no part of its pages: notes, attachments, scripts, actions; to tell of, and to take out."""

import re
from collections.abc import Iterator
from typing import Any

from documents.pdf_worker.claims import claim, claim_of
from documents.pdf_worker.plain import Body, Plain
from documents.pdf_worker.values import Raw, Ref, Value, text_from, text_of

# Notes that people leave for one another, and what plays or unfolds: taken out. Others are drawn on the page, and stay
# as they look, without the words that go with them.
TAKEN_OUT = {
    *(b"Text", b"Popup", b"FileAttachment", b"Sound", b"Movie", b"Screen", b"RichMedia", b"3D", b"Projection"),
    *(b"Caret", b"TrapNet"),
}
REVIEW_MARKS = {b"Highlight", b"Underline", b"Squiggly", b"StrikeOut"}
NO_NOTE = {b"Link", b"Widget", b"Popup", b"PrinterMark", b"Watermark", b"TrapNet"}
DRAWN = (b"Type", b"Subtype", b"Rect", b"F", b"AP", b"AS", b"QuadPoints", b"C", b"IC", b"BS", b"Border", b"CA", b"OC")
FREE_TEXT = (*DRAWN, b"Contents", b"DA", b"Q", b"DS")
SHAPES = (*DRAWN, b"L", b"Vertices", b"InkList", b"LE", b"RD")
OF_LINK = (*DRAWN, b"Contents", b"A", b"Dest", b"H", b"StructParent")
# Names of what is told beside notes: a field of a form, words typed on the page, a link to an email address
FIELD, TYPED, LINK = "Form field", "Typed on the page", "Link"
TAG = re.compile(r"<[^>]*>")
DEEPEST = 8
HIDDEN = 2 | 32
DARK = 1.0  # the sum of a colour's parts, each 0 to 1
# Actions that lead to a place in the file or on the web; all others run, send or open something
LEADS = {b"GoTo", b"URI", b"Named"}
ADDRESSES = ("http:", "https:", "mailto:", "tel:")
SCHEME = re.compile(r"(?!https?:|mailto:|tel:|ftp:)[a-z][a-z0-9+.-]{2,}:(?!\d)|\\\\|[a-z]:\\", re.IGNORECASE)
FORBIDDEN_KEYS = {
    *(b"AA", b"Metadata", b"PieceInfo", b"LastModified", b"Thumb", b"AF", b"XFA"),
}
CATALOGUE = (
    *(b"Type", b"Version", b"Pages", b"PageLabels", b"Dests", b"Outlines", b"PageMode", b"PageLayout", b"Lang"),
    *(b"StructTreeRoot", b"MarkInfo", b"OCProperties", b"OutputIntents", b"ViewerPreferences"),
)


def annotations(plain: Plain, page: dict[bytes, Value]) -> list[dict[bytes, Value]]:
    return [plain.dictionary(one) for one in plain.items(page.get(b"Annots"))]


def notes_of(plain: Plain, page: dict[bytes, Value]) -> Iterator[list[Any]]:
    """Sort, words, author and place (in the file's measures) of each note, filled-in field and link to an address."""
    for note in annotations(plain, page):
        sort = note.get(b"Subtype")
        author = text_of(plain.get(note.get(b"T")))
        if sort == b"Widget":
            if words := _value_of(plain, note):
                yield [FIELD, words, "", box_of(plain, note)]
        elif sort == b"Link":
            if words := _address_of(plain, note):
                yield [LINK, words, "", box_of(plain, note)]
        elif isinstance(sort, bytes) and sort not in NO_NOTE:
            name = TYPED if sort == b"FreeText" and not author else sort.decode("latin-1")
            yield [name, _words_of(plain, note), author, box_of(plain, note)]


def _words_of(plain: Plain, note: dict[bytes, Value]) -> str:
    plainly = text_of(plain.get(note.get(b"Contents")))
    return plainly or " ".join(TAG.sub(" ", text_of(plain.get(note.get(b"RC")))).split())


def _value_of(plain: Plain, field: dict[bytes, Value]) -> str:
    """What is filled in, which may be kept with the field that this is part of."""
    for _ in range(DEEPEST):
        if b"V" in field:
            return text_of(plain.get(field[b"V"]))
        field = plain.dictionary(field.get(b"Parent"))
    return ""


def _address_of(plain: Plain, note: dict[bytes, Value]) -> str:
    address = text_of(plain.get(plain.dictionary(note.get(b"A")).get(b"URI")))
    return address[7:].partition("?")[0] if address.lower().startswith("mailto:") else ""


def box_of(plain: Plain, note: dict[bytes, Value]) -> list[float]:
    """Left, bottom, right and top."""
    numbers = [number_of(plain.get(one)) for one in plain.items(note.get(b"Rect"))]
    if len(numbers) != 4:
        return [0.0, 0.0, 0.0, 0.0]
    return [
        min(numbers[0], numbers[2]),
        min(numbers[1], numbers[3]),
        max(numbers[0], numbers[2]),
        max(numbers[1], numbers[3]),
    ]


def number_of(value: Value) -> float:
    try:
        return float(value.text) if isinstance(value, Raw) else 0.0
    except ValueError:
        return 0.0


def attachments_of(plain: Plain) -> list[str]:
    """The names of files within the file, and of those pinned to its pages."""
    names = plain.dictionary(plain.catalogue.get(b"Names"))
    found = [_file_name(plain, one) for one in _leaves(plain, names.get(b"EmbeddedFiles"))]
    for page in plain.pages():
        for note in annotations(plain, page):
            if note.get(b"Subtype") == b"FileAttachment":
                found.append(_file_name(plain, note.get(b"FS")))
    for body in plain.objects.values():
        found += [_file_name(plain, one) for one in _dictionaries(body.value) if b"EF" in one]
        if isinstance(body.value, dict) and body.value.get(b"Type") == b"EmbeddedFile" and not found:
            found.append("")
    return list(dict.fromkeys(found))


def _file_name(plain: Plain, value: Value) -> str:
    file = plain.dictionary(value)
    return text_of(plain.get(file.get(b"UF"))) or text_of(plain.get(file.get(b"F"))) or text_of(file.get(b"Desc"))


def _leaves(plain: Plain, tree: Value) -> Iterator[Value]:
    """The values of a tree of names."""
    waiting, seen = [tree], 0
    while waiting and seen < 10_000:
        node = plain.dictionary(waiting.pop())
        seen += 1
        yield from plain.items(node.get(b"Names"))[1::2]
        waiting += plain.items(node.get(b"Kids"))


def scripts_of(plain: Plain) -> list[str]:
    """What in the file runs, sends or opens something, each in a few words."""
    found = []
    for body in plain.objects.values():
        for one in _dictionaries(body.value):
            sort = one.get(b"S")
            if b"JS" in one or sort == b"JavaScript":
                found.append("A script (JavaScript)")
            elif sort == b"Launch":
                found.append(f"Opens a program or file: {_launched(plain, one)}".rstrip(": "))
            elif sort == b"URI" and SCHEME.match(text_of(plain.get(one.get(b"URI")))):
                found.append(f"A link that is none to the web: {text_of(plain.get(one.get(b'URI')))[:80]}")
            elif sort in (b"SubmitForm", b"ImportData", b"GoToE", b"GoToR", b"Rendition") and b"Type" not in one:
                found.append(f"An action: {bytes(sort).decode('latin-1')}")
    if b"XFA" in plain.dictionary(plain.catalogue.get(b"AcroForm")):
        found.append("A form that runs scripts (XFA)")
    return list(dict.fromkeys(found))[:50]


def _launched(plain: Plain, action: dict[bytes, Value]) -> str:
    file = action.get(b"F") or plain.dictionary(action.get(b"Win")).get(b"F")
    return text_of(plain.get(file)) or _file_name(plain, file)


def _dictionaries(value: Value) -> Iterator[dict[bytes, Value]]:
    if isinstance(value, dict):
        yield value
        for one in value.values():
            yield from _dictionaries(one)
    elif isinstance(value, list):
        for one in value:
            yield from _dictionaries(one)


def take_out(plain: Plain, title: str) -> None:
    """Leave of the file its pages, their links and bookmarks, its language and structure, and its title.

    What it says of its accessibility stays where nothing but links was pinned to its pages.
    """
    catalogue = plain.catalogue
    links_alone = all(one.get(b"Subtype") == b"Link" for page in plain.pages() for one in annotations(plain, page))
    part = claim_of(plain) if links_alone else ""
    names = plain.dictionary(catalogue.get(b"Names")).get(b"Dests")
    for key in [key for key in catalogue if key not in CATALOGUE]:
        del catalogue[key]
    if names is not None:
        catalogue[b"Names"] = {b"Dests": names}
    for page in plain.pages():
        kept = [one for one in (_kept(plain, one) for one in plain.items(page.get(b"Annots"))) if one is not None]
        page.pop(b"Annots", None)
        if kept:
            page[b"Annots"] = kept
    for body in plain.objects.values():
        for one in _dictionaries(body.value):
            _forbid(plain, one)
    plain.info = max(plain.objects) + 1 if title else None
    if title and plain.info is not None:
        plain.objects[plain.info] = Body({b"Title": text_from(title)})
        catalogue[b"ViewerPreferences"] = {b"DisplayDocTitle": Raw(b"true")}
        if part:
            claim(plain, part, title)


def _forbid(plain: Plain, one: dict[bytes, Value]) -> None:
    for key in FORBIDDEN_KEYS & one.keys():
        del one[key]
    for key in (b"A", b"PA", b"OpenAction", b"Next"):
        action = plain.get(one.get(key))
        if isinstance(action, dict) and not _leads(plain, action):
            del one[key]


def _leads(plain: Plain, action: dict[bytes, Value]) -> bool:
    sort = plain.get(action.get(b"S"))
    if sort is None:
        return True  # no action, but some other thing under that key
    if sort == b"URI":
        return text_of(plain.get(action.get(b"URI"))).lower().startswith(ADDRESSES)
    return sort in LEADS or b"O" in action  # an attribute of the structure has an owner


def _kept(plain: Plain, value: Value) -> Value:
    """The note as it stays, or None."""
    note = plain.dictionary(value)
    sort = note.get(b"Subtype")
    flags = int(number_of(plain.get(note.get(b"F"))))
    if not isinstance(sort, bytes) or sort in TAKEN_OUT or flags & HIDDEN:
        return None
    if sort in REVIEW_MARKS and not _is_dark(plain, note):
        return None
    keys = OF_LINK if sort == b"Link" else FREE_TEXT if sort == b"FreeText" and b"AP" not in note else SHAPES
    kept = {key: note[key] for key in keys if key in note}
    if sort == b"Widget":
        kept[b"Subtype"] = b"Stamp"  # drawn as it looks, and no longer a field of a form
        if b"AP" not in kept:
            return None
    if isinstance(value, Ref):
        plain.objects[value.number].value = kept
        return value
    return kept


def _is_dark(plain: Plain, note: dict[bytes, Value]) -> bool:
    """Whether a highlight is so dark that it hides what it lies on."""
    colour = [number_of(plain.get(one)) for one in plain.items(note.get(b"C"))]
    if len(colour) == 4:
        return sum(colour[:3]) / 3 + colour[3] > 0.8
    return len(colour) in (1, 3) and sum(colour) * (3 / len(colour)) < DARK
