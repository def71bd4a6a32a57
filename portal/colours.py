"""A council's two colours as a palette that can be read: contrast is computed, never trusted (WCAG 2.2, 1.4.3)."""

from dataclasses import dataclass

Channels = tuple[float, float, float]  # red, green, blue, each from 0 to 1

PAPER = "#ffffff"
INK = "#000000"
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
        ink=_towards(colour, "#000000", against=PAPER, least=CLEAR_CONTRAST),
        glow=_towards(colour, PAPER, against=NIGHT, least=CLEAR_CONTRAST),
    )


def readable_on(background: str) -> str:
    """White or black, whichever reads better on `background`: one of them always reaches 4.5."""
    return max((PAPER, INK), key=lambda text: contrast(text, background))


def contrast(one: str, other: str) -> float:
    """The WCAG contrast ratio of two colours, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _towards(colour: str, end: str, *, against: str, least: float) -> str:
    """`colour`, mixed with as little of `end` as gives at least that contrast against a background."""
    mixes = (_mix(colour, end, step / 20) for step in range(21))
    return next((mix for mix in mixes if contrast(mix, against) >= least), end)


def _mix(one: str, other: str, share: float) -> str:
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(255 * (a + (b - a) * share)):02x}" for a, b in pairs)


def _channels(colour: str) -> Channels:
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue


def _luminance(colour: str) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
