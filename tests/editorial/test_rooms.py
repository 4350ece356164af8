"""The desk leads from an issue's contents to every kind of record, and shows them in preview and review."""

from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from appointments.models import Official
from chronicle.models import Meeting
from documents.models import BlockKind
from gazette.models import Entry, Issue, SectionKind, Source
from tests import rooms_world
from tests import world as worlds
from tests.editorial.forms import beside, change_url, shown

WAYS = {
    SectionKind.APPOINTMENTS: "appointments_appointmentnotice_add",
    SectionKind.MEETINGS: "chronicle_meeting_add",
    SectionKind.STATISTICS: "statistics_indicatortable_add",
    SectionKind.DOCUMENTS: "documents_document_add",
}


@pytest.fixture
def summer(world: worlds.World) -> Issue:
    return worlds.issue(world.gazette, number=4, published=False)


@pytest.mark.parametrize("kind", WAYS)
def test_the_contents_lead_to_the_form_that_an_entry_waits_for(
    client: Client, desk: Client, signer: User, summer: Issue, kind: SectionKind
) -> None:
    """The form opens with the entry chosen. Who may not write is shown no way to it."""
    entry = rooms_world.entry(summer, kind, "等待录入的一条")
    way = f"{reverse(f'admin:{WAYS[kind]}')}?entry={entry.pk}"
    assert f'href="{way}"' in desk.get(change_url(summer)).content.decode()
    assert shown(desk.get(way))["entry"] == str(entry.pk)
    client.force_login(signer)
    assert way not in client.get(change_url(summer)).content.decode()


def test_the_contents_lead_to_what_is_there(desk: Client, world: worlds.World) -> None:
    """Records to their forms, a chronicle and a register to their rows; in as many queries for two as for ten."""
    rooms = rooms_world.furnish(world)
    desk.get(change_url(world.issue))
    with CaptureQueriesContext(connection) as queries:
        page = desk.get(change_url(world.issue)).content.decode()
    for record in (rooms.notice, rooms.meeting, rooms.table, world.first):
        assert f'href="{change_url(record)}"' in page
    chronicle = reverse("admin:editorial_chronicleentry_change", args=[rooms.chronicle.pk])
    assert f'<a href="{chronicle}">4条</a>' in page
    register = reverse("admin:editorial_registerlisting_change", args=[rooms.register.pk])
    assert f'<a href="{register}">3条</a>' in page
    for serial in range(30, 38):
        worlds.document(world.gazette, serial, printed_in=world.issue)
    with CaptureQueriesContext(connection) as more:
        desk.get(change_url(world.issue))
    assert len(more) == len(queries)


def test_an_entry_is_not_deleted_with_what_stands_under_it(desk: Client, summer: Issue) -> None:
    """One that holds nothing goes."""
    rooms_world.chronicle(summer)
    rooms_world.entry(summer, SectionKind.MEETINGS, "空条目")
    form = shown(desk.get(change_url(summer)))
    refused = desk.post(change_url(summer), {**form, "entries-0-DELETE": "on"})
    assert "下面已经录入了内容" in refused.content.decode()
    assert desk.post(change_url(summer), {**form, "entries-1-DELETE": "on"}).status_code == 302
    assert summer.entries.get().events.count() == 4


def test_a_meeting_is_entered_with_a_paragraph_a_line(desk: Client, summer: Issue) -> None:
    entry = rooms_world.entry(summer, SectionKind.MEETINGS, "州人民政府召开第13次常务会议")
    chair = Official.objects.create(name="阿依·努尔")
    way = f"{reverse('admin:chronicle_meeting_add')}?entry={entry.pk}"
    typed = {
        "number": "13",
        "held_on": "2021-06-01",
        "chair": str(chair.pk),
        "text": "一段。\r\n\r\n  又一段。\r\n",
    }
    assert desk.post(way, {**shown(desk.get(way)), **typed}).status_code == 302
    meeting = Meeting.objects.get()
    assert (meeting.title, meeting.chair) == ("州人民政府召开第13次常务会议", chair)
    assert meeting.paragraphs() == ["一段。", "又一段。"]
    assert desk.post(change_url(meeting), shown(desk.get(change_url(meeting)))).status_code == 302
    meeting.refresh_from_db()
    assert "text" not in meeting.edited_fields or meeting.paragraphs() == ["一段。", "又一段。"]


