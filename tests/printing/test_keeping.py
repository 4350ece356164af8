"""The edition follows the records: every change of a published issue has it made anew, once."""

from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone
from django_q.models import OrmQ

from editorial.flows.publishing import publish_issue
from gazette.models import SectionKind
from printing import keeping
from printing.models import Export, Form, State
from tests import rooms_world
from tests import world as worlds
from tests.printing.stub import installed, print_edition

Capture = Callable[..., Any]


@pytest.fixture
def commits(
    world: worlds.World, django_capture_on_commit_callbacks: Capture, monkeypatch: pytest.MonkeyPatch
) -> Capture:
    """Runs what a transaction leaves to its end; the making of the world is over."""
    monkeypatch.setattr(keeping, "_noted", keeping._Noted())
    return lambda: django_capture_on_commit_callbacks(execute=True)


def ordered() -> list[int]:
    """The issues whose edition is to be made."""
    waiting = Export.objects.filter(form=Form.EDITION, state=State.QUEUED)
    return list(waiting.values_list("issue", flat=True))


def test_publishing_orders_the_edition_at_once(world: worlds.World, commits: Capture) -> None:
    draft = worlds.document(
        world.gazette, 3, printed_in=worlds.issue(world.gazette, 2021, 4, published=False)
    )
    assert draft.entry
    with commits():
        publish_issue(draft.entry.issue, worlds.editor("王芳", "gazette.publish_issue"))
    assert ordered() == [draft.entry.issue_id]
    assert OrmQ.objects.get().lock <= timezone.now()


def test_drafts_are_not_printed_for_readers(world: worlds.World, commits: Capture) -> None:
    with commits():
        worlds.document(world.gazette, 3, printed_in=worlds.issue(world.gazette, 2021, 4, published=False))
    assert ordered() == []


@pytest.mark.parametrize("saves", [1, 5])
def test_a_correction_orders_it_once_and_a_little_later(
    world: worlds.World, commits: Capture, monkeypatch: pytest.MonkeyPatch, saves: int
) -> None:
    """An editor who corrects a paper saves many times."""
    installed(monkeypatch)
    print_edition(world.issue)
    for number in range(saves):
        with commits():
            block = world.first.blocks.filter(label="第一条").get()
            block.text = f"为保障居民温暖过冬，第{number}次修订本办法。"
            block.save()
    assert ordered() == [world.issue.pk]
    assert OrmQ.objects.get().lock > timezone.now()


def test_every_kind_of_content_is_followed(world: worlds.World, commits: Capture) -> None:
    """What stands in the issue, what is named in it, and what it is called; also what is deleted from it."""
    rooms = rooms_world.furnish(world)
    world.gazette.sponsor = "伊河州人民政府研究室"
    records = [
        *(world.first, world.first.attachments.get(), world.issue, world.gazette, rooms.notice, rooms.table),
        *(rooms.chronicle, rooms.chronicle.events.first(), rooms.register.register_entries.first()),
        *(rooms.notice.appointments.first(), rooms.notice.appointments.first().official),
        *(rooms.notice.appointments.first().post, rooms.chronicle.section),
    ]
    for record in records:
        Export.objects.all().delete()
        with commits():
            record.save()
        assert world.issue.pk in ordered(), record
    Export.objects.all().delete()
    with commits():
        world.first.blocks.filter(label="第一条").get().delete()
    assert ordered() == [world.issue.pk]


@pytest.mark.parametrize("field", ["paper", "document_form", "notice_form"])
def test_a_new_layout_is_for_what_is_printed_from_then_on(
    world: worlds.World, commits: Capture, field: str
) -> None:
    """What was published stays as it is, unless the publication itself is called otherwise now."""
    setattr(world.gazette, field, {"paper": "k16"}.get(field, "official"))
    with commits():
        world.gazette.save()
    assert ordered() == []
    world.gazette.name = "伊河州政报"
    with commits():
        world.gazette.save()
    assert ordered() == [world.issue.pk]


def test_a_new_line_of_the_contents_is_followed(world: worlds.World, commits: Capture) -> None:
    with commits():
        rooms_world.entry(world.issue, SectionKind.OTHER, "补白")
    assert ordered() == [world.issue.pk]


def test_what_an_issue_does_not_hold_orders_nothing(world: worlds.World, commits: Capture) -> None:
    with commits():
        worlds.document(world.gazette, 9)
    assert ordered() == []
