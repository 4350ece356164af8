"""The blank between words in faces that have letters alone."""

from io import BytesIO

from fontTools.ttLib import TTFont, woff2

from printing.faces.blanks import with_blank
from printing.faces.catalogue import ARABIC, FACES
from printing.faces.installed import PROJECT, characters


def letters_alone() -> bytes:
    """A face as the site serves it."""
    source = next(face.source for face in FACES if face.family == ARABIC)
    unpacked = BytesIO()
    woff2.decompress(str(PROJECT / "static" / "fonts" / source), unpacked)
    return unpacked.getvalue()


def test_a_face_of_letters_alone_is_given_a_blank() -> None:
    """Without ink, a quarter of an em wide; the letters stay."""
    before, after = TTFont(BytesIO(letters_alone())), TTFont(BytesIO(with_blank(letters_alone())))
    blank = after.getBestCmap()[ord(" ")]
    assert after["hmtx"][blank] == (250, 0)
    assert after["glyf"][blank].numberOfContours == 0
    assert before.getBestCmap().items() <= after.getBestCmap().items()


def test_a_face_that_has_one_keeps_it() -> None:
    once = with_blank(letters_alone())
    assert with_blank(once) == once


def test_every_face_of_another_script_has_a_blank() -> None:
    """Pango takes none from another face within a line of words."""
    assert [face.file for face in FACES if not face.chinese and ord(" ") not in characters(face)] == []
