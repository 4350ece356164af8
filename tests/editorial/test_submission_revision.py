"""An editor brings a corrected file of a draft issue in, and ticks what is to be taken of it."""

import pytest
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from documents.models import Document
from editorial.audit import editors_of
from editorial.errors import NotAllowed
from editorial.flows.publishing import publish_issue
from editorial.models import AuditRecord
from gazette.models import Issue
from intake.flows.accept import accept, reading_of
from intake.flows.compare_revision import compare
from intake.flows.import_source import import_source
from intake.models import Submission
from tests import world as worlds
from tests.editorial.conftest import member
from tests.editorial.forms import change_url, messages
from tests.editorial.submissions import read, step
from tests.intake.texts import ISSUE

CORRECTED = ISSUE.replace("十八摄氏度", "二十摄氏度")


@pytest.fixture
def issue(db: None) -> Issue:
    """A draft that the system made of the first file."""
    made = import_source("2021-03.txt", ISSUE.encode(), worlds.publication()).issue
    assert made
    return made


def sent(client: Client, issue: Issue, text: str = CORRECTED) -> Submission:
    """The corrected file after a worker has read it."""
    address = reverse("admin:gazette_issue_revise", args=[issue.pk])
    file = SimpleUploadedFile("更正.txt", text.encode())
    page = client.post(address, {"file": file}, follow=True)
    assert page.redirect_chain, page.content.decode()
    return read(Submission.objects.get(revises=issue))


def test_the_issue_has_the_way_to_it_while_it_is_no_public_one(desk: Client, issue: Issue) -> None:
    address = reverse("admin:gazette_issue_revise", args=[issue.pk])
    assert address in desk.get(change_url(issue)).content.decode()
    publish_issue(issue, member("王芳", "签发"))
    assert address not in desk.get(change_url(issue)).content.decode()
    page = desk.post(address, {"file": SimpleUploadedFile("更正.txt", CORRECTED.encode())})
    assert "请先撤回" in page.content.decode()
    assert not Submission.objects.exists()


def test_old_and_new_stand_side_by_side_with_the_change_marked(desk: Client, issue: Issue) -> None:
    """Only what differs is shown; what is proposed is ticked."""
    page = step_page(desk, sent(desk, issue))
    assert "<del>八</del>" in page
    assert "<ins>二</ins>" in page
    assert page.count(" checked") == 1
    assert "相同的3项" in page


def step_page(client: Client, submission: Submission) -> str:
    return client.get(reverse("admin:intake_submission_revision", args=[submission.pk])).content.decode()


def test_markup_in_a_text_is_shown_as_text(desk: Client, issue: Issue) -> None:
    text = ISSUE.replace("按时供暖；", "按时<script>供暖；")
    page = step_page(desk, sent(desk, issue, text))
    assert "&lt;script&gt;" in page
    assert "<script>供暖" not in page


def test_what_was_ticked_is_taken_and_recorded(desk: Client, editor: User, issue: Issue) -> None:
    """Whoever took it has worked on the issue, and does not publish it."""
    submission = sent(desk, issue)
    [row] = [row for row in compare(issue, reading_of(submission)) if row.may_choose]
    page = step(desk, submission, "revision", take=[row.key])
    assert "已更正1项" in messages(page)
    assert Document.objects.filter(blocks__text__contains="二十摄氏度").exists()
    assert AuditRecord.objects.filter(additional_data__flow="apply_revision", actor=editor).count() == 2
    assert editor.pk in editors_of(issue)
    editor.user_permissions.add(Permission.objects.get(codename="publish_issue"))
    with pytest.raises(NotAllowed, match="另一人签发"):
        publish_issue(issue, User.objects.get(pk=editor.pk))


def test_a_second_correction_still_finds_what_the_first_one_left(desk: Client, issue: Issue) -> None:
    """A correction by file is no editor's edit: its text may be replaced by a further one."""
    first = sent(desk, issue)
    [row] = [row for row in compare(issue, reading_of(first)) if row.may_choose]
    step(desk, first, "revision", take=[row.key])
    Submission.objects.update(revises=None)
    second = sent(desk, issue, ISSUE.replace("十八摄氏度", "十九摄氏度"))
    [row] = [row for row in compare(issue, reading_of(second)) if row.may_choose]
    assert row.by_default
    step(desk, second, "revision", take=[row.key])
    assert Document.objects.filter(blocks__text__contains="十九摄氏度").exists()


def test_a_page_that_is_out_of_date_takes_nothing(desk: Client, issue: Issue) -> None:
    submission = sent(desk, issue)
    [row] = [row for row in compare(issue, reading_of(submission)) if row.may_choose]
    page = step(desk, submission, "revision", take=[row.key], version=submission.version - 1)
    assert "又有改动" in messages(page)
    assert Document.objects.filter(blocks__text__contains="十八摄氏度").exists()


def test_a_correction_is_not_accepted_as_an_issue(desk: Client, issue: Issue) -> None:
    """It has a page of its own."""
    submission = sent(desk, issue)
    with pytest.raises(ValueError, match="这是更正稿"):
        accept(submission, None)
    assert Issue.objects.count() == 1


def test_a_file_of_another_issue_is_said_to_be_one(desk: Client, issue: Issue) -> None:
    page = step_page(desk, sent(desk, issue, ISSUE.replace("第3期", "第4期")))
    assert "2021年第4号" in page
    assert "更正勾选的项" not in page


def test_a_signer_takes_no_correction(client: Client, desk: Client, issue: Issue, signer: User) -> None:
    submission = sent(desk, issue)
    client.force_login(signer)
    assert step(client, submission, "revision").status_code == 403


@pytest.mark.parametrize("version", ["²", "9" * 5000])
def test_an_odd_version_takes_nothing(desk: Client, issue: Issue, version: str) -> None:
    submission = sent(desk, issue)
    [row] = [row for row in compare(issue, reading_of(submission)) if row.may_choose]
    assert "又有改动" in messages(step(desk, submission, "revision", take=[row.key], version=version))
