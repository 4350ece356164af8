"""The index follows the records: after each change it is what a rebuild would make of it."""

import datetime
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from auditlog.context import disable_auditlog
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from appointments.models import Official, Post
from chronicle.models import Event
from documents.models import Attachment, Block, Document, Translation
from editorial.flows import publishing
from editorial.flows.addresses import change_address
from editorial.flows.merging import merge_officials
from editorial.flows.ordering import renumber
from gazette.models import Body, Entry, Issue, Section
from gazette_statistics.models import Indicator, IndicatorTable
from intake.flows.import_source import import_source
from intake.flows.make_tables import derive_observations
from portal.models import ColumnPage, Erratum
from search.indexing import rebuild
from search.models import Item
from search.writing import refill
from tests import rooms_world
from tests import world as worlds
from tests.editorial.conftest import member
from tests.intake.texts import ISSUE
from tests.search.found import found, ids, titles

Committing = Callable[..., AbstractContextManager[Any]]
Rooms = rooms_world.Rooms


@pytest.fixture
def committing(django_capture_on_commit_callbacks: Committing) -> Callable[[], AbstractContextManager[Any]]:
    """What happens inside is committed at its end."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def shelf() -> list[dict[str, Any]]:
    """The whole index but for its ids."""
    rows = Item.objects.order_by("kind", "object_id").values()
    return [{name: value for name, value in row.items() if name != "id"} for row in rows]


def publish(rooms: Rooms) -> None:
    draft = worlds.issue(rooms.world.gazette, number=5, published=False)
    worlds.document(rooms.world.gazette, 30, title="关于植树的通知", printed_in=draft)
    rooms_world.chronicle(draft, month=6)
    publishing.publish_issue(draft, member("王芳", "签发"))


def withdraw(rooms: Rooms) -> None:
    publishing.withdraw_issue(rooms.world.issue, member("王芳", "签发"))


def withdraw_alone(rooms: Rooms) -> None:
    alone = worlds.document(rooms.world.gazette, 40)
    publishing.withdraw_document(alone, member("王芳", "签发"))


def import_and_publish(rooms: Rooms) -> None:
    text, other = ISSUE.replace("伊河", "北河"), worlds.publication("beihe", "北河州")
    made = import_source("2021-03.txt", text.encode(), other, as_printed=True)
    assert made.issue
    publishing.publish_issue(made.issue, None)


def correct_a_block(rooms: Rooms) -> None:
    block = Block.objects.filter(document=rooms.world.first).first()
    assert block
    block.text = "供热办法已经同意。"
    block.save()


def take_out_a_block(rooms: Rooms) -> None:
    Block.objects.filter(document=rooms.world.first, label="第一条").delete()


def correct_a_cell(rooms: Rooms) -> None:
    table = rooms.table
    table.rows[1][1] = "3,333"
    table.save()
    derive_observations(table)


def name_an_attachment_otherwise(rooms: Rooms) -> None:
    annex = Attachment.objects.filter(document=rooms.world.first).get()
    annex.title = "供热时间表"
    annex.save()


def correct_an_event(rooms: Rooms) -> None:
    event = Event.objects.filter(happened_on=datetime.date(2021, 4, 28)).first()
    assert event
    event.text, event.happened_on = "27日，检查防洪。", datetime.date(2021, 4, 27)
    event.save()


def take_out_an_entry(rooms: Rooms) -> None:
    rooms.chronicle.delete()


def take_out_a_documents_entry(rooms: Rooms) -> None:
    """The document stays, and is public no more; it was published with its issue alone."""
    Entry.objects.get(document=rooms.world.second).delete()


def leave_a_document_standing_by_itself(rooms: Rooms) -> None:
    Document.objects.filter(pk=rooms.world.second.pk).update(published_at=timezone.now())
    Entry.objects.get(document=rooms.world.second).delete()


def appoint(rooms: Rooms) -> None:
    rooms_world.appoint(rooms.notice, 9, "赵敏", "州水利局局长")


def rename_an_official(rooms: Rooms) -> None:
    official = Official.objects.get(name="阿依·努尔")
    official.name = "阿依·努尔汗"
    official.save()


def merge(rooms: Rooms) -> None:
    kept = Official.objects.create(name="王强", distinction="水利")
    merge_officials(kept, [Official.objects.get(name="王强", distinction="")], member("王芳", "签发"))


def rename_a_post(rooms: Rooms) -> None:
    post = Post.objects.get(name="州财政局局长")
    post.name = "州财政局党组书记"
    post.save()


def rename_a_body(rooms: Rooms) -> None:
    body = Body.objects.get(name="州财政局")
    body.name = "州财务局"
    body.save()


def rename_an_indicator(rooms: Rooms) -> None:
    indicator = Indicator.objects.order_by("pk").first()
    assert indicator
    indicator.name = "规上工业"
    indicator.save()


def rename_a_publication(rooms: Rooms) -> None:
    gazette = rooms.world.gazette
    gazette.name = "伊河公报"
    gazette.save()


def rename_a_section(rooms: Rooms) -> None:
    section = Section.objects.get(name="州人民政府文件")
    section.name = "州政府文件"
    section.save()


def change_a_slug(rooms: Rooms) -> None:
    change_address(rooms.world.first, "gongnuan", None)


def translate(rooms: Rooms) -> None:
    Translation.objects.create(
        document=rooms.world.first,
        language="en",
        title="Notice on Winter Heating",
        text="The measures are issued herewith.",
        translator="Translation Office",
        published_at=timezone.now(),
    )
    change_address(rooms.world.first, "heating", None)


def correct_in_print(rooms: Rooms) -> None:
    Erratum.objects.create(
        issue=rooms.world.issue,
        entry=rooms.world.first.entry,
        printed="十八摄氏渡",
        correct="十八摄氏度",
        dated_on=datetime.date(2021, 6, 1),
        published_at=timezone.now(),
    )
    change_address(rooms.world.first, "gongnuan", None)


def open_a_page(rooms: Rooms) -> None:
    ColumnPage.objects.create(
        part="guide",
        title="改稿",
        text="改稿",
        public_title="公开指南",
        public_text="## 受理\n\n**重要**事项",
        published_at=timezone.now(),
    )


def reorder(rooms: Rooms) -> None:
    """Numbering anew writes in bulk; the text's order is the same unless a form has saved another one."""
    block = Block.objects.filter(document=rooms.world.first).order_by("position").last()
    assert block
    block.position = 0
    with disable_auditlog():
        block.save()
    renumber(rooms.world.first.blocks.all())


