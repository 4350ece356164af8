"""What stands around the page on the press's sheet: crop marks, register marks, what the sheet is."""

import pikepdf
from pikepdf import Dictionary, Name

from printing.press.files import MM

# In points: how far colours go on beyond the cut, how long a mark is, how wide the sheet is around the page.
BLEED, MARK, AROUND = 3 * MM, 5 * MM, 10 * MM
WEIGHT = 0.25
# A circle of four Bézier curves.
ROUND = 0.5523


def registration(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """The colour that is on every plate."""
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 1], N=1)
    return pdf.make_indirect(pikepdf.Array([Name.Separation, Name.All, Name.DeviceCMYK, tint]))


def marks(width: float, height: float) -> str:
    """Operators for the marks around a page of this size in points, whose corner is at AROUND, AROUND."""
    lines = [*_corners(width, height), *_crosses(width, height)]
    return f"{WEIGHT} w\n{''.join(lines)}"


def _corners(width: float, height: float) -> list[str]:
    made = []
    for x, outward in ((AROUND, -1), (AROUND + width, 1)):
        for y, upward in ((AROUND, -1), (AROUND + height, 1)):
            made.append(_line(x + outward * BLEED, y, x + outward * (BLEED + MARK), y))
            made.append(_line(x, y + upward * BLEED, x, y + upward * (BLEED + MARK)))
    return made


def _crosses(width: float, height: float) -> list[str]:
    middle, far = AROUND + width / 2, AROUND + height / 2
    off = BLEED + MARK / 2
    places = [(middle, AROUND + height + off), (middle, AROUND - off)]
    places += [(AROUND - off, far), (AROUND + width + off, far)]
    return [_cross(x, y, MARK / 2) for x, y in places]


def _cross(x: float, y: float, reach: float) -> str:
    return _line(x - reach, y, x + reach, y) + _line(x, y - reach, x, y + reach) + _circle(x, y, reach * 0.6)


def _circle(x: float, y: float, radius: float) -> str:
    bend, path = ROUND * radius, f"{x + radius:.3f} {y:.3f} m "
    quarters = ((1, 0, 0, 1), (0, 1, -1, 0), (-1, 0, 0, -1), (0, -1, 1, 0))
    for ax, ay, bx, by in quarters:
        points = (
            (x + ax * radius + bx * bend, y + ay * radius + by * bend),
            (x + bx * radius + ax * bend, y + by * radius + ay * bend),
            (x + bx * radius, y + by * radius),
        )
        path += " ".join(f"{px:.3f} {py:.3f}" for px, py in points) + " c "
    return f"{path}S\n"


def _line(x: float, y: float, to_x: float, to_y: float) -> str:
    return f"{x:.3f} {y:.3f} m {to_x:.3f} {to_y:.3f} l S\n"
