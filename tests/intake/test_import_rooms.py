"""The other five kinds become records under their entries."""

import datetime
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command

from appointments.flows import find_official, find_post
from appointments.models import Appointment, AppointmentNotice, Official, Post
from appointments.posts import split_post
from chronicle.models import Event, Meeting
from documents.models import RegisterEntry
from gazette.models import Body, Entry, Issue, Publication, Source
from gazette_statistics.models import Indicator, IndicatorTable, Observation
from intake.errors import SourceError
from intake.flows.import_source import import_source
from intake.flows.make_tables import derive_observations
from intake.read import read
from intake.sources.plain import read_plain
from tests import world as worlds

pytestmark = pytest.mark.django_db

ISSUE = """\
伊河州人民政府公报

2021年5月20日 第3期 (总120期) 月刊

目 录

干部任免

伊河州人民政府干部任免通知
伊河政任〔2021〕1号-2号……(1)

政务要事

伊河州人民政府大事记……(2)

收发文目录

省政府来文目录……(3)

统计数据

2021年4月国民经济主要指标……(4)

伊河州人民政府干部任免通知

伊河政任〔2021〕1号-2号

任命王明为州财政局局长；
免去王明的州审计局局长职务。

伊河州人民政府大事记

4月

1日，州长李小河，副州长王明参加植树。

省政府来文目录

▲省政发〔2021〕1号《关于植树的通知》

2021年4月国民经济主要指标

指标\t4月\t比上年同期增减%
（一）生产总值(亿元)\t1234.50\t5.6
第一产业\t\t
#种植业\t7\t-2.0

伊河州人民政府召开第12次常务会议

5月6日，州长李小河主持召开第12次常务会议，研究防汛。
"""


@pytest.fixture
def issue() -> Issue:
    result = import_source("2021-03.txt", ISSUE.encode(), worlds.publication())
    assert result.issue is not None
    return result.issue


def test_a_notice_has_its_people_and_posts(issue: Issue) -> None:
    notice = AppointmentNotice.objects.get()
    assert (notice.entry.title, notice.doc_number) == (
        "伊河州人民政府干部任免通知",
        "伊河政任〔2021〕1号-2号",
    )
    made = Appointment.objects.values_list("action", "official__name", "post__name", "post__body__name")
    assert list(made) == [
        ("appoint", "王明", "州财政局局长", "州财政局"),
        ("remove", "王明", "州审计局局长", "州审计局"),
    ]
    assert Official.objects.filter(name="王明").count() == 1


def test_an_event_has_its_day_and_its_officials_with_their_offices(issue: Issue) -> None:
    event = Event.objects.get()
    assert event.happened_on == datetime.date(2021, 4, 1)
    assert list(event.named.values_list("official__name", "office")) == [
        ("李小河", "州长"),
        ("王明", "副州长"),
    ]


def test_a_register_line_has_number_and_title(issue: Issue) -> None:
    line = RegisterEntry.objects.get()
    assert (line.direction, line.doc_number, line.title) == (
        "incoming",
        "省政发〔2021〕1号",
        "《关于植树的通知》",
    )


def test_a_table_is_kept_as_printed_and_its_figures_as_numbers(issue: Issue) -> None:
    table = IndicatorTable.objects.get()
    assert table.month == datetime.date(2021, 4, 1)
    assert table.rows[2] == ["第一产业", "", ""]
    figures = table.observations.values_list("indicator__name", "measure", "value", "printed")
    assert list(figures) == [
        ("生产总值", "month", Decimal("1234.5"), "1234.50"),
        ("生产总值", "yoy_percent", Decimal("5.6"), "5.6"),
        ("种植业", "month", Decimal("7"), "7"),
        ("种植业", "yoy_percent", Decimal("-2"), "-2.0"),
    ]
    assert Indicator.objects.get(name="生产总值").unit == "亿元"


def test_what_the_contents_do_not_name_has_an_entry_in_its_place(issue: Issue) -> None:
    meeting = Meeting.objects.get()
    assert (meeting.number, meeting.held_on) == (12, datetime.date(2021, 5, 6))
    assert str(meeting.chair) == "李小河"
    assert list(Entry.objects.values_list("title", "printed_page")) == [
        ("伊河州人民政府干部任免通知", "1"),
        ("伊河州人民政府大事记", "2"),
        ("省政府来文目录", "3"),
        ("2021年4月国民经济主要指标", "4"),
        ("伊河州人民政府召开第12次常务会议", ""),
    ]


def test_every_record_knows_its_lines(issue: Issue) -> None:
    lines = Source.objects.get().lines()
    for model in (AppointmentNotice, Appointment, Event, RegisterEntry, Meeting, IndicatorTable, Observation):
        for record in model.objects.all():
            assert record.source_lines, record
    figure = Observation.objects.get(printed="-2.0")
    assert lines[figure.source_lines[0][0] - 1] == "#种植业\t7\t-2.0"


