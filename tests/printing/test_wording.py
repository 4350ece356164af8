"""Sentences of notices, days of the chronicle: small rules of wording, without paper."""

import datetime

import pytest

from appointments.models import Appointment, Official, Post
from chronicle.models import Event
from gazette_statistics.models import IndicatorTable
from printing.parts.chronicle import PrintedChronicle, PrintedEvent, months
from printing.parts.indicators import PrintedTable, Row
from printing.parts.notices import sentence

MARCH, APRIL = datetime.date(2021, 3, 30), datetime.date(2021, 4, 2)


@pytest.mark.parametrize(
    ("action", "note", "wording"),
    [
        ("appoint", "", "▲王芳同志任州水利局局长"),
        ("appoint", "挂职", "▲王芳同志任州水利局局长（挂职）"),
        ("appoint", "试用期一年", "▲王芳同志任州水利局局长（试用期一年）"),
        ("appoint", "挂职，时间二年", "▲王芳同志任州水利局局长（挂职，时间二年）"),
        ("remove", "", "△免去王芳同志州水利局局长职务"),
        ("remove", "挂职", "△免去王芳同志州水利局局长（挂职）职务"),
        ("remove", "批准提前退休", "△免去王芳同志州水利局局长职务，批准提前退休"),
        ("remove", "挂职，另有任用", "△免去王芳同志州水利局局长（挂职）职务，另有任用"),
        ("remove", "退休", "△免去王芳同志州水利局局长职务，退休"),
    ],
)
def test_a_record_is_a_sentence(action: str, note: str, wording: str) -> None:
    """What is said of the post stands in brackets; what is decided beside it follows a comma."""
    appointment = Appointment(
        action=action, official=Official(name="王芳"), post=Post(name="州水利局局长"), note=note
    )
    assert sentence(appointment) == wording


def events(*days_and_texts: tuple[datetime.date | None, str]) -> list[PrintedEvent]:
    stored = [Event(happened_on=day, text=text) for day, text in days_and_texts]
    return [event for month in months(stored) for event in month.events]


@pytest.mark.parametrize(
    ("text", "bold"),
    [
        ("2日,州长李明检查供暖。", "2日"),
        ("4月2日，州长李明检查供暖。", "4月2日"),
        ("▲2日至3日，检查供暖。", "▲2日至3日"),
        ("1—2日，检查供暖。", "1—2日"),
    ],
)
def test_a_day_that_begins_is_bold(text: str, bold: str) -> None:
    """In the words of the record, of which nothing is lost."""
    (event,) = events((APRIL, text))
    assert event == PrintedEvent(bold, text.removeprefix(bold))


def test_a_day_that_the_text_does_not_name_is_put_before_it() -> None:
    """An event that an editor adds without 2日 still shows its day; the second one of a day does not."""
    first, second = events((APRIL, "州长李明检查供暖。"), (APRIL, "2日，副州长王芳调研。"))
    assert first == PrintedEvent("2日　", "州长李明检查供暖。")
    assert second == PrintedEvent("", "2日，副州长王芳调研。")


def test_an_event_of_an_unknown_day_stays_where_it_is() -> None:
    """It begins neither day nor month, and the day before it goes on behind it."""
    made = months(
        Event(happened_on=day, text=text)
        for day, text in [(MARCH, "30日，甲。"), (None, "乙。"), (MARCH, "同日，丙。"), (APRIL, "2日，丁。")]
    )
    assert [len(month.events) for month in made] == [3, 1]
    assert [event.day for event in made[0].events] == ["30日", "", ""]


def test_months_name_their_year_only_over_the_turn_of_the_year() -> None:
    """A chronicle from December to January says which December."""
    spring = PrintedChronicle("要事记", "", months([Event(happened_on=MARCH), Event(happened_on=APRIL)]))
    winter = months([Event(happened_on=datetime.date(2020, 12, 30)), Event(happened_on=APRIL)])
    assert not spring.names_years
    assert PrintedChronicle("要事记", "", winter).names_years


@pytest.mark.parametrize(
    ("name", "begins"),
    [("（一）生产总值", True), ("(九) 物价", True), ("第一产业", False), ("#住户存款", False)],
)
def test_an_ordinal_begins_a_group_of_indicators(name: str, begins: bool) -> None:
    """（一） stands at the edge of the table, what belongs to it further in."""
    assert Row(name, []).begins_group is begins


@pytest.mark.parametrize("rows", [[], [[]], [[], []]])
def test_an_empty_table_is_a_title(rows: list[list[str]]) -> None:
    """An editor who has just begun a table can look at the issue."""
    printed = PrintedTable("主要指标", IndicatorTable(rows=rows))
    assert (printed.head, printed.rows) == ([], [])
