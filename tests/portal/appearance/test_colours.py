import colorsys

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from committees.colours import INK, PAPER, channels, contrast, readable_on, validate_stands_out
from portal.appearance.colours import NIGHT, palette

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_contrast_of_black_on_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_contrast_of_a_known_grey() -> None:
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize(("background", "text"), [("#1d4f5f", PAPER), ("#ffd500", INK)])
def test_readable_on_chooses_the_better_text(background: str, text: str) -> None:
    assert readable_on(background) == text


@given(colours)
def test_palette_of_any_colour_can_be_read(colour: str) -> None:
    found = palette(colour)
    assert contrast(found.on, colour) >= 4.5
    assert contrast(found.ink, PAPER) >= 7
    assert contrast(found.glow, NIGHT) >= 7


def test_palette_keeps_a_dark_colour_as_its_ink() -> None:
    assert palette("#1d4f5f").ink == "#1d4f5f"


def test_palette_keeps_the_hue_of_a_dark_colour_on_a_dark_page() -> None:
    glow = channels(palette("#164a41").glow)

    hue, _lightness, saturation = colorsys.rgb_to_hls(*glow)
    assert hue == pytest.approx(colorsys.rgb_to_hls(*channels("#164a41"))[0], abs=0.01)
    assert saturation > 0.4


def test_colour_too_pale_to_see_on_the_page_is_refused_with_the_figures() -> None:
    with pytest.raises(ValidationError, match=r"2\.\d to 1, and at least 3 to 1"):
        validate_stands_out("#e8a33d")
    validate_stands_out("#1d4f5f")
    validate_stands_out("no colour")
