"""The job that reads a submission: once, by one worker at a time, again after a worker's death."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone
from django_q.models import OrmQ

from gazette.models import Publication
from intake import jobs
from intake.errors import SourceError
from intake.flows import read_submission as flow
from intake.models import Submission
from tests import world as worlds
from tests.intake.texts import ISSUE

State = Submission.State


def submitted(gazette: Publication, **more: Any) -> Submission:
    made = Submission.objects.create(
        publication=gazette, name="2021-03.txt", sha256="1" * 64, original=ISSUE.encode(), **more
    )
    jobs.enqueue_reading(made)
    return made


@pytest.fixture
def waiting(db: None) -> Submission:
    return submitted(worlds.publication())


def test_a_submission_is_read_to_its_text_and_reading(waiting: Submission) -> None:
    """What the program read is kept beside what an editor will correct."""
    assert jobs.read_submission(waiting.pk) == State.READ
    waiting.refresh_from_db()
    assert waiting.text == ISSUE
    assert waiting.reading
    assert waiting.reading == waiting.as_read
    assert waiting.reading["issue"]["number"] == 3
    assert (waiting.version, waiting.attempts, waiting.message) == (1, 1, "")


def test_the_same_job_twice_reads_once(waiting: Submission) -> None:
    """What has been read is not touched by a job that comes late."""
    jobs.read_submission(waiting.pk)
    assert jobs.read_submission(waiting.pk) == "nothing to do"
    waiting.refresh_from_db()
    assert waiting.version == 1


def test_progress_is_told_by_stages(waiting: Submission, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever looks meanwhile sees them in the database."""
    seen = []

    def look(text: Any) -> Any:
        seen.append(Submission.objects.values_list("state", "progress", "message").get())
        return read(text)

    read = flow.read
    monkeypatch.setattr(flow, "read", look)
    jobs.read_submission(waiting.pk)
    assert seen == [(State.READING, 60, "读文字")]


def test_a_second_worker_leaves_alone_what_another_reads(waiting: Submission) -> None:
    """It comes back later, should the first one die."""
    Submission.objects.update(state=State.READING, started_at=timezone.now(), attempts=1)
    OrmQ.objects.all().delete()
    assert jobs.read_submission(waiting.pk) == "nothing to do"
    waiting.refresh_from_db()
    assert (waiting.state, waiting.attempts) == (State.READING, 1)
    assert OrmQ.objects.get().lock > timezone.now() + timedelta(seconds=settings.Q_CLUSTER["timeout"])


def test_whoever_recognises_a_scan_has_more_time(waiting: Submission) -> None:
    """Its worker is taken for dead only when recognising must have ended, too."""
    since = timezone.now() - timedelta(seconds=settings.Q_CLUSTER["timeout"] + 10)
    Submission.objects.update(state=State.READING, started_at=since, attempts=1)
    OrmQ.objects.all().delete()
    assert jobs.read_submission(waiting.pk, ocr=True) == "nothing to do"
    most = settings.Q_CLUSTER["timeout"] + settings.SOURCE_OCR_SECONDS
    assert OrmQ.objects.get().task["timeout"] == most
    assert OrmQ.objects.get().lock > timezone.now() + timedelta(seconds=most)


def test_what_a_dead_worker_left_is_read_by_the_next(waiting: Submission) -> None:
    """A worker that may have no more time is dead."""
    long_ago = timezone.now() - timedelta(seconds=settings.Q_CLUSTER["timeout"] + 10)
    Submission.objects.update(state=State.READING, started_at=long_ago, attempts=1)
    assert jobs.read_submission(waiting.pk) == State.READ
    waiting.refresh_from_db()
    assert waiting.attempts == 2


