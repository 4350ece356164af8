"""An editor brings a text in; a job reads it; she accepts it as drafts, or not."""

import datetime
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_q.models import OrmQ

from documents.models import Document
from editorial.audit import editors_of
from editorial.errors import NotAllowed
from editorial.flows import publishing, submitting
from editorial.models import AuditRecord
from gazette.models import Issue, Publication, Source
from intake.models import JobRunner, Submission
from tests import world as worlds
from tests.editorial.conftest import member
from tests.editorial.forms import change_url, messages
from tests.editorial.submissions import IMPORT, accept, read, step, upload
from tests.intake.texts import ISSUE

State = Submission.State


@pytest.fixture
def gazette(db: None) -> Publication:
    return worlds.publication()


@pytest.fixture
def brought(desk: Client, gazette: Publication) -> Submission:
    """An issue that 古丽 has brought in and no worker has read yet."""
    upload(desk, gazette, ISSUE.encode(), "2021-03.txt")
    return Submission.objects.get()


@pytest.fixture
def ready(brought: Submission) -> Submission:
    """The same, read."""
    return read(brought)


def progress(client: Client, submission: Submission) -> dict[str, Any]:
    return client.get(reverse("admin:intake_submission_progress", args=[submission.pk])).json()


def test_a_file_waits_in_the_queue_and_its_page_says_so(
    desk: Client, editor: User, brought: Submission
) -> None:
    """Nothing is read in the request itself; the job stands in the database with the submission."""
    assert (brought.state, brought.submitted_by, brought.name) == (State.QUEUED, editor, "2021-03.txt")
    assert OrmQ.objects.count() == 1
    assert "等待读入" in desk.get(change_url(brought)).content.decode()
    assert progress(desk, brought)["waiting"] is True
    assert not Source.objects.exists()


def test_with_nobody_at_work_the_page_says_so_and_offers_to_read_at_once(
    desk: Client, brought: Submission
) -> None:
    """A file never hangs silently."""
    page = desk.get(change_url(brought)).content.decode()
    assert "没有处理程序在运行" in page
    assert progress(desk, brought)["works"] is False
    step(desk, brought, "read_now")
    brought.refresh_from_db()
    assert brought.state == State.READ


def test_a_program_at_work_is_known_by_its_sign_of_life(desk: Client, brought: Submission) -> None:
    """One of a minute ago has ended."""
    runner = JobRunner.objects.create(name="one", seen_at=timezone.now())
    assert progress(desk, brought)["works"] is True
    runner.seen_at -= datetime.timedelta(minutes=1)
    runner.save()
    assert progress(desk, brought)["works"] is False


def test_what_was_read_leads_to_the_review(desk: Client, ready: Submission) -> None:
    """The script of the page goes there by itself."""
    assert (ready.state, ready.progress, ready.format) == (State.READ, 100, "txt")
    now = progress(desk, ready)
    assert now["waiting"] is False
    assert now["next"] == reverse("admin:intake_submission_review", args=[ready.pk])
    assert now["next"] in desk.get(change_url(ready)).content.decode()


def test_a_file_that_cannot_be_read_is_refused_with_its_place(desk: Client, gazette: Publication) -> None:
    """The file stays, with what is wrong with it."""
    upload(desk, gazette, "伊河州\n".encode() + b"\xff\xfe\xfd" * 40)
    submission = read(Submission.objects.get())
    assert (submission.state, submission.fault_line) == (State.REFUSED, 2)
    page = desk.get(change_url(submission)).content.decode()
    assert "第2行" in page
    assert "编码无法识别" in page
    assert "重新读入" in page


def test_accepting_makes_the_drafts_of_the_reading_as_it_was_corrected(
    desk: Client, editor: User, ready: Submission
) -> None:
    """Records know which of their fields an editor had set, and the source keeps the corrected reading."""
    assert ready.reading
    first = ready.reading["documents"][0]
    first["title"], first["edited"] = "关于改过的标题的通知", ["title"]
    ready.save()
    source = accept(desk, ready)
    document = Document.objects.get(title="关于改过的标题的通知")
    assert document.edited_fields == ["title"]
    assert source.reading["documents"][0]["title"] == "关于改过的标题的通知"
    assert (source.imported_by, source.text, bytes(source.original)) == (editor, ISSUE, ISSUE.encode())
    assert Issue.objects.get().source == source
    assert ready.state == State.ACCEPTED
    assert AuditRecord.objects.filter(additional_data__flow="accept_submission", actor=editor).count() == 1


