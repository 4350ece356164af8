"""Words drawn as outlines: in no font, so that they are on the paper and not in the text."""

from functools import cache

import pikepdf
import uharfbuzz
from fontTools.pens.basePen import BasePen
from pikepdf import Name

from printing.faces.catalogue import FACES, HEI
from printing.faces.installed import whole


class Lettering:
    """Words as form XObjects of one em's height, each made once for a PDF, under names that begin with `prefix`."""

    def __init__(self, pdf: pikepdf.Pdf, prefix: str) -> None:
        self._prefix = prefix
        self._pdf = pdf
        self._made: dict[str, tuple[pikepdf.Object, float]] = {}
        # Not left to pikepdf, which draws lots: the same content must give the same bytes.
        self._names: dict[str, Name] = {}

    def width(self, words: str) -> float:
        """The width of words in ems."""
        return self._form(words)[1]

    def draw(
        self, page: pikepdf.Page, words: str, *, size: float, x: float, y: float, turn: str = "1 0 0 1"
    ) -> str:
        """Operators that draw words with their left end on the baseline at x, y, in points.

        `turn` is the upper left of a matrix, for words that stand askew; the colour is that which is set.
        """
        a, b, c, d = (float(part) * size for part in turn.split())
        form = self._form(words)[0]
        name = page.add_resource(form, Name.XObject, self._names[words])
        return f"q {a:.4f} {b:.4f} {c:.4f} {d:.4f} {x:.3f} {y:.3f} cm {name} Do Q\n"

    def _form(self, words: str) -> tuple[pikepdf.Object, float]:
        if words not in self._made:
            path, width = outline(words)
            form = self._pdf.make_stream(path, Type=Name.XObject, Subtype=Name.Form)
            form.BBox = [0, -0.5, round(width, 4) or 1, 1.2]
            self._made[words] = (self._pdf.make_indirect(form), width)
            self._names[words] = Name(f"/{self._prefix}{len(self._names)}")
        return self._made[words]


def outline(words: str) -> tuple[bytes, float]:
    """The path of words in ems, filled, and its width. Characters that the face lacks are left out."""
    font = _font()
    unit = font.face.upem
    made, place = [f"{1 / unit:.6f} 0 0 {1 / unit:.6f} 0 0 cm"], 0
    for glyph in filter(None, (font.get_nominal_glyph(ord(char)) for char in words)):
        pen = _Pen(place)
        font.draw_glyph_with_pen(glyph, pen)
        made += pen.path
        place += font.get_glyph_h_advance(glyph)
    return "\n".join([*made, "f"]).encode(), place / unit


class _Pen(BasePen):
    """Writes an outline in the words of a PDF, moved to the right by `offset` units."""

    def __init__(self, offset: int) -> None:
        super().__init__(None)
        self.path: list[str] = []
        self._offset = offset

    def _add(self, operator: str, *points: tuple[float, float]) -> None:
        places = " ".join(f"{round(x) + self._offset} {round(y)}" for x, y in points)
        self.path.append(f"{places} {operator}")

    def _moveTo(self, pt: tuple[float, float]) -> None:  # noqa: N802
        self._add("m", pt)

    def _lineTo(self, pt: tuple[float, float]) -> None:  # noqa: N802
        self._add("l", pt)

    def _curveToOne(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._add("c", *points)

    def _closePath(self) -> None:  # noqa: N802
        self.path.append("h")


@cache
def _font() -> uharfbuzz.Font:
    return uharfbuzz.Font(whole(next(face for face in FACES if face.family == HEI)))
