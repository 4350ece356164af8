"""The printed contents in the layouts that gazettes give them."""

from collections.abc import Callable

import pytest

from intake.lines import number_lines
from intake.readers import pages
from intake.readers.contents import Contents, read_contents
from intake.readers.contents_entries import title_and_number
from intake.reading import ContentsEntry
from tests.intake.texts import reading_of

ENTRIES = [
    ("州政府文件", "关于加强监管工作的通知", "云政发〔2021〕1号", "1"),
    ("州政府文件", "关于印发《云岭市用水管理办法》的通知", "云政发〔2021〕2号", "5"),
    ("州政府办公室文件", "云岭市人民政府办公室关于春耕工作的意见", "云政办发〔2021〕3号", "9"),
    ("人事任免", "云岭市人民政府任免通知", None, "12"),
]
BODY = """
关于加强监管工作的通知

云政发〔2021〕1号

各县市人民政府：

现将有关事项通知如下，请认真执行。

云岭市人民政府
2021年4月8日

关于印发《云岭市用水管理办法》的通知
云政发〔2021〕2号

各县市人民政府：

现印发给你们，请遵照执行。

云岭市人民政府
2021年4月9日

云岭市人民政府办公室关于春耕工作的意见
云政办发〔2021〕3号

各县市人民政府：

现提出以下意见，请遵照执行。

云岭市人民政府办公室
2021年4月10日

云岭市人民政府任免通知

任命王明为市财政局局长。
"""
Layout = Callable[[str, str, str], str]
WITH_PAGES: dict[str, Layout] = {
    "number and page under the title": lambda t, n, p: f"{t}\n{n}……{p}",
    "all on one line": lambda t, n, p: f"{t}（{n}）……（{p}）" if n else f"{t}……（{p}）",
    "dots": lambda t, n, p: f"{t} {n} .......... {p}",
    "middle dots": lambda t, n, p: f"{t}{n} ·····{p}",
    "underscores": lambda t, n, p: f"{t} {n} ____{p}",
    "angle brackets": lambda t, n, p: f"{t} {n}…………〈{p}〉",
    "a stroke": lambda t, n, p: f"{t}（{n}） / {p}" if n else f"{t} / {p}",
    "tabs": lambda t, n, p: f"{t}\t{n}\t{p}",
    "single blanks": lambda t, n, p: f"{t} {n} {p}",
    "a table": lambda t, n, p: f"| {t} | {n} | {p} |",
    "the page before in brackets": lambda t, n, p: f"（{p}）{t} {n}",
    "the page before, the number below": lambda t, n, p: f"{p} {t}\n{n}",
    "the page before with a leader": lambda t, n, p: f"{p}……{t} {n}",
    "the number first": lambda t, n, p: f"{n} {t}……{p}".strip(),
    "a wrapped title": lambda t, n, p: f"{t[:8]}\n{t[8:]}\n{n}……{p}",
    "wide figures": lambda t, n, p: (
        f"{t} {n}……{p.translate(str.maketrans('0123456789', '０１２３４５６７８９'))}"
    ),
}
WITHOUT_PAGES: dict[str, Layout] = {
    "the number under the title": lambda t, n, _: f"{t}\n{n}".strip(),
    "the number in brackets": lambda t, n, _: f"{t}（{n}）" if n else t,
    "titles alone": lambda t, n, _: t,
}
FRAMES = ["{}", "【{}】", "☆{}☆", "## {}", "·{}·"]


def _contents(layout: Layout, frame: str = "{}") -> str:
    lines = ["目 录", ""]
    section = ""
    for name, title, number, page in ENTRIES:
        lines += ["", frame.format(name), ""] if name != section else []
        lines += layout(title, number or "", page).split("\n")
        section = name
    return "\n".join(lines)


def _issue(contents: str) -> str:
    return f"云岭市人民政府公报\n2021年第3期\n\n{contents}\n\n{BODY}"


def _entries(text: str) -> list[ContentsEntry]:
    contents = _read(text)
    return contents.entries


