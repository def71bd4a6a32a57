"""A council's two colours as a palette that can be read: contrast is computed, never trusted (WCAG 2.2, 1.4.3)."""

from dataclasses import dataclass

from committees.colours import INK, PAPER, channels, contrast, readable_on

NIGHT = "#14181c"
CLEAR_CONTRAST = 7.0  # what the council's ink is taken to on paper, so that it also reads on tinted panels


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
        glow=_towards(colour, PAPER, against=NIGHT, least=CLEAR_CONTRAST),
    )


def _towards(colour: str, end: str, *, against: str, least: float) -> str:
    """`colour`, mixed with as little of `end` as gives at least that contrast against a background."""
    mixes = (_mix(colour, end, step / 20) for step in range(21))
    return next((mix for mix in mixes if contrast(mix, against) >= least), end)


def _mix(one: str, other: str, share: float) -> str:
    pairs = zip(channels(one), channels(other), strict=True)
    return "#" + "".join(f"{round(255 * (a + (b - a) * share)):02x}" for a, b in pairs)
