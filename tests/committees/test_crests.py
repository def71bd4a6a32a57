import io

import pytest
from PIL import Image

from committees.crests import RefusedCrest, read_crest


def svg(inside: str, attributes: str = 'viewBox="0 0 40 20"') -> bytes:
    links = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"<svg {links} {attributes}>{inside}</svg>".encode()


def picture(size: tuple[int, int] = (800, 400), form: str = "PNG") -> bytes:
    file = io.BytesIO()
    Image.new("RGB", size, "#7a0019").save(file, form)
    return file.getvalue()


def test_drawing_is_rebuilt_with_its_proportion() -> None:
    crest = read_crest(svg('<path d="M0 0h40v20z" fill="#7a0019"/>'))
    assert (crest.kind, crest.width, crest.height) == ("svg", 640, 320)
    assert b'<path d="M0 0h40v20z" fill="#7a0019" />' in crest.content


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '<path d="M0 0" onload="alert(1)"/>',
        '<a href="javascript:alert(1)"><path d="M0 0"/></a>',
        '<image href="https://evil.example/alert.png"/>',
        '<use xlink:href="https://evil.example/alert.svg#a"/>',
        "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml' onload='alert(1)'/></foreignObject>",
        '<path fill="url(https://evil.example/alert)" d="M0 0"/>',
        '<path style="fill:url(//evil.example/alert);fill:\\75rl(alert)" d="M0 0"/>',
        '<set attributeName="href" to="javascript:alert(1)"/>',
        '<animate attributeName="d" values="alert"/>',
    ],
)
def test_drawing_loses_what_could_act(hostile: str) -> None:
    content = read_crest(svg(f'<rect width="4" height="4"/>{hostile}')).content.decode()
    assert "alert" not in content
    assert "evil" not in content
    assert "<rect" in content


def test_drawing_keeps_colours_given_as_style_and_references_to_its_own_parts() -> None:
    content = read_crest(
        svg('<defs><path id="a" d="M0 0"/></defs><use xlink:href="#a" style="fill:#fff;fill-opacity:.5"/>')
    ).content
    assert b'href="#a"' in content
    assert b'fill="#fff"' in content


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>', "entities"),
        (b"<svg", "cannot be read"),
        (b"<svg><path/></svg>", "not an SVG"),
        (svg("<style>path{fill:red}</style><path d='M0 0'/>"), "style sheet"),
        (svg(""), "Nothing"),
        (svg('<path d="M0 0"/>', attributes=""), "how large"),
        (svg("<g/>" * 3001 + "<path d='M0 0'/>"), "too detailed"),
        (b"%PDF-1.7", "SVG, PNG, JPEG or WebP"),
        (picture()[:300], "can be opened"),
        (b" " * 1_000_001, "1 MB"),
        (b"", "SVG, PNG"),
    ],
)
def test_file_that_cannot_be_a_crest_is_refused_with_the_reason(content: bytes, why: str) -> None:
    with pytest.raises(RefusedCrest, match=why):
        read_crest(content)


def test_picture_is_re_encoded_no_larger_than_it_is_shown() -> None:
    crest = read_crest(picture((2000, 1000), "JPEG"))
    assert (crest.kind, crest.width, crest.height) == ("png", 640, 320)
    assert crest.content.startswith(b"\x89PNG")


def test_picture_of_too_many_pixels_is_refused() -> None:
    with pytest.raises(RefusedCrest, match="too many pixels"):
        read_crest(picture((5000, 4000)))
