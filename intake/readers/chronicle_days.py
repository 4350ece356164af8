"""The days of a chronicle as it prints them: 3日, 三月三日, 1月3日—5日, 同日, △, 下旬."""

import dataclasses
import re

from intake.readers.dates import chinese_number

_CN = "〇○零一二三四五六七八九十廿卅"
_N = rf"(?:\d{{1,2}}|元|[{_CN}]{{1,4}})"
_YEAR = rf"(?P<year>(?:19|20)\d\d|[{_CN}OＯ]{{4}})\s*年"
MARK = r"[●▲△○◆◇■□★☆◎·•※*►▶]"
_TO = r"(?:至|到|—+|–|-+|－+|~|～|、|和|及)"
_LATER = rf"(?:\s*{_TO}\s*(?:(?:\d{{4}}年)?{_N}\s*月)?{_N}\s*[日号]?)"
_WEEKDAY = r"(?:\s*[（(](?:星期|周|礼拜)[^（）()]{1,10}[）)])?"
_HOUR = r"(?:上午|下午|晚上|晚间|晚|凌晨|中午|早晨|清晨|傍晚|夜|晨)?(?=[^内前后起止]|$)"
_START = rf"^[【\[（(〔]?\s*(?:{MARK}\s*)?[【\[（(]?"
_END = rf"\s*[】\]）)〕]?{_WEEKDAY}\s*{_HOUR}\s*[，,：:、。]?\s*"
# A range may leave 日 to its last day: 4—6日.
_DAY = re.compile(
    rf"{_START}(?:{_YEAR})?(?:\s*(?P<month>{_N})\s*月(?:份)?)?\s*(?P<day>{_N})\s*(?:[日号]{_LATER}?|{_LATER}(?<=[日号]))(?![内前后起间报程常益均期]|以[来前后内]){_END}"
)
_NUMERIC = re.compile(
    rf"{_START}(?P<year>(?:19|20)\d\d)[-./](?P<month>\d{{1,2}})[-./](?P<day>\d{{1,2}})(?!\d){_END}"
)
_SAME_DAY = re.compile(rf"{_START}(?:同日|当日|当天|是日|同一天|同一日|同天|该日)(?![至起]){_END}")
_MARKED = re.compile(rf"^{MARK}\s*(?=\S)")
_PART_OF_MONTH = re.compile(
    rf"{_START}(?:{_YEAR})?(?:(?P<month>{_N})月(?:份)?)?(?:[上中下]旬|月?初|月?中|月?末|月?底|月内|本月|同月|是月|当月)(?=[，,：:、\s】）])\s*[】）]?[，,：:]?\s*"
)
_WHOLE_MONTH = re.compile(
    rf"^{MARK}?\s*[【\[（(〔]?(?:[一二三四五六七八九十]{{1,2}}、)?(?:{_YEAR})?(?P<month>{_N})\s*月(?:份)?(?:大事记?|要事记?|纪事|记事)?[】\]）)〕]?$"
)
_WHOLE_YEAR = re.compile(rf"^[【\[（(〔]?{_YEAR}(?:度)?[】\]）)〕]?$")
_NUMBERED = re.compile(r"^(?:[（(]?\d{1,3}[）)]|\d{1,3}[.．、])\s*(?=(?:\d{4}年)?\d{1,2}\s*[月日])")


@dataclasses.dataclass(frozen=True)
class Day:
    """What a line says of its day: parts that it prints, and where its text begins.

    `same`: the day is that of the line above. A line of a part of a month (下旬) has neither day nor `same`.
    """

    year: int | None
    month: int | None
    day: int | None
    same: bool
    start: int


def day_of(text: str) -> Day | None:
    """The day that a line begins with; None where it begins with none."""
    numbered = _NUMBERED.match(text)
    skip = numbered.end() if numbered else 0
    match = _NUMERIC.match(text[skip:]) or _DAY.match(text[skip:])
    if match and (day := _number(match["day"])) and 1 <= day <= 31:
        return Day(_number(match["year"]), _month(match["month"]), day, False, skip + match.end())
    match = _SAME_DAY.match(text)
    if match:
        return Day(None, None, None, True, match.end())
    match = _PART_OF_MONTH.match(text)
    if match:
        return Day(_number(match["year"]), _month(match["month"]), None, False, match.end())
    match = _MARKED.match(text)
    return Day(None, None, None, True, match.end()) if match else None


def month_heading(text: str) -> tuple[int | None, int] | None:
    """三月, 2018年1月, 【一月份】: year and month of a heading; None for any other line."""
    match = _WHOLE_MONTH.match(text)
    month = _month(match["month"]) if match else None
    return (_number(match["year"]), month) if match and month else None


def year_heading(text: str) -> int | None:
    match = _WHOLE_YEAR.match(text)
    return _number(match["year"]) if match else None


def span_of(heading: str) -> tuple[int | None, int | None, int | None]:
    """Year, first and last month that a chronicle's heading names: 2012年3月份大事记."""
    year = re.search(_YEAR, heading)
    months = [_month(name) for name in re.findall(rf"({_N})\s*月", heading)]
    first = re.search(rf"({_N})\s*{_TO}\s*({_N})\s*月", heading)
    if first:
        months = [_month(first[1]), *months]
    quarter = re.search(r"(?:第)?([一二三四1234])季度", heading)
    if quarter and not months:
        number = chinese_number(quarter[1]) or 1
        months = [number * 3 - 2, number * 3]
    known = [month for month in months if month]
    return _number(year["year"]) if year else None, known[0] if known else None, known[-1] if known else None


def _number(text: str | None) -> int | None:
    if not text:
        return None
    return 1 if text == "元" else chinese_number(text.replace("廿", "二十").replace("卅", "三十"))


def _month(text: str | None) -> int | None:
    month = _number(text)
    return month if month and 1 <= month <= 12 else None