def test_nothing_is_public_before_its_issue_is(issue: Issue) -> None:
    for model in (
        AppointmentNotice,
        Appointment,
        Event,
        RegisterEntry,
        Meeting,
        IndicatorTable,
        Observation,
        Official,
    ):
        assert not model.objects.published().exists()
    Issue.objects.update(published_at=datetime.datetime(2021, 6, 1, tzinfo=datetime.UTC))
    for model in (
        AppointmentNotice,
        Appointment,
        Event,
        RegisterEntry,
        Meeting,
        IndicatorTable,
        Observation,
        Official,
    ):
        assert model.objects.published().exists()
        assert not model.objects.published(on=datetime.date(2021, 5, 1)).exists()


def test_figures_are_made_anew_from_the_rows(issue: Issue) -> None:
    table = IndicatorTable.objects.get()
    table.rows[1][1] = "1235"
    table.save()
    assert derive_observations(table) == []
    assert table.observations.get(indicator__name="生产总值", measure="month").value == Decimal("1235")
    table.rows[1][1] = "很多"
    assert derive_observations(table) == [1]
    assert not table.observations.filter(indicator__name="生产总值").exists()


def test_a_later_table_may_print_the_month_again(issue: Issue) -> None:
    later = ISSUE.replace("第3期 (总120期)", "第4期 (总121期)").replace("1234.50", "1240.00")
    import_source("2021-04.txt", later.encode(), Publication.objects.get())
    figures = Observation.objects.filter(indicator__name="生产总值", measure="month")
    assert sorted(figures.values_list("printed", flat=True)) == ["1234.50", "1240.00"]
    assert Indicator.objects.filter(name="生产总值").count() == 1


def test_the_first_of_several_namesakes_is_taken(db: None) -> None:
    first = Official.objects.create(name="张河")
    Official.objects.create(name="张河", distinction="教育")
    assert find_official("张河") == first


@pytest.mark.parametrize(
    ("post", "parts"),
    [
        ("州财政局局长", ("州财政局", "局长")),
        ("州公安局局长、督察长", ("州公安局", "局长、督察长")),
        ("州财政局党组书记、副局长", ("州财政局", "党组书记、副局长")),
        ("州经济委员会调研员", ("州经济委员会", "调研员")),
        ("湖滨管委会副主任", ("湖滨管委会", "副主任")),
        ("局长", ("", "局长")),
        ("州长特别代表", ("", "州长特别代表")),
    ],
)
def test_a_post_names_its_organ(post: str, parts: tuple[str, str]) -> None:
    assert split_post(post) == parts


def test_posts_of_one_organ_share_it(db: None) -> None:
    assert find_post("州财政局局长").body == find_post("州财政局副局长").body
    assert find_post("州长特别代表").body is None
    assert Body.objects.filter(name="州财政局").count() == 1
    assert Post.objects.count() == 3


def test_the_real_issues_fill_all_rooms(db: None) -> None:
    from io import StringIO

    call_command("load_examples", stdout=StringIO())
    counts = [m.objects.count() for m in (Appointment, Event, RegisterEntry, Meeting, IndicatorTable)]
    assert counts == [9, 127, 41, 2, 2]
    assert {len(table.rows) for table in IndicatorTable.objects.all()} == {36}
    assert not Entry.objects.filter(
        document=None,
        appointment_notice=None,
        events=None,
        register_entries=None,
        meeting=None,
        indicator_table=None,
    ).exists()


@pytest.mark.parametrize(
    ("printed", "too_much", "message"),
    [
        ("#种植业\t7", f"#{'种' * 101}\t7", "第 .* 行的“指标”不能收录"),
        ("指标\t4月\t", f"单位：{'元' * 31}\n指标\t4月\t", "第 .* 行的“.*单位”不能收录"),
        ("1234.50", "123456789012345", "第 .* 行的“数值”不能收录"),
    ],
)
def test_what_is_too_long_to_keep_is_refused_with_its_line(
    db: None, printed: str, too_much: str, message: str
) -> None:
    assert printed in ISSUE
    text = ISSUE.replace(printed, too_much)
    with pytest.raises(SourceError, match=message):
        import_source("2021-03.txt", text.encode(), worlds.publication())
    assert not Source.objects.exists()


@pytest.mark.parametrize("name", ["", "长" * 201, "长" * 98 + "公安局局长"])
def test_no_post_or_organ_is_made_with_a_name_that_cannot_be_kept(db: None, name: str) -> None:
    """The third is a post whose organ would be too long."""
    with pytest.raises(ValidationError):
        find_post(name)
    assert not Post.objects.exists()


@pytest.mark.parametrize("name", ["", "长" * 51])
def test_no_official_is_made_with_a_name_that_cannot_be_kept(db: None, name: str) -> None:
    with pytest.raises(ValidationError):
        find_official(name)
    assert not Official.objects.exists()


def test_what_no_reader_should_give_is_refused_with_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a section nor a person has a name as long as these."""
    held, gazette = read_plain("a.txt", ISSUE.encode()), worlds.publication()
    for part, field, message in (
        ("contents", "section", "第 5 行的“栏目”不能收录"),
        ("appointments", "person", "第 28 行的“姓名”不能收录"),
    ):
        reading = read(held)
        setattr(getattr(reading, part)[0], field, "长" * 51)
        monkeypatch.setattr("intake.flows.import_source.read", lambda _text, given=reading: given)
        with pytest.raises(SourceError, match=message):
            import_source("a.txt", ISSUE.encode(), gazette)
    assert not Source.objects.exists()
