"""A number as Word writes it in each of its formats."""

from collections.abc import Callable

_HAN = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = [
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
]  # fmt: skip
_MOST = 32_767


def counted(number: int, style: str) -> str:
    """`number` in the format `style` (ST_NumberFormat); formats unknown here are written in figures."""
    if not 0 <= number <= _MOST:
        return str(number)
    writer = _WRITERS.get(style)
    return writer(number) if writer else str(number)


def han(number: int) -> str:
    """一, 十, 十一, 二十, 一百零三: as one counts aloud."""
    text = _spoken(number, _HAN, "十百千", "万", "零")
    return text[1:] if text.startswith("一十") else text


def _legal(number: int) -> str:
    return _spoken(number, _LEGAL, "拾佰仟", "万", "零")


def _spoken(number: int, digits: str, units: str, myriad: str, gap: str) -> str:
    if number == 0:
        return gap
    if number >= 10_000:
        rest = number % 10_000
        tail = (gap if 0 < rest < 1000 else "") + (_spoken(rest, digits, units, myriad, gap) if rest else "")
        return _spoken(number // 10_000, digits, units, myriad, gap) + myriad + tail
    text, pending = "", False
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if digit == 0:
            pending = bool(text)
            continue
        text += (gap if pending else "") + digits[digit] + (units[power - 1] if power else "")
        pending = False
    return text


def _digits(number: int) -> str:
    return "".join(_HAN[int(digit)] for digit in str(number))


def _roman(number: int) -> str:
    if number == 0:
        return "0"
    text = ""
    for amount, letters in _ROMAN:
        text += letters * (number // amount)
        number %= amount
    return text


def _letters(number: int) -> str:
    """a … z, then aa, bb, cc."""
    if number == 0:
        return ""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _series(first: str, length: int) -> Callable[[int], str]:
    """Characters that follow each other in Unicode; figures behind the last."""
    return lambda number: chr(ord(first) + number - 1) if 1 <= number <= length else str(number)


def _of(marks: str) -> Callable[[int], str]:
    return lambda number: marks[(number - 1) % len(marks)] if number else ""


_WRITERS: dict[str, Callable[[int], str]] = {
    "none": lambda number: "",
    "decimalZero": lambda number: f"{number:02d}",
    "numberInDash": lambda number: f"- {number} -",
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "decimalFullWidth": lambda number: "".join(chr(ord(d) + 0xFEE0) for d in str(number)),
    "decimalFullWidth2": lambda number: "".join(chr(ord(d) + 0xFEE0) for d in str(number)),
    "decimalEnclosedCircle": _series("①", 20),
    "decimalEnclosedCircleChinese": _series("①", 20),
    "decimalEnclosedParen": _series("⑴", 20),
    "decimalEnclosedFullstop": _series("⒈", 20),
    "ideographEnclosedCircle": _series("㊀", 10),
    "ideographTraditional": _of(_STEMS),
    "ideographZodiac": _of(_BRANCHES),
    "ideographZodiacTraditional": lambda number: _of(_STEMS)(number) + _of(_BRANCHES)(number),
    "ideographDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "taiwaneseDigital": _digits,
    "chineseCounting": han,
    "chineseCountingThousand": han,
    "taiwaneseCounting": han,
    "taiwaneseCountingThousand": han,
    "japaneseCounting": han,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal,
    "japaneseLegal": _legal,
}
