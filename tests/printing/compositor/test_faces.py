"""Faces in the file."""

import subprocess
from io import BytesIO
from pathlib import Path

import pytest
import uharfbuzz
from fontTools.cffLib import CFFFontSet

from printing.compositor.cff import table, with_plain_charset
from printing.compositor.director import ComplaintsError
from printing.faces import faces_for
from tests.printing.compositor.desk import composed

# Those of the middle of the character set: their identifiers in the whole face are far from their places in the cut one.
TEXT = "供暖办法齉龘"


def names(cff: bytes) -> list[str]:
    """What the glyphs of a face are called, by their numbers."""
    font = CFFFontSet()
    font.decompile(BytesIO(cff), None)
    return list(font.topDictIndex[0].charset)


def cut(file: bytes) -> bytes:
    """The outlines as HarfBuzz writes them for WeasyPrint."""
    face, order = uharfbuzz.Face(file), uharfbuzz.SubsetInput()
    order.glyph_set.update(range(face.glyph_count))
    order.flags = uharfbuzz.SubsetFlags.RETAIN_GIDS
    return table(bytes(uharfbuzz.subset(face, order).blob.data), b"CFF ")


def test_identifiers_are_the_numbers_of_glyphs() -> None:
    """Readers look codes up in the charset of a CID-keyed face; after cutting, it names those of the whole face."""
    cff = cut(faces_for(TEXT).files["song.otf"])
    plain = with_plain_charset(cff)
    assert names(cff)[1:] != [f"cid{number:05d}" for number in range(1, len(names(cff)))]
    assert names(plain)[1:] == [f"cid{number:05d}" for number in range(1, len(names(cff)))]


def test_a_face_without_cff_outlines_has_no_such_table() -> None:
    with pytest.raises(ValueError, match="CFF"):
        table(faces_for(TEXT).files["kai.ttf"], b"CFF ")


@pytest.mark.parametrize("family", ["Gongbao Song", "Gongbao Hei", "Gongbao Kai", "Gongbao Fang"])
def test_what_is_printed_is_what_is_seen(family: str, tmp_path: Path) -> None:
    """Each face draws its characters in every reader: a page of them is not empty, and the text is right."""
    style = (
        f'@page {{ size: 200pt 60pt; margin: 10pt }} html {{ font: 20pt "{family}" }} body, p {{ margin: 0 }}'
    )
    file = tmp_path / "page.pdf"
    file.write_bytes(composed(f"<p>{TEXT}", style=style).pdf)
    text = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True).stdout.decode()
    assert text.strip() == TEXT
    subprocess.run(["pdftoppm", "-gray", "-r", "72", str(file), str(tmp_path / "page")], check=True)
    (picture,) = tmp_path.glob("*.pgm")
    assert len(inked(picture)) == len(TEXT)


def inked(picture: Path) -> list[int]:
    """The squares of 20 points, from the margin on, that have something in them."""
    _magic, size, _most, pixels = picture.read_bytes().split(b"\n", 3)
    width, height = map(int, size.split())
    rows = [pixels[at : at + width] for at in range(0, width * height, width)]
    squares = [[row[at : at + 20] for row in rows] for at in range(10, width - 10, 20)]
    return [number for number, square in enumerate(squares) if min(map(min, square)) < 128]


def test_a_character_that_no_face_has_is_a_fault() -> None:
    """No box is printed in its place."""
    with pytest.raises(ComplaintsError, match="U\\+E000"):
        composed("<p>\ue000")
