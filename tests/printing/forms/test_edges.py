"""The edges of the text of an official document's reprint."""

from pathlib import Path

import pytest

from tests.printing.forms.measure import words
from tests.printing.forms.texts import SOLID, document, paragraph, pdf_of

# What the foot of the page, with the name of the gazette, does not say.
OF_TEXT = SOLID.replace("河", "")


def test_lines_end_flush(tmp_path: Path) -> None:
    """All but the last of a paragraph reach the right edge of the type area, whatever figures are among them."""
    made = pdf_of(document(), paragraph(f"{SOLID}2021年12月{SOLID}3456{SOLID[:20]}789{SOLID}"))
    ends: dict[int, float] = {}
    found = words(made, 1, tmp_path)
    above = next(word.bottom for word in found if word.text == "各县市人民政府：")
    for word in found:
        if word.top > above and any(char in word.text for char in OF_TEXT):
            ends[round(word.bottom)] = max(word.right, ends.get(round(word.bottom), 0.0))
    *full, last = (ends[line] for line in sorted(ends))
    assert len(full) >= 3
    assert full == [pytest.approx(184, abs=0.4)] * len(full)
    assert last < 180
