"""The printed lines of one entry of the contents as its title and number; what a section's heading is."""

import re
from functools import reduce

from intake.lines import Line
from intake.readers.numbers import NUMBER, find_numbers, own_number
from intake.readers.shapes import starts_like_title
from intake.text import HAN, close_up, glue, squeeze

_SERIES = r"(?:(?:19|20)\d\d年|[〔\[](?:19|20)\d\d[〕\]])?\s*第\s*\d{1,4}\s*号"
RANGE_NUMBER = re.compile(NUMBER.pattern + r"(?:\s*[-—－~～至、]\s*第?\d{1,5}\s*号)?\s*[）)]?\s*$")
# （自治州人民政府公告第5号）: an announcement as an order has its number.
_SERIES_NUMBER = re.compile(rf"[（(]\s*(?P<number>[{HAN}]{{2,24}}(?:公告|通告|布告)\s*{_SERIES})\s*[）)]\s*$")
# 云岭省人民政府公告（2022年第7号）: announcements are numbered by the year.
_ANNOUNCED = re.compile(rf"(?<=[告令])\s*[（(]?\s*(?P<number>{_SERIES})\s*[）)]?\s*$")
_LEADING = re.compile(rf"^\s*[（(]?{NUMBER.pattern}[）)]?\s*[:：]?\s*")
_SECTION = re.compile(
    r"(?:文件|令|任免|任免通知|要事|要事记|大事记|目录|会议|统计数据|统计资料|主要指标|解读|规章|规定|法规|讲话|报告|公告|通告|人事|机构|专载|特载|附录|决定|要闻|动态|信息"
    r"|法律|命令|任职|简讯|文献|公文|选登|选编|转载|政务|政事|大事|资料|登记|发布|部门文件|其他)$"
)
# What may stand around a section's heading: 【政府令】, ☆文件☆, ━━.
_FRAME = "【】〖〗［］[]☆★●◆■▲※—-━=· <>《》〈〉*"
_ORDINAL = re.compile(r"^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)])\s*")
_LONGEST_SECTION = 24


def title_and_number(parts: list[str]) -> tuple[str, str | None]:
    """The printed lines of an entry as its title and, where it begins or ends with one, its document's number."""
    text = "\n".join(parts)
    match, announced, leading = RANGE_NUMBER.search(text), _ANNOUNCED.search(text), _LEADING.match(text)
    order = next(
        (
            n
            for n in find_numbers(text)
            if "〕" not in n.number and re.fullmatch(r"\s*[）)]?\s*", text[n.end :])
        ),
        None,
    )
    if order:
        head = re.sub(r"[.…·⋯\s（(—-]+$", "", text[: order.start])
        return (_title(head), order.number) if head else (order.number, order.number)
    if announced:
        return _title(text[: announced.start()].rstrip().rstrip("（(")), squeeze(announced["number"])
    if match:
        printed = find_numbers(text[match.start() :])[0].printed
        # A range (1号-9号) goes on behind the number that was found in it.
        cut = text.rindex(printed)
        return _title(text[:cut].rstrip().rstrip("（(〈【[")), own_number(text[cut:].strip().rstrip("）) "))
    series = _SERIES_NUMBER.search(text)
    if series:
        return _title(text[: series.start()]), squeeze(series["number"])
    # A short title before a number may look like the organ's letters; then words of it are cut off.
    whole = leading and not leading[0][: find_numbers(leading[0])[0].start].strip(" \n（(")
    if leading and whole and text[leading.end() :].strip():
        return _title(text[leading.end() :]), find_numbers(leading[0])[0].number
    return _title(text), None


def _title(text: str) -> str:
    return close_up(reduce(glue, text.split("\n")).strip())


def is_section(line: Line) -> bool:
    """Whether a line of the contents that has no page number is a section's heading."""
    text = squeeze(line.text)
    if not text or len(text) > _LONGEST_SECTION:
        return False
    if text[0] in _FRAME and text[-1] in _FRAME:
        return True
    if NUMBER.search(text) or starts_like_title(text):
        return False
    return bool(line.heading) or bool(_SECTION.search(text))


def section_name(text: str) -> str:
    """A section's name without its frame: 【政府令】 is 政府令."""
    return _ORDINAL.sub("", close_up(text).strip(_FRAME)) or close_up(text)