@pytest.mark.parametrize(
    ("field", "typed", "message"),
    [
        ("held_on", "2021-02-29", "没有这一天"),
        ("number", "十三", "整数"),
        ("text", "", "必填"),
        ("title", "长" * 301, "300"),
        ("chair", "999", "选择"),
    ],
)
def test_a_meeting_that_cannot_be_is_refused(
    desk: Client, summer: Issue, field: str, typed: str, message: str
) -> None:
    meeting = rooms_world.meeting(summer)
    form = {**shown(desk.get(change_url(meeting))), "imprint": "", field: typed}
    answer = desk.post(change_url(meeting), form)
    assert message in beside(answer, field)
    assert field == "chair" or shown(answer)[field] == typed
    before = getattr(meeting, field)
    meeting.refresh_from_db()
    assert getattr(meeting, field) == before


def test_line_ends_of_a_browser_are_no_correction(desk: Client, summer: Issue) -> None:
    """A signature of two lines, or a report of two paragraphs, comes back with other line ends."""
    meeting = rooms_world.meeting(summer)
    document = worlds.document(summer.publication, 9, printed_in=summer)
    for record in (meeting, document):
        assert desk.post(change_url(record), shown(desk.get(change_url(record)))).status_code == 302
    meeting.refresh_from_db()
    assert meeting.edited_fields == []
    assert document.blocks.get(kind=BlockKind.SIGNATURE).edited_fields == []


def test_the_preview_shows_every_kind(desk: Client, world: worlds.World) -> None:
    rooms_world.furnish(world)
    preview = reverse("admin:gazette_issue_preview", args=[world.issue.pk])
    page = desk.get(preview).content.decode()
    for part in (
        "任命古丽：州财政局局长（挂职）",
        "副州长王强会见客人",
        "《关于防火的通知》",
        "会议指出",
        "4000.50",
    ):
        assert part in page
    with CaptureQueriesContext(connection) as queries:
        desk.get(preview)
    for position in range(10, 30):
        rooms_world.event(Entry.objects.get(section__kind="chronicle"), position, "其他事。", 4, 3, {})
    with CaptureQueriesContext(connection) as more:
        desk.get(preview)
    assert len(more) == len(queries)


def test_the_review_shows_what_was_read_beside_the_text(desk: Client) -> None:
    """Of a real issue: every kind, with the way to its record and to its lines; in few queries."""
    call_command("loaddata", "publications", "sections", verbosity=0)
    path = Path(settings.BASE_DIR) / "fixtures" / "issues" / "ili-2018-01.txt"
    call_command("import_issue", str(path), "--publication", "ili", stdout=StringIO())
    source = Source.objects.get()
    review = change_url(source)
    desk.get(review)
    with CaptureQueriesContext(connection) as queries:
        page = desk.get(review)
    text = page.content.decode()
    assert len(page.context["appointments"]) == 9
    assert page.context["event_count"] == sum(day.count for day in page.context["days"]) == 127
    assert [group.count for group in page.context["directions"]] == [30, 11]
    for record in [
        *page.context["notices"],
        *page.context["chronicles"],
        *page.context["registers"],
        *page.context["tables"],
    ]:
        assert f'href="{change_url(record)}"' in text
    for appointment in page.context["appointments"]:
        assert f'href="#L{appointment.source_lines[0][0]}"' in text
    assert len(queries) < 25


def test_no_page_of_the_rooms_needs_a_looser_policy(desk: Client, world: worlds.World) -> None:
    """Neither lists nor forms carry styles or scripts of their own."""
    rooms = rooms_world.furnish(world)
    draft = worlds.issue(world.gazette, number=5, published=False)
    notice, table = rooms_world.notice(draft, 2), rooms_world.table(draft)
    records = [notice, table, rooms_world.meeting(draft), rooms.official("古丽")]
    pages = [change_url(record) for record in records]
    for record in records:
        meta = record._meta
        pages.append(reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist"))
    pages += [reverse(f"admin:editorial_{name}_changelist") for name in ("chronicleentry", "registerlisting")]
    for address in pages:
        page = desk.get(address).content.decode()
        assert "<style" not in page
        assert "style=" not in page
        assert "<script>" not in page
