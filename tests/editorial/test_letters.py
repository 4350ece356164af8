"""What citizens send, at the desk."""

import datetime

import pytest
from auditlog.models import LogEntry
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from portal.models import Correction, Opinion
from tests.citizens.conftest import correction
from tests.editorial.forms import change_url, shown
from tests.world import World

LIST = "admin:portal_correction_changelist"
pytestmark = pytest.mark.django_db


def kept(number: str, days: int, **fields: object) -> Correction:
    """A correction whose last day is so many days from today."""
    received = timezone.now() + datetime.timedelta(days - 3)
    due = timezone.localdate() + datetime.timedelta(days)
    return correction(number, received_at=received, due_on=due, **fields)


def numbers(desk: Client, query: str = "") -> list[str]:
    return [each.number for each in desk.get(reverse(LIST) + query).context["cl"].result_list]


def test_the_overdue_come_first_and_are_marked_in_words(desk: Client) -> None:
    kept("20251001-DONE", -9, state="answered", answer="好", answered_at=timezone.now())
    kept("20251002-OLDER", -5)
    kept("20251003-NEWER", -1)
    kept("20251004-TODAY", 0)
    kept("20251005-LATER", 2)
    listed = ["20251003-NEWER", "20251002-OLDER", "20251005-LATER", "20251004-TODAY", "20251001-DONE"]
    assert numbers(desk) == listed
    assert numbers(desk, "?due=overdue") == listed[:2]
    assert numbers(desk, "?due=waiting") == listed[:4]
    assert desk.get(reverse(LIST)).content.decode().count("已超期</strong>") == 2


def test_an_answer_notes_who_gave_it_and_is_in_the_trail(desk: Client, editor: User) -> None:
    held = correction()
    form = shown(desk.get(change_url(held)))
    assert (
        desk.post(change_url(held), {**form, "state": "answered", "answer": "已经改好。"}).status_code == 302
    )
    held.refresh_from_db()
    assert (held.answer, held.answered_by) == ("已经改好。", editor)
    assert held.answered_at is not None
    logged = LogEntry.objects.get_for_object(held).get(action=LogEntry.Action.UPDATE)
    assert logged.actor == editor
    assert set(logged.changes) == {"state", "answer"}


@pytest.mark.parametrize("state", ["answered", "declined"])
def test_nothing_is_closed_without_an_answer(desk: Client, state: str) -> None:
    held = correction()
    page = desk.post(change_url(held), {**shown(desk.get(change_url(held))), "state": state})
    assert "要写明答复" in page.content.decode()
    held.refresh_from_db()
    assert held.state == "received"


def test_two_editors_do_not_answer_over_each_other(desk: Client) -> None:
    held = correction()
    form = shown(desk.get(change_url(held)))
    Correction.objects.update(state="working")
    page = desk.post(change_url(held), {**form, "state": "answered", "answer": "好"})
    assert "没有保存" in page.content.decode()


def test_what_the_citizen_wrote_is_not_changed_and_nothing_is_deleted(desk: Client) -> None:
    held = correction()
    form = {**shown(desk.get(change_url(held))), "text": "另一段话", "contact": "x", "page": "/x/"}
    desk.post(change_url(held), {**form, "state": "working"})
    held.refresh_from_db()
    assert (held.state, held.text) == ("working", "第二段少了一个字。")
    assert desk.post(reverse("admin:portal_correction_delete", args=[held.pk])).status_code == 403
    assert desk.get(reverse("admin:portal_correction_add")).status_code == 403


def test_the_contact_is_only_for_those_who_answer(desk: Client, client: Client, signer: User) -> None:
    """Not even for a search to be found by."""
    held = correction()
    assert "reader@example.com" in desk.get(change_url(held)).content.decode()
    assert numbers(desk, "?q=reader@example.com") == []
    client.force_login(signer)
    page = client.get(change_url(held))
    assert page.status_code == 200
    assert "reader@example.com" not in page.content.decode()


def test_the_desk_counts_what_waits(world: World, desk: Client) -> None:
    kept("20251002-OLDER", -5)
    kept("20251005-LATER", 2)
    Opinion.objects.create(
        number="20251001-OPEN", text="好", received_at=timezone.now(), due_on=timezone.localdate()
    )
    page = desk.get(reverse("admin:index")).content.decode()
    for said in ("待办纠错2件", "1件已超期", "待办意见1件"):
        assert said in page


def test_the_desk_names_blank_and_old_columns(world: World, desk: Client) -> None:
    world.issue.__class__.objects.update(published_at=timezone.now() - datetime.timedelta(days=20))
    page = desk.get(reverse("admin:index")).content.decode()
    assert "空白栏目" in page
    assert "政府信息公开 › 依申请公开" in page
    assert "首页 最近更新：" in page
