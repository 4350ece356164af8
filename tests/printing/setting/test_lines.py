"""Lines of Chinese as the print sets them."""

import subprocess
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from printing.breaks import CLOSING, OPENING
from tests.printing.setting.page import EM, document, lines, text_of, texts

# 18 characters that may be parted anywhere.
FULL = "各县市人民政府应当在十月底以前完成检"


def test_a_line_holds_as_many_characters_as_it_is_wide() -> None:
    """Each character takes its em."""
    assert texts(f"<p>{FULL * 3}</p>") == [FULL] * 3


def test_a_line_that_is_short_ends_flush() -> None:
    """What a line lacks is shared out between its characters; the last line of a paragraph is left as it is."""
    first, last = lines(document(f"<p>{FULL[:16]}智慧支付12345工程</p>"))
    assert first.width == pytest.approx(18 * EM, abs=0.01)
    assert last.width < 10 * EM


@pytest.mark.parametrize("tag", ["p", "h4"])
def test_no_character_stands_alone_on_the_last_line(tag: str) -> None:
    """In paragraphs and headings one more comes down to it, and the line before is opened up to its edge."""
    first, last = lines(document(f"<{tag} style='margin: 0; font: inherit'>{FULL}修。</{tag}>"))
    assert (text_of(first), text_of(last)) == (FULL[:17], "检修。")
    assert first.width == pytest.approx(18 * EM, abs=0.01)


def test_what_comes_down_to_the_last_line_is_not_torn() -> None:
    """Where more than a character or two would have to come, the line before stays as full as it is."""
    assert texts("<p>各县市人民政府甲ーーーー修</p>", width=12)[-1] == "修"
    assert texts("<p>供暖完成</p>", width=3) == ["供暖", "完成"]
    assert texts("<p>供暖完</p>", width=2) == ["供暖", "完"]


def test_a_character_that_more_text_follows_does_not_stand_alone() -> None:
    """In another face, as the end of a heading within a paragraph does."""
    assert texts(f"<p><b>{FULL}修</b>，应当在十月</p>") == [FULL, "修，应当在十月"]


def test_a_line_ended_by_hand_is_not_spaced_out() -> None:
    """A line feed in the text ends a line as the end of a paragraph does."""
    first, _ = lines(document("<p>各县市人民政府：\n应当</p>"))
    assert first.width == pytest.approx(8 * EM)


def test_words_and_figures_are_not_spaced_out() -> None:
    """The room comes between characters."""
    (first, *_) = lines(document("<p>检修于2018年完成abc应当以前完成检修于应当</p>", width=12.3))
    line = first.children[0].pango_layout
    assert line.gap > 0
    assert first.width == pytest.approx(12.3 * EM, abs=0.01)
    assert line.joints < len(line.text) - 1


def test_a_line_that_would_be_torn_apart_stays_ragged() -> None:
    """Before a long word that does not fit, characters do not stand far from each other."""
    first, *_ = lines(document("<p>应当abcdefghijklmnopqrstuvwxyz应当</p>", width=14))
    assert text_of(first) == "应当"
    assert first.width == pytest.approx(2 * EM)


def test_a_mark_that_would_begin_a_line_is_taken_in() -> None:
    """The marks of the line give up some of what is blank in them, and the line is as wide as the others."""
    text = "各县市，人民，政府应当在十月底以前完成，检修"
    first, second = lines(document(f"<p>{text}</p>", width=19))
    assert text_of(first) == text[:20]
    assert text_of(first).endswith("，")
    assert first.width == pytest.approx(19 * EM, abs=0.01)
    assert text_of(second) == "检修"


def test_a_mark_without_room_takes_a_character_with_it() -> None:
    """A line of characters only has nothing to give up."""
    first, second = lines(document(f"<p>{FULL}，检修</p>"))
    assert text_of(first) == FULL[:17]
    assert text_of(second) == "检，检修"
    assert first.width == pytest.approx(18 * EM, abs=0.01)


def test_marks_that_meet_share_their_room() -> None:
    """There is no hole beside quotation marks: two marks take an em and a half."""
    (line,) = lines(document("<p>甲”，“乙</p>"))
    assert line.width == pytest.approx(4 * EM)


