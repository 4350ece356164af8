"""What editors are told of blank and old columns."""

import datetime

from django.utils import timezone
from django.utils.timezone import make_aware
from pytest_django import Settings

from documents.models import Document
from gazette.models import Issue, SectionKind
from portal.models import Part
from portal.watch import blank_columns, months_before, overdue_messages, stale_columns
from tests import world as worlds
from tests.citizens.conftest import column_page, correction
from tests.rooms_world import furnish
from tests.world import World


def blank() -> set[str]:
    return {finding.name for finding in blank_columns()}


def test_a_publication_without_public_content_is_blank(world: World) -> None:
    worlds.issue(worlds.publication("leer", "无州"), published=False)
    assert "无州人民政府公报" in blank()
    assert "伊河州人民政府公报" not in blank()


def test_a_section_without_public_entries_is_blank(world: World) -> None:
    worlds.section(world.gazette, "领导讲话")
    assert "伊河州人民政府公报 › 领导讲话" in blank()
    assert "伊河州人民政府公报 › 州人民政府文件" not in blank()


def test_a_list_whose_entries_hold_nothing_is_blank(world: World) -> None:
    """The section is printed, but nobody has entered its content: readers have no such list."""
    furnish(world)
    assert "伊河州人民政府公报 › 干部任免" not in blank()
    world.issue.entries.filter(section__kind=SectionKind.APPOINTMENTS).get().appointment_notice.delete()
    assert "伊河州人民政府公报 › 干部任免" in blank()


def test_parts_of_the_openness_column_are_blank_until_a_page_is_published(world: World) -> None:
    column_page(Part.GUIDE, "指南")
    column_page(Part.RULES, "草稿", public=False)
    assert "政府信息公开 › 政府信息公开指南" not in blank()
    assert "政府信息公开 › 政府信息公开制度" in blank()


def published(on: str) -> None:
    moment = make_aware(datetime.datetime.fromisoformat(on))
    Issue.objects.update(published_at=moment)
    Document.objects.update(published_at=None)


def test_the_home_page_is_old_after_two_weeks(world: World) -> None:
    published("2025-03-03")
    day = datetime.date(2025, 3, 3)
    assert stale_columns(day + datetime.timedelta(14)) == []
    assert [(each.name, each.since) for each in stale_columns(day + datetime.timedelta(15))] == [
        ("首页", day)
    ]


def test_a_publication_is_old_after_six_months_and_then_one_finding(world: World) -> None:
    published("2025-03-03")
    assert [each.name for each in stale_columns(datetime.date(2025, 9, 3))] == ["首页"]
    assert [each.name for each in stale_columns(datetime.date(2025, 9, 4))] == ["首页", "伊河州人民政府公报"]


def test_a_section_is_old_while_its_publication_goes_on(world: World, settings: Settings) -> None:
    published("2025-03-03")
    autumn = worlds.issue(world.gazette, year=2025, number=5)
    Issue.objects.filter(pk=autumn.pk).update(published_at=make_aware(datetime.datetime(2025, 9, 1)))
    names = [each.name for each in stale_columns(datetime.date(2025, 9, 10))]
    assert names == ["伊河州人民政府公报 › 州人民政府文件"]
    settings.COLUMN_STALE_MONTHS = 12
    assert stale_columns(datetime.date(2025, 9, 10)) == []


def test_months_end_where_they_end() -> None:
    assert months_before(datetime.date(2025, 8, 31), 6) == datetime.date(2025, 2, 28)
    assert months_before(datetime.date(2025, 3, 1), 6) == datetime.date(2024, 9, 1)
    assert months_before(datetime.date(2026, 1, 15), 13) == datetime.date(2024, 12, 15)


def test_a_message_is_overdue_the_day_after_its_last_day(db: None) -> None:
    late = correction()
    correction("20251010-HHHHHHHH", state="answered", answer="好", answered_at=timezone.now())
    assert overdue_messages(late.due_on) == []
    assert overdue_messages(late.due_on + datetime.timedelta(1)) == [late]
