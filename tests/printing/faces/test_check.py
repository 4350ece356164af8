"""No box in place of a character."""

import pytest

from documents.models import Block, BlockKind
from printing.errors import MissingGlyphError
from printing.faces import check, cutting, installed
from printing.faces.catalogue import FANG, SONG
from printing.render import manuscript
from tests import world as worlds


def test_rare_characters_of_names_are_there() -> None:
    """The faces have the characters that names are written with, beyond GB 2312."""
    assert check.substituted("䶮喆堃昇翀玥㎡⑳·“”〔2018〕\n\u3000\u200b", []) == []


def test_letters_of_uyghur_kazakh_and_mongolian_are_there() -> None:
    """A face of another script is no substitute: it is the one meant for it."""
    assert check.substituted("ئۇيغۇرچە قازاق ᠮᠣᠩᠭᠣᠯ", []) == []


def test_a_character_that_no_face_has_is_named_with_its_place(world: worlds.World) -> None:
    """Printing is refused; the message says which character stands in which paragraph of which document."""
    text = "县市人民政府\n应当在十月底以前甲\U000ffffd乙，完成检修"
    Block.objects.create(document=world.second, position=50, kind=BlockKind.PARAGRAPH, text=text)
    with pytest.raises(MissingGlyphError) as refusal:
        manuscript(world.issue)
    assert "“\U000ffffd”（U+FFFFD，见《关于保护湿地的意见》“应当在十月底以前甲\U000ffffd乙，……”）" in str(
        refusal.value
    )
    assert "供暖" not in str(refusal.value)


def test_a_character_on_the_cover_is_placed_there(world: worlds.World) -> None:
    """A character that is in no document is looked for on the cover and in the contents."""
    world.issue.chief_editor = "\U000ffffd"
    with pytest.raises(MissingGlyphError, match="见封面或目录"):
        manuscript(world.issue)


def test_a_private_character_is_never_printed() -> None:
    """What it looks like is known to the author's machine only, even where a face has something there."""
    with pytest.raises(MissingGlyphError, match=r"U\+E5E5"):
        check.substituted("\ue5e5", [])
    assert not installed.printable_elsewhere("\ue5e5")


def test_a_character_from_another_face_is_only_mentioned(
    world: worlds.World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another installed face can print is printed, and the editor is told."""
    monkeypatch.setattr(installed, "printable_elsewhere", lambda char: True)
    Block.objects.create(document=world.second, position=50, kind=BlockKind.PARAGRAPH, text="\U000ffffd")
    (warning,) = manuscript(world.issue).warnings
    assert "见《关于保护湿地的意见》" in warning


def test_what_the_fang_face_lacks_is_mentioned_where_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """A rare character of an official document comes from another face, which is no error."""
    text = [("关于表彰的通报", "表彰李喆同志")]
    known = {FANG: frozenset(map(ord, "表彰李同志")), SONG: frozenset(map(ord, "表彰李喆同志"))}
    monkeypatch.setattr(cutting, "_families", lambda: known)
    monkeypatch.setattr(check, "_absent", lambda families: [])
    assert check.substituted("表彰李喆同志", text) == []
    assert check.substituted("表彰李喆同志", text, [FANG]) == [
        "用其他字体代印：“喆”（U+5586，见《关于表彰的通报》“表彰李喆同志”）"
    ]


def test_a_face_that_another_stands_in_for_is_mentioned_where_it_is_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Without 仿宋 an official document is printed in 楷体, and the editor learns what to run."""
    monkeypatch.setattr(installed, "FOLDERS", installed.FOLDERS[1:2])
    cutting._families.cache_clear()
    installed.characters.cache_clear()
    try:
        (message,) = check.substituted("通知", [], [FANG])
        assert check.substituted("通知", []) == []
    finally:
        cutting._families.cache_clear()
        installed.characters.cache_clear()
    assert "scripts/print-faces" in message
