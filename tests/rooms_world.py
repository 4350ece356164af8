"""What stands in a gazette beside documents, in the world of tests.world: people, days, lists, figures."""

import datetime
from dataclasses import dataclass

from appointments.flows import find_official, find_post
from appointments.models import Action, Appointment, AppointmentNotice, Official
from chronicle.models import Event, EventOfficial, Meeting
from documents.models import Direction, RegisterEntry
from gazette.models import Entry, Issue, SectionKind
from gazette_statistics.models import Indicator, IndicatorTable
from intake.flows.make_tables import derive_observations
from tests import world as worlds

HEAD = ["指标", "4月", "1-4月累计", "累计比上年同期增减%"]


def entry(issue: Issue, kind: SectionKind, title: str, page: str = "20") -> Entry:
    """A line at the end of an issue's contents."""
    return Entry.objects.create(
        issue=issue,
        section=worlds.section(issue.publication, str(kind.label), kind),
        position=issue.entries.count() + 1,
        title=title,
        printed_page=page,
        source_lines=[[90, 90]],
    )


def notice(issue: Issue, serial: int = 1) -> AppointmentNotice:
    """古丽 is appointed to the finance bureau, 王强 removed from it; 阿依·努尔 gets a post of no known organ."""
    made = AppointmentNotice.objects.create(
        entry=entry(issue, SectionKind.APPOINTMENTS, "伊河州人民政府干部任免通知", "21"),
        title="伊河州人民政府干部任免通知",
        doc_number=f"伊河政任〔2021〕{serial}号",
        source_lines=[[100, 110]],
    )
    appoint(made, 1, "王强", "州财政局副局长", Action.REMOVE, note="批准提前退休")
    appoint(made, 2, "古丽", "州财政局局长", note="挂职")
    appoint(made, 3, "阿依·努尔", "州长")
    return made


def appoint(
    within: AppointmentNotice,
    position: int,
    person: str,
    post: str,
    action: Action = Action.APPOINT,
    note: str = "",
) -> Appointment:
    return Appointment.objects.create(
        notice=within,
        position=position,
        action=action,
        official=find_official(person),
        post=find_post(post),
        note=note,
        source_lines=[[100 + position, 100 + position]],
    )


def chronicle(issue: Issue, month: int = 4) -> Entry:
    """Two events of the 2nd and one of the 28th, and one of no known day."""
    made = entry(issue, SectionKind.CHRONICLE, "伊河州人民政府要事记", "22")
    event(
        made, 1, "2日，州长阿依•努尔、副州长王强检查供暖。", month, 2, {"阿依·努尔": "州长", "王强": "副州长"}
    )
    event(made, 2, "同日，副州长王强会见客人。", month, 2, {"王强": "副州长"})
    event(made, 3, "28日，州长阿依·努尔主持会议。", month, 28, {"阿依·努尔": "州长"})
    event(made, 4, "月内，湿地保护工作启动。", month, None, {})
    return made


def event(
    within: Entry, position: int, text: str, month: int, day: int | None, named: dict[str, str]
) -> Event:
    made = Event.objects.create(
        entry=within,
        position=position,
        happened_on=datetime.date(2021, month, day) if day else None,
        text=text,
        source_lines=[[200 + position, 200 + position]],
    )
    for name, office in named.items():
        EventOfficial.objects.create(event=made, official=find_official(name), office=office)
    return made


def register(issue: Issue, serial: int = 5) -> Entry:
    """One document received; two sent, of which the first is held in tests.world."""
    made = entry(issue, SectionKind.REGISTER, "州人民政府收发文目录", "30")
    lines = [
        (Direction.INCOMING, f"区政发〔2021〕{serial}号", "《关于节约用水的通知》"),
        (Direction.OUTGOING, "伊河政发〔2021〕1号", "《关于做好冬季供暖工作的通知》"),
        (Direction.OUTGOING, "伊河政发〔2021〕77号", "《关于防火的通知》"),
    ]
    for position, (direction, number, title) in enumerate(lines, 1):
        RegisterEntry.objects.create(
            entry=made,
            position=position,
            direction=direction,
            doc_number=number,
            title=title,
            source_lines=[[300 + position, 300 + position]],
        )
    return made


def meeting(issue: Issue, number: int = 12) -> Meeting:
    title = f"州人民政府召开第{number}次常务会议"
    return Meeting.objects.create(
        entry=entry(issue, SectionKind.MEETINGS, title, "31"),
        title=title,
        number=number,
        held_on=datetime.date(2021, 4, 15),
        chair=find_official("阿依·努尔"),
        text="4月15日，州长阿依·努尔主持召开常务会议。\n会议指出，阿依·努尔讲了话。",
        source_lines=[[400, 402]],
    )


def table(issue: Issue, month: int = 4, industry: str = "1,000") -> IndicatorTable:
    """Industry and its part; the part's running total is not printed."""
    title = f"伊河州2021年{month}月国民经济主要指标"
    made = IndicatorTable.objects.create(
        entry=entry(issue, SectionKind.STATISTICS, title, "40"),
        title=title,
        month=datetime.date(2021, month, 1),
        rows=[
            HEAD,
            ["(一) 工业增加值(规上,万元)", industry, "4000.50", "-5.1"],
            ["1、轻工业", "40", "", "2.0"],
        ],
        row_lines=[500, 501, 502],
    )
    derive_observations(made)
    return made


@dataclass
class Rooms:
    """tests.world with every other kind in its issue; the next issue prints April again, corrected, and May."""

    world: worlds.World
    next_issue: Issue
    notice: AppointmentNotice
    chronicle: Entry
    register: Entry
    meeting: Meeting
    table: IndicatorTable
    corrected: IndicatorTable
    may: IndicatorTable

    def official(self, name: str) -> Official:
        return Official.objects.get(name=name)

    def indicator(self, name: str) -> Indicator:
        return Indicator.objects.get(name=name)

    def lists(self) -> list[str]:
        """The addresses of the lists."""
        names = ("appointments", "chronicle", "register", "meetings", "statistics")
        return ["/officials/", *(f"/yihe/{name}/" for name in names), "/yihe/chronicle/2021/4/"]

    def records(self) -> list[str]:
        """The addresses of what an issue prints."""
        printed = (self.notice, self.meeting, self.table, self.corrected)
        return [
            *(record.get_absolute_url() for record in printed),
            f"/yihe/2021/3/chronicle/{self.chronicle.pk}/",
            f"/yihe/2021/3/register/{self.register.pk}/",
        ]

    def collections(self) -> list[str]:
        """The addresses of people, organs and indicators."""
        post = find_post("州财政局局长")
        people = [official.get_absolute_url() for official in Official.objects.all()]
        indicators = [indicator.get_absolute_url() for indicator in Indicator.objects.all()]
        return [*people, f"/bodies/{post.body_id}/", *indicators]

    def addresses(self) -> list[str]:
        return [*self.lists(), *self.records(), *self.collections()]


def furnish(world: worlds.World) -> Rooms:
    following = worlds.issue(world.gazette, number=4)
    return Rooms(
        world=world,
        next_issue=following,
        notice=notice(world.issue),
        chronicle=chronicle(world.issue),
        register=register(world.issue),
        meeting=meeting(world.issue),
        table=table(world.issue),
        corrected=table(following, industry="1100"),
        may=table(following, month=5, industry="1200"),
    )
