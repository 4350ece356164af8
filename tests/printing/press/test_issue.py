"""An issue of the portal, from its records to the press."""

import re
from datetime import date
from io import BytesIO

import pikepdf
import pytest

from printing import press
from printing.manuscript import Manuscript
from printing.press.proof import NUMBER_SIZE
from printing.render import manuscript, typeset
from tests import world
from tests.printing.press.sheets import drawn


@pytest.fixture
def issue(db: None) -> tuple[Manuscript, bytes]:
    gazette = world.publication()
    made = world.issue(gazette)
    for serial, title in enumerate(("关于做好冬季供暖工作的通知", "关于保护湿地的意见"), start=1):
        world.document(gazette, serial, title=title, printed_in=made)
    text = manuscript(made)
    return text, typeset(text).pdf


def test_an_issue_passes_its_checks(issue: tuple[Manuscript, bytes]) -> None:
    """As it is read, as a proof, and as it goes to the press: folios, contents, faces, colours."""
    text, pdf = issue
    for made in (pdf, press.proof(pdf, text, round_=1, dated=date(2021, 5, 6).isoformat()), press.final(pdf)):
        checks = press.check(made, text)
        assert [each for each in checks.findings if each.severity == "error"] == []
        assert f"{len(re.findall('<a class=.folio', text.front))} 条" in checks.of("contents")[0].message
        assert "页码连续" in checks.of("folios")[0].message


def test_running_heads_and_folios_have_no_line_numbers(issue: tuple[Manuscript, bytes]) -> None:
    """Lines are counted from the first one of the text."""
    text, pdf = issue
    with pikepdf.open(BytesIO(press.proof(pdf, text))) as file:
        page = next(page for page in file.pages[2:] if len(drawn(page)) > 10)
        numbers = [each.y for each in drawn(page) if each.size == pytest.approx(NUMBER_SIZE)]
    assert max(numbers) < 842 - 28 / 25.4 * 72
    assert min(numbers) > 26 / 25.4 * 72 - 2


def test_a_booklet_holds_every_page(issue: tuple[Manuscript, bytes]) -> None:
    """Two to a side, on sheets of A3."""
    _, pdf = issue
    with pikepdf.open(BytesIO(pdf)) as read, pikepdf.open(BytesIO(press.booklet(pdf))) as made:
        assert len(made.pages) == 2 * -(-len(read.pages) // 4)
        assert [round(float(edge)) for edge in made.pages[0].mediabox] == [0, 0, 1191, 842]
