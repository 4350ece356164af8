"""What an issue holds besides documents, under entries of the world's issue."""

import datetime

from appointments.models import Appointment, AppointmentNotice, Official, Post
from chronicle.models import Event, Meeting
from documents.models import RegisterEntry
from gazette.models import Entry, Issue, SectionKind
from gazette_statistics.models import IndicatorTable
from tests import world as worlds


def entry(of: Issue, kind: SectionKind, title: str, position: int = 20) -> Entry:
    section = worlds.section(of.publication, str(kind.label), kind)
    return Entry.objects.create(issue=of, section=section, position=position, title=title)


def notice(of: Issue, *people: tuple[str, str, str, str], **fields: object) -> AppointmentNotice:
    """A notice with (action, name, post, note) for each person."""
    title = "伊河州人民政府干部任免通知"
    made = AppointmentNotice.objects.create(
        entry=entry(of, SectionKind.APPOINTMENTS, title),
        title=title,
        doc_number="伊河政任〔2021〕1号",
        **fields,
    )
    for position, (action, name, post, note) in enumerate(people, 1):
        Appointment.objects.create(
            notice=made,
            position=position,
            action=action,
            official=Official.objects.get_or_create(name=name)[0],
            post=Post.objects.get_or_create(name=post)[0],
            note=note,
        )
    return made


def chronicle(of: Issue, *events: tuple[datetime.date | None, str], title: str = "伊河州要事记") -> Entry:
    made = entry(of, SectionKind.CHRONICLE, title, 21)
    for position, (day, text) in enumerate(events, 1):
        Event.objects.create(entry=made, position=position, happened_on=day, text=text)
    return made


def register(of: Issue, *lines: tuple[str, str, str], title: str = "州政府收发文目录") -> Entry:
    """A register with (direction, number, title) for each line."""
    made = entry(of, SectionKind.REGISTER, title, 22)
    for position, (direction, number, named) in enumerate(lines, 1):
        RegisterEntry.objects.create(
            entry=made, position=position, direction=direction, doc_number=number, title=named
        )
    return made


def meeting(of: Issue, text: str) -> Meeting:
    title = "州人民政府召开第12次常务会议"
    made = entry(of, SectionKind.MEETINGS, title, 23)
    return Meeting.objects.create(entry=made, title=title, text=text)


def table(of: Issue, rows: list[list[str]], position: int = 24) -> IndicatorTable:
    title = "伊河州2021年4月主要指标"
    return IndicatorTable.objects.create(
        entry=entry(of, SectionKind.STATISTICS, title, position),
        title=title,
        month=datetime.date(2021, 4, 1),
        rows=rows,
    )


def furnish(of: Issue) -> None:
    """One of each kind, none longer than a page."""
    notice(of, ("appoint", "王芳", "州水利局局长", ""), ("remove", "李明", "州水利局局长", "批准提前退休"))
    chronicle(of, (datetime.date(2021, 4, 6), "6日，副州长王芳检查湿地保护工作。"))
    register(of, ("incoming", "省政发〔2021〕8号", "《关于保护水源的通知》"))
    meeting(of, "4月9日，州长李明主持召开会议。\n会议研究了供暖工作。")
    table(of, [["指标", "4月"], ["（一）生产总值（亿元）", "12.50"], ["第一产业", "3.40"]])