def correct_the_imprint(rooms: Rooms) -> None:
    issue = rooms.world.issue
    issue.imprint = "本刊免费赠阅"
    issue.save()


def take_out_a_draft(rooms: Rooms) -> None:
    Issue.objects.filter(pk=rooms.next_issue.pk).update(withdrawn_at=timezone.now())
    IndicatorTable.objects.filter(entry__issue=rooms.next_issue).delete()
    rooms.next_issue.delete()


CHANGES = [
    *(
        publish,
        withdraw,
        withdraw_alone,
        import_and_publish,
        correct_a_block,
        take_out_a_block,
        correct_a_cell,
    ),
    *(name_an_attachment_otherwise, correct_an_event, take_out_an_entry, take_out_a_documents_entry),
    *(leave_a_document_standing_by_itself, appoint, rename_an_official, merge, rename_a_post, rename_a_body),
    *(rename_an_indicator, rename_a_publication, rename_a_section, change_a_slug, translate, reorder),
    *(correct_in_print, open_a_page),
    *(correct_the_imprint, take_out_a_draft),
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_after_a_change_the_index_is_what_a_rebuild_makes(
    rooms: Rooms, committing: Callable[[], AbstractContextManager[Any]], change: Callable[[Rooms], None]
) -> None:
    before = shelf()
    with committing():
        change(rooms)
    after = shelf()
    assert (after == before) == (change is withdraw_alone)
    rebuild()
    assert after == shelf()


def test_what_changed_is_found_at_once_and_its_former_words_no_more(
    rooms: Rooms, committing: Callable[[], AbstractContextManager[Any]]
) -> None:
    with committing():
        correct_an_event(rooms)
    assert titles("检查防洪") == ["27日，检查防洪。"]
    assert not ids("28日，州长")


def test_what_the_portal_itself_publishes_is_found(
    rooms: Rooms, committing: Callable[[], AbstractContextManager[Any]]
) -> None:
    """The published state of a page, without the marks of its source; errata; translations."""
    with committing():
        open_a_page(rooms)
        correct_in_print(rooms)
        translate(rooms)
    assert titles("重要事项") == ["公开指南"]
    assert not ids("改稿")
    assert found("十八摄氏渡").counts("kind") == {"erratum": 1}
    assert titles("winter heating") == ["Notice on Winter Heating"]
    Document.objects.filter(pk=rooms.world.first.pk).update(entry=None)
    assert not ids("winter heating")


@pytest.mark.urls("config.urls.editorial")
def test_what_is_published_on_the_editors_host_is_found(
    rooms: Rooms, committing: Callable[[], AbstractContextManager[Any]]
) -> None:
    """There the notice before leaving, through which a page's links lead out, has no address."""
    with committing():
        ColumnPage.objects.create(
            part="guide",
            title="指南",
            public_title="指南",
            public_text="见[国务院公报](https://elsewhere.example/)。",
            published_at=timezone.now(),
        )
    assert titles("国务院公报") == ["指南"]


def test_a_draft_is_not_found_and_leaves_no_trace(
    rooms: Rooms, committing: Callable[[], AbstractContextManager[Any]]
) -> None:
    """An official whom only a draft names is not told of either."""
    with committing():
        draft = worlds.issue(rooms.world.gazette, number=9, published=False)
        worlds.document(rooms.world.gazette, 31, title="关于机密的通知", printed_in=draft)
        rooms_world.appoint(rooms_world.notice(draft, 2), 7, "刘洋", "州教育局局长")
    assert not ids("关于机密")
    assert not ids("刘洋")
    assert not ids("州教育局")


def test_a_body_is_found_when_something_public_names_it(
    rooms: Rooms, committing: Callable[[], AbstractContextManager[Any]]
) -> None:
    with committing():
        rooms_world.appoint(rooms.notice, 7, "刘洋", "州教育局局长")
    assert found("州教育局").counts("kind") == {"notice": 1, "body": 1}
    assert found("刘洋").counts("kind") == {"notice": 1, "official": 1}


def test_what_is_rolled_back_is_not_indexed(
    rooms: Rooms, committing: Callable[[], AbstractContextManager[Any]]
) -> None:
    with committing(), transaction.atomic():
        correct_an_event(rooms)
        transaction.set_rollback(True)
    assert not ids("检查防洪")
    assert ids("28日，州长")


def test_a_rebuild_changes_nothing_and_clears_up(rooms: Rooms) -> None:
    before = list(Item.objects.order_by("pk").values_list("pk", flat=True))
    rebuild()
    assert list(Item.objects.order_by("pk").values_list("pk", flat=True)) == before
    assert ids("供暖")


def test_an_index_that_was_lost_is_made_again(rooms: Rooms, capsys: pytest.CaptureFixture[str]) -> None:
    held, wanted = shelf(), ids("供暖")
    Item.objects.all().delete()
    refill()
    assert not ids("供暖")
    call_command("rebuild_search", if_empty=True)
    assert shelf() == held
    assert len(ids("供暖")) == len(wanted)
    call_command("rebuild_search", if_empty=True)
    assert capsys.readouterr().out.count("检索索引") == 1
