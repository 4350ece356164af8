"""What is refused when a file is sent, and what the lists show of those that came in."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django_q.models import OrmQ

from editorial.errors import NotAllowed
from editorial.flows import submitting
from gazette.models import Publication, Source
from intake.models import Submission
from tests import world as worlds
from tests.editorial.conftest import member
from tests.editorial.forms import change_url
from tests.editorial.submissions import IMPORT, accept, read, upload
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


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"", "a.txt", "文件是空的"),
        (b"x" * 10_000_001, "a.txt", "文件太大"),
        (b"MZ", "a.exe", "不能读入这种文件"),
    ],
    ids=["empty", "too large", "a program"],
)
def test_what_can_be_refused_at_once_is(
    desk: Client, gazette: Publication, data: bytes, name: str, reason: str
) -> None:
    """Beside the field, in Chinese, and nothing is kept."""
    page = upload(desk, gazette, data, name)
    assert reason in page.content.decode()
    assert not Submission.objects.exists()


def test_the_same_file_is_not_read_twice_and_the_way_to_the_first_is_shown(
    desk: Client, brought: Submission, gazette: Publication
) -> None:
    """While it waits, and after it was accepted."""
    again = upload(desk, gazette, ISSUE.encode(), "又一次.txt").content.decode()
    assert "同一文件已经送读" in again
    assert change_url(brought) in again
    source = accept(desk, read(brought))
    later = upload(desk, gazette, ISSUE.encode(), "又一次.txt").content.decode()
    assert "以前读入过" in later
    assert change_url(source) in later
    assert Submission.objects.count() == Source.objects.count() == 1


def test_two_who_send_the_same_file_at_once_make_one_submission(
    editor: User, brought: Submission, gazette: Publication
) -> None:
    """What the form cannot see, the database refuses."""
    with pytest.raises(NotAllowed, match="刚刚送读"):
        submitting.submit("又一次.txt", ISSUE.encode(), gazette, editor)
    assert OrmQ.objects.count() == 1


def test_the_list_shows_state_progress_and_reason(desk: Client, brought: Submission) -> None:
    """And leads to bringing in."""
    Submission.objects.update(state=State.READING, progress=60, message="读文字")
    page = desk.get(reverse("admin:intake_submission_changelist")).content.decode()
    for shown in ("正在读入", "60%", "读文字", "古丽", "没有处理程序在运行", reverse(IMPORT)):
        assert shown in page


def test_no_page_of_the_queue_itself_is_offered(client: Client, db: None) -> None:
    """A system administrator sees what failed, in Chinese."""
    client.force_login(member("管理员", "系统管理"))
    page = client.get(reverse("admin:index")).content.decode()
    assert "后台任务故障" in page
    assert "/admin/django_q/" not in page
    assert client.get("/admin/django_q/schedule/").status_code == 404
