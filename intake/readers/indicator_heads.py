"""What the columns of a table of indicators hold, and of which month the table is."""

import dataclasses
import re

from intake.readers.dates import chinese_number
from intake.text import squeeze

_CN = "一二三四五六七八九十〇○零"
_Y = rf"(?P<year>(?:19|20)\d\d|[{_CN}OＯ]{{4}})年(?:度)?"
_M = rf"(?:\d{{1,2}}|[{_CN}]{{1,3}})"
_TO = r"(?:至|到|[-—–－~～]+)"
_DIGITS = str.maketrans("０１２３４５６７８９％＃（）．，：", "0123456789%#().,:")
_RANGE = re.compile(rf"(?:(?P<from>{_M})月?{_TO}(?:本年)?(?P<month>{_M})月)")
_ONE = re.compile(rf"(?P<month>{_M})月")
_QUARTERS = [
    (re.compile(r"上半年|1-2季度|一至二季度"), 6),
    (re.compile(r"前三季度|一至三季度|1-3季度"), 9),
    (re.compile(r"(?:第?一|1)季度"), 3),
    (re.compile(r"(?:第?二|2)季度"), 6),
    (re.compile(r"(?:第?三|3)季度"), 9),
    (re.compile(r"(?:第?四|4)季度|全年|年度|下半年"), 12),
]
_CUMULATIVE = re.compile(
    rf"累计|{_RANGE.pattern.replace('?P<from>', '?:').replace('?P<month>', '?:')}|年初至|季度|上半年|全年|自年初"
)
_RATE = re.compile(
    r"同比|(?:比|较)(?:上|去)年(?!末|底)|(?:比|较)(?:上|去)?年?同期|(?:上|去)年同期±|同期比|增长|增速|增幅|增减|升降|±|[+]-"
)
_OTHER_BASE = re.compile(
    r"环比|上月|上期|年初(?!至|累计)|(?:上|去)年[末底]|年均|比重|占|定基|翻|两年|计划|目标|预算|完成.{0,2}[%年]|进度|排名|位次|位|百分点|贡献|拉动|(?:上|去)年同期[数值]?$|^(?:上|去)年(?:同[期月])?(?:累计)?$|^备注|^说明"
)
_AMOUNT = re.compile(r"额|值|量$|数$")
_BALANCE = re.compile(r"余额|期末|月末|(?<!上年)(?<!去年)年末")
_BARE = re.compile(
    r"^(?:绝对[额数量值]|总[量额]|数值|数量|实际(?:数|完成)?|实绩|完成(?:数|额|情况)?|指标值|本期|金额|合计)$"
)
_INDEX = re.compile(r"指数|=100|为100")
_NAMES = re.compile(r"^(?:主要|经济|统计)*(?:指标|项目|名称)(?:名称)?$|^指标名称")
_UNITS = re.compile(r"^(?:计量|计算)?单位$")
_ORDER = re.compile(r"^(?:序号|编号|代码|行次)$")


@dataclasses.dataclass(frozen=True)
class Column:
    """A column of a table: `role` is name, unit, order, or figures; of figures the measure (None: not one that
    is kept), the year of annual values, and the year that the head prints."""

    role: str
    head: str
    measure: str | None = None
    year: int | None = None


def plain(text: str) -> str:
    """Without blanks, in half-width figures: １－６月 is 1－6月."""
    return squeeze(text).translate(_DIGITS)


def year_in(text: str) -> int | None:
    match = re.search(_Y, plain(text))
    return chinese_number(match["year"]) if match else None


def period_of(title: str, year: int | None = None) -> str | None:
    """The month of a table: 2018年1-2月 is February's, 2018年上半年 June's, 2018年 alone December's.

    `year` is for a title that prints none.
    """
    text = plain(title)
    printed = year_in(text)
    month = _month_in(text)
    if month is None and printed and re.search(_Y + r"(?!.*月)", text):
        month = 12
    year = printed or year
    return f"{year}-{month:02d}" if year and month and 1 <= month <= 12 else None


