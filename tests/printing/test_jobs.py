"""The job that makes an export: once, by one worker at a time, cancelled when asked, again after a worker's death."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone
from django_q.exceptions import TimeoutException
from django_q.models import OrmQ
from pytest_django import Settings

from printing import jobs, telling
from printing.errors import CancelledError, MissingGlyphError
from printing.models import Export, Form, State
from tests import world as worlds
from tests.printing.stub import Press, installed

pytestmark = pytest.mark.apart


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.PDF_DIR = tmp_path / "pdf"
    return settings.PDF_DIR


@pytest.fixture(autouse=True)
def press(monkeypatch: pytest.MonkeyPatch) -> Press:
    monkeypatch.setattr(telling, "SECONDS", 0)
    return installed(monkeypatch)


@pytest.fixture
def waiting(world: worlds.World) -> Export:
    return jobs.enqueue(world.issue, Form.PDF, None)


def long_ago() -> timedelta:
    return timedelta(seconds=settings.Q_CLUSTER["timeout"] + 10)


def test_an_export_is_made_to_a_file(waiting: Export, press: Press) -> None:
    """With its size, pages and digests; the queue has one job for it."""
    assert OrmQ.objects.count() == 1
    assert jobs.make_export(waiting.pk) == State.DONE
    waiting.refresh_from_db()
    data = waiting.path.read_bytes()
    assert data.startswith(b"%PDF")
    assert (waiting.size, waiting.pages, waiting.progress, waiting.attempts) == (len(data), 1, 100, 1)
    assert waiting.file.startswith("desk/yihe-2021-3-")
    assert waiting.message == ""


def test_the_same_job_twice_prints_once(waiting: Export, press: Press) -> None:
    jobs.make_export(waiting.pk)
    assert jobs.make_export(waiting.pk) == "nothing to do"
    assert len(press.printed) == 1


def test_who_asks_for_what_waits_already_gets_that_order(world: worlds.World, waiting: Export) -> None:
    assert jobs.enqueue(world.issue, Form.PDF, None) == waiting
    assert jobs.enqueue(world.issue, Form.DOCX, None) != waiting
    assert OrmQ.objects.count() == 2


def test_what_was_begun_before_an_edit_is_not_given_for_what_is_asked_after_it(
    world: worlds.World, waiting: Export
) -> None:
    Export.objects.update(state=State.AT_WORK, started_at=timezone.now())
    assert jobs.enqueue(world.issue, Form.PDF, None) != waiting


def test_the_same_content_is_not_set_twice(world: worlds.World, waiting: Export, press: Press) -> None:
    """The file that exists is used at once; after an edit it is another content."""
    jobs.make_export(waiting.pk)
    second = jobs.enqueue(world.issue, Form.PDF, None)
    jobs.make_export(second.pk)
    waiting.refresh_from_db()
    second.refresh_from_db()
    assert second != waiting
    assert (second.file, second.pages, second.sha256) == (waiting.file, waiting.pages, waiting.sha256)
    assert len(press.printed) == 1
    world.first.blocks.filter(label="第一条").update(text="为保障居民温暖过冬，修订本办法。")
    third = jobs.enqueue(world.issue, Form.PDF, None)
    jobs.make_export(third.pk)
    assert len(press.printed) == 2


def test_a_file_that_is_gone_is_set_again(world: worlds.World, waiting: Export, press: Press) -> None:
    jobs.make_export(waiting.pk)
    waiting.refresh_from_db()
    waiting.path.unlink()
    second = jobs.enqueue(world.issue, Form.PDF, None)
    jobs.make_export(second.pk)
    second.refresh_from_db()
    assert second.is_there


def test_progress_is_told_by_stages(waiting: Export, press: Press) -> None:
    """Whoever looks meanwhile sees them in the database."""
    seen = []
    press.meanwhile = lambda: seen.append(Export.objects.values_list("state", "progress", "stage").get())
    jobs.make_export(waiting.pk)
    assert seen == [(State.AT_WORK, 50, "拼页")]


def test_what_is_cancelled_while_it_waits_is_never_begun(waiting: Export, press: Press) -> None:
    jobs.cancel(waiting)
    waiting.refresh_from_db()
    assert waiting.state == State.CANCELLED
    jobs.make_export(waiting.pk)
    assert not press.printed


def test_what_is_cancelled_while_it_is_made_ends_without_a_file(
    waiting: Export, press: Press, folder: Path
) -> None:
    """Whether the compositor ends by itself, or is done in the same moment."""
    press.meanwhile = lambda: jobs.cancel(waiting)
    for fault in (CancelledError("已取消"), None):
        press.fault = fault
        jobs.again(waiting)
        assert jobs.make_export(waiting.pk) == State.CANCELLED
    assert not list(folder.rglob("*.pdf"))


def test_the_compositor_is_told_to_end(
    waiting: Export, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it asks is answered by the flag that the button sets."""
    answers = []

    def compose(text: object, progress: object, cancelled: jobs.editions.Cancelled) -> None:
        answers.append(cancelled())
        jobs.cancel(waiting)
        answers.append(cancelled())
        raise CancelledError

    monkeypatch.setattr(press, "set_now", compose)
    jobs.make_export(waiting.pk)
    assert answers == [False, True]