def test_accepting_loses_no_line(desk: Client, ready: Submission) -> None:
    """What was unplaced is listed with the source."""
    assert ready.reading
    unplaced = ready.reading["unplaced"]
    assert accept(desk, ready).reading["unplaced"] == unplaced


def test_a_page_that_is_out_of_date_accepts_nothing(desk: Client, ready: Submission) -> None:
    """Somebody has corrected the reading meanwhile; a version that is missing is refused as well."""
    for shown in (ready.version - 1, ""):
        page = step(desk, ready, "accept", version=shown)
        assert "又有改动" in messages(page)
    assert not Source.objects.exists()


def test_a_fault_leaves_nothing_behind_and_says_where_it_is(desk: Client, ready: Submission) -> None:
    """Whatever the records cannot hold: all drafts are made, or none."""
    assert ready.reading
    ready.reading["documents"][-1]["title"] = "长" * 400
    ready.save()
    page = step(desk, ready, "accept")
    assert "标题" in messages(page)
    assert f"第{Submission.objects.get().reading['documents'][-1]['lines'][0]}行" in messages(page)
    assert not Source.objects.exists()
    assert not Issue.objects.exists()
    assert Submission.objects.get().state == State.READ


def test_a_masthead_of_another_gazette_is_shown_and_blocks(desk: Client, db: None) -> None:
    """It is said on the page before, and by the button."""
    upload(desk, worlds.publication("donghe", "东河州"), ISSUE.encode())
    submission = read(Submission.objects.get())
    reason = "而选择的是《东河州人民政府公报》"
    assert reason in desk.get(change_url(submission)).content.decode()
    assert reason in messages(step(desk, submission, "accept"))
    assert not Source.objects.exists()


def test_an_issue_that_is_held_is_not_accepted_again(
    desk: Client, gazette: Publication, ready: Submission
) -> None:
    """Another text of the same issue."""
    worlds.issue(gazette, published=False)
    assert "已经收录" in messages(step(desk, ready, "accept"))
    assert Issue.objects.count() == 1


def test_a_submission_is_accepted_once(desk: Client, ready: Submission) -> None:
    """The second press of the button makes nothing."""
    accept(desk, ready)
    assert "已经收录或者放弃" in messages(step(desk, ready, "accept"))
    assert Issue.objects.count() == 1


def test_what_was_given_up_may_be_brought_in_anew(
    desk: Client, ready: Submission, gazette: Publication
) -> None:
    """It stays in the list and makes no records."""
    step(desk, ready, "discard")
    ready.refresh_from_db()
    assert ready.state == State.DISCARDED
    assert "已经收录或者放弃" in messages(step(desk, ready, "accept"))
    upload(desk, gazette, ISSUE.encode())
    assert Submission.objects.filter(state=State.QUEUED).count() == 1


def test_whoever_brought_a_text_in_does_not_publish_it(desk: Client, editor: User, ready: Submission) -> None:
    """Though somebody else accepted it; and who accepted it does not either."""
    other = member("阿依努尔", "编辑")
    submitting.accept_submission(ready, other, ready.version)
    issue = Issue.objects.get()
    assert editors_of(issue) == {editor.pk, other.pk}
    editor.user_permissions.add(Permission.objects.get(codename="publish_issue"))
    with pytest.raises(NotAllowed, match="另一人签发"):
        publishing.publish_issue(issue, User.objects.get(pk=editor.pk))


def test_a_signer_sees_and_takes_no_step(client: Client, signer: User, brought: Submission) -> None:
    """Bringing in is the editors' work."""
    client.force_login(signer)
    assert client.get(change_url(brought)).status_code == 200
    for name in ("read_again", "read_now", "accept", "discard"):
        assert step(client, brought, name).status_code == 403
    assert client.get(reverse(IMPORT)).status_code == 403