def test_lines_end_beside_quotation_marks() -> None:
    """Before an opening one and after a closing one, as nowhere else around them."""
    assert texts("<p>甲乙丙丁“智慧支付”工程</p>", width=5) == ["甲乙丙丁", "“智慧支", "付”工程"]


def test_quotation_marks_are_copied_as_they_are(tmp_path: Path) -> None:
    """What a line may be broken by is not in the text: it can be searched for."""
    file = tmp_path / "page.pdf"
    file.write_bytes(document("<p>“智慧支付”工程，——各县（市）</p>", width=12).write_pdf())
    read = subprocess.run(
        ["pdftotext", "-raw", str(file), "-"], capture_output=True, check=True
    ).stdout.decode()
    assert read.split() == ["“智慧支付”工程，——各", "县（市）"]


def test_what_is_drawn_is_sound(tmp_path: Path) -> None:
    """Squeezed and spaced marks beside words and figures: a reader finds no fault in the page."""
    file = tmp_path / "page.pdf"
    text = "应当“ab”（2018年），各县市，人民，政府应当ab在十月底以前完成，“检修”“智慧”abcdefghijklmn"
    file.write_bytes(document(f"<p>{text}</p>" * 2, width=10.3).write_pdf())
    read = subprocess.run(["pdftotext", "-raw", str(file), "-"], capture_output=True, check=True)
    assert read.stderr == b""
    assert "".join(read.stdout.decode().split()) == text * 2


@pytest.mark.parametrize("kind", ["underline", "overline", "line-through"])
def test_lines_under_over_and_through_a_text_are_drawn(tmp_path: Path, kind: str) -> None:
    """Whoever marks words so gets them so, in lines that are set as all others."""
    file = tmp_path / "page.pdf"
    file.write_bytes(document(f"<p>{FULL}应当<u style='text-decoration: {kind}'>完成</u></p>").write_pdf())
    with pypdfium2.PdfDocument(file) as made:
        kinds = [each.type for each in made[0].get_objects()]
    assert kinds.count(pypdfium2.raw.FPDF_PAGEOBJ_PATH) == 1


def test_parts_of_a_line_in_another_face_do_not_change_it() -> None:
    """A line with 楷体 and 黑体 in it is as high as others, ends as well, and no mark begins the next."""
    html = "<p><span style='font-family: var(--kai)'>各县市人民政府应当在十月</span><b>底以前完成检修</b>，应当</p>"
    first, second = lines(document(html))
    assert first.height == second.height
    assert first.width == pytest.approx(18 * EM, abs=0.01)
    assert text_of(second).startswith("修，") or text_of(first).endswith("，")


def test_a_text_is_read_in_the_order_of_its_characters() -> None:
    """Each line goes on where the last one ended, over columns and pages."""
    text = "".join(chr(0x4E00 + n % 64) for n in range(1500))
    html = f"<div style='columns: 2; column-gap: 24pt'><p>{text}</p><p>{text}</p></div>"
    assert "".join(texts(html, width=38)) == text * 2


def test_a_paragraph_in_arabic_letters_is_left_to_pango() -> None:
    """What runs from right to left, with joined letters, is set as before, at the right."""
    (line,) = lines(document('<p dir="rtl">ئۇيغۇرچە</p>'))
    assert line.children[0].position_x + line.children[0].width == pytest.approx(18 * EM)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(alphabet="供暖完成检修年，。、；：（）《》“”—…1 8ab〔〕", min_size=1, max_size=90),
    st.floats(min_value=4, max_value=20),
)
def test_any_text_is_set_whole_and_within_its_width(text: str, width: float) -> None:
    """No character is lost, no line is wider than the column where it can be parted, none begins with a comma."""
    made = lines(document(f"<p>{text}</p>", width=width))
    said = [text_of(line) for line in made]
    assert "".join(said).replace(" ", "") == text.replace(" ", "")
    for before, after in pairwise(made):
        if any(may in text_of(before)[1:] for may in "供暖完成检修"):
            assert text_of(after)[0] not in CLOSING or text_of(before)[-1] == " "
            assert text_of(before)[-1] not in OPENING