def _read(text: str) -> Contents:
    contents = read_contents(number_lines(text.split("\n")))
    assert contents is not None
    return contents


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("layout", WITH_PAGES)
def test_entries_have_section_title_number_and_page(layout: str, frame: str) -> None:
    reading = reading_of(_issue(_contents(WITH_PAGES[layout], frame)))
    assert [(e.section, e.title, e.doc_number, e.page) for e in reading.contents] == ENTRIES
    assert [(d.doc_number, d.section) for d in reading.documents] == [(n, s) for s, _, n, _ in ENTRIES[:3]]
    assert [(a.person, a.post) for a in reading.appointments] == [("王明", "市财政局局长")]
    assert reading.unplaced == []


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("layout", WITHOUT_PAGES)
def test_contents_without_pages_end_where_the_text_begins(layout: str, frame: str) -> None:
    reading = reading_of(_issue(_contents(WITHOUT_PAGES[layout], frame)))
    assert [(e.section, e.title) for e in reading.contents] == [(s, t) for s, t, _, _ in ENTRIES]
    assert {e.page for e in reading.contents} == {None}
    assert [d.doc_number for d in reading.documents] == [n for _, _, n, _ in ENTRIES[:3]]


def test_contents_in_another_language_are_no_entries_of_their_own() -> None:
    english = "Notice on Supervision……1\nMeasures on Water Use……5\nOpinions on Spring Ploughing……9"
    contents = _contents(WITH_PAGES["all on one line"])
    reading = reading_of(_issue(f"{contents}\n\n{english}"))
    assert [(e.title, e.page) for e in reading.contents] == [(t, p) for _, t, _, p in ENTRIES]
    assert reading.unplaced == []


def test_every_line_of_the_contents_belongs_to_an_entry() -> None:
    text = _contents(WITH_PAGES["a wrapped title"], "【{}】")
    held = {n for e in _entries(text) for first, last in e.lines for n in range(first, last + 1)}
    assert {n for n, line in enumerate(text.split("\n"), 1) if line.strip()} <= held


def test_a_text_without_the_heading_has_no_contents() -> None:
    assert read_contents(number_lines(["关于供暖的通知……3", "关于防火的通知……4"])) is None


@pytest.mark.parametrize(
    ("lines", "title", "number"),
    [
        (["关于供暖的通知", "云政发〔2021〕7号"], "关于供暖的通知", "云政发〔2021〕7号"),
        (["关于供暖的通知（云政发[2021]7号）"], "关于供暖的通知", "云政发〔2021〕7号"),
        (["云政发〔2021〕7号 关于供暖的通知"], "关于供暖的通知", "云政发〔2021〕7号"),
        (["云岭市供暖办法（云岭市人民政府令第8号）"], "云岭市供暖办法", "云岭市人民政府令第8号"),
        (["云岭市人民政府令第8号"], "云岭市人民政府令第8号", "云岭市人民政府令第8号"),
        (["云岭市人民政府任免通知", "云政任〔2021〕1号-9号"], "云岭市人民政府任免通知", "云政任〔2021〕1号-9号"),
        (["云岭市人民政府公告（2022年第7号）"], "云岭市人民政府公告", "2022年第7号"),
        (["关于加强", "供暖工作的", "通知"], "关于加强供暖工作的通知", None),
        (["关于供暖的通知云政发〔2021〕7号关于防火的通知"], "关于供暖的通知云政发〔2021〕7号关于防火的通知", None),
    ],
)  # fmt: skip
def test_title_and_number_of_an_entry(lines: list[str], title: str, number: str | None) -> None:
    assert title_and_number(lines) == (title, number)


@pytest.mark.parametrize(
    "text", ["1990年第3号", "2018年 1 月国民经济主要指标", "第3", "三、任免〔2021", "甲（2021）"]
)
def test_figures_that_are_no_page(text: str) -> None:
    assert pages.behind(number_lines([text])[0]) is None


@pytest.mark.parametrize(
    ("numbers", "rises"), [(["1", "5", "9"], True), (["1"], False), (["9", "5", "1"], False), ([], False)]
)
def test_pages_of_contents_run_up(numbers: list[str], rises: bool) -> None:
    assert pages.rising(numbers) is rises
