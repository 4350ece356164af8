"""Pages as small grey pictures, and how far two of them differ."""

import subprocess
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter

DPI = 50
# Lines of text are grey bands then; a line that breaks one character later is the same band.
BLUR = 2
# Six millimetres: what is compared at a time.
TILE = 12
# From this difference on (of 255), something else stands in a tile.
OTHER = 14


def picture(pdf: Path, page: int) -> Image.Image:
    """A page, counted from 0."""
    number = str(page + 1)
    order = ["pdftoppm", "-r", str(DPI), "-gray", "-png", "-f", number, "-l", number, str(pdf)]
    return Image.open(BytesIO(subprocess.run(order, capture_output=True, check=True).stdout)).convert("L")


def difference(one: Image.Image, other: Image.Image) -> float:
    """The share of the page's tiles in which something else stands; 1 for pages of different sizes."""
    if one.size != other.size:
        return 1.0
    blurred = [page.filter(ImageFilter.GaussianBlur(BLUR)) for page in (one, other)]
    size = (one.width // TILE, one.height // TILE)
    tiles = ImageChops.difference(*blurred).resize(size, Image.Resampling.BOX).histogram()
    return sum(tiles[OTHER:]) / sum(tiles)


def keep(page: Image.Image, file: Path) -> None:
    """As a PNG of sixteen greys."""
    page.quantize(16).save(file, optimize=True)
