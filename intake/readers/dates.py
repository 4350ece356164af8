"""Dates as official documents print them: Arabic figures, or Chinese numerals with any zero."""

import datetime
import re

_DIGITS = {
    char: value
    for value, chars in enumerate(
        ("〇○零OＯo0０", "一1１", "二两2２", "三3３", "四4４", "五5５", "六6６", "七7７", "八8８", "九9９")
    )
    for char in chars
}
_YEAR = "[" + "".join(_DIGITS) + r"]{4}"
_DAY = "(?:[" + "".join(_DIGITS) + r"]|十|廿){1,3}"
DATE = rf"(?P<year>{_YEAR})\s*年\s*(?P<month>{_DAY})\s*月\s*(?P<day>{_DAY})\s*[日号]"
_DATE = re.compile(DATE)
_WHOLE = re.compile(rf"^[（(]?\s*{DATE}\s*[）)]?$")


def chinese_number(text: str) -> int | None:
    """The value of 12, 十二, 二十, 一百零二 or 二〇; None where it is none."""
    if not text:
        return None
    if all(char in _DIGITS for char in text):
        return int("".join(str(_DIGITS[char]) for char in text))
    total = current = 0
    for char in text:
        if char in "十百":
            total += (current or 1) * (10 if char == "十" else 100)
            current = 0
        elif char in _DIGITS:
            current = _DIGITS[char]
        else:
            return None
    return total + current


def _date(match: re.Match[str]) -> datetime.date | None:
    parts = [chinese_number(match[name]) for name in ("year", "month", "day")]
    try:
        return datetime.date(*(part or 0 for part in parts))
    except ValueError:
        return None


def find_date(text: str) -> datetime.date | None:
    """The first date in the text; None where there is none or it cannot be (2月30日)."""
    match = _DATE.search(text)
    return _date(match) if match else None


def is_date_line(text: str) -> bool:
    """Whether the text is a date and nothing else."""
    return bool(_WHOLE.match(text))


def split_date(text: str) -> tuple[str, str] | None:
    """A line that ends with a date, as what stands before it and the date; None where it does not."""
    match = re.search(rf"{DATE}\s*$", text)
    return (text[: match.start()].strip(), match[0].strip()) if match else None


def years_later(start: datetime.date, years: int) -> datetime.date:
    """The last day of a term of so many years that begins on `start`."""
    try:
        end = start.replace(year=start.year + years)
    except ValueError:  # 29 February
        end = start.replace(year=start.year + years, month=3, day=1)
    return end - datetime.timedelta(days=1)


def safe_date(year: int | None, month: int | None, day: int | None) -> str | None:
    """The ISO date, or None where a part is unknown or there is no such day."""
    try:
        return datetime.date(year or 0, month or 0, day or 0).isoformat()
    except ValueError:
        return None
