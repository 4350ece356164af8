"""What a document says of its own force and of other documents: dates, trial, citations, repeals."""

import datetime
import re

from intake.readers.dates import DATE, chinese_number, find_date, years_later
from intake.readers.numbers import find_numbers
from intake.text import HAN

# The text speaks of itself: 本办法自…, or it does so at the head of a sentence or behind 印发给你们.
_OWN = rf"(?:(?:本|该|此)[{HAN}（）()]{{1,16}}|(?:^|[。；：\n]|[公发]布[ \u3000]|通过[ \u3000]|印发(?:给)?你们，|公布，|发布，|施行，|解释，|为准，))"
_IN_FORCE = r"起?(?:开始)?[，,]?(?:正式)?(?:施行|实施|执行|生效|试行|暂行)(?!的|以来|后|前|时)"
_FROM_DATE = re.compile(
    rf"{_OWN}(?:从|自|于)\s*(?P<date>{DATE})\s*(?:零时|\d{{1,2}}时|[上下]午\d{{1,2}}时)?{_IN_FORCE}"
)
_FROM_ISSUE = re.compile(rf"{_OWN}(?:从|自)(?:印发|发布|公布|下发|发文|颁布)之日{_IN_FORCE}")
_TERM = re.compile(
    r"(?:^|[，。；：\n]|本[^，。；]{1,12})有效期(?:限)?(?:为|是|：)?\s*(?P<n>[一二两三四五六七八九十\d]{1,2})\s*年"
)
_TRIAL_TERM = re.compile(r"试行(?:期|期限)?(?:为)?\s*(?P<n>[一二两三四五六七八九十\d]{1,2})\s*年")
_UNTIL = re.compile(rf"(?:有效期(?:限)?(?:至|到|截至)|有效期[^。；]{{0,24}}至)\s*(?P<date>{DATE})")
_TRIAL = re.compile(r"[（(](?:试行|暂行)[）)]|(?:试行|暂行)(?:办法|规定|条例|方案|细则|意见|规则|标准)$")
_TRIAL_TEXT = re.compile(rf"本[{HAN}]{{2,8}}试行")
_REPEAL = re.compile(
    r"(?:同时|予以|一并|即行|相应|一律)?(?:废止|停止执行)|(?:同时|自行|即行)失效|宣布(?:《(?:[^《》]|《[^《》]*》)*》[^，。；]{0,60})?失效"
)
# 废止《某办法》: what is repealed stands behind the word, as far as its clause goes.
_OBJECT = re.compile(r"(?:废止|宣布失效)(?:以下|下列|了)?(?P<named>(?:原?《|\d|[（(])[^，。；]*)")
# 《甲》修改如下，《乙》同时废止: a clause before, of documents that stay.
_KEPT = re.compile(r"^.*(?:修改|修订|修正|继续有效|继续执行|予以保留)[^，；。《》]{0,10}[，,]")
# A single article of a document, or the contrary, is no repeal of it.
_OF_A_PART = re.compile(r"[》号）)]\s*(?:中的?|的)?第[一二三四五六七八九十百\d]+[编章节条款项]")
_NO_REPEAL = re.compile(
    r"(?:不予|不再|不|未|无需|无须|尚未|拟|建议)(?:予以)?(?:废止|失效)|(?:立改废|修改或者?废止|清理废止|评估[^。]*废止|不再[^。]*废止)"
)
_TITLE = re.compile(r"《(?P<title>[^《》]{4,120})》\s*(?:[（(](?P<behind>[^（）()]{3,60})[）)])?")
# What a document is based on, or carries out, it does not repeal.
_BASIS = re.compile(
    r"(?:根据|按照|依据|依照|遵照|贯彻|落实|为)(?:[^，。；《》]|《(?:[^《》]|《[^《》]*》)*》){0,300}[，,]"
)
_SENTENCE = re.compile(r"[^。；;\n]+[。；;]?")


def effective_on(text: str, issued: datetime.date | None) -> datetime.date | None:
    """施行日期 as the text itself states it; 自印发之日起 is the day it was issued."""
    dated = list(_FROM_DATE.finditer(text))
    if dated:
        # It stands at the end, in the 附则; an earlier one is told of something else.
        return find_date(dated[-1]["date"])
    return issued if _FROM_ISSUE.search(text) else None


def valid_until(text: str, start: datetime.date | None) -> datetime.date | None:
    """有效期至, the last day in force; a term in years needs the day on which it begins."""
    for sentence in _SENTENCE.findall(text):
        match = _UNTIL.search(sentence)
        # 《某办法》有效期延长至… is of another document.
        if match and (
            not re.search(r"[》）)]", sentence[: match.start()])
            or re.search(r"本[^，。]{1,12}$|施行，$", sentence[: match.start()])
        ):
            return find_date(match["date"])
    term = _TERM.search(text) or _TRIAL_TERM.search(text)
    years = chinese_number(term["n"]) if term else None
    return years_later(start, years) if start and years else None


def is_trial(titles: list[str], text: str) -> bool:
    """Whether the document is on trial (试行, 暂行) by a title of its own or by its text."""
    return any(_TRIAL.search(title) for title in titles) or bool(_TRIAL_TEXT.search(text))


def repeals(text: str) -> list[str]:
    """The documents that sentences of the text repeal: numbers, or titles where no number is given."""
    found: list[str] = []
    for printed in _SENTENCE.findall(text):
        sentence = _BASIS.sub("", printed)
        if _REPEAL.search(sentence) and not (_NO_REPEAL.search(sentence) or _OF_A_PART.search(sentence)):
            found += named_documents(_repealing(sentence))
    return list(dict.fromkeys(found))


def _repealing(sentence: str) -> str:
    """The part of a sentence that names what it repeals."""
    objects = [match["named"] for match in _OBJECT.finditer(sentence)]
    if objects:
        return "，".join(objects)
    # What stands behind the word belongs to the next clause.
    return _KEPT.sub("", sentence[: [m.end() for m in _REPEAL.finditer(sentence)][-1]])


def named_documents(text: str) -> list[str]:
    """All documents that a text names, each by its number, or by its title where it has none."""
    named: list[tuple[int, str]] = [(n.start, n.number) for n in find_numbers(text)]
    for match in _TITLE.finditer(text):
        # 省人民政府令第62号公布的《某规定》 is one document, and its number is named.
        numbered = re.search(r"号(?:文件?)?(?:公布|发布|颁布|印发|下发)?的?$", text[: match.start()])
        if not numbered and not find_numbers(match["behind"] or ""):
            named.append((match.start(), match["title"]))
    return [name for _, name in sorted(named)]


def listed_documents(items: list[str]) -> list[str]:
    """The documents of a list of repealed ones: of each item its number, else its title.

    A number inside the title is that of another document, and an order behind the first one only revised it.
    """
    listed = []
    for item in items:
        numbers = find_numbers(re.sub(r"《(?:[^《》]|《[^《》]*》)*》", "", item)) or find_numbers(item)[-1:]
        titles = _TITLE.findall(item)
        if numbers:
            listed.append(numbers[0].number)
        elif titles:
            listed.append(titles[0][0])
    return list(dict.fromkeys(listed))


def cites(text: str, without: set[str]) -> list[str]:
    """The numbers of other documents in the text, in order, each once."""
    return list(dict.fromkeys(n.number for n in find_numbers(text) if n.number not in without))
