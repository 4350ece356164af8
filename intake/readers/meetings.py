"""Executive meetings (常务会议): which one, when, in whose chair, and what was decided."""

import re

from intake.lines import Line
from intake.readers.dates import chinese_number, find_date, safe_date
from intake.readers.paragraphs import paragraphs
from intake.readers.segments import Segment
from intake.reading import Meeting
from intake.text import HAN, squeeze

_NUMBER = re.compile(r"第\s*(?P<n>\d{1,4}|[一二三四五六七八九十百零〇]{1,6})\s*次")
_DAY = re.compile(r"(?:(?P<year>(?:19|20)\d\d)年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
_OFFICE_END = (
    r"(?:常务副?(?:主席|州长|省长|市长|县长)|副?(?:主席|州长|省长|市长|县长|专员|书记|区长|旗长|盟长))"
)
_CHAIR = re.compile(
    rf"{_OFFICE_END}(?P<name>[{HAN}]{{2,4}}|[{HAN}]{{1,12}}(?:·[{HAN}]{{1,12}})+|[{HAN}]{{2,8}}?)(?:同志)?主持"
)


def read_meeting(lines: list[Line], segment: Segment, year: int | None) -> Meeting:
    """Read the report of one meeting; `year` is the issue's, for a report that prints only month and day."""
    parts = [
        part.text or "\n".join("　".join(row) for row in part.rows)
        for part in paragraphs(lines[segment.body : segment.end], [])
    ]
    text = "\n".join(parts)
    printed = [line.number for line in lines[segment.first : segment.end] if not line.blank]
    number = _NUMBER.search(segment.title) or _NUMBER.search(text)
    chair = _CHAIR.search(squeeze(text))
    return Meeting(
        title=segment.title,
        number=chinese_number(number["n"]) if number else None,
        held_on=_held_on(text, year),
        chair=chair["name"] if chair else None,
        text=text,
        lines=[[printed[0], printed[-1]]],
    )


def _held_on(text: str, year: int | None) -> str | None:
    """The day in the clause that says who chairs the meeting or that it is held."""
    held = re.search(r"主持|召开", text)
    before = list(_DAY.finditer(text[: held.start()])) if held else []
    match = before[-1] if before else None
    if match is None:
        return None
    if match["year"]:
        day = find_date(match[0])
        return day.isoformat() if day else None
    return safe_date(year, int(match["month"]), int(match["day"]))
