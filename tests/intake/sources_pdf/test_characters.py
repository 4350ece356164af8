"""Characters: each printed one once, as ordinary Chinese; what the file does not name is shown."""

from typing import Any

import pytest

from intake.sources.pdf import read_pdf
from intake.sources.pdf_glyphs import UNKNOWN, fold_radicals, glyphs_of, joined, runs_of
from tests.intake.sources_pdf.sheets import paragraph, sheet


def char(
    text: str, x0: float, size: float = 12, top: float = 100, width: float | None = None
) -> dict[str, Any]:
    x1 = x0 + (size if width is None else width)
    return {"text": text, "x0": x0, "x1": x1, "top": top, "bottom": top + size, "size": size}


def text_of(*chars: dict[str, Any]) -> str:
    return " ".join(run.text for run in runs_of(glyphs_of(chars)))


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("⼈⺠政府", "人民政府"),
        ("⻓期", "长期"),
        ("⼾⼝", "户口"),
        ("豈", "豈"),
        ("ﬁ", "fi"),
        ("︵一︶", "（一）"),
    ],
)
def test_radicals_and_compatibility_forms_become_ordinary_characters(printed: str, meant: str) -> None:
    assert fold_radicals(printed) == meant


@pytest.mark.parametrize("text", ["①（一）２０21年，“通知”㎡", "〔2021〕Ａ"])
def test_other_wide_forms_stay_as_they_are_printed(text: str) -> None:
    assert fold_radicals(text) == text


def test_what_is_printed_twice_to_look_bold_is_there_once() -> None:
    assert text_of(char("通", 10), char("通", 10.4), char("知", 22), char("知", 22.4, top=100.3)) == "通知"


def test_the_same_character_twice_in_a_word_stays() -> None:
    assert text_of(char("某", 10), char("某", 22), char("1", 34, width=6), char("1", 40, width=6)) == "某某11"


def test_a_face_without_widths_is_read_by_its_size() -> None:
    assert text_of(char("通", 10, width=0), char("知", 22, width=0)) == "通知"


def test_jitter_does_not_break_a_line() -> None:
    assert text_of(char("通", 10, top=100), char("知", 22, top=101.5), char("书", 34, top=99)) == "通知书"


def test_lines_of_columns_that_are_out_of_step_keep_their_characters() -> None:
    """The right column's line lies half a line lower, and not all of its characters by the same hair."""
    left = [char(each, 10 + n * 12, top=100) for n, each in enumerate("春耕生产")]
    right = [char(each, 90 + n * 12, top=106 + n % 2 * 1e-6) for n, each in enumerate("冬季供暖")]
    assert sorted(run.text for run in runs_of(glyphs_of([*left, *right]))) == ["冬季供暖", "春耕生产"]


def test_a_title_whose_characters_are_set_apart_is_a_word() -> None:
    row = [char(each, 10 + n * 20) for n, each in enumerate("干部任免")]
    assert joined(glyphs_of(row)) == "干部任免"


def test_latin_words_keep_their_blanks() -> None:
    chars = [char(each, 10 + n * 6, width=5.5) for n, each in enumerate("IC card")]
    assert text_of(*chars) == "IC card"


def test_a_character_that_the_file_does_not_name_is_shown_as_unknown() -> None:
    assert text_of(char("通", 10), char("(cid:123)", 22), char("书", 34)) == f"通{UNKNOWN}书"


def test_unknown_characters_are_a_problem_that_names_page_and_lines() -> None:
    source = read_pdf(
        "a.pdf", sheet(f"<p>{paragraph('甲')}</p><p style='break-before: page'>姓名：\ufffd\ufffd</p>")
    )
    (problem,) = source.problems
    assert (problem.code, problem.severity, problem.lines) == ("unknown-character", "error", [[2, 2]])
    assert "第 2 页有 2 个字" in problem.message


def test_text_on_its_side_is_reported_not_mixed_in() -> None:
    mark = "<div style='position: absolute; left: -40pt; top: 200pt; transform: rotate(90deg)'>旁注</div>"
    source = read_pdf("a.pdf", sheet(f"{mark}<p>{paragraph('甲')}</p>"))
    assert source.text.strip() == paragraph("甲")
    (problem,) = source.problems
    assert (problem.code, problem.quote) == ("turned-text", "旁注")
