"""No box in place of a character."""

from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from documents.models import Block, BlockKind
from printing import fonts
from printing.errors import MissingFontError, MissingGlyphError
from printing.render import manuscript
from tests import world as worlds


def test_rare_characters_of_names_are_there() -> None:
    """The faces have the characters that names are written with, beyond GB 2312."""
    assert fonts.without_glyph("䶮喆堃昇翀玥㎡⑳·“”〔2018〕\n\u3000\u200b") == set()


def test_a_character_that_no_face_has_is_named_with_its_place(world: worlds.World) -> None:
    """Printing is refused, and the message says which character stands in which document."""
    Block.objects.create(document=world.second, position=50, kind=BlockKind.PARAGRAPH, text="甲\U000ffffd乙")
    with pytest.raises(MissingGlyphError, match="U\\+FFFFD，见《关于保护湿地的意见》") as refusal:
        manuscript(world.issue)
    assert "供暖" not in str(refusal.value)


def test_a_character_on_the_cover_is_placed_there(world: worlds.World) -> None:
    """A character that is in no document is looked for on the cover and in the contents."""
    world.issue.chief_editor = "\U000ffffd"
    with pytest.raises(MissingGlyphError, match="见封面或目录"):
        manuscript(world.issue)


def test_a_private_character_is_never_printed() -> None:
    """What it looks like is known to the author's machine only, even where a face has something there."""
    assert fonts.without_glyph("\ue5e5") == {"\ue5e5"}
    assert not fonts.printable_elsewhere("\ue5e5")


def test_a_character_from_another_face_is_only_mentioned(
    world: worlds.World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another installed face can print is printed, and the editor is told."""
    monkeypatch.setattr(fonts, "printable_elsewhere", lambda char: True)
    Block.objects.create(document=world.second, position=50, kind=BlockKind.PARAGRAPH, text="\U000ffffd")
    (warning,) = manuscript(world.issue).warnings
    assert "见《关于保护湿地的意见》" in warning


def test_a_face_that_is_not_installed_is_named_with_its_package() -> None:
    """The message says what to install."""
    with pytest.raises(MissingFontError, match="“Songti Nowhere”，请先安装软件包 fonts-nowhere"):
        fonts.locate("Songti Nowhere", "fonts-nowhere")


def test_the_kai_face_is_cut_to_the_text() -> None:
    """Of 24 MB, only what the issue needs is embedded, and nothing of the hour at which it was cut."""
    face = fonts.kai("（一）坚持就业优先。")
    assert 1_000 < len(face) < 100_000
    path, index = fonts.locate(fonts.KAI_FACE, fonts.KAI_PACKAGE)
    with TTFont(path, fontNumber=index, lazy=True) as whole, TTFont(BytesIO(face)) as cut:
        assert cut["head"].modified == whole["head"].modified
        assert ord("业") in cut.getBestCmap()
        assert ord("龙") not in cut.getBestCmap()
