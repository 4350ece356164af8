"""Officials and posts: told apart, put together, and not renamed behind the signer's back."""

import pytest
from auditlog.models import LogEntry
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from appointments.flows import find_official, find_post
from appointments.models import Official
from editorial.models import AuditRecord
from gazette.models import Issue
from tests import rooms_world
from tests import world as worlds
from tests.editorial.forms import change_url, messages, shown

LIST = "admin:appointments_official_changelist"


@pytest.fixture
def summer(world: worlds.World) -> Issue:
    return worlds.issue(world.gazette, number=4, published=False)


def merge(desk: Client, kept: Official, *others: Official) -> str:
    """What the page says after both steps."""
    chosen = {"action": "merge", "_selected_action": [each.pk for each in (kept, *others)]}
    asked = desk.post(reverse(LIST), chosen)
    assert set(asked.context["officials"]) == {kept, *others}
    return messages(desk.post(reverse(LIST), {**chosen, "kept": kept.pk}, follow=True))


def test_two_records_of_one_person_become_one(desk: Client, editor: User, summer: Issue) -> None:
    """Everything that named the one names the other; who did it is logged."""
    notice, chronicle, meeting = (
        rooms_world.notice(summer),
        rooms_world.chronicle(summer),
        rooms_world.meeting(summer),
    )
    other = find_official("阿依·努尔")
    kept = Official.objects.create(name="阿依·努尔汗")
    assert "已合并为“阿依·努尔汗”" in merge(desk, kept, other)
    assert not Official.objects.filter(pk=other.pk).exists()
    assert notice.appointments.get(position=3).official == kept
    assert set(chronicle.events.filter(officials=kept).values_list("position", flat=True)) == {1, 3}
    meeting.refresh_from_db()
    assert meeting.chair == kept
    step = AuditRecord.objects.get_for_object(kept).get(additional_data__flow="merge_officials")
    assert (step.actor, step.step_label) == (editor, "合并")


def test_an_event_that_named_both_names_one(desk: Client, summer: Issue) -> None:
    chronicle = rooms_world.chronicle(summer)
    merge(desk, find_official("阿依·努尔"), find_official("王强"))
    first = chronicle.events.get(position=1)
    assert [named.official.name for named in first.named.all()] == ["阿依·努尔"]


def test_one_appointment_is_not_made_into_two_of_one_person(desk: Client, summer: Issue) -> None:
    """A notice that says the same of both is looked at first; nothing is merged by halves."""
    notice = rooms_world.notice(summer)
    rooms_world.appoint(notice, 4, "古力", "州财政局局长")
    rooms_world.meeting(summer)
    said = merge(desk, find_official("古丽"), find_official("古力"))
    assert "完全一样" in said
    assert Official.objects.filter(name="古力").exists()


def test_a_public_name_is_not_changed_by_an_editor_alone(desk: Client, world: worlds.World) -> None:
    """Neither by merging with another spelling nor by renaming; namesakes may be put together and told apart."""
    rooms_world.notice(world.issue)
    public = find_official("古丽")
    other = Official.objects.create(name="古力")
    assert "已经发布的公报" in merge(desk, other, public)
    assert "name" not in shown(desk.get(change_url(public)))
    post = find_post("州财政局局长")
    assert "name" not in shown(desk.get(change_url(post)))
    assert "name" in shown(desk.get(change_url(other)))
    namesake = Official.objects.create(name="古丽", distinction="州财政局")
    assert "已合并" in merge(desk, namesake, public)


def test_namesakes_are_told_apart_by_a_distinction(desk: Client, editor: User) -> None:
    """Two of one name and no distinction cannot be."""
    Official.objects.create(name="王强")
    add = reverse("admin:appointments_official_add")
    form = shown(desk.get(add))
    assert desk.post(add, {**form, "name": "王强"}).status_code == 200
    assert desk.post(add, {**form, "name": "王强", "distinction": "州医院"}).status_code == 302
    made = Official.objects.get(distinction="州医院")
    assert str(made) == "王强（州医院）"
    assert LogEntry.objects.get_for_object(made).get().actor == editor


def test_the_rows_of_a_notice_are_offered_names_that_are_held(desk: Client) -> None:
    """The script beside the form asks for officials and posts by their beginning."""
    Official.objects.create(name="王强", distinction="州医院")
    find_post("州财政局局长")
    query = {"app_label": "appointments", "model_name": "appointment"}
    for field, term, offered in (("official", "王", "王强（州医院）"), ("post", "财政", "州财政局局长")):
        answer = desk.get(reverse("admin:autocomplete"), {**query, "field_name": field, "term": term})
        assert [each["text"] for each in answer.json()["results"]] == [offered]


def test_one_alone_is_not_merged(desk: Client) -> None:
    person = Official.objects.create(name="王强")
    answer = desk.post(reverse(LIST), {"action": "merge", "_selected_action": [person.pk]}, follow=True)
    assert "请选择两位或几位" in messages(answer)
    assert Official.objects.count() == 1
