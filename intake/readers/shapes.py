"""What a line or paragraph looks like by itself: its label, whether it is a title, a signature, a member."""

import re

from intake.lines import Line
from intake.readers.dates import DATE, is_date_line
from intake.text import HAN, squeeze

_CN = "一二三四五六七八九十百零〇两"
# Labels with their depth in the outline (documents.models.Block); articles are told apart by name.
_LABELS = [
    (re.compile(rf"^第\s*[{_CN}\d]+\s*[章编]"), 2),
    (re.compile(rf"^第\s*[{_CN}\d]+\s*节"), 3),
    (re.compile(rf"^第\s*[{_CN}\d]+\s*条(?:之[{_CN}]+)?(?![第款项的规至、，。和或])"), 3),
    (re.compile(rf"^[{_CN}]{{1,4}}\s*[、．.](?!\d)"), 2),
    (re.compile(rf"^[（(]\s*[{_CN}]{{1,4}}\s*[）)]"), 3),
    (re.compile(r"^\d{1,3}\s*(?:[.．](?!\d)|[.．](?=(?:19|20)\d\d年)|、)"), 4),
    (re.compile(r"^[（(]\s*\d{1,3}\s*[）)]"), 5),
    (re.compile(r"^[①-⑳]"), 5),
]
_KEY = re.compile(rf"^[{HAN} ]{{2,12}}[：:]")
_ORGAN = re.compile(
    rf"^[{HAN}（）() 、]{{2,80}}(?:人民政府|办公厅|办公室|委员会|管委会|公署|军分区|军区|主席团|常委会|指挥部|领导小组|联合会|委|厅|局|院|部|处|中心|公司|银行|海关|支队|总队)$"
)
_HEAD = r"(?:代理?)?(?:省长|主席|州长|市长|县长|区长|专员|盟长|旗长|主任|司令员|政治?委员?)"
_PERSON = re.compile(
    rf"^(?:{_HEAD}[:：]?[{HAN}]{{2,4}}(?:·[{HAN}]{{1,12}})*){{1,3}}$|^{_HEAD}[:：]?[{HAN}·]{{2,30}}$"
)
_ANNEX = re.compile(rf"^附\s*(?:件|表|录)?\s*(?P<n>[{_CN}\d]{{1,3}})?\s*[:：]?$")
_ANNEX_TITLED = re.compile(rf"^(?P<label>附\s*(?:件|表|录)?\s*[{_CN}\d]{{0,3}})\s*[:：]\s*(?P<title>\S.*)$")
_TITLE_END = re.compile(
    r"(?:方案|办法|规定|细则|意见|计划|规划|要点|纲要|条例|制度|规则|规范|目录|清单|名单|分工|标准|预案|章程|守则|报告|决定|通知|通报|公告|通告|批复|函|"
    r"分解表|进度表|一览表|汇总表|审批单|申报表|登记表|统计表|领导小组|组成人员|成员单位)(?:[（(〈<][^）)〉>号]{1,12}[）)〉>])?$"
)
_BODY = rf"[{HAN}]{{2,30}}?(?:人民政府|行政公署|公署|政府|办公厅|办公室|委员会|联合会|军分区|军区|党委|[省州市县区]委|厅|局|处|中心|支队|总队|银行|分行|院|公司)"
_TITLE_START = re.compile(
    rf"^(?>(?!关于|印发|转发|批转|公布|发布)(?:中共)?{_BODY}(?:办公厅|办公室)?[ 、]*)*+(?:关于|印发|转发|批转|公布|发布)(?!的|后|前|[之至])"
)
_WEB = re.compile(
    r"^[（(【\[]?\s*(?:发布(?:时间|日期|机构|单位)|信息来源|来源|浏览次数|阅读次数|点击(?:数|率|次数)?|访问量|字号|字体|索引号|主题分类|生成日期|成文日期|公开日期|打印|分享)\s*[:：]"
)
_LONGEST_WEB_LINE = 100
# By themselves these words head a section: 会议纪要, 领导讲话.
_LONG_TITLE_END = re.compile(r"(?:命令|决议|议案|纪要|请示|讲话)$")
_LONG = 8
_SENTENCE = re.compile(r"[。！？；;!?]")
_MEMBER = re.compile(
    rf"^(?:(?P<role>[{HAN} ]{{2,8}})\s*[：:]\s*)?(?P<name>[{HAN}][{HAN}· .•]{{1,30}}?)\s*[（(](?P<office>.{{2,}})[）)]\s*[；;，,。]?$"
)


