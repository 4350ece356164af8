"""The three real texts with a small thing changed: the reading changes there and nowhere else."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import cycle
from typing import Any

import pytest
from django.conf import settings
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from intake.read import read
from intake.readers.shapes import is_title
from intake.reading import DocumentReading, Reading, numbers_of
from intake.sources.plain import read_plain
from intake.text import likeness

TEXTS = sorted((settings.BASE_DIR / "fixtures" / "issues").glob("*.txt"))
NAMES = [path.name for path in TEXTS]
OPEN, CLOSE = "〔", "〕"
BRACKETS = ["[]", "［］", "（）", "【】", "〈〉", "()", "﹝﹞", "<>"]
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
NUMBER_LINE = re.compile(r"^[\u4e00-\u9fff]{2,10}〔\d{4}〕\d{1,3}号$")
FEW = examples(max_examples=4, suppress_health_check=list(HealthCheck))
Facts = dict[str, Any]


def _read(data: bytes) -> Reading:
    return read(read_plain("来稿.txt", data))


@cache
def _original(name: str) -> tuple[list[str], Reading]:
    data = next(path for path in TEXTS if path.name == name).read_bytes()
    return data.decode("utf-8-sig").split("\n"), _read(data)


def _mutated(lines: list[str]) -> Reading:
    return _read("\n".join(lines).encode())


def _without_places(value: Any) -> Any:
    """Plain data without the numbers of lines, which a mutation may move."""
    if isinstance(value, dict):
        return {
            name: _without_places(each) for name, each in value.items() if name not in {"lines", "row_lines"}
        }
    return [_without_places(each) for each in value] if isinstance(value, list) else value


def _facts(reading: Reading) -> Facts:
    """What was read, but for the source's own data and the places."""
    whole = reading.to_json()
    left_out = {"source", "problems", "unplaced", "items"}
    return {name: _without_places(value) for name, value in whole.items() if name not in left_out}


def _differing(before: Reading, after: Reading, *, without: set[str] = frozenset()) -> list[str]:  # type: ignore[assignment]
    """Which facts are otherwise, each named by its kind and place; `without` are numbers of documents to pass over."""
    one, other = _facts(before), _facts(after)
    return [
        f"{kind} {place}"
        for kind in one
        for place in _places(one[kind], other[kind])
        if not (kind == "documents" and place in without)
    ]


def _places(one: Any, other: Any) -> Iterator[str]:
    if not isinstance(one, list):
        if one != other:
            yield f"{one} / {other}"
        return
    if len(one) != len(other):
        yield f"{len(one)} / {len(other)}"
    for first, second in zip(one, other, strict=False):
        if first != second:
            name = first.get("doc_number") if "body" in first else None
            yield name or f"{_first_difference(first, second)}"


def _first_difference(one: Facts, other: Facts) -> str:
    return next(f"{key}: {one[key]!r} / {other.get(key)!r}" for key in one if one[key] != other.get(key))


def _inner_lines(document: DocumentReading, lines: list[str]) -> list[int]:
    """The lines of a document's long paragraphs, articles and items that lie within its text."""
    inner = [
        b for b in document.body[1:-2] if b.type in {"paragraph", "article", "item"} and len(b.text) > 40
    ]
    held = {n for block in inner if len(block.lines) == 1 for n in numbers_of(block.lines)}
    return sorted(n for n in held if lines[n - 1].strip())


def _draw_line(data: st.DataObject, name: str) -> tuple[str, int]:
    lines, reading = _original(name)
    document = data.draw(st.sampled_from([d for d in reading.documents if _inner_lines(d, lines)]))
    return document.doc_number or "", data.draw(st.sampled_from(_inner_lines(document, lines)))


@pytest.mark.parametrize("name", NAMES)
@FEW
@given(st.data())
def test_a_line_lost_in_one_document_leaves_all_else_as_it_was(name: str, data: st.DataObject) -> None:
    lines, before = _original(name)
    number, place = _draw_line(data, name)
    after = _mutated([*lines[: place - 1], *lines[place:]])
    assert _differing(before, after, without={number}) == []
    changed = next(d for d in after.documents if d.doc_number == number)
    kept = next(d for d in before.documents if d.doc_number == number)
    assert (changed.title, changed.issuer, changed.issued_on) == (kept.title, kept.issuer, kept.issued_on)


@pytest.mark.parametrize("name", NAMES)
@FEW
@given(st.data())
def test_a_paragraph_set_in_narrower_columns_reads_the_same(name: str, data: st.DataObject) -> None:
    lines, before = _original(name)
    _, place = _draw_line(data, name)
    titles = [a.title for document in before.documents for a in document.attachments]
    wrapped = (_wrapped(lines[place - 1], width) for width in range(18, 35))
    fitting = [each for each in wrapped if _is_readable(each, titles)]
    pieces = data.draw(st.sampled_from(fitting or [[lines[place - 1]]]))
    after = _mutated([*lines[: place - 1], *pieces, *lines[place:]])
    assert _differing(before, after) == []


def _wrapped(text: str, width: int) -> list[str]:
    """A paragraph in lines of this width (in Chinese characters); no line begins with a mark that may not."""
    pieces = [""]
    for char in text:
        full = sum(0.5 if each < "\u2000" else 1 for each in pieces[-1]) >= width
        if full and char not in "，。；：、！？）》”〕":
            pieces.append("")
        pieces[-1] += char
    return pieces