def test_a_fault_of_the_text_is_told_with_its_place(waiting: Export, press: Press) -> None:
    """It is an answer to the editor, not a failure of the job."""
    press.fault = MissingGlyphError("没有字体可以印出：“䶮”（U+4DAE，见《关于保护湿地的意见》）")
    assert jobs.make_export(waiting.pk) == State.FAILED
    waiting.refresh_from_db()
    assert "见《关于保护湿地的意见》" in waiting.message
    assert not waiting.file


def test_a_fault_of_the_program_is_told_to_both(waiting: Export, press: Press) -> None:
    """The editor reads that it failed, the queue keeps why."""
    press.fault = ZeroDivisionError("x")
    with pytest.raises(ZeroDivisionError):
        jobs.make_export(waiting.pk)
    waiting.refresh_from_db()
    assert waiting.state == State.FAILED
    assert "故障" in waiting.message


def test_what_takes_too_long_is_told(waiting: Export, press: Press) -> None:
    press.fault = TimeoutException()
    with pytest.raises(TimeoutException):
        jobs.make_export(waiting.pk)
    waiting.refresh_from_db()
    assert "排印超过 15 分钟" in waiting.message


def test_a_second_worker_leaves_alone_what_another_makes(waiting: Export, press: Press) -> None:
    """It comes back later, should the first one die."""
    Export.objects.update(state=State.AT_WORK, started_at=timezone.now(), attempts=1)
    OrmQ.objects.all().delete()
    assert jobs.make_export(waiting.pk) == "nothing to do"
    assert not press.printed
    assert OrmQ.objects.get().lock > timezone.now() + timedelta(seconds=settings.Q_CLUSTER["timeout"])


def test_what_a_dead_worker_left_is_made_by_the_next(waiting: Export, press: Press) -> None:
    Export.objects.update(state=State.AT_WORK, started_at=timezone.now() - long_ago(), attempts=1)
    assert jobs.make_export(waiting.pk) == State.DONE
    waiting.refresh_from_db()
    assert waiting.attempts == 2


def test_a_worker_from_whom_it_was_taken_writes_nothing(waiting: Export, press: Press) -> None:
    """Somebody had it made anew while the old worker hung: only the newer one counts."""
    press.meanwhile = lambda: jobs.again(waiting)
    jobs.make_export(waiting.pk)
    waiting.refresh_from_db()
    assert (waiting.state, waiting.file) == (State.QUEUED, "")


def test_an_export_over_which_workers_die_is_given_up(waiting: Export) -> None:
    """After three of them, with an honest word."""
    Export.objects.update(
        state=State.AT_WORK, started_at=timezone.now() - timedelta(days=1), attempts=jobs.MOST_ATTEMPTS
    )
    jobs.make_export(waiting.pk)
    waiting.refresh_from_db()
    assert waiting.state == State.FAILED
    assert "中断了 3 次" in waiting.message


def test_one_order_of_an_edition_waits_at_a_time(world: worlds.World) -> None:
    """However often a paper is corrected before its turn comes."""
    assert jobs.enqueue_edition(world.issue.pk)
    assert not jobs.enqueue_edition(world.issue.pk)
    assert OrmQ.objects.count() == Export.objects.count() == 1


def test_editions_of_one_issue_are_made_one_after_the_other(world: worlds.World, press: Press) -> None:
    """The one that began with the older text must not end last: the newer one waits, and looks again soon."""
    jobs.enqueue_edition(world.issue.pk)
    Export.objects.update(state=State.AT_WORK, started_at=timezone.now())
    jobs.enqueue_edition(world.issue.pk)
    newer = Export.objects.get(state=State.QUEUED)
    OrmQ.objects.all().delete()
    assert jobs.make_export(newer.pk) == "nothing to do"
    assert not press.printed
    assert OrmQ.objects.get().lock < timezone.now() + timedelta(minutes=1)
    Export.objects.filter(state=State.AT_WORK).update(state=State.DONE)
    assert jobs.make_export(newer.pk) == State.DONE


def test_an_edition_tells_which_of_its_files_it_makes(world: worlds.World, press: Press) -> None:
    jobs.enqueue_edition(world.issue.pk)
    seen = []
    press.meanwhile = lambda: seen.append(Export.objects.get(form=Form.EDITION).stage)
    jobs.make_export(Export.objects.get().pk)
    assert seen[0] == "第 1 个文件，共 9 个：拼页"
