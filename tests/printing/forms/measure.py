"""Measuring a page: words with their places, and ink by the millimetre."""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image

MILLIMETRE = 72 / 25.4
WORD = re.compile(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')
# Ten pixels to the millimetre.
DOTS = 10


@dataclass(frozen=True)
class Word:
    """What stands together on a line; places in millimetres from the left and upper edges of the page."""

    text: str
    left: float
    right: float
    top: float
    bottom: float


def words(pdf: bytes, page: int, folder: Path) -> list[Word]:
    """The words of a page (from 1) as `pdftotext` finds them."""
    file = folder / "measured.pdf"
    file.write_bytes(pdf)
    asked = ["pdftotext", "-bbox", "-f", str(page), "-l", str(page), str(file), "-"]
    told = subprocess.run(asked, capture_output=True, check=True).stdout.decode()
    found = [
        (match[5], *(float(match[n]) / MILLIMETRE for n in (1, 3, 2, 4))) for match in WORD.finditer(told)
    ]
    return [Word(*each) for each in found]


class Ink:
    """A page as a picture, and where its ink lies."""

    def __init__(self, pdf: bytes, page: int) -> None:
        with pypdfium2.PdfDocument(pdf) as document:
            shown = document[page - 1].render(scale=DOTS * 25.4 / 72)
            self.picture = shown.to_pil().convert("RGB")

    def box(self, top: float, bottom: float, *, red: bool = False) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the ink between two heights, in millimetres of the page."""
        strip = self.picture.crop((0, round(top * DOTS), self.picture.width, round(bottom * DOTS)))
        found = (_reds(strip) if red else _darks(strip)).getbbox()
        assert found, "nothing is printed there"
        left, upper, right, lower = (edge / DOTS for edge in found)
        return left, top + upper, right, top + lower

    def red_rows(self, share: float) -> list[float]:
        """The heights at which at least this share of the page's width is red, in millimetres."""
        reds = _reds(self.picture)
        narrow = reds.resize((1, reds.height), Image.Resampling.BOX).tobytes()
        return [row / DOTS for row, value in enumerate(narrow) if value / 255 >= share]


def _darks(picture: Image.Image) -> Image.Image:
    return picture.convert("L").point(lambda value: 255 if value < 140 else 0)


def _reds(picture: Image.Image) -> Image.Image:
    red, green, _ = picture.split()
    strong = red.point(lambda value: 255 if value > 150 else 0)
    pure = green.point(lambda value: 255 if value < 110 else 0)
    return Image.composite(strong, Image.new("L", picture.size), pure)
