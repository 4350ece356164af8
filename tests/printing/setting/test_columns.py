"""Two columns."""

import pytest

from tests.printing.setting.page import EM, document, lines, text_of

PARAGRAPH = "<p>各县市人民政府应当在十月底以前完成检修。</p>"
LINE = 20 / 0.75


def test_what_is_left_is_shared_between_the_columns() -> None:
    """Both are of the same height in whole lines, the first one longer where the number is odd."""
    made = lines(document(f"<div style='columns: 2; column-gap: 0'>{PARAGRAPH * 5}</div>", width=44))
    left = [line for line in made if line.position_x < 20 * EM]
    right = [line for line in made if line.position_x >= 20 * EM]
    assert [len(left), len(right)] == [3, 2]
    assert [line.position_y for line in right] == pytest.approx([line.position_y for line in left[:2]])


def test_columns_go_on_over_pages() -> None:
    """Each page's columns are filled one after the other, the last page's are balanced."""
    made = document(f"<div style='columns: 2; column-gap: 0'>{PARAGRAPH * 70}</div>", width=44)
    assert len(made.pages) == 2
    assert len(lines(made)) == 70
    assert {text_of(line) for line in lines(made)} == {PARAGRAPH[3:-4]}
    last = [line for line in lines(made) if line.position_x >= 20 * EM][-5:]
    assert max(line.position_y for line in last) == pytest.approx(4 * LINE, abs=LINE)


def test_a_heading_does_not_stand_last_in_a_column() -> None:
    """It goes to the next column with what it announces."""
    html = f"{PARAGRAPH * 2}<h4 style='margin: 0; break-after: avoid'>一、检修</h4>{PARAGRAPH * 3}"
    made = lines(document(f"<div style='columns: 2; column-gap: 0'>{html}</div>", width=44))
    heading = next(line for line in made if text_of(line) == "一、检修")
    below = [
        line
        for line in made
        if line.position_x == heading.position_x and line.position_y > heading.position_y
    ]
    assert below


def test_what_stands_under_columns_keeps_its_distance() -> None:
    """A title over the page's width comes after the higher of the two columns."""
    html = f"<div style='columns: 2; column-gap: 0'>{PARAGRAPH * 5}</div><h3 style='margin: 0'>附件</h3>"
    made = lines(document(html, width=44))
    assert made[-1].position_y == pytest.approx(max(line.position_y for line in made[:-1]) + LINE, abs=LINE)
    assert made[-1].position_y > made[2].position_y


def test_columns_with_a_picture_beside_the_text_are_left_to_weasyprint() -> None:
    """What is not so simple is laid out as before."""
    html = f"<div style='columns: 2'><div style='float: left; width: 3em; height: 3em'></div>{PARAGRAPH * 5}</div>"
    assert len(lines(document(html, width=44))) >= 5
