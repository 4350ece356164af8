"""Document numbers (发文字号): 机关代字〔YYYY〕N号, in every bracket, and orders (令第N号).

The right form is GB/T 9704-2012's: full year, hexagonal brackets, no 第, no leading zero.
"""

import dataclasses
import re
import unicodedata

from intake.text import HAN, squeeze

_OPEN, _CLOSE = r"[〔\[（(【［〈<﹝]", r"[〕\]）)】］〉>﹞]"
_PREFIX = rf"(?P<prefix>[{HAN}]{{1,16}})"
# Until the middle of the 1990s a year may have two figures: 黑署办字〔94〕12号.
_YEAR = rf"{_OPEN}\s*(?P<year>(?:[1１][9９]|[2２][0０])\d\d|[5-9]\d)\s*{_CLOSE}"
NUMBER = re.compile(rf"{_PREFIX}\s*{_YEAR}\s*第?\s*(?P<serial>\d{{1,5}})\s*号")
_MISPLACED = re.compile(rf"{_PREFIX}\s*{_YEAR}\s*号\s*(?P<serial>\d{{1,5}})")
# The year before the organ's letters: （94）黑署字第9号.
_YEAR_FIRST = re.compile(rf"{_YEAR}\s*{_PREFIX}\s*第\s*(?P<serial>\d{{1,5}})\s*号")
_ORDER = re.compile(
    rf"(?P<prefix>(?:国务院、)?[{HAN}]{{1,24}}(?:令|公告|通告|布告))\s*[（(]?\s*第\s*(?P<serial>\d{{1,4}})\s*号"
)
_OWN = re.compile(rf"^{_PREFIX}\s*{_YEAR}\s*第?\s*\d{{1,5}}\s*号?(?:\s*[-—－~至、]\s*第?\d{{1,5}}\s*号)?$")
# The year before the organ's letters: （94）黑署字第9号.
_YEAR_FIRST = re.compile(rf"{_YEAR}\s*{_PREFIX}\s*第\s*(?P<serial>\d{{1,5}})\s*号")
_OWN_HEAD = re.compile(rf"^{_PREFIX}\s*{_YEAR}(?P<rest>.*)$")
_OWN_ORDER = re.compile(rf"^(?:[{HAN}]{{2,24}}令)?\s*第\s*\d{{1,4}}\s*号$")
# An order or announcement that its government numbers by itself, under its head: 第7号, 〔2004〕第2号, 2022年第7号.
_SERIES = re.compile(rf"^(?:{_OPEN}?\s*(?:19|20)\d\d\s*(?:{_CLOSE}|年)\s*)?第\s*\d{{1,4}}\s*号$")
# Who issues it, its number and its date on one line.
_DATE = r"\s*[（(]?(?:\d{4}年)?\d{1,2}月\d{1,2}日[）)]?"
_LINE = re.compile(rf"^(?P<organ>[{HAN}]{{4,30}}\s+)?(?P<number>{NUMBER.pattern})(?P<date>{_DATE})?$")
_OWN_FORMS = (_OWN, re.compile(_YEAR_FIRST.pattern + "$"), re.compile(rf"^{_MISPLACED.pattern}$"))
_OF_ORDER = re.compile(r"^.*(?:根据|按照|依据|依照|遵照|执行|印发|转发|的)(?=..)")
# Words of the sentence before a number; a 机关代字 does not begin with them nor contain them. One character
# that joins two of them (和) may be part of a place's name: it is cut only where it stands first.
_GLUE = re.compile(
    r"^.*(?:根据|按照|依据|依照|执行|转发|印发|下发|参照|通知|意见|通报|决定|公告|批复|办法|规定|方案|细则|文件|的|政府|公署)(?=..)"
)
# At the head of a text it joins nothing: 和政发〔2021〕7号 is a number of 和县.
_JOINT = re.compile(
    r"^(?:[号日月](?=..))?(?:(?:现将|兹将|原|以及|以|对|将|经|由|在|据|照|按|见|如|即)(?=..)|(?P<joins>和|及|与)(?=..))?"
)


@dataclasses.dataclass(frozen=True)
class Found:
    """A number in a text: in its right form, as printed, and where it stands."""

    number: str
    printed: str
    start: int
    end: int

    @property
    def well_formed(self) -> bool:
        return squeeze(self.printed) == self.number


def normal(text: str) -> str | None:
    """The number that the whole text is, in its right form; None where it is none."""
    found = find_numbers(text)
    return found[0].number if len(found) == 1 and found[0].printed == text.strip() else None


def find_numbers(text: str) -> list[Found]:
    """All document numbers and orders named in a text, in order."""
    found = [_found(m) for pattern in (NUMBER, _MISPLACED, _YEAR_FIRST) for m in pattern.finditer(text)]
    found += [_order(match) for match in _ORDER.finditer(text)]
    return sorted(found, key=lambda item: item.start)


def is_number_line(text: str) -> bool:
    """Whether a line is a document's own number (or range of numbers) and nothing else."""
    return any(form.match(_bare(text)) for form in _OWN_FORMS) or bool(_LINE.match(text.strip()))


def _bare(text: str) -> str:
    """A number's line without the brackets around the whole of it."""
    whole = re.fullmatch(r"\s*[（(](.*号)\s*[）)]\s*", text)
    return whole[1].strip() if whole else text.strip()


def is_order_line(text: str) -> bool:
    """Whether a line is an order's number: 第8号, XX人民政府令第8号."""
    return bool(_OWN_ORDER.match(text.strip()))


def is_series_line(text: str) -> bool:
    """Whether a line is the number of an order or announcement within its own series: 2022年第7号."""
    return bool(_SERIES.match(_bare(text)))


def beside_number(text: str) -> tuple[str | None, str | None]:
    """Who issues a document and when, where its number's line says so."""
    line = _LINE.match(text.strip())
    return ((line["organ"] or "").strip() or None, line["date"]) if line else (None, None)


def own_number(text: str) -> str:
    """A document's own number from its line: normalised; of a range (1号-9号) the figures stay as printed."""
    line = _LINE.match(text.strip())
    if line:
        return find_numbers(line["number"])[0].number
    text = _bare(text) if is_number_line(text) else text.strip()
    span = _OWN_HEAD.match(text)
    whole = f"{span['prefix']}〔{_full_year(span['year'])}〕{span['rest']}" if span else text
    return normal(text) or squeeze(whole)


def _without_sentence(match: re.Match[str], words: re.Pattern[str]) -> str:
    """The 机关代字 alone: a run of characters before the bracket may begin with the sentence's words."""
    prefix = words.sub("", match["prefix"])
    joint = _JOINT.match(prefix)
    first = prefix == match["prefix"] and re.search(
        r"(?:^|[\n《（(〈“])$", match.string[: match.start()][-1:]
    )
    return prefix if joint is None or (joint["joins"] and first) else prefix[joint.end() :]


def _full_year(printed: str) -> str:
    year = unicodedata.normalize("NFKC", printed)
    return year if len(year) == 4 else "19" + year


def _found(match: re.Match[str]) -> Found:
    prefix = _without_sentence(match, _GLUE)
    start = match.start() + len(match["prefix"]) - len(prefix)
    number = f"{prefix}〔{_full_year(match['year'])}〕{int(match['serial'])}号"
    return Found(number, match.string[start : match.end()], start, match.end())


def _order(match: re.Match[str]) -> Found:
    prefix = _without_sentence(match, _OF_ORDER)
    start = match.start() + len(match["prefix"]) - len(prefix)
    return Found(f"{prefix}第{int(match['serial'])}号", match.string[start : match.end()], start, match.end())
