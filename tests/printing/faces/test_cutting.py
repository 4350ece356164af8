"""The faces that an issue is printed with."""

from io import BytesIO

import pytest
import uharfbuzz
from fontTools.ttLib import TTFont

from printing.errors import MissingFontError
from printing.faces import FACES, faces_for, installed, locate
from printing.faces.catalogue import KAI_FILE
from printing.manuscript import STYLE_DIR

TEXT = "（一）坚持“就业优先”，《劳动合同》。"


def test_each_face_that_the_sheet_names_is_made() -> None:
    """The style sheet asks for no file that is not there, and none is made in vain."""
    sheet = (STYLE_DIR / "faces.css").read_text()
    assert {f'url("{name}")' in sheet for name in faces_for(TEXT).files} == {True}
    assert sheet.count("url(") == len(FACES) == len(faces_for(TEXT).files)


def test_a_face_is_cut_to_the_text() -> None:
    """Of 26 MB, only what the issue and the sheets need is there, and nothing of the hour at which it was cut."""
    face = faces_for(TEXT).files["song.otf"]
    assert 1_000 < len(face) < 300_000
    path, index = locate("Noto Serif CJK SC", "fonts-noto-cjk")
    with TTFont(path, fontNumber=index, lazy=True) as whole, TTFont(BytesIO(face)) as cut:
        assert cut["head"].modified == whole["head"].modified
        assert ord("业") in cut.getBestCmap()
        assert ord("龘") not in cut.getBestCmap()


def test_the_same_text_gives_the_same_bytes() -> None:
    """What is printed twice is one file."""
    assert faces_for(TEXT).files == faces_for("".join(sorted(TEXT))).files


@pytest.mark.parametrize("file", [face.file for face in FACES if face.chinese and not face.stand_in])
def test_marks_that_meet_share_their_room(file: str) -> None:
    """The comma before a quotation mark takes half an em, between characters a whole one."""
    face = faces_for(TEXT).files[file]
    assert advance(face, "业，业", chws=True) == advance(face, "业，业", chws=False) == 3000
    assert advance(face, "业，（业", chws=True) == 3500


def test_quotation_marks_are_as_wide_as_characters() -> None:
    """The 楷体 face has narrow ones; they are given their em, and are squeezed like those of the others."""
    face = faces_for(TEXT).files[KAI_FILE]
    assert advance(face, "业“业”业", chws=True) == 5000
    assert advance(face, "业”，“业", chws=True) == 4000


@pytest.mark.parametrize("file", ["song.otf", "song-bold.otf", "hei.otf", KAI_FILE, "fang.otf"])
def test_a_dash_is_two_ems_long(file: str) -> None:
    """It is one line, and no wider or narrower than the characters around it."""
    face = faces_for(TEXT).files[file]
    assert advance(face, "业——业", chws=True) == 4000
    assert advance(face, "—", chws=True) == 1000


def test_all_faces_stand_on_one_line() -> None:
    """A word in another face makes its line no higher."""
    reaches = set()
    for face in faces_for(TEXT).files.values():
        with TTFont(BytesIO(face)) as font:
            em = font["head"].unitsPerEm
            reaches.add((font["hhea"].ascent / em, font["hhea"].descent / em, font["hhea"].lineGap))
    assert reaches == {(0.88, -0.12, 0)}


def test_the_letters_of_uyghur_are_joined() -> None:
    """A letter has another glyph within a word than by itself."""
    face = faces_for("تەرەققىيات").files["arabic.ttf"]
    assert glyphs(face, "تتت")[1] != glyphs(face, "ت")[0]


def test_a_face_that_is_not_there_is_stood_in_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the 仿宋 face, which is fetched apart, its place is taken by 楷体, and this is said."""
    monkeypatch.setattr(installed, "FOLDERS", installed.FOLDERS[1:2])
    faces = faces_for(TEXT)
    assert faces.files["fang.otf"] == faces.files[KAI_FILE]
    assert "以楷体代印" in faces.warnings[0]


def test_a_face_that_is_not_installed_is_named_with_its_package() -> None:
    """The message says what to install."""
    with pytest.raises(MissingFontError, match="“Songti Nowhere”，请先安装软件包 fonts-nowhere"):
        locate("Songti Nowhere", "fonts-nowhere")


def advance(face: bytes, text: str, *, chws: bool) -> int:
    """The width of a text in thousandths of an em."""
    return sum(each.x_advance for each in _shaped(face, text, chws=chws).glyph_positions)


def glyphs(face: bytes, text: str) -> list[int]:
    return [each.codepoint for each in _shaped(face, text, chws=False).glyph_infos]


def _shaped(face: bytes, text: str, *, chws: bool) -> uharfbuzz.Buffer:
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(uharfbuzz.Font(uharfbuzz.Face(face)), buffer, {"chws": chws, "kern": False})
    return buffer