def _month_in(text: str) -> int | None:
    match = _RANGE.search(text) or _ONE.search(text)
    if match:
        return chinese_number(match["month"])
    return next((month for pattern, month in _QUARTERS if pattern.search(text)), None)


def is_annual(title: str) -> bool:
    """Whether a title names a year and no part of it."""
    text = plain(title)
    return bool(year_in(text)) and (_month_in(text) is None or bool(re.search(r"全年|年度", text)))


def measure_of(head: str) -> str | None:
    """What a column holds, by its head."""
    text = plain(head)
    if _INDEX.search(text) and "环比" not in text and "上月" not in text:
        return "index"
    if _RATE.search(text) and not _AMOUNT.search(text):
        return None if _OTHER_BASE.search(re.sub(r"绝对|去年同期±|上年同期±", "", text)) else "yoy_percent"
    if _OTHER_BASE.search(text) or re.search(r"比|增", text):
        return None
    if _BALANCE.search(text):
        return "balance"
    if _CUMULATIVE.search(text):
        return "cumulative"
    if re.fullmatch(rf"(?:{_Y})(?:.{{0,4}}[值额数量])?", text):
        return "year"
    if re.search(rf"{_M}月|本月|当月|月度", text):
        return "month"
    return None


def is_bare(head: str) -> bool:
    """绝对额, 总量: a figure of whatever time the table is of."""
    return bool(_BARE.match(plain(head)))


def columns_of(heads: list[str], title: str, period: str) -> list[Column]:
    """The columns of a table by their heads; where none is named 指标, the first that is no order is it."""
    columns = [_column(head, title, period) for head in heads]
    if not any(column.role == "name" for column in columns):
        free = next(
            (n for n, c in enumerate(columns) if c.role == "figures" and n < 2 and c.measure is None), 0
        )
        if columns and columns[free].role != "order":
            columns[free] = Column("name", heads[free])
    return columns


def _column(head: str, title: str, period: str) -> Column:
    text = plain(head)
    if _NAMES.match(text):
        return Column("name", head)
    if _UNITS.match(text):
        return Column("unit", head)
    if _ORDER.match(text):
        return Column("order", head)
    measure, printed = measure_of(head), year_in(text)
    if measure is None and is_bare(head):
        measure = _measure_of_title(title)
        printed = printed or (int(period[:4]) if measure == "year" else None)
    # The same months of another year stand beside, for comparing; they are not this table's.
    if measure in {"month", "cumulative", "balance"} and printed and printed != int(period[:4]):
        measure = None
    return Column("figures", head, measure, printed if measure == "year" else None)


def _measure_of_title(title: str) -> str | None:
    if is_annual(title):
        return "year"
    return measure_of(re.sub(r".*年(?=[\d一二三四五六七八九十上前第])", "", plain(title)))


def joined_heads(rows: list[list[str]]) -> list[str]:
    """The heads of a table whose head has several rows: what stands over a column, from top to bottom.

    A cell that spans columns is printed once, over the first of them.
    """
    if len(rows) == 1:
        return rows[0]
    width = max(len(row) for row in rows)
    spread = []
    for depth, row in enumerate(rows):
        row = _fitted(row, rows[0], width)
        if depth < len(rows) - 1:
            for n in range(1, width):
                below = any(other[n].strip() for other in rows[depth + 1 :] if n < len(other))
                row[n] = row[n] or (row[n - 1] if below and not _UNITS.match(plain(row[n - 1])) else "")
        spread.append(row)
    return [" ".join(dict.fromkeys(row[n].strip() for row in spread if row[n].strip())) for n in range(width)]


def _fitted(row: list[str], top: list[str], width: int) -> list[str]:
    """A row as wide as the table: what is missing before a second row's cells stands under name and unit."""
    if row is top or len(row) >= width:
        return [*row, *[""] * (width - len(row))]
    return [*[""] * (width - len(row)), *row]
