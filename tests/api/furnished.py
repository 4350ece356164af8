"""An issue that holds every kind of content, as often as a test wants it."""

import datetime

from appointments.models import Official, Post
from chronicle.models import Event, EventOfficial, Meeting
from documents.models import Citation
from gazette.models import Body, Issue
from intake.flows.make_tables import derive_observations
from tests import world as worlds
from tests.printing import rooms

ROWS = [
    ["指标", "4月", "比上年同期增减%"],
    ["（一）生产总值（亿元）", "12.50", "8.0"],
    ["第一产业", "3.40", "-1.2"],
]


def furnish(of: Issue, times: int = 1) -> None:
    """Each kind `times` times, about other people and organs each time; without documents."""
    for count in range(1, times + 1):
        _notice(of, count)
        _chronicle(of, count)
        _register(of, times)
        _meeting(of, count)
        derive_observations(rooms.table(of, [[f"{row[0]}", *row[1:]] for row in _rows(count)]))


def _rows(count: int) -> list[list[str]]:
    head, top, part = ROWS
    return [head, [top[0].replace("生产", f"第{count}县生产"), *top[1:]], part]


def _notice(of: Issue, count: int) -> None:
    post = f"州第{count}局局长"
    body = Body.objects.create(name=f"州第{count}局{of.pk}")
    Post.objects.get_or_create(name=post, defaults={"body": body})
    rooms.notice(of, ("appoint", f"王芳{count}", post, ""), ("remove", f"李明{count}", post, "批准提前退休"))


def _chronicle(of: Issue, count: int) -> None:
    rooms.chronicle(
        of, (datetime.date(2021, 4, 5 + count), "副州长王芳检查湿地保护工作。"), (None, "本月召开座谈会。")
    )
    present = Official.objects.get(name=f"王芳{count}")
    for event in Event.objects.filter(happened_on=datetime.date(2021, 4, 5 + count), named=None):
        EventOfficial.objects.create(event=event, official=present, office="副州长")


def _register(of: Issue, times: int) -> None:
    lines = [
        ("outgoing", f"伊河政发〔2021〕{serial}号", "《关于供暖的通知》") for serial in range(1, times + 1)
    ]
    rooms.register(of, ("incoming", "省政发〔2021〕8号", "《关于保护水源的通知》"), *lines)


def _meeting(of: Issue, count: int) -> None:
    made = rooms.meeting(of, "州长李明主持召开会议。\n会议研究了供暖工作。")
    chair = Official.objects.get(name=f"李明{count}")
    Meeting.objects.filter(pk=made.pk).update(
        chair=chair, number=count, held_on=datetime.date(2021, 4, count)
    )


def build(*, published: bool = True, times: int = 1) -> Issue:
    """A gazette with one issue of everything: documents that cite one another, and all other kinds."""
    gazette = worlds.publication()
    issue = worlds.issue(gazette, published=published)
    issue.source = worlds.source(gazette)
    issue.source.as_printed = True
    issue.source.reading = {"documents": [], "problems": [{"code": "torn"}]}
    issue.source.save()
    issue.save()
    issuer = Body.objects.create(name="伊河州人民政府", number_prefix="伊河政")
    for serial in range(1, times + 1):
        document = worlds.document(gazette, serial, printed_in=issue)
        document.issuing_body = issuer
        document.save()
        for cited in range(1, times + 1):
            Citation.objects.create(
                document=document, relation="cites", doc_number=f"伊河政发〔2021〕{cited}号"
            )
    furnish(issue, times)
    return issue
