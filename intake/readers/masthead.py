"""The masthead (刊头): which issue of which gazette this is, and who edited it."""

import re
import unicodedata
from collections.abc import Iterable

from intake.lines import Line
from intake.readers.dates import chinese_number, safe_date
from intake.readers.editors import editors_of
from intake.readers.numbers import is_number_line
from intake.readers.shapes import is_bracketed_date, starts_like_title
from intake.reading import Masthead, ranges_of
from intake.text import HAN, ends_sentence, squeeze

# A masthead stands on the cover and the page behind it.
_REACH = 80
_RANGE = r"(\d{1,5})(?:[期号]?[-—－–~～至、,，/和](?:第)?(\d{1,5}))?"
_NUMBER = re.compile(rf"(?<!总)第{_RANGE}(?:[号期]|季度)")
# 2019年3期, 2019·3: a number without 第 stands right behind the year.
_BARE_NUMBER = re.compile(rf"(?:19|20)\d\d(?:年|[·.•/]){_RANGE}[号期]")
_YEAR_AND_NUMBER = re.compile(r"^(?:19|20)\d\d[·.•/](\d{1,2})()$")
_SERIAL = re.compile(rf"总(?:期)?(?:第|字第|号[:：]?|期数?[:：]?)?{_RANGE}(?:[期号]|(?=[）)\]】]|$|¶))")
_YEAR = re.compile(r"((?:19|20)\d\d)(?=年|[·.•/-]\d|第)")
_PUBLISHED = re.compile(
    r"((?:19|20)\d\d)(?:年|[.\-/])(\d{1,2})(?:月(?:(\d{1,2})日)?|[.\-/](\d{1,2})(?!\d)|(?=出版|$|¶))"
)
_DAY_OF_ISSUE = re.compile(r"(?<![\d年])(\d{1,2})月(\d{1,2})日(?:出版|出刊|编印|印)")
# The last lines of an issue: who edited and printed it.
_CLOSES = re.compile(
    r"^[（(]?(?:本刊)?(?:责任编辑|责编|编辑|校对|排版|印刷|承印|印数)[:：].{2,60}$|印刷厂印$"
)
_CLOSING = 4
# A colophon has so many lines at most.
_COLOPHON = 30
_FREQUENCY = re.compile(r"(?:半年|双月|半月|双周|月|季|旬|周|年)刊(?![登载发物号])")
_CHINESE_NUMBER = re.compile(r"(?<=第)[一二三四五六七八九十百]{1,4}(?=[号期、—-]|季度)")
_CHINESE_YEAR = re.compile(r"[〇○零OＯo0一二三四五六七八九]{4}(?=年)")
_CHINESE_DAY = re.compile(r"[一二三四五六七八九十]{1,3}(?=[月日])")
_NAMED = re.compile(rf"^(?P<name>[{HAN}]{{0,40}}(?:公报|政报))(?P<rest>.*)$")
_CONTENTS = re.compile(r"^(?:本期)?(?:目录|要目|目次|内容提要)(?:CONTENTS)?$|^CONTENTS$", re.IGNORECASE)
# Who publishes, and where: lines of the imprint that are no item of the issue.
_IMPRINT = re.compile(
    r"^(?:主管|主办|承办|协办|编辑|出版|编印|发行|印刷|印制|地址|邮政?编码?|邮编|电话|传真|网址|网站|电子(?:邮箱|信箱|邮件)|刊号|国内统一刊号|国内刊号|准印证|"
    r"ISSN|CN\d|投稿|本刊|定价|印数|内部资料|免费赠阅|顾问|编委|编辑委员会|编审|审核|校对|主任|副主任|委员|总编|主编|副主编|责任编辑|执行)",
    re.IGNORECASE,
)


def is_contents_heading(text: str) -> bool:
    """Whether a line is the heading of the contents: 目 录."""
    return bool(_CONTENTS.match(squeeze(text)))


def read_masthead(lines: list[Line]) -> Masthead | None:
    """The masthead at the head of a source; None where there is none.

    A masthead is a line that names a 公报 and, near it, a number of the issue with its year.
    """
    head = _head(lines)
    title = next((line for line in head if _title(line.text)), None)
    if title is None:
        return None
    over = _name_over(head, title)
    numbered = next((line for line in head if _number(line.text)), None)
    dated = next((line for line in head if _YEAR.search(_figures(line.text))), None)
    if numbered is None or dated is None:
        return None
    masthead = _masthead(head, title, numbered)
    masthead.publication = over + masthead.publication
    return masthead


def _name_over(head: list[Line], title: Line) -> str:
    """The first half of a name set on two lines: 某某州 over 人民政府公报."""
    place = next(n for n, line in enumerate(head) if line is title)
    if place == 0 or not re.match(r"(?:人民)?政府公?报|公报|政报", squeeze(title.text)):
        return ""
    above = squeeze(head[place - 1].text)
    return above if re.fullmatch(rf"[{HAN}]{{2,20}}", above) else ""


def closing_lines(lines: list[Line], name: str) -> list[Line]:
    """The lines at the end of a source that name editors or the printing house, or a whole colophon (版权页).

    A colophon begins with the gazette's `name`, alone on its line.
    """
    taken = _colophon([line for line in lines if not line.blank], name)
    if taken:
        return taken
    for line in reversed(lines):
        if line.blank:
            continue
        if len(taken) == _CLOSING or not _CLOSES.search(squeeze(line.text)):
            break
        taken.append(line)
    return taken


def _colophon(lines: list[Line], name: str) -> list[Line]:
    begins = [n for n, line in enumerate(lines[-_COLOPHON:]) if squeeze(line.text) == squeeze(name)]
    if not begins:
        return []
    behind = lines[-_COLOPHON:][begins[-1] :]
    told = [line for line in behind[1:] if _IMPRINT.match(squeeze(line.text)) or _number(line.text)]
    return behind if len(told) > 1 else []


