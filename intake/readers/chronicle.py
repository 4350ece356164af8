"""The chronicle (政务要事, 大事记, 工作日志): events by day, with the officials that they name."""

import re

from intake.lines import Line
from intake.readers.chronicle_days import MARK, Day, day_of, month_heading, span_of, year_heading
from intake.readers.dates import safe_date
from intake.readers.officials import officials as officials
from intake.readers.segments import Segment
from intake.reading import Event, Ranges
from intake.text import HAN, ends_sentence, glue, squeeze

# A paragraph that goes on telling of the event before it.
_MORE = re.compile(
    r"^(?:会议|座谈会|会上|会后|仪式|活动|他|她|其间|期间|随后|据悉|据了解|会见中|调研中|检查中|考察中)"
    r"[^。；]{0,20}?(?:指出|强调|要求|认为|听取|审议|表示|说|决定|传达|讨论|研究|通报|部署|据悉|据了解|，)"
    rf"|^[{HAN}·]{{2,12}}(?:指出|强调|要求|表示|说)[，,：:]"
)
# The day behind these words is not an entry's own: 定于 | 15日召开.
_LEADS_TO_DAY = re.compile(r"(?:于|在|至|到|自|从|即|月|年|截至|截止|、|和|与|及|的|《|（|“|为|是|前|今)$")
# How much of an event's end is looked at for whether it goes on.
_TAIL = 200
_INSIDE = re.compile(rf"(?<=[。；])\s*(?={MARK}?\s*(?:同日|当日|是日|(?:\d{{1,2}}月)?\d{{1,2}}日)[，,：: ])")


def read_chronicle(
    lines: list[Line], segment: Segment, year: int | None, published: str | None = None
) -> tuple[list[Event], list[Line]]:
    """The events of a segment, and the lines of those that have no day of their own.

    `year` is the issue's, for a chronicle that prints none; `published` (2018-03, 2018-03-30) the day after
    which nothing in it can have happened. An event without a day has the day of the one before it; who reads
    the problems decides.
    """
    reader = _Reader(year, published)
    for line in lines[segment.first : segment.end]:
        if not line.blank:
            reader.take(line, heading=line.number <= lines[segment.body - 1].number)
    for event in reader.events:
        event.officials = officials(event.text)
    return reader.events, reader.dayless


class _Reader:
    def __init__(self, year: int | None, published: str | None) -> None:
        self.year = year
        self.year_is_printed = False
        self.published = published
        self.month: int | None = None
        self.last_month: int | None = None
        self.day: int | None = None
        # A line that is a day alone heads the paragraphs below it.
        self.heading: Line | None = None
        self.under_heading = False
        self.events: list[Event] = []
        self.dayless: list[Line] = []

    def take(self, line: Line, *, heading: bool) -> None:
        plain = squeeze(line.text)
        before_all = not self.events and self.heading is None
        if re.fullmatch(r"[\W_]*(?:\d{1,4}[\W_]*)?", plain):
            return
        if heading or (before_all and re.match(r"^[（(].*[）)]$", line.text) and not _is_entry(line.text)):
            self._title(plain)
        elif year_heading(plain):
            self.year, self.year_is_printed, self.day = year_heading(plain), True, None
        elif month_heading(plain):
            self._month(plain)
        elif self._goes_on(line):
            self._extend(line)
        else:
            for text in self._entries(line):
                self._event(line, text)

    def _title(self, plain: str) -> None:
        year, first, last = span_of(plain)
        if year:
            self.year, self.year_is_printed = year, True
        self.month, self.last_month = first or self.month, last or self.last_month

    def _month(self, plain: str) -> None:
        year, month = month_heading(plain) or (None, 0)
        self._turn(year, month, None)

    def _turn(self, year: int | None, month: int | None, day: int | None) -> None:
        """Set the day. Who prints no month goes on in the one before, or, after its end, in the next."""
        if year:
            self.year, self.year_is_printed = year, True
        elif month and self.month and month < self.month and self.month >= 11 and self.year:
            self.year += 1
        if month:
            self.month = month
        elif day and self.day and day < self.day and self.month and self.last_month not in {None, self.month}:
            self.year = self.year + 1 if self.year and self.month == 12 else self.year
            self.month = self.month % 12 + 1
        self.day = day

    def _entries(self, line: Line) -> list[str]:
        """The entries of a line: two that were joined (…。同日，…) are two."""
        pieces = _INSIDE.split(line.text)
        first = day_of(pieces[0])
        # 12日至15日，…。13日，… is one event of several days.
        if (
            len(pieces) == 1
            or first is None
            or re.match(r"^\W*[^，,]{0,12}[日号]?(?:至|—|–|-|~|～)", pieces[0])
        ):
            return [line.text]
        return pieces

    def _goes_on(self, line: Line) -> bool:
        """Whether a line ends the sentence that the column broke, or tells more of the same event."""
        if not self.events or (self.heading and self.heading.number > self.events[-1].lines[-1][1]):
            return False
        text = self.events[-1].text[-_TAIL:]
        if day_of(line.text):
            broken = bool(_LEADS_TO_DAY.search(text)) and not line.after_blank and not ends_sentence(text)
            return broken and not line.heading
        if text.endswith(("：", ":")):
            return True
        if not ends_sentence(text):
            # A heading of the day has short entries under it, which may lack a full stop.
            return not (self.under_heading and line.after_blank)
        return bool(_MORE.match(line.text))

    def _extend(self, line: Line) -> None:
        event = self.events[-1]
        told = ends_sentence(event.text[-_TAIL:]) and not event.text.endswith(("，", ","))
        event.text = f"{event.text}\n{line.text}" if told else glue(event.text, line.text)
        event.lines = [[event.lines[0][0], line.number]]

    def _event(self, line: Line, text: str) -> None:
        said = day_of(text)
        if said:
            self._take_day(said)
            if not squeeze(text[said.start :]):
                self.heading, self.under_heading = line, True
                return
            self.under_heading = self.under_heading and said.same
        elif not self.under_heading:
            self.dayless.append(line)
        self.heading = None
        lines: Ranges = [[line.number, line.number]]
        self.events.append(Event(self._date(), text, [], lines))

    def _take_day(self, said: Day) -> None:
        if not said.same:
            self._turn(said.year, said.month, said.day)

    def _date(self) -> str | None:
        date = safe_date(self.year, self.month, self.day)
        # A chronicle of December in the January issue, which prints no year.
        if (
            date
            and self.published
            and not self.year_is_printed
            and date[: len(self.published)] > self.published
        ):
            return safe_date((self.year or 0) - 1, self.month, self.day)
        return date


def _is_entry(text: str) -> bool:
    """（3日）市长…: the brackets hold the day only."""
    said = day_of(text)
    return bool(said and squeeze(text[said.start :]).strip("）)"))
