"""Errata and pages of the openness column are published by a second person."""

import datetime
from typing import Any

import pytest
from auditlog.context import set_actor
from auditlog.models import LogEntry
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from editorial.errors import NotAllowed
from editorial.flows import standing
from portal.models import ColumnPage, Erratum, Part
from tests import world as worlds
from tests.editorial.forms import change_url, messages, shown
from tests.world import World

ADD_ERRATUM = reverse("admin:portal_erratum_add")
PRINTED = {"printed": "2月30日", "correct": "2月28日", "dated_on": "2021-06-01"}


@pytest.fixture
def page(editor: User) -> ColumnPage:
    with set_actor(editor):
        return ColumnPage.objects.create(part=Part.GUIDE, title="指南", text="## 范围")


@pytest.fixture
def erratum(world: World, editor: User) -> Erratum:
    with set_actor(editor):
        return Erratum.objects.create(
            issue=world.issue, printed="错", correct="对", dated_on=datetime.date(2021, 6, 1)
        )


def step(record: Any, name: str) -> str:
    return reverse(f"admin:portal_{record._meta.model_name}_{name}", args=[record.pk])


@pytest.mark.parametrize("which", ["page", "erratum"])
def test_a_second_person_publishes_and_withdraws(
    request: pytest.FixtureRequest, client: Client, signer: User, which: str
) -> None:
    record = request.getfixturevalue(which)
    client.force_login(signer)
    assert client.get(step(record, "publish")).status_code == 200
    client.post(step(record, "publish"))
    record.refresh_from_db()
    assert (record.is_published, record.published_by) == (True, signer)
    flows = [
        entry.additional_data for entry in LogEntry.objects.get_for_object(record) if entry.additional_data
    ]
    assert len(flows) == 1
    client.post(step(record, "withdraw"))
    assert not type(record).objects.published().exists()


@pytest.mark.parametrize("which", ["page", "erratum"])
def test_nobody_publishes_her_own_work(request: pytest.FixtureRequest, signer: User, which: str) -> None:
    record = request.getfixturevalue(which)
    with set_actor(signer):
        record.save()
        type(record).objects.get(pk=record.pk)
        setattr(record, "correct" if which == "erratum" else "text", "改过")
        record.save()
    publish = standing.publish_erratum if which == "erratum" else standing.publish_column_page
    with pytest.raises(NotAllowed, match="另一人签发"):
        publish(record, signer)
    assert not type(record).objects.published().exists()


@pytest.mark.parametrize("which", ["page", "erratum"])
def test_an_editor_has_no_power_to_publish(request: pytest.FixtureRequest, desk: Client, which: str) -> None:
    record = request.getfixturevalue(which)
    assert desk.post(step(record, "publish")).status_code == 403
    assert desk.post(step(record, "withdraw")).status_code == 403
    assert "签发</a>" not in desk.get(change_url(record)).content.decode()


def test_a_published_page_is_revised_without_leaving_the_public(
    page: ColumnPage, desk: Client, signer: User
) -> None:
    """Readers go on seeing what was approved until the revision is approved too."""
    standing.publish_column_page(page, signer)
    form = {**shown(desk.get(change_url(page))), "part": "apply"}
    assert desk.post(change_url(page), {**form, "text": "## 新的范围"}).status_code == 302
    page.refresh_from_db()
    assert page.part == Part.GUIDE
    assert (page.text, page.public_text) == ("## 新的范围", "## 范围")
    assert "还没有签发" in desk.get(reverse("admin:portal_columnpage_changelist")).content.decode()
    standing.publish_column_page(page, signer)
    page.refresh_from_db()
    assert page.public_text == "## 新的范围"
    with pytest.raises(NotAllowed, match="没有改过"):
        standing.publish_column_page(page, signer)


def test_a_published_erratum_is_closed(erratum: Erratum, desk: Client, signer: User) -> None:
    form = shown(desk.get(change_url(erratum)))
    standing.publish_erratum(erratum, signer)
    answer = desk.post(change_url(erratum), {**form, "correct": "另一个"})
    assert "已经发布" in answer.content.decode()
    erratum.refresh_from_db()
    assert erratum.correct == "对"


def test_a_page_is_looked_at_before_it_is_published(page: ColumnPage, desk: Client) -> None:
    ColumnPage.objects.update(text="[外](https://elsewhere.example/)\n\n<script>x</script>")
    shown_page = desk.get(step(page, "preview")).content.decode()
    assert 'href="https://elsewhere.example/"' in shown_page
    assert "<script>x" not in shown_page


@pytest.mark.urls("config.urls.editorial")
def test_the_preview_needs_no_public_site(page: ColumnPage, desk: Client) -> None:
    """On the editors' host the address of the notice before leaving does not exist."""
    ColumnPage.objects.update(text="[外](https://elsewhere.example/)")
    assert desk.get(step(page, "preview")).status_code == 200


def test_one_report_a_year(desk: Client) -> None:
    add = reverse("admin:portal_columnpage_add")
    form = {**shown(desk.get(add)), "part": "report", "title": "年报", "text": "正文", "position": "0"}
    assert "要填写年度" in desk.post(add, {**form, "year": ""}).content.decode()
    assert desk.post(add, {**form, "year": "2025"}).status_code == 302
    assert "已经有年报" in desk.post(add, {**form, "year": "2025"}).content.decode()
    assert "要填写年度" in desk.post(add, {**form, "part": "guide", "year": "2025"}).content.decode()


class TestWhereAnErratumStands:
    def test_an_entry_brings_its_issue(self, world: World, desk: Client) -> None:
        entry = world.second.entry
        assert entry
        form = {**shown(desk.get(ADD_ERRATUM)), **PRINTED, "entry": str(entry.pk)}
        assert desk.post(ADD_ERRATUM, form).status_code == 302
        assert Erratum.objects.get().issue == world.issue

    def test_a_document_of_an_issue_is_put_where_it_was_printed(self, world: World, desk: Client) -> None:
        form = {**shown(desk.get(ADD_ERRATUM)), **PRINTED, "document": str(world.second.pk)}
        assert desk.post(ADD_ERRATUM, form).status_code == 302
        held = Erratum.objects.get()
        assert (held.issue, held.entry, held.document) == (world.issue, world.second.entry, None)

    def test_an_entry_of_another_issue_is_refused(self, world: World, desk: Client) -> None:
        other, entry = worlds.issue(world.gazette, number=9), world.second.entry
        assert entry
        form = {**shown(desk.get(ADD_ERRATUM)), **PRINTED, "entry": str(entry.pk), "issue": str(other.pk)}
        assert "不在所选的那一期里" in desk.post(ADD_ERRATUM, form).content.decode()

    def test_somewhere_it_must_be(self, world: World, desk: Client) -> None:
        form = {**shown(desk.get(ADD_ERRATUM)), **PRINTED}
        assert "请选一期" in desk.post(ADD_ERRATUM, form).content.decode()


def test_nothing_of_it_is_deleted(page: ColumnPage, erratum: Erratum, desk: Client) -> None:
    for record in (page, erratum):
        assert desk.post(step(record, "delete")).status_code == 403
    assert messages(desk.get(change_url(page))) == ""
