"""A council's two colours as a palette that can be read: contrast is computed, never trusted (WCAG 2.2, 1.4.3)."""

import colorsys
from collections.abc import Iterable
from dataclasses import dataclass

from committees.colours import INK, PAPER, channels, contrast, readable_on

NIGHT = "#14181c"
CLEAR_CONTRAST = 7.0  # what the council's ink is taken to on paper, so that it also reads on tinted panels
CALM = 0.6  # the most saturation of what glows: full colours seem to tremble on a dark page


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as `#rrggbb`. `on` colours are read on the plain colour; `ink` on paper; `glow` on a dark page."""

    plain: str
    on: str
    ink: str
    glow: str


def palette(colour: str) -> Palette:
    return Palette(
        plain=colour,
        on=readable_on(colour),
        ink=_towards(colour, INK, against=PAPER, least=CLEAR_CONTRAST),
        glow=_lit(colour, against=NIGHT, least=CLEAR_CONTRAST),
    )


def _towards(colour: str, end: str, *, against: str, least: float) -> str:
    """`colour`, mixed with as little of `end` as gives at least that contrast against a background."""
    mixes = (_mix(colour, end, step / 20) for step in range(21))
    return next((mix for mix in mixes if contrast(mix, against) >= least), end)


def _lit(colour: str, *, against: str, least: float) -> str:
    """`colour` in its own hue, as much lighter as gives at least that contrast: mixed with white it would look grey."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*channels(colour))
    steps = (lightness + (1 - lightness) * step / 20 for step in range(21))
    lit = (_hex(colorsys.hls_to_rgb(hue, step, min(saturation, CALM))) for step in steps)
    return next((one for one in lit if contrast(one, against) >= least), PAPER)


def _mix(one: str, other: str, share: float) -> str:
    pairs = zip(channels(one), channels(other), strict=True)
    return _hex(a + (b - a) * share for a, b in pairs)


def _hex(shares: Iterable[float]) -> str:
    return "#" + "".join(f"{round(255 * share):02x}" for share in shares)
