"""The chronicle (政务要事, 大事记): events by day, with the officials that they name."""

import re

from intake.lines import Line
from intake.readers.dates import safe_date
from intake.readers.segments import Segment
from intake.reading import Event, Official, Ranges
from intake.text import HAN, ends_sentence, glue, squeeze

_YEAR = re.compile(r"((?:19|20)\d\d)年")
_MONTH = re.compile(
    r"^(?:(?P<year>(?:19|20)\d\d)年)?(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?$"
)
_CHINESE_MONTHS = {
    name: n
    for n, name in enumerate(["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"], 1)
}
_DAY = re.compile(
    r"^(?:[●▲△○◆■★]\s*)?(?:(?:(?P<year>(?:19|20)\d\d)年)?(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日"
    r"(?:\s*(?:至|—|–|-|~|、)\s*(?:\d{1,2}月)?\d{1,2}日)?(?:上午|下午|晚)?\s*[，,：:、]?\s*"
)
_SAME_DAY = re.compile(r"^(?:[●▲△○◆■★]\s*)?(?:同日|当日|当天|是日)(?:上午|下午|晚)?\s*[，,：:]?\s*")
_OFFICE = (
    r"(?:(?:自治州|自治区|州|省|市|县|地区|区)?(?:党委|委|人大常委会|人民政府|政府|政协)?"
    r"(?:党委|党组)?(?:常务副州长|副州长|州长助理|州长|常务副主席|副主席|主席|常务副市长|副市长|市长|常务副县长|副县长|县长|"
    r"常务副省长|副省长|省长|副秘书长|秘书长|副书记|书记|副专员|专员|副主任|主任|常委|部长))"
)
_VERB = (
    r"(?:率队|主持|参加|出席|前往|陪同|会见|召开|召集|深入|慰问|检查|调研|督导|督查|督察|看望|开展|一行|带领|听取|参观|接待|代表|"
    r"组织|走访|视察|接受|进行|宣布|签署|考察|研究|专题|分别|先后|通过|一同|应邀|讲话|审议|巡查|指导|表示|指出|强调|同志)"
)
_SHORT_VERB = r"[率赴到在与和为作做就对同及以住等]"
_NAME = rf"[{HAN}]{{1,12}}(?:·[{HAN}]{{1,12}})*"
_DOTTED_NAME = re.compile(rf"^[{HAN}]{{1,12}}(?:·[{HAN}]{{1,12}}?)+(?={_VERB}|{_SHORT_VERB}|$)")
_NO_NAME = re.compile(r"[会议组办局委厅院校]|班子|一行|督导|热线|通道|医师|^[的第抓及与和同]")
_LONGEST_PLAIN = 6
_GROUP = re.compile(rf"(?P<office>{_OFFICE})(?P<names>{_NAME}(?:、(?!{_OFFICE}){_NAME})*)")


def read_chronicle(lines: list[Line], segment: Segment, year: int | None) -> tuple[list[Event], list[Line]]:
    """The events of a segment, and the lines of those that have no day of their own.

    `year` is the issue's, for a chronicle that prints none. An event without a day has the day of the one
    before it; who reads the problems decides.
    """
    reader = _Reader(year)
    for line in lines[segment.first : segment.end]:
        if not line.blank:
            reader.take(line, heading=line.number <= lines[segment.body - 1].number)
    return reader.events, reader.dayless


class _Reader:
    def __init__(self, year: int | None) -> None:
        self.year = year
        self.month: int | None = None
        self.day: int | None = None
        self.events: list[Event] = []
        self.dayless: list[Line] = []

    def take(self, line: Line, *, heading: bool) -> None:
        if heading or (not self.events and re.match(r"^[（(].*[）)]$", line.text)):
            self._heading(line)
        elif _MONTH.match(squeeze(line.text)):
            self._month(line)
        elif self._goes_on(line):
            self._extend(line)
        else:
            self._event(line)

    def _heading(self, line: Line) -> None:
        year = _YEAR.search(squeeze(line.text))
        self.year = int(year[1]) if year else self.year

    def _month(self, line: Line) -> None:
        match = _MONTH.match(squeeze(line.text))
        if match:
            self.year = int(match["year"]) if match["year"] else self.year
            month = match["month"]
            self.month = int(month) if month.isdigit() else _CHINESE_MONTHS.get(month)
            self.day = None

    def _goes_on(self, line: Line) -> bool:
        """Whether a line ends the sentence that the column broke."""
        if not self.events or _DAY.match(line.text) or _SAME_DAY.match(line.text):
            return False
        return not ends_sentence(self.events[-1].text)

    def _extend(self, line: Line) -> None:
        event = self.events[-1]
        event.text = glue(event.text, line.text)
        event.lines = [[event.lines[0][0], line.number]]
        event.officials = officials(event.text)

    def _event(self, line: Line) -> None:
        text = line.text
        match = _DAY.match(text) or _SAME_DAY.match(text)
        if match and match.re is _DAY:
            self.year = int(match["year"]) if match["year"] else self.year
            self.month = int(match["month"]) if match["month"] else self.month
            self.day = int(match["day"])
        elif match is None:
            self.dayless.append(line)
        lines: Ranges = [[line.number, line.number]]
        self.events.append(Event(safe_date(self.year, self.month, self.day), text, officials(text), lines))


def officials(text: str) -> list[Official]:
    """The officials that a sentence names with their offices, each once, in order."""
    found: dict[str, Official] = {}
    match = _GROUP.search(text)
    while match:
        closed = text[match.end() : match.end() + 1] in {"，", ",", "、", "。", "；"}
        names, end = _names(match["names"], closed=closed)
        for name in names:
            found.setdefault(name, Official(name, match["office"]))
        # What stands behind the last name may name others: …陪同州党委书记….
        match = _GROUP.search(text, match.start("names") + end)
    return list(found.values())


def _names(text: str, *, closed: bool) -> tuple[list[str], int]:
    """The names of a list up to the one that the sentence's verb follows, and where they end.

    `closed`: a comma stands behind the list. Where neither verb nor comma does, the last word is no name:
    市长热线开通 names nobody.
    """
    names: list[str] = []
    end = 0
    parts = text.split("、")
    for place, part in enumerate(parts):
        last = place == len(parts) - 1
        name = _before_verb(part) or (part if closed or not last else "")
        if not _may_be_name(name):
            break
        names.append(name)
        end += len(name) + 1
        if name != part:
            break
    return names, max(0, end - 1)


def _may_be_name(name: str) -> bool:
    longest = 25 if "·" in name else _LONGEST_PLAIN
    return 2 <= len(name) <= longest and not _NO_NAME.search(name)


def _before_verb(part: str) -> str | None:
    """The name that a verb follows; None where none does.

    A verb of one character may be the name's last one: 王永和出席 is of 王永和, because 出席 follows.
    """
    dotted = _DOTTED_NAME.match(part)
    if dotted:
        return dotted[0]
    for length in range(2, _LONGEST_PLAIN + 1):
        if re.match(_VERB, part[length:]):
            return part[:length]
        if re.match(_SHORT_VERB, part[length:]):
            return part[: length + 1] if re.match(_VERB, part[length + 1 :]) else part[:length]
    return None
