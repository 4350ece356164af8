"""Whatever a line holds, reading it takes no longer than its length warrants: no pattern runs away."""

import importlib
import pkgutil
import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

import pytest

import intake.readers
from intake.lines import clean, number_lines
from intake.read import read
from intake.readers import pages
from intake.sources.text import SourceText

# A pattern that tries every place of a line from every other takes many times as long at these lengths.
LENGTH, SECONDS = 20_000, 4
READ_LENGTH, READ_SECONDS = 6_000, 2
PIECES = ["局", "（", "·", "1.", "、", "〔", "《", "一", "王 李 ", "关于", "政府", "，", "1\t", "第", "2021年", "…", "-", "《甲",
          "（甲", "、王明", "根据", "1月", "甲（乙）", "）", "任命王明为", "同志", "。", "%", "\u2003", " ", "x|", "不再", "1 ", "号"]  # fmt: skip
ENDS = ["", "x", "号", "。"]
HEAD = "伊河州人民政府公报\n2021年第3期\n目录\n州政府文件\n关于供暖的通知……1\n干部任免\n任免通知……2\n政务要事\n要事记……3\n收发文目录\n来文目录……4\n统计数据\n2021年2月主要指标……5\n\n"
BEFORE = {
    "nothing": "",
    "contents": "伊河州人民政府公报\n2021年第3期\n目录\n",
    "a document": HEAD + "关于供暖的通知\n伊河政发〔2021〕1号\n各县市：\n",
    "a notice": HEAD + "任免通知\n伊河政任〔2021〕1号\n",
    "a chronicle": HEAD + "要事记\n1月1日 州长王明开会。\n1月2日\n",
    "a register": HEAD + "来文目录\n国发〔2021〕1号 关于供暖的通知\n",
    "a table": HEAD + "2021年2月主要指标\n指标\t单位\t本月\t累计\n",
}


@contextmanager
def _within(seconds: int) -> Iterator[None]:
    """Of the processor's time: what else the machine is doing is no fault of a pattern."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _patterns() -> dict[str, re.Pattern[str]]:
    """All patterns of the readers' modules by their places."""
    found: dict[str, re.Pattern[str]] = {}
    for info in pkgutil.iter_modules(intake.readers.__path__, "intake.readers."):
        for name, value in vars(importlib.import_module(info.name)).items():
            found |= {f"{info.name}.{name}": pattern for pattern in _within_value(value)}
    return found


def _within_value(value: Any) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from _within_value(each)


@pytest.mark.parametrize("place", sorted(_patterns()))
def test_every_pattern_looks_through_a_long_line_in_time(place: str) -> None:
    pattern = _patterns()[place]
    # Contents pages have short lines; longer ones are not tried (pages.behind).
    length = 400 if place.endswith("pages._BEHIND") else LENGTH
    with _within(SECONDS):
        for piece in PIECES:
            for end in ENDS[:2]:
                list(pattern.finditer(clean(piece * (length // len(piece))) + end))


@pytest.mark.parametrize("kind", BEFORE)
def test_a_long_line_is_read_in_time(kind: str) -> None:
    for piece in PIECES:
        for end in ENDS:
            text = BEFORE[kind] + piece * (READ_LENGTH // len(piece)) + end + "\n1"
            with _within(READ_SECONDS):
                read(SourceText("a.txt", text.encode(), text, "0" * 64))


@pytest.mark.parametrize(
    "line", ["甲  乙  丙", "甲  乙  3", "甲 乙 丙", "1", "（1）关于供暖的通知", "李明（州财政局局长）", "甲"]
)
def test_many_lines_are_read_in_time(line: str) -> None:
    text = "\n".join(["目录", *[line] * 1500])
    with _within(10):
        number_lines([line] * 4000)
        read(SourceText("a.txt", text.encode(), text, "0" * 64))


@pytest.mark.parametrize("piece", [".", "…", "·", "-", "1 "])
def test_a_line_longer_than_any_of_a_contents_page_has_no_page(piece: str) -> None:
    [line] = number_lines([piece * (LENGTH // len(piece)) + "x 3"])
    with _within(READ_SECONDS):
        assert pages.behind(line) is None
