"""An issue of 伊河州, which does not exist, with a page of each kind."""

import datetime

from appointments.models import AppointmentNotice
from documents.models import Attachment, Block, BlockKind, Document
from gazette.models import Issue
from tests.printing import rooms
from tests.world import World

TASKS = [
    "按时检修供暖设施",
    "保证室温不低于十八摄氏度",
    "公开供暖单位的电话",
    "帮助有困难的家庭取暖",
    "储备足够的煤炭",
]
PLACES = ["东河县", "西河县", "南山县", "北湖市"]
PEOPLE = ["王芳", "李明", "赵刚", "古丽", "阿依·努尔", "巴合提·努尔"]


def furnished(world: World) -> Issue:
    """The world's issue, with texts of some pages and everything that a gazette holds."""
    issue = world.issue
    issue.chief_editor, issue.deputy_editors = "李明", ["王芳", "巴合提·努尔"]
    issue.save()
    _rules(world.first)
    _plan(world.second)
    _notice(issue)
    days = [datetime.date(2021, 3 + n // 14, 1 + 2 * (n % 14)) for n in range(28)]
    events = [
        (day, f"{day.day}日，{PEOPLE[n % 6]}到{PLACES[n % 4]}检查供暖，{text(n, 1)}")
        for n, day in enumerate(days)
    ]
    rooms.chronicle(issue, *events, title="伊河州要事记（2021年3月1日—4月30日）")
    numbers = [("incoming" if n < 8 else "outgoing", f"伊河政发〔2021〕{n}号", n) for n in range(1, 15)]
    rooms.register(issue, *((way, number, f"《关于{TASKS[n % 5]}的通知》") for way, number, n in numbers))
    rooms.meeting(issue, "\n".join(text(n, 4) for n in range(4)))
    rooms.table(issue, _figures())
    return issue


def text(number: int, sentences: int) -> str:
    """Some sentences, other ones for other numbers."""
    said = (
        f"{PLACES[(number + n) % 4]}要{TASKS[(number * 2 + n) % 5]}，并在{n % 9 + 1}月前报告。"
        for n in range(sentences)
    )
    return "".join(said)


def _rules(document: Document) -> None:
    """Rules in three chapters, a covering notice before them, an attachment after them."""
    document.attachments.all().delete()
    document.blocks.all().delete()
    add(document, BlockKind.PARAGRAPH, "《伊河州供暖办法》已经州人民政府同意，现印发你们，请遵照执行。")
    add(document, BlockKind.PARAGRAPH, "附件：1.供暖单位名单")
    add(document, BlockKind.ITEM, "供暖设施检修计划", label="2.", level=4)
    add(document, BlockKind.SIGNATURE, "伊河州人民政府\n2021年4月8日")
    add(document, BlockKind.HEADING, "伊河州供暖办法", level=1)
    for chapter, label in enumerate("一二三", 1):
        add(
            document,
            BlockKind.HEADING,
            ["总则", "供暖单位", "附则"][chapter - 1],
            label=f"第{label}章",
            level=2,
        )
        for article in range(8):
            add(
                document,
                BlockKind.ARTICLE,
                text(article + chapter, 3),
                label=f"第{8 * chapter + article - 7}条",
                level=3,
            )
    annex = Attachment.objects.create(document=document, position=1, label="附件1", title="供暖单位名单")
    people = [f"{name}（{PLACES[n % 4]}供暖公司总经理、安全生产负责人）" for n, name in enumerate(PEOPLE)]
    add(
        document,
        BlockKind.LIST,
        "\n".join(["组长：" + people[0], "副组长：" + people[1], *people[2:]]),
        attachment=annex,
    )
    add(document, BlockKind.PARAGRAPH, text(3, 2), attachment=annex)
    rows = [["县市", "日期"], *([place, f"10月{15 + n}日"] for n, place in enumerate(PLACES))]
    annex = Attachment.objects.create(document=document, position=2, label="附件2", title="供暖设施检修计划")
    add(document, BlockKind.PARAGRAPH, text(5, 12), attachment=annex)
    add(document, BlockKind.TABLE, rows=rows, attachment=annex)
    add(document, BlockKind.PARAGRAPH, text(7, 12), attachment=annex)


def _plan(document: Document) -> None:
    """Parts with headings, a table over the width of the page with merged cells, one on its side."""
    document.attachments.all().delete()
    document.blocks.all().delete()
    for part, label in enumerate("一二三", 1):
        add(document, BlockKind.HEADING, "湿地保护的主要任务", label=f"{label}、", level=2)
        for item in "一二三":
            add(document, BlockKind.ITEM, f"保护水源。{text(part, 4)}", label=f"（{item}）", level=3)
    plan = [[str(n), TASKS[n % 5], text(n, 2), f"{n}月底前", PLACES[n % 4]] for n in range(1, 9)]
    add(document, BlockKind.TABLE, rows=[["序号", "任务", "要求", "时限", "单位"], *plan])
    head = [["县市", "湿地面积（公顷）", *[""] * 11], ["", *(f"{n}月" for n in range(1, 13))]]
    rows = [[place, *(f"{1234.5 + 17 * n:,.1f}" for n in range(12))] for place in PLACES]
    add(document, BlockKind.TABLE, rows=[*head, *rows], spans=[[0, 0, 2, 1], [0, 1, 1, 12]])


def _notice(issue: Issue) -> AppointmentNotice:
    actions = ["appoint", "appoint", "appoint", "remove", "remove", "remove"]
    people = [
        (action, name, f"{PLACES[n % 4]}水利局局长", "")
        for n, (action, name) in enumerate(zip(actions, PEOPLE, strict=True))
    ]
    return rooms.notice(issue, *people, issuer="伊河州人民政府", issued_on=datetime.date(2021, 4, 9))


def _figures() -> list[list[str]]:
    names = ["（一）生产总值（亿元）", "第一产业", "第二产业", "第三产业"]
    rows = [
        [names[n % 4], f"{12.5 * (n + 1):.2f}", f"{48.2 * (n + 1):.2f}", f"{n - 7.5:.1f}"] for n in range(24)
    ]
    return [["指标", "4月", "1-4月累计", "比上年同期增减%"], *rows]


def add(document: Document, kind: str, text: str = "", **fields: object) -> None:
    Block.objects.create(
        document=document, position=document.blocks.count() + 1, kind=kind, text=text, **fields
    )
