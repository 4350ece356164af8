"""The masthead (刊头): which issue of which gazette this is, and who edited it."""

import re
from collections.abc import Iterable

from intake.lines import Line
from intake.readers.dates import chinese_number, safe_date
from intake.reading import Masthead, ranges_of
from intake.text import HAN, squeeze

# A masthead stands on the cover and the page behind it.
_REACH = 80
_RANGE = r"(\d{1,5})(?:[-—－–~至、](\d{1,5}))?"
_NUMBER = re.compile(rf"第{_RANGE}[号期]")
_SERIAL = re.compile(rf"总第?{_RANGE}[期号]")
_YEAR = re.compile(r"((?:19|20)\d\d)年")
_PUBLISHED = re.compile(r"((?:19|20)\d\d)年(\d{1,2})月(?:(\d{1,2})日)?")
_FREQUENCY = re.compile(r"(?:半年|双月|半月|月|季|旬|周|双周|年)刊")
_CHINESE_NUMBER = re.compile(r"(?<=第)[一二三四五六七八九十百]{1,4}(?=[号期])")
_EDITOR = re.compile(
    rf"(?P<role>执行主编|副主编|主编|责任编辑|编辑)[:：](?P<names>[{HAN}·、，, ]+?)(?=(?:执行主编|副主编|主编|责任编辑|编辑)[:：]|$)"
)
_CONTENTS = re.compile(r"^目录$|^本期目录$|^要目$")


def is_contents_heading(text: str) -> bool:
    """Whether a line is the heading of the contents: 目 录."""
    return bool(_CONTENTS.match(squeeze(text)))


def read_masthead(lines: list[Line]) -> Masthead | None:
    """The masthead at the head of a source; None where there is none.

    A masthead is a line that ends in 公报 and, near it, a number of the issue with its year.
    """
    head = _head(lines)
    title = next((line for line in head if _is_title(line.text)), None)
    if title is None:
        return None
    numbered = next((line for line in head if _NUMBER.search(_figures(line.text))), None)
    dated = next((line for line in head if _YEAR.search(squeeze(line.text))), None)
    if numbered is None or dated is None:
        return None
    return _masthead(head, title, numbered)


def add_editors(masthead: Masthead, lines: Iterable[Line]) -> list[Line]:
    """Take the editors from lines that stand behind the contents; the lines that were taken."""
    taken = [line for line in lines if _EDITOR.search(squeeze_names(line.text))]
    _set_editors(masthead, taken)
    masthead.lines = ranges_of([*_numbers(masthead), *(line.number for line in taken)])
    return taken


def squeeze_names(text: str) -> str:
    """An editors' line without alignment blanks: 主 编：李 明 → 主编：李明; between names a 、."""
    text = re.sub(r"\s*([:：])\s*", r"\1", text)
    head, colon, names = text.rpartition("：" if "：" in text else ":")
    names = re.sub(rf"(?<![{HAN}])([{HAN}])\s+([{HAN}])(?![{HAN}])", r"\1\2", names)
    return squeeze(head) + colon + re.sub(r"\s+", "、", names.strip())


def _numbers(masthead: Masthead) -> list[int]:
    return [n for first, last in masthead.lines for n in range(first, last + 1)]


def _is_title(text: str) -> bool:
    return bool(re.fullmatch(rf"[{HAN}]{{2,40}}公报", squeeze(text)))


def _figures(text: str) -> str:
    """Without blanks, and 第三期 as 第3期."""
    return _CHINESE_NUMBER.sub(lambda m: str(chinese_number(m[0])), squeeze(text))


def _head(lines: list[Line]) -> list[Line]:
    """The lines before the contents, or the first lines where there are no contents."""
    head = [line for line in lines[:_REACH] if not line.blank]
    for place, line in enumerate(head):
        if is_contents_heading(line.text):
            return head[:place]
    # Without contents the masthead ends with the last line that holds nothing but its number and date.
    ends = [n for n, line in enumerate(head[:12]) if _is_imprint(line.text)]
    return head[: max(ends) + 1] if ends else []


def _is_imprint(text: str) -> bool:
    """Whether a line is the issue's number, serial, date or frequency, and nothing else."""
    plain = _figures(text)
    rest = plain
    for pattern in (_SERIAL, _NUMBER, _PUBLISHED, _YEAR, _FREQUENCY):
        rest = pattern.sub("", rest)
    return rest != plain and len(re.sub(r"[（）()\s]", "", rest)) <= 2


def _masthead(head: list[Line], title: Line, numbered: Line) -> Masthead:
    whole = _figures("\n".join(line.text for line in head).replace("\n", "¶"))
    number, number_end = _span(_NUMBER.search(_figures(numbered.text)))
    serial, serial_end = _span(_SERIAL.search(whole))
    published = _PUBLISHED.search(whole)
    frequency = _FREQUENCY.search(whole)
    year = _YEAR.search(_figures(numbered.text)) or _YEAR.search(whole)
    masthead = Masthead(
        publication=squeeze(title.text),
        year=int(year[1]) if year else 0,
        number=number or 0,
        number_end=number_end or 0,
        serial=serial,
        serial_end=serial_end,
        frequency=frequency[0] if frequency else None,
        published=_date_text(published),
        chief_editor=None,
        deputy_editors=[],
        text="\n".join(line.text for line in head if line is not title),
        lines=ranges_of(line.number for line in head),
    )
    _set_editors(masthead, head)
    return masthead


def _span(match: re.Match[str] | None) -> tuple[int | None, int | None]:
    if match is None:
        return None, None
    first = int(match[1])
    last = int(match[2] or first)
    # 第17-8号 would be a short form; what runs backwards is no range.
    return first, max(first, last)


def _date_text(match: re.Match[str] | None) -> str | None:
    if match is None:
        return None
    day = safe_date(int(match[1]), int(match[2]), int(match[3] or 1))
    return day if day is None or match[3] else day[:7]


def _set_editors(masthead: Masthead, lines: Iterable[Line]) -> None:
    for line in lines:
        for match in _EDITOR.finditer(squeeze_names(line.text)):
            names = [name for name in re.split(r"[、，,]", match["names"]) if name]
            if match["role"] == "主编" and masthead.chief_editor is None:
                masthead.chief_editor = "、".join(names)
            elif match["role"] == "副主编":
                masthead.deputy_editors += names
            elif line.text not in masthead.text:
                masthead.text += "\n" + line.text
