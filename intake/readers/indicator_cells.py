"""The cells of a table of indicators: a row's name with its unit and depth, and its figures."""

import dataclasses
import re

from intake.readers.indicator_heads import plain
from intake.text import squeeze

_VALUE = re.compile(
    r"^(?:[(]?(?P<year>(?:19|20)\d\d)年[)]?:?)?(?P<sign>[-－−—–+负▼↓]?)(?P<value>[0-9][0-9,]{0,15}(?:\.[0-9]{1,6})?)[%]?[*]?(?:[(](?P<after>(?:19|20)\d\d)年[)])?$"
)
_NOTHING = re.compile(r"^[-—–－―…./*×#&无\s]*$")
_UNIT = re.compile(
    r"(?:[万亿千百十]{0,2}(?:元|美元|欧元|港元|人民币|吨|人|户|家|个|件|台|辆|只|头|口|羽|亩|公顷|立方米|平方米|平方公里|公里|米|毫米|千瓦小?时|千瓦|度|次|套|升|"
    r"箱|标准?箱|重量箱|斤|公斤|千克|克|条|株|座|处|所|张|份|支|部|宗|艘|架|床|册|位|人次|车次|架次|辆次|人公里|吨公里|吨标准?煤|吨标煤|元/[^/]{1,4}|天|小时|岁|点|百分点|平方千米|立方|平方|TEU)"
    r"|‰|%|百分点|℃|[㎡㎥]|微克/立方米|元/吨)"
)
_ORDINAL = re.compile(r"^[(（][一二三四五六七八九十]{1,3}[）)]\s*|^[一二三四五六七八九十]{1,3}\s*[、.．]\s*")
_ITEM = re.compile(r"^\d{1,2}\s*[、.．](?!\d)\s*|^[（(]\d{1,2}[）)]\s*|^[①-⑳]\s*")
_OF_WHICH = re.compile(r"^(?:[#＃]|[＊*]|其\s*中\s*[:：]?|[-—–－]{1,2}(?=\D))\s*")
_LAST_BRACKET = re.compile(r"[（(](?P<inner>[^（）()]*)[）)]$")
_BARE_UNIT = re.compile(rf"^(?P<name>.{{2,}}?)[\s:：](?P<unit>{_UNIT.pattern})$")
# 第二产业 stands under what 第一产业 stands under, though nothing marks it.
_SECTORS = re.compile(r"^第[一二三123]产业")
_SUM_OF_SECTORS = re.compile(r"生产总值|增加值|GDP|投资")

TOP, ITEM, PART = 0, 1, 2


@dataclasses.dataclass
class Row:
    """What a row's first cell says: the indicator, its unit, and how it hangs under the rows above.

    `label` is "ordinal" (（一）, 一、), "item" (1.), "of_which" (其中, #) or "".
    """

    indicator: str
    unit: str | None
    label: str
    depth: int = ITEM


@dataclasses.dataclass(frozen=True)
class Figure:
    """The printed digits of a cell, and the year that it prints beside them."""

    value: str
    year: int | None


def is_nothing(cell: str) -> bool:
    """Whether a cell prints no figure: empty, or a dash."""
    return bool(_NOTHING.match(cell))


def figure(cell: str) -> Figure | None:
    """The figure of a cell; None where it is none, as a guess would be worse than nothing."""
    match = _VALUE.match(plain(cell).replace("，", ","))
    if match is None:
        return None
    sign = "-" if match["sign"] and match["sign"] != "+" else match["sign"]
    year = match["year"] or match["after"]
    return Figure(sign + match["value"].replace(",", ""), int(year) if year else None)


def is_unit(text: str) -> bool:
    return bool(_UNIT.fullmatch(plain(text)))


def row_of(cell: str, unit: str | None) -> Row:
    """(一) 工业增加值(规上,万元) as name, unit and label; `unit` is that of the unit column."""
    text = cell.strip()
    label = ""
    if _ORDINAL.match(text):
        label, text = "ordinal", _ORDINAL.sub("", text)
    elif _ITEM.match(text):
        label, text = "item", _ITEM.sub("", text)
    if _OF_WHICH.match(text):
        label, text = "of_which", _ITEM.sub("", _OF_WHICH.sub("", text))
    name, own = _split_unit(text)
    return Row(squeeze(name), unit or own, label)


def depth_of(row: Row, *, own_unit: bool, ordinals: bool, items: bool, above: Row | None) -> int:
    """How deep a row hangs. What has an ordinal, or a unit of its own in its name, stands at the top.

    `ordinals` and `items`: whether the table numbers its rows （一） or 1. at all; without （一） what is
    numbered 1. stands at the top.
    """
    if row.label == "ordinal" or (row.label == "item" and items and not ordinals):
        return TOP
    if row.label == "of_which":
        return PART
    if own_unit:
        return TOP
    if _SECTORS.match(row.indicator):
        return PART if above and above.depth == PART else ITEM
    return ITEM if ordinals or items else TOP


def hangs_under_sum(row: Row, above: Row) -> bool:
    """第一产业 hangs under 生产总值 whatever the table numbers."""
    return bool(_SECTORS.match(row.indicator)) and (
        bool(_SUM_OF_SECTORS.search(above.indicator)) or bool(_SECTORS.match(above.indicator))
    )


def _split_unit(text: str) -> tuple[str, str | None]:
    bare = _BARE_UNIT.match(text)
    if bare:
        return bare["name"], bare["unit"]
    match = _LAST_BRACKET.search(text)
    if match is None:
        return text, None
    parts = re.split(r"[,，、;；]", match["inner"])
    place = next((n for n in (len(parts) - 1, 0) if is_unit(parts[n])), None)
    if place is None:
        return text, None
    unit = parts.pop(place)
    name = text[: match.start()]
    return (f"{name}（{'，'.join(parts)}）" if parts else name), unit.strip()