def label_of(text: str) -> tuple[str, int]:
    """The label that a paragraph begins with and its outline level; ("", 0) where it has none."""
    for pattern, level in _LABELS:
        match = pattern.match(text)
        if match:
            return match[0], level
    return "", 0


def is_article(label: str) -> bool:
    return squeeze(label).startswith("第") and "条" in label


def is_keyed(text: str) -> bool:
    """牵头单位：…, 责任单位：…: a line that begins something of its own."""
    return bool(_KEY.match(text))


def is_annex_mark(text: str) -> bool:
    """A line that says only 附件, 附件1 or 附 1:."""
    return bool(_ANNEX.match(text))


def annex_with_title(text: str) -> tuple[str, str] | None:
    """附件1：名单 as label and title; also the announcement 附件：1.名单."""
    match = _ANNEX_TITLED.match(text)
    return (squeeze(match["label"]), match["title"]) if match else None


def is_signatory(text: str) -> bool:
    """Whether a line can be who signs: an organ's name, or 州长 and a name."""
    return bool(_ORGAN.match(text) or _PERSON.match(squeeze(text))) and not _SENTENCE.search(text)


def is_organ(text: str) -> bool:
    return bool(_ORGAN.match(text))


def is_signature_with_date(text: str) -> bool:
    """An organ's name and a date on one line."""
    match = re.search(rf"\s*{DATE}$", text)
    return bool(match) and is_signatory(text[: match.start()].strip()) if match else False


def is_date_or_signature(text: str) -> bool:
    return is_date_line(text) or is_signature_with_date(text)


def is_bracketed_date(text: str) -> bool:
    """（2019年12月5日）, or with who passed it that day, as set under a title."""
    return bool(re.match(rf"^[（(]\s*{DATE}[^）)]*[）)]$", text))


def is_code(text: str) -> bool:
    """The registration code of a normative document: HZGF-2021-003."""
    return bool(re.fullmatch(r"[A-Z]{2,}[A-Z\d]*[-—－– ][\d\w—－–-]+", text))


def is_web_line(text: str) -> bool:
    """What a web page sets between a title and its text: 发布时间：… 来源：… 浏览次数：…"""
    return bool(_WEB.match(text)) and len(text) <= _LONGEST_WEB_LINE


def starts_like_title(text: str) -> bool:
    return bool(_TITLE_START.match(text))


def is_letterhead(text: str) -> bool:
    """伊河州人民政府文件: the red head of a single document, which is no title."""
    return bool(re.search(r"(?:人民政府|办公厅|办公室|委员会|厅|局)(?:文件|（公告）)$", squeeze(text)))


def is_title(text: str) -> bool:
    """Whether a line reads as the title of a text: no sentence, and a title's last word."""
    if len(text) > 90 or re.search(r"[。；;！？：:]", text):
        return False
    return bool(_TITLE_END.search(text)) or (len(text) >= _LONG and bool(_LONG_TITLE_END.search(text)))


def member(text: str) -> tuple[str, str, str] | None:
    """成员：李明（州财政局局长） as role, name and office; None where the line is no member."""
    match = _MEMBER.match(text)
    if match is None or _SENTENCE.search(match["office"]) or re.search(r"\d号|^[试暂]行$", match["office"]):
        return None
    name = squeeze(match["name"])
    # Names of one language are short; those of another have a separator in them.
    if not 2 <= len(name) <= (30 if "·" in name else 6) or is_title(name):
        return None
    return squeeze(match["role"] or ""), squeeze(match["name"]), match["office"]


def starts_something(line: Line) -> bool:
    """Whether a line begins a paragraph of its own, whatever stands before it."""
    text = line.text
    return bool(
        line.heading
        or line.indented
        or label_of(text)[0]
        or is_keyed(text)
        or is_annex_mark(text)
        or is_date_line(text)
        or member(text)
        or annex_with_title(text)
    )
