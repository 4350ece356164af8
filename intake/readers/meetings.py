"""Executive meetings (常务会议): which one, when, in whose chair, and what was decided."""

import dataclasses
import re

from intake.lines import Line
from intake.readers.chairs import chair_of
from intake.readers.dates import chinese_number, find_date, is_date_line, safe_date
from intake.readers.paragraphs import paragraphs
from intake.readers.segments import Segment
from intake.reading import Meeting
from intake.text import close_up, ends_sentence

_N = r"(?P<n>\d{1,4}|[一二三四五六七八九十百零〇]{1,6})"
_SESSION = r"(?:常务|全体|党组|办公|专题)"
# 第十四届人民政府第12次常务会议: 届 counts no meetings.
_NUMBER = re.compile(rf"第\s*[（(]?{_N}[）)]?\s*次")
_NUMBERED = re.compile(rf"第\s*[（(]?{_N}[）)]?\s*次[^，。；]{{0,14}}?{_SESSION}[^，。；]{{0,6}}?会")
_HELD_HERE = re.compile(rf"(?:主持)?(?:召开|举行)[^，。；]{{0,24}}?第\s*{_N}\s*次")
_D = r"(?:\d{1,2}|[一二三四五六七八九十廿]{1,3})"
_DAY = re.compile(
    rf"(?:(?P<year>(?:19|20)\d\d|[〇○零一二三四五六七八九OＯ]{{4}})\s*年\s*)?(?P<month>{_D})\s*月\s*(?P<day>{_D})(?:\s*日|(?=\s*[至—–~～-]+\s*{_D}\s*日))"
)
_HEADING = re.compile(rf"^.{{0,40}}第\s*{_N}\s*次.{{0,12}}会议?(?:纪要|召开|简报)?(?:[（(].*[）)])?$")
_OF_A_YEAR = re.compile(rf"(?P<year>(?:19|20)\d\d)年(?:度)?第\s*{_N}\s*次[^，。；]{{0,8}}{_SESSION}")
_WHEN = re.compile(r"(?:会议)?时\s*间\s*[:：]\s*(?P<when>.{4,30})")


def read_meetings(
    lines: list[Line], segment: Segment, year: int | None, published: str | None = None
) -> list[Meeting]:
    """The reports of a segment: one, or, where headings inside it begin others, one a heading."""
    return [read_meeting(lines, part, year, published) for part in _parts(lines, segment)]


def read_meeting(
    lines: list[Line], segment: Segment, year: int | None, published: str | None = None
) -> Meeting:
    """Read the report of one meeting; `year` is the issue's, for a report that prints only month and day.

    `published` (2018-03, 2018-03-30) is the day after which no meeting reported there was held.
    """
    parts = [
        part.text or "\n".join("　".join(row) for row in part.rows)
        for part in paragraphs(lines[segment.body : segment.end], [])
    ]
    text = "\n".join(parts)
    printed = [line.number for line in lines[segment.first : segment.end] if not line.blank]
    return Meeting(
        title=segment.title,
        number=_number(segment.title, text),
        held_on=_held_on(segment.title, text, _year_of(segment.title, text) or year, published),
        chair=chair_of(text),
        text=text,
        lines=[[printed[0], printed[-1]]],
    )


def _parts(lines: list[Line], segment: Segment) -> list[Segment]:
    """The segment at the headings of further meetings in it."""
    own = _NUMBER.search(segment.title)
    starts = [
        place
        for place in range(segment.body, segment.end)
        if _is_heading(lines[place], close_up(lines[place].text)) and (own is None or place > segment.body)
    ]
    seen = {chinese_number(own["n"])} if own else set()
    cuts = []
    for place in starts:
        match = _NUMBER.search(lines[place].text)
        number = chinese_number(match["n"]) if match else None
        if number not in seen:
            seen.add(number)
            cuts.append(place)
    if not cuts:
        return [segment]
    ends = [*cuts[1:], segment.end]
    parts = [
        dataclasses.replace(segment, first=cut, body=cut + 1, title=close_up(lines[cut].text), end=end)
        for cut, end in zip(cuts, ends, strict=True)
    ]
    has_text = any(not line.blank for line in lines[segment.body : cuts[0]])
    if own or has_text:
        return [dataclasses.replace(segment, end=cuts[0]), *parts]
    # The heading of them all (政务会议) belongs to the first.
    parts[0] = dataclasses.replace(parts[0], first=segment.first)
    return parts


def _is_heading(line: Line, text: str) -> bool:
    return (
        not line.blank
        and not line.cells
        and len(text) <= 60
        and not ends_sentence(text.rstrip("）)"))
        and bool(_HEADING.match(text))
    )


def _number(title: str, text: str) -> int | None:
    """The meeting's number: in the title, else where the text says that it is held, else with its kind."""
    match = _NUMBER.search(title) or _HELD_HERE.search(text) or _NUMBERED.search(text)
    return chinese_number(match["n"]) if match else None


def _year_of(title: str, text: str) -> int | None:
    """2016年第7次常务会议: the year that the meeting is counted in."""
    match = _OF_A_YEAR.search(title) or _OF_A_YEAR.search(text)
    return int(match["year"]) if match else None


def _held_on(title: str, text: str, year: int | None, published: str | None) -> str | None:
    """The day in the clause that says who chairs the meeting or that it is held, or under the title."""
    when = _WHEN.search(text)
    if when and (match := _DAY.search(when["when"])):
        return _iso(match, year, published)
    held = re.search(r"主持|召开|举行", text)
    before = list(_DAY.finditer(text[: held.start()])) if held else []
    if before:
        # Of a range the first day; of several days the one of this sentence.
        sentence = text.rfind("。", 0, held.start()) + 1 if held else 0
        inside = [match for match in before if match.start() >= sentence] or before
        return _iso(inside[0] if inside[0].start() - sentence <= 4 else inside[-1], year, published)
    head = next(
        (
            line
            for line in text.split("\n")[:2]
            if is_date_line(line) or re.match(r"^[（(].*日[^）)]*[）)]$", line)
        ),
        "",
    )
    match = _DAY.search(head) or _DAY.search(title)
    return _iso(match, year, published) if match else None


def _iso(match: re.Match[str], year: int | None, published: str | None) -> str | None:
    if match["year"]:
        day = find_date(match[0] if match[0].rstrip().endswith("日") else match[0] + "日")
        return day.isoformat() if day else None
    month, day_of_month = (chinese_number(match[name].replace("廿", "二十")) for name in ("month", "day"))
    date = safe_date(year, month, day_of_month)
    late = date and published and date[: len(published)] > published
    return safe_date((year or 0) - 1, month, day_of_month) if late else date
