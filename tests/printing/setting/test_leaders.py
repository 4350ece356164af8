"""Leaders between titles and folios."""

from itertools import pairwise
from typing import Any

import pytest

from tests.printing.setting.page import EM, document, lines

CSS = ".folio::before { content: leader('…'); margin: 0 .25em }"


def leaders(title: str, folio: str) -> tuple[Any, list[Any]]:
    (line,) = lines(document(f"<p>{title}<a class='folio'>{folio}</a></p>", css=CSS))
    before = line.children[-1].children[0]
    return line, [each for leader in before.children for each in leader.children]


@pytest.mark.parametrize("folio", ["1", "8", "11", "54", "118"])
@pytest.mark.parametrize("title", ["通知", "通知2018年", "各县市人民政府办公室"])
def test_leaders_keep_off_every_folio_alike(title: str, folio: str) -> None:
    """However wide it is: a quarter of an em."""
    line, found = leaders(title, folio)
    number = line.children[-1].children[-1]
    assert number.position_x - found[-1].position_x - found[-1].width == pytest.approx(EM / 4)
    assert number.position_x + number.width == pytest.approx(18 * EM)


@pytest.mark.parametrize("title", ["通知", "通知2018年", "各县市人民政府"])
def test_leaders_begin_right_after_every_title(title: str) -> None:
    """What room is left over is shared out between them, and none is seen to be missing."""
    line, found = leaders(title, "11")
    assert found[0].position_x - line.children[0].width == pytest.approx(EM / 4)
    steps = [after.position_x - before.position_x for before, after in pairwise(found)]
    assert max(steps) == pytest.approx(min(steps))
    assert max(steps) <= 1.1 * found[0].width
