"""Titles in lines."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printing.breaks import NEVER, breaks
from printing.titles import title_lines
from printing.widths import ems

TITLES = st.text(alphabet="关于印发《保护湿地办法》的通知“三供”和一、4个（试行）3G-ab 〔号〕", max_size=120)


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("关于做好供暖工作的通知", ["关于做好供暖工作的通知"]),
        ("关于印发全州构建绿色金融体系实施方案的通知", ["关于印发全州构建绿色", "金融体系实施方案的通知"]),
        (
            "伊河州人民政府办公室关于进一步做好冬季供暖工作的通知",
            ["伊河州人民政府办公室关于", "进一步做好冬季供暖工作的通知"],
        ),
        (
            "伊河州人民政府关于印发《伊河州湿地保护管理办法》的通知",
            ["伊河州人民政府关于印发", "《伊河州湿地保护管理办法》的通知"],
        ),
        (
            "关于调整自治州防治重大动物疫病指挥部等4个议事协调机构组成人员的通知",
            ["关于调整自治州防治重大动物疫病指挥部", "等4个议事协调机构组成人员的通知"],
        ),
    ],
)
def test_titles_are_broken_at_sense(title: str, lines: list[str]) -> None:
    """No word is torn, no title of a law, and the lines are about equally long."""
    assert title_lines(title, 18) == lines


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("关于做好伊河州当前和今后一段时期就业创业工作的实施意见", "今后 一段时期 就业创业 实施意见"),
        (
            "伊河自治区人民政府办公厅关于东河自治州退役军人服务保障规划纲要的批复",
            "人民政府 退役军人 规划纲要",
        ),
        ("关于促进中医药传承创新和医疗卫生体制机制长效监督考核的通知", "中医药 医疗卫生 长效 监督 考核"),
        ("伊河州第三届人民代表大会常务委员会关于批准财政预算调整的决议", "代表大会 批准 预算 调整"),
    ],
)
@pytest.mark.parametrize("longest", [12, 16, 18, 22])
def test_no_word_of_a_title_is_torn(title: str, words: str, longest: int) -> None:
    """Whatever the measure, what belongs together in the language of offices stays on one line."""
    lines = title_lines(title, longest)
    assert [word for word in words.split() if not any(word in line for line in lines)] == []


@given(TITLES, st.integers(4, 24))
def test_lines_make_up_the_title(title: str, longest: int) -> None:
    """Nothing is lost or added, whatever the title."""
    assert "".join(title_lines(title, longest)) == title


@given(TITLES, st.integers(4, 24))
def test_no_line_is_too_long_that_can_be_parted(title: str, longest: int) -> None:
    """A line goes over the measure only where no rule would let it end earlier."""
    for line in title_lines(title, longest):
        assert ems(line) <= longest or set(breaks(line)) == {NEVER}


@given(TITLES, st.integers(4, 24))
def test_lines_begin_and_end_as_punctuation_allows(title: str, longest: int) -> None:
    """A line begins with no comma and ends with no opening bracket."""
    lines = title_lines(title, longest)
    for before, after in pairwise(lines):
        assert breaks(before + after)[len(before)] != NEVER


def test_a_title_of_hundreds_of_characters_is_broken_too() -> None:
    """It takes as many lines as it needs, about equally long."""
    title = "关于加强湿地保护和修复进一步推进生态文明建设工作的通知" * 12
    lines = title_lines(title, 18)
    assert len(lines) <= len(title) / 18 + 3
    assert min(map(ems, lines)) >= 12
