"""Which kind of content a section or a heading announces. The names are gazette.models.SectionKind's."""

import re

from intake.text import squeeze

DOCUMENTS, OTHER = "documents", "other"
_KINDS = [
    ("appointments", re.compile(r"任免|任职|人事")),
    ("chronicle", re.compile(r"要事|大事|政务活动|要闻|记事|日志|政务动态")),
    (
        "register",
        re.compile(
            r"(?:收发文|来文|发文|收文)(?:目录|登记|登记簿)?(?:[（(].*[）)])?$|^(?:文件|公文)目录$|文件选目|文件索引"
        ),
    ),
    ("meetings", re.compile(r"常务会议|全体会议|政府会议|政务会议|办公会议$|^会议(?!纪要)")),
    ("statistics", re.compile(r"统计|数据|经济.{0,4}指标|主要指标|经济信息|经济运行")),
    (DOCUMENTS, re.compile(r"文件|规章|规定|法规|令$|公告|通告|决定|专载|特载|部门")),
]
_HEADINGS = [
    (
        "meetings",
        re.compile(r"(?:召开|举行)?第[\d一二三四五六七八九十百零〇]+次.{0,12}(?:常务|全体)会议(?:纪要)?$"),
    ),
    (
        "chronicle",
        re.compile(r"(?:要事记|大事记|政务要闻|政务记事|政务日志|政务大事|工作日志)(?:[（(].*[）)])?$"),
    ),
    ("statistics", re.compile(r"(?:国民经济.{0,6}主要指标|主要经济指标|国民经济主要指标)")),
    ("register", re.compile(r"(?:来文|发文|收文|收发文|^文件|^公文)目录(?:[（(].*[）)])?$")),
    (
        "appointments",
        re.compile(
            r"(?:任免|任免职|任职|免职)(?:职务|干部|人员|工作人员)?的?(?:通知|名单|事项|决定)?(?:[（(].*[）)])?$"
        ),
    ),
]


def number_kind(doc_number: str) -> str | None:
    """Appointments have a 机关代字 of their own: 伊河政任〔2021〕4号."""
    return "appointments" if re.match(r"^[^〔]{1,12}(?:任|政干|政人)(?:字|免|发)?〔", doc_number) else None


def section_kind(name: str) -> str:
    """The kind of a section by its name; OTHER where the name tells nothing."""
    return next((kind for kind, pattern in _KINDS if pattern.search(squeeze(name))), OTHER)


def heading_kind(text: str) -> str | None:
    """The kind of content that a heading in the text begins; None for any other line."""
    plain = squeeze(text)
    if len(plain) > 40 or re.search(r"[。；，]", plain):
        return None
    return next((kind for kind, pattern in _HEADINGS if pattern.search(plain)), None)
