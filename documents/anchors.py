"""Addresses inside a text: 第三条 is #tiao-3, whatever stands before it.

An anchor comes from the printed label, so that a link to an article still meets it when an editor adds or
removes a block. Only what has no label is counted.
"""

import re

from documents.models import Attachment, Block

_FIGURES = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_COUNT = r"(?P<count>[零〇一二两三四五六七八九十百千\d]+)"
# 条 are counted through the whole text; 章 within it too, 节 within their chapter.
_NAMED = re.compile(rf"第{_COUNT}(?P<unit>[编章节条])(?:之(?P<sub>[一二三四五六七八九十\d]+))?")
_PLAIN = re.compile(rf"[（(]?{_COUNT}[）)、.．]?")
_NAMES = {"编": "bian", "章": "zhang", "节": "jie", "条": "tiao"}
_WHOLE_TEXT = {"编", "章", "条"}


def value_of(count: str) -> int:
    """21 for 二十一 and for 21."""
    if count.isdecimal():
        return int(count)
    total = current = 0
    for char in count:
        if char in _UNITS:
            total += (current or 1) * _UNITS[char]
            current = 0
        else:
            current = _FIGURES.get(char, 0)
    return total + current


class Anchors:
    """Gives out the anchors of one page, never one twice."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def attachment(self, attachment: Attachment) -> str:
        found = re.search(r"[一二三四五六七八九十\d]+", attachment.label)
        return self._free(f"fujian-{value_of(found[0]) if found else attachment.position}")

    def block(self, block: Block, scope: str, parent: str) -> str:
        """`scope` is the attachment's anchor or empty; `parent` that of the heading above, or empty."""
        label = block.label.strip()
        if named := _NAMED.fullmatch(label):
            above = scope if named["unit"] in _WHOLE_TEXT else parent or scope
            sub = f"-{value_of(named['sub'])}" if named["sub"] else ""
            return self._free(_joined(above, f"{_NAMES[named['unit']]}-{value_of(named['count'])}{sub}"))
        if plain := _PLAIN.fullmatch(label):
            return self._free(_joined(parent or scope or "bufen", str(value_of(plain["count"]))))
        return self._free(_joined(scope, "biaoti"))

    def paragraph(self, article: str, count: int) -> str:
        """The second 款 of an article and those behind it; the first one is where the article is."""
        return self._free(f"{article}-kuan-{count}")

    def item(self, label: str, above: str, of_article: bool) -> str:
        """An item below a place of this anchor; empty where its label cannot be counted.

        第二条之一 is #tiao-2-1, so what an article holds has a word of its own: #tiao-2-xiang-1.
        """
        plain = _PLAIN.fullmatch(label.strip())
        if not plain:
            return ""
        within = f"{above}-xiang" if of_article else above or "bufen"
        return self._free(_joined(within, str(value_of(plain["count"]))))

    def _free(self, wanted: str) -> str:
        # An underscore is in no label's anchor, so a second 第三条 cannot take the place of 第三条之二.
        anchor, count = wanted, 1
        while anchor in self._given:
            count += 1
            anchor = f"{wanted}_{count}"
        self._given.add(anchor)
        return anchor


def _joined(above: str, own: str) -> str:
    return f"{above}-{own}" if above else own