def add_editors(masthead: Masthead, lines: Iterable[Line], closing: Iterable[Line] = ()) -> list[Line]:
    """Take the editors from lines that stand behind the contents, and all `closing` ones; the lines that were taken."""
    taken = [line for line in lines if editors_of(line.text) or _CLOSES.search(squeeze(line.text))]
    taken += closing
    _set_editors(masthead, taken)
    masthead.lines = ranges_of([*_numbers(masthead), *(line.number for line in taken)])
    return taken


def _numbers(masthead: Masthead) -> list[int]:
    return [n for first, last in masthead.lines for n in range(first, last + 1)]


def _title(text: str) -> str | None:
    """The gazette's name where a line is that, alone or with the issue's number and date behind it."""
    match = _NAMED.match(squeeze(text).strip("《》·●★☆"))
    if match is None or re.search(r"[，。；：:]", match["rest"]) or match["name"].endswith("的公报"):
        return None
    return match["name"] if not match["rest"] or _is_imprint(match["rest"]) else None


def _figures(text: str) -> str:
    """Without blanks, in ASCII figures: 第三期 as 第3期, 二○一八年 as 2018年."""
    plain = unicodedata.normalize("NFKC", squeeze(text))
    for pattern in (_CHINESE_NUMBER, _CHINESE_YEAR, _CHINESE_DAY):
        plain = pattern.sub(lambda m: str(chinese_number(m[0]) or m[0]), plain)
    return plain


def _number(text: str) -> re.Match[str] | None:
    plain = _figures(text)
    return _NUMBER.search(plain) or _BARE_NUMBER.search(plain) or _YEAR_AND_NUMBER.search(plain)


def _head(lines: list[Line]) -> list[Line]:
    """The lines before the contents, or the first lines where there are no contents."""
    head = [line for line in lines[:_REACH] if not line.blank]
    for place, line in enumerate(head):
        if is_contents_heading(line.text):
            return head[:place]
    # Without contents the masthead ends with the last line that holds nothing but its number, date or imprint.
    head = _before_text(head[:25])
    ends = [n for n, line in enumerate(head) if _is_imprint(line.text) or _title(line.text)]
    end = max(ends) + 1 if ends else 0
    while end and end < len(head) and _is_imprint_line(head[end].text):
        end += 1
    return head[:end]


def _is_imprint_line(text: str) -> bool:
    plain = squeeze(text)
    return bool(_IMPRINT.match(plain)) or (
        len(plain) < 60 and bool(re.search(r"(?:主管|主办|编印|编辑出版)", plain))
    )


def _before_text(head: list[Line]) -> list[Line]:
    """The lines up to the first that begins a text: a title, a document's number, a sentence."""
    for place, line in enumerate(head):
        text = line.text
        begins = starts_like_title(text) or is_number_line(text) or (ends_sentence(text) and len(text) > 20)
        if place and (begins or (is_bracketed_date(text) and not _NUMBER.search(_figures(text)))):
            return head[:place]
    return head


def _is_imprint(text: str) -> bool:
    """Whether a line is the issue's number, serial, date or frequency, and nothing else."""
    plain = _figures(text)
    rest = plain
    for pattern in (_DAY_OF_ISSUE, _SERIAL, _NUMBER, _BARE_NUMBER, _PUBLISHED, _YEAR, _FREQUENCY):
        rest = pattern.sub("", rest)
    return rest != plain and len(re.sub(r"[（）()\[\]【】·.,，:：|/年卷合刊出版日期\s—-]", "", rest)) <= 2


def _masthead(head: list[Line], title: Line, numbered: Line) -> Masthead:
    whole = _figures("\n".join(line.text for line in head).replace("\n", "¶"))
    number, number_end = _span(_number(numbered.text))
    serial, serial_end = _span(_SERIAL.search(whole))
    published = _PUBLISHED.search(whole)
    day = _DAY_OF_ISSUE.search(whole)
    frequency = _FREQUENCY.search(whole)
    year = _YEAR.search(_figures(numbered.text)) or _YEAR.search(whole)
    masthead = Masthead(
        publication=_title(title.text) or "",
        year=int(year[1]) if year else 0,
        number=number or 0,
        number_end=number_end or 0,
        serial=serial,
        serial_end=serial_end,
        frequency=frequency[0] if frequency else None,
        published=_published(published, day, int(year[1]) if year else None),
        chief_editor=None,
        deputy_editors=[],
        text="\n".join(line.text for line in head if _title(line.text) != squeeze(line.text)),
        lines=[[head[0].number, head[-1].number]],
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


def _published(full: re.Match[str] | None, day: re.Match[str] | None, year: int | None) -> str | None:
    """The printed date; 3月31日出版 is of the year that the number has."""
    if day and not (full and full[0].endswith("日")):
        return safe_date(year, int(day[1]), int(day[2]))
    return _date_text(full)


def _date_text(match: re.Match[str] | None) -> str | None:
    if match is None:
        return None
    printed_day = match[3] or match[4]
    day = safe_date(int(match[1]), int(match[2]), int(printed_day or 1))
    return day if day is None or printed_day else day[:7]


def _set_editors(masthead: Masthead, lines: Iterable[Line]) -> None:
    for line in lines:
        for role, names in editors_of(line.spaced):
            if role in {"主编", "总编", "总编辑"} and masthead.chief_editor is None:
                masthead.chief_editor = "、".join(names)
            elif role in {"副主编", "副总编", "副总编辑"}:
                masthead.deputy_editors += [name for name in names if name not in masthead.deputy_editors]
            elif line.text not in masthead.text:
                masthead.text += "\n" + line.text