def _is_readable(pieces: list[str], titles: list[str]) -> bool:
    """Whether no line ends a sentence by chance, begins like something of its own, or reads as a title."""
    starts = re.compile(r"^\s*(?:[（(\d一二三四五六七八九十第#|①-⑳附•*-]|\S{2,12}[：:])|^\s|^\S{1,4}$")
    # A line that ends as titles do (…领导小组) cannot be told from one where nothing runs before it.
    ends = re.compile(r"[。！？；;：:”）)…》\s*]$")
    if is_title(pieces[0]) or any(likeness(pieces[0], title) > 0.8 for title in titles):
        return False
    return not any(ends.search(piece) for piece in pieces[:-1]) and not any(map(starts.search, pieces[1:]))


@pytest.mark.parametrize("name", NAMES)
@FEW
@given(st.data())
def test_lines_of_a_paragraph_joined_read_the_same(name: str, data: st.DataObject) -> None:
    lines, before = _original(name)
    blocks = [
        b
        for d in before.documents
        for b in d.body
        if b.type in {"paragraph", "article", "item"} and len(b.lines) == 1 and b.lines[0][1] > b.lines[0][0]
    ]
    if not blocks:
        return
    first, last = data.draw(st.sampled_from(blocks)).lines[0]
    whole = "".join(line.strip() for line in lines[first - 1 : last])
    after = _mutated([*lines[: first - 1], whole, *lines[last:]])
    assert _differing(before, after) == []


def _numbers(reading: Reading) -> list[Any]:
    return [
        [
            (d.doc_number, d.title, d.repeals, d.cites, d.effective_on, d.valid_until)
            for d in reading.documents
        ],
        [(e.section, e.doc_number, e.page) for e in reading.contents],
        [(a.notice, a.person, a.action, a.post) for a in reading.appointments],
        [(r.direction, r.doc_number) for r in reading.register],
    ]


@pytest.mark.parametrize("first", range(0, len(BRACKETS), 3))
@pytest.mark.parametrize("name", NAMES)
def test_numbers_in_other_brackets_are_the_same_numbers(name: str, first: int) -> None:
    lines, before = _original(name)
    others = cycle(BRACKETS[first:] + BRACKETS[:first])
    text = re.sub(
        r"〔((?:19|20)\d\d)〕",
        lambda year: f"{(pair := next(others))[0]}{year[1]}{pair[1]}",
        "\n".join(lines),
    )
    assert text != "\n".join(lines)
    assert _numbers(_mutated(text.split("\n"))) == _numbers(before)


Change = Callable[[str], str]
CHANGES: dict[str, Change] = {
    "blanks inside": lambda text: text.replace("〔", " 〔").replace("〕", "〕 "),
    "wide figures": lambda text: text.translate(WIDE),
    "第": lambda text: text.replace("〕", "〕第"),
    "leading zero": lambda text: re.sub(r"〕(\d)号", r"〕0\1号", text),
    "indented": lambda text: "　　　" + text,
    "bold": lambda text: f"**{text}**",
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("name", NAMES)
def test_number_lines_in_other_shapes_are_the_same_numbers(name: str, change: str) -> None:
    lines, before = _original(name)
    changed = [CHANGES[change](line) if NUMBER_LINE.match(line.strip()) else line for line in lines]
    after = _mutated(changed)
    assert _numbers(after) == _numbers(before)


@pytest.mark.parametrize("name", NAMES)
def test_carriage_returns_a_byte_order_mark_and_gb18030_change_nothing(name: str) -> None:
    lines, before = _original(name)
    text = "\n".join(lines)
    for data in (text.replace("\n", "\r\n").encode(), text.encode("utf-8-sig"), text.encode("gb18030")):
        assert _differing(before, _read(data)) == []


@pytest.mark.parametrize("name", NAMES)
@FEW
@given(st.data())
def test_a_page_number_between_two_lines_of_a_document_changes_nothing(
    name: str, data: st.DataObject
) -> None:
    lines, before = _original(name)
    _, place = _draw_line(data, name)
    printed = data.draw(st.sampled_from(["— 12 —", "· 12 ·", "- 12 -", "第 12 页", "－12－"]))
    between = ["", printed, ""] if data.draw(st.booleans()) else [printed]
    after = _mutated([*lines[: place - 1], *between, *lines[place - 1 :]])
    if before.issue is not None and after.issue is not None:
        after.issue.body = before.issue.body
    assert _differing(before, after) == []


@pytest.mark.parametrize("name", NAMES)
@FEW
@given(st.data())
def test_blank_lines_round_a_number_change_nothing(name: str, data: st.DataObject) -> None:
    lines, before = _original(name)
    owned = [n for n, line in enumerate(lines) if NUMBER_LINE.match(line.strip())]
    start = len(lines) // 8 if before.issue else 0
    place = data.draw(st.sampled_from([n for n in owned if n >= start]))
    after = _mutated([*lines[:place], "", lines[place], "", *lines[place + 1 :]])
    assert _differing(before, after) == []


@pytest.mark.parametrize("name", NAMES)
def test_reading_is_deterministic(name: str) -> None:
    lines, before = _original(name)
    assert _mutated(lines).to_json() | {"source": None} == before.to_json() | {"source": None}
