"""How a job ends that cannot end as it should: marked, once, with the earlier reading untouched."""

import dataclasses
from typing import Any

import pytest
from django.utils import timezone
from django_q.models import OrmQ

from intake import jobs
from intake.editing.apply import perform
from intake.errors import SourceError
from intake.flows import read_submission as flow
from intake.flows.accept import reading_of
from intake.models import Submission
from tests import world as worlds
from tests.intake.test_jobs import failing, submitted

State = Submission.State


@pytest.fixture
def waiting(db: None) -> Submission:
    return submitted(worlds.publication())


@pytest.mark.django_db(transaction=True)
def test_what_the_database_does_not_take_ends_as_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """The submission does not stay in reading for ever."""
    made = submitted(worlds.publication())
    opened = flow.read_source

    def unwritable(name: str, data: bytes) -> Any:
        text = opened(name, data)
        return dataclasses.replace(text, text=text.text.replace("供暖时间表", "供暖\ud800表"))

    monkeypatch.setattr(flow, "read_source", unwritable)
    with pytest.raises(UnicodeEncodeError):
        jobs.read_submission(made.pk)
    made.refresh_from_db()
    assert made.state == State.REFUSED
    assert "故障" in made.message


@pytest.mark.django_db(transaction=True)
def test_a_fault_that_cannot_be_written_as_it_was_said_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    made = submitted(worlds.publication())
    monkeypatch.setattr(flow, "read_source", failing(SourceError("文件里有\ud800。")))
    with pytest.raises(UnicodeEncodeError):
        jobs.read_submission(made.pk)
    made.refresh_from_db()
    assert made.state == State.REFUSED


def test_whoever_waits_for_the_reading_leaves_no_job_behind(waiting: Submission) -> None:
    """While another one reads, every press of the button would put a job in."""
    Submission.objects.update(state=State.READING, started_at=timezone.now(), attempts=1)
    OrmQ.objects.all().delete()
    assert jobs.read_in_request(waiting.pk) == "nothing to do"
    assert not OrmQ.objects.exists()


def test_a_job_that_would_undo_the_structure_leaves_the_reading(waiting: Submission) -> None:
    """Put in before the editor joined two documents, or by anybody else."""
    jobs.read_submission(waiting.pk)
    waiting.refresh_from_db()
    reading = reading_of(waiting)
    perform(reading, waiting.lines(), "join_item", number=1)
    before = reading.to_json()
    Submission.objects.update(reading=before, state=State.QUEUED)
    jobs.read_submission(waiting.pk)
    waiting.refresh_from_db()
    assert (waiting.state, waiting.reading) == (State.READ, before)
    assert "重新读入保不住" in waiting.message


def test_a_scan_that_recognition_makes_nothing_of_is_still_a_scan(
    waiting: Submission, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It can be kept as one: the editor is not left with a file that only can be given up."""

    def nothing(*given: Any, ocr: bool) -> None:
        raise SourceError("文件是空的，没有文字。")

    monkeypatch.setattr(jobs, "read_again_or_first", nothing)
    jobs.read_submission(waiting.pk, ocr=True)
    waiting.refresh_from_db()
    assert (waiting.state, waiting.message) == (State.SCAN, "文件是空的，没有文字。")
