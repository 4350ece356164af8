"""What a page is printed of: its colours, its images at the size they have on paper, its missing glyphs."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import hypot
from typing import Any

import pikepdf
from pikepdf import Name

from printing.press.colours import CMYK, GREY, RGB, kind_of

# Forms in forms in forms: deeper is a loop.
DEEPEST = 12
SHOWN = {"Tj", "TJ", "'", '"'}
PAINT = {"rg": RGB, "RG": RGB, "g": GREY, "G": GREY, "k": CMYK, "K": CMYK}
Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True)
class Pictured:
    """An image on a page: its pixels, and how many of them come to an inch of paper."""

    width: int
    height: int
    dpi: float
    colours: str


@dataclass
class Seen:
    """A page, looked at: colour spaces in use, mixtures of inks, images, characters without a glyph."""

    spaces: set[str] = field(default_factory=set)
    inks: set[tuple[float, ...]] = field(default_factory=set)
    pictures: list[Pictured] = field(default_factory=list)
    boxes: int = 0


def look(page: pikepdf.Page) -> Seen:
    """Go through all that a page draws, forms and images included."""
    seen = Seen()
    _Reader(seen).read(page, page.resources, (1, 0, 0, 1, 0, 0), 0)
    return seen


@dataclass
class _State:
    matrix: Matrix
    glyphless: "_Glyphless | None" = None


class _Reader:
    def __init__(self, seen: Seen) -> None:
        self.seen = seen
        self._fonts: dict[str, _Glyphless] = {}

    def read(self, stream: Any, resources: Any, matrix: Matrix, depth: int) -> None:
        states = [_State(matrix)]
        for operands, operator in _instructions(stream):
            state = states[-1]
            if operator == "q":
                states.append(_State(state.matrix, state.glyphless))
            elif operator == "Q":
                states = states[:-1] or states
            elif operator == "cm":
                state.matrix = _times(tuple(float(part) for part in operands), state.matrix)
            elif operator == "Tf":
                state.glyphless = _glyphless(resources.get("/Font", {}).get(str(operands[0])))
            elif operator in SHOWN and state.glyphless:
                self.seen.boxes += state.glyphless.count(operands)
            elif operator == "Do":
                self._thing(resources.XObject[str(operands[0])], resources, state.matrix, depth)
            else:
                self._colour(operator, operands, resources)

    def _colour(self, operator: str, operands: Any, resources: Any) -> None:
        if operator in PAINT:
            self.seen.spaces.add(PAINT[operator])
            if PAINT[operator] == CMYK:
                self.seen.inks.add(tuple(float(part) for part in operands))
        elif operator in {"cs", "CS"}:
            self.seen.spaces.add(kind_of(operands[0], resources))
        elif operator == "sh":
            self.seen.spaces.add(kind_of(resources.Shading[str(operands[0])].get("/ColorSpace"), resources))
        elif operator == "INLINE IMAGE":
            self.seen.spaces.add(kind_of(operands[0].obj.get("/CS", Name.DeviceGray), resources))

    def _thing(self, thing: Any, resources: Any, matrix: Matrix, depth: int) -> None:
        if thing.get("/Subtype") == Name.Image:
            self._picture(thing, matrix)
        elif thing.get("/Subtype") == Name.Form and depth < DEEPEST:
            own = tuple(float(part) for part in thing.get("/Matrix", (1, 0, 0, 1, 0, 0)))
            self.read(thing, thing.get("/Resources", resources), _times(own, matrix), depth + 1)

    def _picture(self, image: Any, matrix: Matrix) -> None:
        if image.get("/ImageMask"):
            return
        width, height = int(image.Width), int(image.Height)
        across, up = hypot(matrix[0], matrix[1]) / 72, hypot(matrix[2], matrix[3]) / 72
        dpi = min(width / across if across else 0, height / up if up else 0)
        self.seen.pictures.append(Pictured(width, height, dpi, kind_of(image.get("/ColorSpace"))))


def _instructions(stream: Any) -> Iterator[tuple[Any, str]]:
    for instruction in pikepdf.parse_content_stream(stream):
        yield instruction.operands, str(instruction.operator)


def _times(one: Any, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


class _Glyphless:
    """Counts the characters of a font with two-byte codes that stand for no glyph."""

    def __init__(self, glyphs: bytes) -> None:
        self._glyphs = glyphs

    def count(self, operands: Any) -> int:
        shown = operands[-1]
        strings = shown if isinstance(shown, pikepdf.Array) else [shown]
        return sum(self._in(bytes(each)) for each in strings if isinstance(each, pikepdf.String))

    def _in(self, codes: bytes) -> int:
        return sum(self._is_box(int.from_bytes(codes[at : at + 2])) for at in range(0, len(codes) - 1, 2))

    def _is_box(self, code: int) -> bool:
        return code == 0 or (bool(self._glyphs) and not any(self._glyphs[2 * code : 2 * code + 2]))


def _glyphless(font: Any) -> _Glyphless | None:
    if font is None or font.get("/Encoding") != Name("/Identity-H"):
        return None
    glyphs = font.DescendantFonts[0].get("/CIDToGIDMap")
    return _Glyphless(glyphs.read_bytes() if isinstance(glyphs, pikepdf.Stream) else b"")
