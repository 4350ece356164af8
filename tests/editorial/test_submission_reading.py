"""Reading once more, at once, by OCR: when it may be asked for, and what it gives up."""

import datetime

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_q.models import OrmQ

from editorial.models import AuditRecord
from editorial.views.desk.store import apply
from intake.models import Submission
from tests import world as worlds
from tests.editorial.forms import change_url, messages
from tests.editorial.submissions import read, step, upload
from tests.intake.texts import ISSUE

State = Submission.State


@pytest.fixture
def brought(desk: Client, db: None) -> Submission:
    upload(desk, worlds.publication(), ISSUE.encode(), "2021-03.txt")
    return Submission.objects.get()


@pytest.fixture
def joined(brought: Submission, editor: User) -> Submission:
    """Read, and two of its documents joined at the desk."""
    read(brought)
    apply(brought.pk, "join_item", editor, brought.version, number=1)
    brought.refresh_from_db()
    return brought


def test_reading_again_is_refused_where_it_would_undo_the_structure(desk: Client, joined: Submission) -> None:
    """It says why, and offers what can be done; a set value alone is no reason."""
    page = step(desk, joined, "read_again")
    assert "重新读入保不住这些修改" in messages(page)
    assert "放弃修改并重新读入" in page.content.decode()
    before, version = joined.reading, joined.version
    joined.refresh_from_db()
    assert (joined.state, joined.reading, joined.version) == (State.READ, before, version)


def test_the_edits_can_be_given_up(desk: Client, editor: User, joined: Submission) -> None:
    """By a button of its own, and on record."""
    page = step(desk, joined, "read_afresh")
    assert "已放弃全部修改" in messages(page)
    joined.refresh_from_db()
    assert joined.state == State.QUEUED
    read(joined)
    assert (joined.state, joined.reading) == (State.READ, joined.as_read)
    assert AuditRecord.objects.filter(additional_data__flow="read_afresh", actor=editor).count() == 1


def test_edits_that_the_page_did_not_show_are_not_given_up(desk: Client, joined: Submission) -> None:
    page = step(desk, joined, "read_afresh", version=joined.version - 1)
    assert "又有改动" in messages(page)
    before = joined.reading
    joined.refresh_from_db()
    assert (joined.state, joined.reading) == (State.READ, before)


def test_set_values_do_not_stand_against_reading_again(
    desk: Client, editor: User, brought: Submission
) -> None:
    read(brought)
    apply(brought.pk, "set_item", editor, brought.version, number=0, values={"title": "改过的标题"})
    assert "放弃修改" not in desk.get(change_url(brought)).content.decode()
    step(desk, brought, "read_again")
    assert read(brought).reading["documents"][0]["title"] == "改过的标题"


@pytest.mark.parametrize("state", [State.READING, State.SCAN, State.REFUSED])
def test_only_what_waits_is_read_at_once(desk: Client, brought: Submission, state: str) -> None:
    """Pressed three times it puts no job into the queue."""
    Submission.objects.update(state=state, started_at=timezone.now())
    jobs = OrmQ.objects.count()
    for _ in range(3):
        assert "不能立即读入" in messages(step(desk, brought, "read_now"))
    assert OrmQ.objects.count() == jobs
    assert Submission.objects.get().state == state
    assert not AuditRecord.objects.filter(additional_data__flow="read_now").exists()


def test_what_a_dead_worker_left_may_be_read_at_once(desk: Client, editor: User, brought: Submission) -> None:
    """And stands on record with who did it."""
    long_ago = timezone.now() - datetime.timedelta(days=1)
    Submission.objects.update(state=State.READING, started_at=long_ago, attempts=1)
    step(desk, brought, "read_now")
    assert Submission.objects.get().state == State.READ
    assert AuditRecord.objects.filter(additional_data__flow="read_now", actor=editor).count() == 1


def test_only_a_scan_is_read_by_ocr(desk: Client, brought: Submission) -> None:
    """A text that has been read, or waits, is not replaced by a guess at its characters."""
    read(brought)
    assert "扫描件" in messages(step(desk, brought, "read_again", ocr="1"))
    brought.refresh_from_db()
    assert brought.state == State.READ
    Submission.objects.update(state=State.SCAN)
    step(desk, brought, "read_again", ocr="1")
    assert Submission.objects.get().state == State.QUEUED


@pytest.mark.parametrize("version", ["²", "٣٣", "9" * 5000, "-1", ""])
@pytest.mark.parametrize("name", ["accept", "discard", "read_afresh"])
def test_an_odd_version_is_an_old_one(desk: Client, brought: Submission, name: str, version: str) -> None:
    """Whatever is sent, nothing breaks and nothing is done."""
    read(brought)
    assert "又有改动" in messages(step(desk, brought, name, version=version))
    assert Submission.objects.get().state == State.READ


@pytest.mark.parametrize("number", ["abc", "²", "9" * 5000])
@pytest.mark.parametrize("page", ["change", "history"])
def test_an_address_without_a_number_leads_nowhere(desk: Client, number: str, page: str) -> None:
    assert desk.get(f"/admin/intake/submission/{number}/{page}/").status_code == 404


def test_the_archive_form_of_an_odd_submission_leads_to_the_way_in(desk: Client, db: None) -> None:
    page = desk.get(reverse("admin:gazette_source_archive"), {"submission": "²"})
    assert page.status_code == 302
