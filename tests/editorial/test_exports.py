"""Staff have an issue made as files: asked for on its page, made by a job, looked at and taken on another."""

import datetime
import os
import time
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_q.models import OrmQ
from pytest_django import Settings

from gazette.models import Issue
from printing import jobs
from printing.cleaning import remove_old
from printing.errors import MissingGlyphError
from printing.models import Export, Form, State
from tests import world as worlds
from tests.editorial.conftest import member
from tests.editorial.forms import change_url, messages
from tests.printing.stub import Press, installed, print_edition


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.PDF_DIR = tmp_path / "pdf"
    return settings.PDF_DIR


@pytest.fixture(autouse=True)
def press(monkeypatch: pytest.MonkeyPatch) -> Press:
    return installed(monkeypatch)


@pytest.fixture
def draft(world: worlds.World) -> Issue:
    made = worlds.issue(world.gazette, number=4, published=False)
    worlds.document(world.gazette, 3, printed_in=made)
    return made


@pytest.fixture
def asked(desk: Client, draft: Issue) -> Export:
    """The draft as PDF, which 古丽 has asked for and no worker has made yet."""
    ask(desk, draft, Form.PDF)
    return Export.objects.get()


def ask(client: Client, issue: Issue, form: str) -> str:
    """Press a button on the issue's page; where it leads."""
    answer = client.post(reverse("admin:gazette_issue_export", args=[issue.pk]), {"form": form})
    return answer.headers["Location"] if answer.status_code == 302 else str(answer.status_code)


def step(client: Client, export: Export, name: str) -> str:
    """Press a button on the export's page; what is said then."""
    answer = client.post(reverse(f"admin:printing_export_{name}", args=[export.pk]), follow=True)
    export.refresh_from_db()
    return "".join(messages(answer))


def page(client: Client, export: Export) -> str:
    return client.get(change_url(export)).content.decode()


def test_an_issue_s_page_offers_every_form(desk: Client, draft: Issue) -> None:
    text = desk.get(change_url(draft)).content.decode()
    for form in ("PDF", "清样", "付印稿", "小册子拼版", "EPUB", "Word"):
        assert f">{form}</button>" in text
    assert "全套" not in text


def test_a_button_starts_a_job_and_leads_to_its_page(
    desk: Client, editor: User, draft: Issue, press: Press
) -> None:
    """Nothing is printed in the request; the issue's page shows the order, too."""
    where = ask(desk, draft, Form.PDF)
    export = Export.objects.get()
    assert where == change_url(export)
    assert (export.issue, export.form, export.requested_by) == (draft, Form.PDF, editor)
    assert OrmQ.objects.count() == 1
    assert not press.printed
    assert "等待排印" in page(desk, export)
    assert change_url(export) in desk.get(change_url(draft)).content.decode()


def test_progress_shows_with_a_script_and_without(desk: Client, asked: Export) -> None:
    Export.objects.update(state=State.AT_WORK, progress=40, stage="拼页", started_at=timezone.now())
    text = page(desk, asked)
    assert 'value="40"' in text
    assert '<noscript><meta http-equiv="refresh"' in text
    told = desk.get(reverse("admin:printing_export_progress", args=[asked.pk])).json()
    assert (told["waiting"], told["progress"], told["message"]) == (True, 40, "拼页")
    assert told["next"] == change_url(asked)


def test_what_was_made_is_taken_from_its_page(desk: Client, asked: Export) -> None:
    """Under a name that says what it is; the page has its digest."""
    jobs.make_export(asked.pk)
    asked.refresh_from_db()
    assert asked.sha256 in page(desk, asked)
    answer = desk.get(reverse("admin:printing_export_download", args=[asked.pk]))
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"].startswith("inline")
    assert answer.getvalue() == asked.path.read_bytes()
    assert "no-store" in answer.headers["Cache-Control"]


def test_a_fault_is_shown_with_its_place(desk: Client, asked: Export, press: Press) -> None:
    press.fault = MissingGlyphError("没有字体可以印出：“䶮”（U+4DAE，见《关于保护湿地的意见》）")
    jobs.make_export(asked.pk)
    text = page(desk, asked)
    assert "没有排成" in text
    assert "见《关于保护湿地的意见》" in text
    assert "重新排印" in text


def test_an_export_can_be_cancelled_and_asked_for_again(desk: Client, asked: Export) -> None:
    assert step(desk, asked, "cancel") == "已要求取消。"
    assert asked.state == State.CANCELLED
    assert "不能取消" in step(desk, asked, "cancel")
    assert step(desk, asked, "again") == "已重新排队。"
    assert asked.state == State.QUEUED
    assert "不用重来" in step(desk, asked, "again")


def test_with_nobody_at_work_the_page_says_so_and_offers_to_print_at_once(
    desk: Client, asked: Export
) -> None:
    assert "没有处理程序在运行" in page(desk, asked)
    step(desk, asked, "make_now")
    assert asked.state == State.DONE


