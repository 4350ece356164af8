"""Invented issues in the ways of many places and years, each with an answer key that was made without the readers.

The texts are written as such gazettes print: other provinces, prefectures and counties, from 1994 to 2025; other
mastheads, contents, numbers, orders, wordings of appointments, chronicles, registers and tables; with the damage
of scanning and of torn columns.
"""

import json
from pathlib import Path

import pytest

from intake.read import read
from intake.reading import Reading, numbers_of
from intake.sources.plain import read_plain
from tests.intake.answer_keys import Key, differences, lost_lines

CORPUS = Path(__file__).parent / "corpus"
TEXTS = sorted(CORPUS.glob("*.txt"))
# What the readers are known not to read; an entry that is read now fails the test, and is taken out.
KNOWN = {
    # A column of a price index is an index of the month; the cumulative one has the measure cumulative.
    "tashan-diqu-2005-02": [
        "2005-06 居民消费价格总指数 {'any': ['cumulative', 'index']}: 101.8, not 102.3",
    ],
    # Appointments in a notice of several matters, which is read as a document.
    "xinhe-2025-01": [
        "7 appointments, not 9",
        "王小川 appoint: found 0 times",
        "胡春梅 remove: found 0 times",
    ],
}


@pytest.fixture(scope="module", params=TEXTS, ids=lambda path: path.stem)
def pair(request: pytest.FixtureRequest) -> tuple[Reading, Key, list[str]]:
    path: Path = request.param
    source = read_plain(path.name, path.read_bytes())
    key = json.loads((CORPUS / f"{path.stem}.expected.json").read_text(encoding="utf-8"))
    return read(source), key, source.lines


def test_every_fact_of_the_key_is_read(pair: tuple[Reading, Key, list[str]]) -> None:
    reading, key, _ = pair
    assert differences(reading, key) == KNOWN.get(reading.source.name.removesuffix(".txt"), [])


def test_no_line_is_lost(pair: tuple[Reading, Key, list[str]]) -> None:
    reading, _, lines = pair
    assert lost_lines(reading, lines) == set()


def test_hardly_a_line_is_left_over(pair: tuple[Reading, Key, list[str]]) -> None:
    reading, _, lines = pair
    printed = sum(bool(line.strip()) for line in lines)
    loose = [n for n in numbers_of(reading.unplaced) if lines[n - 1].strip()]
    assert len(loose) <= 0.02 * printed, [lines[n - 1] for n in loose]
