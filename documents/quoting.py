"""How lawyers name a place in a document: 《标题》（文号）第三条第二款第（一）项.

编, 章, 节, 条, 款, 项, 目 and how each is numbered: 立法法 (2015) art. 61. Marks within marks: GB/T 15834-2011.
"""

import re
from dataclasses import dataclass, replace
from typing import Self

_FIGURES = "一二三四五六七八九"
_COUNT = r"[零〇一二三四五六七八九十百千]+"
_PART = re.compile(rf"(?P<count>{_COUNT})[、.．]")
_BRACKETED = re.compile(rf"[（(]\s*(?P<count>{_COUNT}|\d+)\s*[）)]")
_FIGURE = re.compile(r"(?P<count>\d+)\s*[、.．）)]?")
# What stands first below an article or a part is an 项, what stands below that a 目; further down nothing has a name.
_UNITS = ("项", "目")
_MARKS = {"《": "《〈", "〈": "《〈", "》": "》〉", "〉": "》〉"}


@dataclass(frozen=True)
class Place:
    """Where a passage stands; what does not apply is empty.

    `text` is the title of the issued text that it stands in, `annex` the label of the attachment, `parts` the
    names of the chapters above it and `items` the printed labels of the items, outermost first. `paragraph` is the 款;
    an article that has but one needs none.
    """

    annex: str = ""
    text: str = ""
    parts: tuple[str, ...] = ()
    article: str = ""
    paragraph: int = 0
    items: tuple[str, ...] = ()

    def below(self, label: str) -> Self:
        """The item of this label in this place."""
        return replace(self, items=(*self.items, label))

    @property
    def name(self) -> str:
        """第三条第二款第（一）项; empty for a whole text. Articles count through all chapters, and need none."""
        above = self.article or "".join(self.parts)
        paragraph = f"第{chinese(self.paragraph)}款" if self.paragraph else ""
        return above + paragraph + "".join(_item(label, depth) for depth, label in enumerate(self.items))


def quotation(title: str, number: str, place: Place) -> str:
    """The citation of a place in the document of this title and number.

    A text that the document issues is named by its own title, as lawyers do: 《某办法》（某政发〔2021〕3号）第三条.
    """
    behind = f"（{number}）" if number else ""
    if place.annex:
        within = in_marks(place.text) if place.text else ""
        return f"{in_marks(title)}{behind}{place.annex}{within}{place.name}"
    return f"{in_marks(place.text or title)}{behind}{place.name}"


def in_marks(title: str) -> str:
    """《title》; marks within change with their depth: 《关于印发〈某办法〉的通知》."""
    depth, made = 1, []
    for char in "".join(title.split("\n")):
        depth -= char in "》〉"
        made.append(_MARKS[char][max(depth, 1) % 2] if char in _MARKS else char)
        depth += char in "《〈"
    return f"《{''.join(made)}》"


def part_name(label: str, text: str) -> str:
    """What a heading is called where it is cited: 第一章; 一、 is 第一部分; one without label goes by its words."""
    found = _PART.fullmatch(label)
    if found:
        return f"第{found['count']}部分"
    return label or f"“{text}”部分"


def is_item(label: str) -> bool:
    """Whether a label is that of an item: （一）, 1., （1）; 一、 is a part."""
    return bool(_BRACKETED.fullmatch(label) or _FIGURE.fullmatch(label))


def is_part(label: str) -> bool:
    """Whether a label opens a part of a text: 一、."""
    return bool(_PART.fullmatch(label))


def chinese(count: int) -> str:
    """21 as 二十一; from a hundred on, in figures."""
    tens, ones = divmod(count, 10)
    if not 0 < count < 100:
        return str(count)
    ten = ("" if tens == 1 else _FIGURES[tens - 1]) + "十" if tens else ""
    return ten + (_FIGURES[ones - 1] if ones else "")


def _item(label: str, depth: int) -> str:
    """第（一）项, 第1目; deeper ones, and those of another form, as printed."""
    bracketed, figure = _BRACKETED.fullmatch(label), _FIGURE.fullmatch(label)
    plain = f"（{bracketed['count']}）" if bracketed else figure["count"] if figure else label
    return f"第{plain}{_UNITS[depth]}" if depth < len(_UNITS) and is_item(label) else plain