def test_what_a_dead_worker_left_can_be_begun_anew(desk: Client, asked: Export) -> None:
    Export.objects.update(state=State.AT_WORK, started_at=timezone.now() - datetime.timedelta(days=1))
    assert "已经中断" in page(desk, asked)
    assert step(desk, asked, "again") == "已重新排队。"


def test_the_check_list_stands_on_the_page_of_what_goes_to_the_press(desk: Client, asked: Export) -> None:
    jobs.make_export(asked.pk)
    Export.objects.update(
        form=Form.PRESS,
        findings=[{"kind": "images", "severity": "warn", "message": "图片只有 200 dpi", "page": 3}],
    )
    assert "图片只有 200 dpi" in page(desk, asked)


def test_a_form_that_there_is_not_is_refused(desk: Client, draft: Issue) -> None:
    """The edition for readers cannot be asked for: it comes by itself."""
    for form in ("", "exe", Form.EDITION):
        assert ask(desk, draft, form) == change_url(draft)
    assert not Export.objects.exists()


@pytest.mark.parametrize("name", ["status", "progress", "download", "cancel", "again", "make_now"])
def test_exports_are_for_those_who_may_see_issues(
    client: Client, asked: Export, draft: Issue, name: str
) -> None:
    """An administrator of accounts sees no content; the signer does; a stranger is asked who he is."""
    jobs.make_export(asked.pk)
    address = (
        change_url(asked) if name == "status" else reverse(f"admin:printing_export_{name}", args=[asked.pk])
    )
    send = client.get if name in {"status", "progress", "download"} else client.post
    client.force_login(member("阿依努尔", "系统管理"))
    assert send(address).status_code == 403
    assert ask(client, draft, Form.PDF) == "403"
    assert client.get(reverse("admin:printing_export_changelist")).status_code == 403
    client.force_login(member("王芳", "签发"))
    answer = send(address)
    assert answer.getvalue() is not None
    assert answer.status_code in {200, 302}
    client.logout()
    assert "/login/" in send(address).headers["Location"]


def test_steps_are_taken_by_buttons_only(desk: Client, asked: Export, draft: Issue) -> None:
    for name in ("cancel", "again", "make_now"):
        assert desk.get(reverse(f"admin:printing_export_{name}", args=[asked.pk])).status_code == 405
    assert desk.get(reverse("admin:gazette_issue_export", args=[draft.pk])).status_code == 405


def test_the_list_shows_who_asked_for_what(desk: Client, asked: Export, world: worlds.World) -> None:
    """Files for readers among it, as the system's; nothing can be changed there."""
    print_edition(world.issue)
    text = desk.get(reverse("admin:printing_export_changelist")).content.decode()
    assert "古丽" in text
    assert "系统" in text
    assert "关于保护湿地的意见" in text
    assert desk.get("/admin/printing/export/add/").status_code == 404


def test_files_for_readers_are_not_made_again_by_hand(desk: Client, world: worlds.World) -> None:
    print_edition(world.issue)
    export = Export.objects.filter(form=Form.PDF).first()
    assert export
    assert "不能重排" in step(desk, export, "again")
    assert "起供读者下载" in page(desk, export)


def test_an_edition_that_failed_is_ordered_again_but_not_twice(desk: Client, world: worlds.World) -> None:
    failed = Export.objects.create(issue=world.issue, form=Form.EDITION, state=State.FAILED)
    jobs.enqueue_edition(world.issue.pk)
    assert "已经在排队" in step(desk, failed, "again")
    Export.objects.exclude(pk=failed.pk).delete()
    assert step(desk, failed, "again") == "已重新排队。"


def test_old_drafts_are_removed_and_what_readers_got_is_kept(
    desk: Client, asked: Export, world: worlds.World, settings: Settings
) -> None:
    """With their files; one that is asked for again is made again."""
    jobs.make_export(asked.pk)
    asked.refresh_from_db()
    print_edition(world.issue)
    later = timezone.now() + datetime.timedelta(days=settings.EXPORT_KEEP_DAYS + 1)
    remove_old(later)
    assert not Export.objects.filter(pk=asked.pk).exists()
    assert not asked.is_there
    assert Export.objects.for_readers().count() == 9
    assert all(each.is_there for each in Export.objects.for_readers())


def test_files_that_no_export_names_are_removed(
    desk: Client, draft: Issue, asked: Export, folder: Path
) -> None:
    """A worker died between the file and the record of it; what is hours old is not about to be named."""
    jobs.make_export(asked.pk)
    (folder / "public").mkdir()
    names = ("desk/orphan.pdf", "desk/fresh.pdf", "public/.half.part", "public/former.pdf")
    orphan, fresh, half, former = (folder / name for name in names)
    for path in (orphan, fresh, half, former):
        path.write_bytes(b"%PDF")
    for path in (orphan, half, former):
        os.utime(path, (time.time() - 86_400,) * 2)
    ask(desk, draft, Form.DOCX)
    asked.refresh_from_db()
    assert not orphan.exists()
    assert not half.exists()
    assert former.exists()
    assert fresh.exists()
    assert asked.is_there
