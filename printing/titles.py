"""Titles broken at sense, in lines that stand under each other as typists set them: neither a word nor a name of a
law is torn, and no line is much shorter than the others (GB/T 9704-2012, 7.3.1: 回行时词意完整，排列对称，间距恰当)."""

import re
from functools import cache
from itertools import accumulate
from math import ceil, inf

from printing.breaks import NEVER, breaks
from printing.title_words import TITLE_WORDS
from printing.widths import ems

# What a break costs, by what it parts; where nothing is known two characters may be a word.
GOOD, FAIR, PLAIN, TORN, INSIDE = 0.0, 0.5, 1.5, 4.0, 6.0
# What one line more costs, so that none is made for a slightly better break.
ONE_LINE_MORE = 2.5
# What it costs that a line is shorter than its share: by a third, and this.
UNEVEN = 20.0

KINDS = "决议|决定|命令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要"
# A new thought begins with these.
BEFORE = re.compile(
    rf"关于|的(?=(?:{KINDS})(?:$|[（(]))|(?<!的)(?:印发|转发|批转|公布)|(?<=等)[0-9一二三四五六七八九十]"
)
# It ends with these.
AFTER = re.compile(
    r"关于(?=[《“])|[》”、，：；）]|人民政府(?!办)|办公[厅室]|委员会|等(?=[0-9一二三四五六七八九十])|[和与及](?=.{4})|以及"
)
# One speaks of something that is done, and then of what it is done to.
FAIR_BEFORE = re.compile(
    r"的|进一步|加快|加强|推进|促进|做好|开展|贯彻|落实|实施|调整|成立|表彰|修订|废止|取消|支持|规范|深化|完善|建立|构建"
)
FAIR_AFTER = re.compile(
    r"进一步|工作|建设|管理|发展|改革|方案|办法|规定|条例|细则|规划|计划|项目|机制|体系|机构|企业|群众|社会|经济|的"
)
# Words of which titles are full; the longest first: 指挥部 is no 指挥.
WORDS = re.compile("|".join(sorted(TITLE_WORDS, key=lambda word: (-len(word), word))))
OPENING, CLOSING = "《〈“‘（(〔", "》〉”’）)〕"


def title_lines(title: str, longest: float) -> list[str]:
    """A title in as few lines of at most `longest` ems as it needs, broken where its sense allows.

    Joined they are the title. A line is longer only where it cannot be parted at all.
    """
    if ems(title) <= longest or not title:
        return [title] if title else []
    price = _prices(title)
    fewest = ceil(ems(title) / longest)
    tried = [_broken(title, price, longest, count) for count in range(fewest, fewest + 3)]
    found = [(cost + ONE_LINE_MORE * more, ends) for more, (cost, ends) in enumerate(tried) if ends]
    ends = min(found)[1] if found else _as_may_be(price, title, longest)
    return [title[start:end] for start, end in zip([0, *ends], [*ends, len(title)], strict=True)]


def _broken(title: str, price: list[float], longest: float, count: int) -> tuple[float, list[int]]:
    """The cheapest breaks into `count` lines, and what they cost; none where it cannot be done."""
    edges = [0.0, *accumulate(map(ems, title))]
    share, end = edges[-1] / count, len(title)

    @cache
    def best(start: int, left: int) -> tuple[float, tuple[int, ...]]:
        if left == 1:
            width = edges[end] - edges[start]
            return (_unevenness(width, share), ()) if width <= longest else (inf, ())
        cheapest: tuple[float, tuple[int, ...]] = (inf, ())
        # Lines far from their share are never the best; leaving them out bounds the search.
        for place in range(start + 1, end):
            width = edges[place] - edges[start]
            if width > longest:
                break
            if price[place] < inf and width >= share / 3:
                cost, rest = best(place, left - 1)
                cheapest = min(cheapest, (cost + price[place] + _unevenness(width, share), (place, *rest)))
        return cheapest

    cost, places = best(0, count)
    return (cost, list(places)) if cost < inf else (inf, [])


def _unevenness(width: float, share: float) -> float:
    return UNEVEN * ((width - share) / share) ** 2


def _as_may_be(price: list[float], title: str, longest: float) -> list[int]:
    """Where no breaks are good enough: each line as full as it gets, or as short as can be."""
    ends, start, last = list[int](), 0, 0
    for place in [*(place for place, cost in enumerate(price) if cost < inf), len(title)]:
        if last > start and ems(title[start:place]) > longest:
            ends.append(last)
            start = last
        last = place
    return ends


def _prices(title: str) -> list[float]:
    """What a break before each character costs; none before the first or where punctuation forbids it."""
    prices = [inf if how == NEVER else PLAIN for how in breaks(title)]
    marked = [
        (FAIR_BEFORE, FAIR, False),
        (FAIR_AFTER, FAIR, True),
        (BEFORE, GOOD, False),
        (AFTER, GOOD, True),
    ]
    _tear(prices, WORDS, title)
    for pattern, cost, behind in marked:
        for found in pattern.finditer(title):
            place = found.end() if behind else found.start()
            if place < len(title) and prices[place] < inf:
                prices[place] = min(prices[place], cost) if prices[place] != TORN else TORN
    return [cost + INSIDE * depth for cost, depth in zip(prices, _depths(title), strict=True)]


def _tear(prices: list[float], words: re.Pattern[str], title: str) -> None:
    for found in words.finditer(title):
        for place in range(found.start() + 1, found.end()):
            prices[place] = max(prices[place], TORN)


def _depths(title: str) -> list[int]:
    """Within how many brackets or quotation marks each character begins."""
    depth, depths = 0, []
    for char in title:
        depths.append(depth)
        depth += (char in OPENING) - (char in CLOSING)
        depth = max(depth, 0)
    return depths
