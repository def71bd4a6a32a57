"""The council's mark, as on its reports and agendas."""

from reportlab.graphics.shapes import Drawing, Path, Polygon, Rect, String
from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm

from portal.sample_council.typesetting import GREEN, RUST

CREAM = HexColor("#f2e9d8")
WIDTH, HEIGHT = 62 * mm, 16 * mm


def letterhead(name: str) -> Drawing:
    """A hawthorn leaf over water, with the council's name in two lines."""
    drawing = Drawing(WIDTH, HEIGHT + 4 * mm)
    drawing.hAlign = "RIGHT"
    drawing.add(Rect(0, 4 * mm, HEIGHT, HEIGHT, rx=6, ry=6, fillColor=GREEN, strokeColor=None))
    for shape in (_leaf(), _water(7.0), _water(9.2)):
        drawing.add(shape)
    place, _, body = name.partition(" ")
    x = HEIGHT + 4 * mm
    drawing.add(String(x, 13 * mm, place, fontName="Helvetica-Bold", fontSize=17, fillColor=GREEN))
    drawing.add(String(x, 7 * mm, body, fontName="Helvetica", fontSize=11, fillColor=RUST))
    return drawing


def _leaf() -> Polygon:
    points = [(8, 18.6), (9.4, 16.6), (11.6, 16.4), (10.6, 14.6), (11.4, 12.6), (9.2, 12.8), (8, 11)]
    mirrored = [(16 - x, y) for x, y in reversed(points[1:-1])]
    flat = [value * mm for point in points + mirrored for value in point]
    return Polygon(flat, fillColor=CREAM, strokeColor=None)


def _water(y: float) -> Path:
    path = Path(strokeColor=CREAM, strokeWidth=1.4, fillColor=None)
    path.moveTo(2.5 * mm, y * mm)
    for n in range(3):
        x = 2.5 + n * 3.67
        path.curveTo((x + 1.2) * mm, (y + 1.1) * mm, (x + 2.4) * mm, (y - 1.1) * mm, (x + 3.67) * mm, y * mm)
    return path