def test_a_worker_from_whom_the_text_was_taken_writes_nothing(
    waiting: Submission, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An editor had it read anew while the old worker hung: only the newer one counts."""

    def overtake(text: Any) -> Any:
        jobs.enqueue_reading(waiting)
        return read(text)

    read = flow.read
    monkeypatch.setattr(flow, "read", overtake)
    assert jobs.read_submission(waiting.pk) == "overtaken"
    waiting.refresh_from_db()
    assert (waiting.state, waiting.reading) == (State.QUEUED, None)


def test_a_file_over_which_workers_die_is_given_up(waiting: Submission) -> None:
    """After three of them, with an honest word."""
    long_ago = timezone.now() - timedelta(days=1)
    Submission.objects.update(state=State.READING, started_at=long_ago, attempts=jobs.MOST_ATTEMPTS)
    jobs.read_submission(waiting.pk)
    waiting.refresh_from_db()
    assert waiting.state == State.REFUSED
    assert "中断了 3 次" in waiting.message


def test_a_fault_of_the_file_is_said_with_its_line(
    waiting: Submission, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is an answer to the editor, not a failure of the job."""
    monkeypatch.setattr(flow, "read_source", failing(SourceError("第 7 行的编码无法识别。", line=7)))
    assert jobs.read_submission(waiting.pk) == State.REFUSED
    waiting.refresh_from_db()
    assert (waiting.message, waiting.fault_line) == ("第 7 行的编码无法识别。", 7)


def test_a_fault_of_the_program_is_told_to_both(waiting: Submission, monkeypatch: pytest.MonkeyPatch) -> None:
    """The editor reads that it failed, the queue keeps why."""
    monkeypatch.setattr(flow, "read", failing(ZeroDivisionError("x")))
    with pytest.raises(ZeroDivisionError):
        jobs.read_submission(waiting.pk)
    waiting.refresh_from_db()
    assert waiting.state == State.REFUSED
    assert "故障" in waiting.message


def test_reading_again_keeps_what_an_editor_set(waiting: Submission) -> None:
    """All else is as the program reads it now."""
    jobs.read_submission(waiting.pk)
    waiting.refresh_from_db()
    assert waiting.reading
    first = waiting.reading["documents"][0]
    read = first["issuer"]
    first["title"], first["issuer"], first["edited"] = "关于改过的标题的通知", "甲厅", ["title"]
    waiting.save()
    jobs.enqueue_reading(waiting)
    jobs.read_submission(waiting.pk)
    waiting.refresh_from_db()
    assert waiting.reading
    again = waiting.reading["documents"][0]
    assert (again["title"], again["issuer"]) == ("关于改过的标题的通知", read)
    assert waiting.as_read != waiting.reading


def test_reading_again_in_vain_does_not_shut_the_earlier_reading_away(
    waiting: Submission, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An editor's work stays open to her, and she is told."""
    jobs.read_submission(waiting.pk)
    waiting.refresh_from_db()
    before = waiting.reading
    jobs.enqueue_reading(waiting)
    monkeypatch.setattr(flow, "read_source", failing(SourceError("文件打不开。")))
    jobs.read_submission(waiting.pk)
    waiting.refresh_from_db()
    assert (waiting.state, waiting.reading) == (State.READ, before)
    assert waiting.message == "重新读入没有成功，保留原来的读入结果。文件打不开。"


def failing(fault: Exception) -> Callable[..., Any]:
    def fail(*args: Any) -> Any:
        raise fault

    return fail


@pytest.mark.django_db(transaction=True)
def test_a_job_whose_worker_is_killed_runs_again_and_no_job_runs_twice(tmp_path: Path) -> None:
    """A real cluster of two workers; one of them is ended by SIGKILL in the middle of its work."""
    environment = {**os.environ, "PYTHONPATH": str(settings.BASE_DIR), "PORTAL_DATA": str(tmp_path)}
    environment |= {"DJANGO_SETTINGS_MODULE": "config.settings", "DATABASE_URL": database_address(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-m", "tests.intake.killed_worker", tmp_path / "readers"],
        env=environment,
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["states"] == ["read"] * 4
    assert sorted(told["attempts"]) == [1, 1, 1, 2]
    assert told["readings"] == 5
    assert told["signs_of_life"] == 1


def database_address(folder: Path) -> str:
    """The server's database of this test, or, as other processes cannot see one in memory, a new file."""
    if connection.vendor == "sqlite":
        return f"sqlite:///{folder / 'jobs.sqlite3'}"
    database = connection.settings_dict
    who = quote(database["USER"]) + (f":{quote(database['PASSWORD'])}" if database["PASSWORD"] else "")
    host = str(database["HOST"])
    where = f"/{host}" if host.startswith("/") else f"{host}:{database['PORT'] or 5432}"
    return f"postgres://{who}@{where}/{database['NAME']}"
