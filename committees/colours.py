"""How far two colours stand apart: contrast is computed, never trusted (WCAG 2.2, 1.4.3 and 1.4.11). Pure."""

from django.core.exceptions import ValidationError

Channels = tuple[float, float, float]  # red, green, blue, each from 0 to 1

PAPER = "#ffffff"
INK = "#000000"
STANDS_OUT = 3.0  # the least contrast of a band or a button with the page around it (WCAG 2.2, 1.4.11)


def contrast(one: str, other: str) -> float:
    """The WCAG contrast ratio of two colours, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def readable_on(background: str) -> str:
    """White or black, whichever reads better on `background`: one of them always reaches 4.5."""
    return max((PAPER, INK), key=lambda text: contrast(text, background))


def validate_stands_out(colour: str) -> None:
    """Raises ValidationError for a colour that can hardly be told from the white page."""
    try:
        found = contrast(colour, PAPER)
    except ValueError:
        return  # no colour at all, which another validator says
    if found < STANDS_OUT:
        raise ValidationError(
            f"{colour} is too pale: its contrast with the white page is {found:.1f} to 1, and at least "
            f"{STANDS_OUT:.0f} to 1 is needed (WCAG 2.2, 1.4.11). Choose a darker shade; text on it and in it is "
            "made readable for you."
        )


def channels(colour: str) -> Channels:
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue


def _luminance(colour: str) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
