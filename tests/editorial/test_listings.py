"""The events of an issue, and the lines of its registers, are rows of one page each."""

import datetime

import pytest
from auditlog.models import LogEntry
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from appointments.models import Official
from chronicle.models import Event
from editorial import audit
from editorial.flows import publishing
from editorial.models import ChronicleEntry, RegisterListing
from gazette.models import Entry, Issue
from tests import rooms_world
from tests import world as worlds
from tests.editorial.forms import beside, change_url, shown


@pytest.fixture
def summer(world: worlds.World) -> Issue:
    return worlds.issue(world.gazette, number=4, published=False)


def chronicle_of(entry: Entry) -> ChronicleEntry:
    return ChronicleEntry.objects.get(pk=entry.pk)


@pytest.fixture
def chronicle(summer: Issue) -> ChronicleEntry:
    return chronicle_of(rooms_world.chronicle(summer))


@pytest.fixture
def register(summer: Issue) -> RegisterListing:
    return RegisterListing.objects.get(pk=rooms_world.register(summer).pk)


def names(event: Event) -> list[tuple[str, str]]:
    return [(named.office, named.official.name) for named in event.named.all()]


def test_events_are_added_and_corrected_on_one_page(
    desk: Client, editor: User, chronicle: ChronicleEntry
) -> None:
    """A row without a place comes last; only what was changed is marked and logged."""
    form = shown(desk.get(change_url(chronicle)))
    changes = {"events-0-happened_on": "2021-04-03", "events-4-happened_on": "2021年4月30日"}
    changes |= {"events-4-text": "30日，副州长王强慰问\r\n环卫工人。"}
    assert desk.post(change_url(chronicle), {**form, **changes}).status_code == 302
    first, second, *_others, last = chronicle.events.all()
    assert first.happened_on == datetime.date(2021, 4, 3)
    assert (first.edited_fields, second.edited_fields) == (["happened_on"], [])
    assert (last.position, last.text) == (5, "30日，副州长王强慰问环卫工人。")
    assert names(last) == [("副州长", "王强")]
    assert LogEntry.objects.get_for_object(last).latest().actor == editor
    assert audit.editors_of(chronicle.issue) == {editor.pk}


def test_saving_without_a_change_changes_nothing(desk: Client, chronicle: ChronicleEntry) -> None:
    before = list(Event.objects.values())
    assert desk.post(change_url(chronicle), shown(desk.get(change_url(chronicle)))).status_code == 302
    assert list(Event.objects.values()) == before
    assert not audit.editors_of(chronicle.issue)


@pytest.mark.parametrize(
    ("field", "typed", "message"),
    [("happened_on", "2021-04-31", "没有这一天"), ("text", "", "请填写"), ("position", "第一", "整数")],
)
def test_an_event_that_cannot_be_is_refused(
    desk: Client, chronicle: ChronicleEntry, field: str, typed: str, message: str
) -> None:
    """The message stands beside the field; the other rows' text stays typed and unsaved too."""
    form = shown(desk.get(change_url(chronicle)))
    changes = {f"events-1-{field}": typed, "events-0-text": "新的文字。"}
    answer = desk.post(change_url(chronicle), {**form, **changes})
    assert message in beside(answer, f"events-1-{field}")
    assert shown(answer).items() >= changes.items()
    assert not Event.objects.filter(text="新的文字。").exists()


def test_the_officials_follow_a_corrected_text(desk: Client, chronicle: ChronicleEntry) -> None:
    """Who is named no more leaves, who is named now is added; a namesake stays the person chosen before."""
    event = chronicle.events.get(position=2)
    doctor = Official.objects.create(name="王强", distinction="州医院")
    event.named.update(official=doctor)
    form = shown(desk.get(change_url(chronicle)))
    changes = {
        "events-0-text": "2日，州长阿依·努尔检查供暖。",
        "events-1-text": "同日，州长助理王强、州长巴图会见客人。",
    }
    desk.post(change_url(chronicle), {**form, **changes})
    assert names(chronicle.events.get(position=1)) == [("州长", "阿依·努尔")]
    assert set(names(event)) == {("州长助理", "王强"), ("州长", "巴图")}
    assert event.named.get(office="州长助理").official == doctor


def test_officials_set_by_hand_do_not_follow_the_text(desk: Client, chronicle: ChronicleEntry) -> None:
    """What an editor decided is not read over."""
    event = chronicle.events.get(position=2)
    form = shown(desk.get(change_url(event)))
    desk.post(change_url(event), {**form, "named-0-office": "州委常委、副州长"})
    event.refresh_from_db()
    assert event.edited_fields == ["officials"]
    form = shown(desk.get(change_url(chronicle)))
    desk.post(change_url(chronicle), {**form, "events-1-text": "同日，州长巴图会见客人。"})
    assert names(event) == [("州委常委、副州长", "王强")]


def test_an_event_s_own_page_reads_its_officials_again_too(desk: Client, chronicle: ChronicleEntry) -> None:
    event = chronicle.events.get(position=2)
    form = shown(desk.get(change_url(event)))
    assert desk.post(change_url(event), {**form, "text": "同日，州长巴图会见客人。"}).status_code == 302
    assert names(event) == [("州长", "巴图")]


@pytest.mark.parametrize("number", [4, 127])
def test_a_long_chronicle_takes_no_more_queries(desk: Client, chronicle: ChronicleEntry, number: int) -> None:
    """To open: as many for four events as for a hundred and twenty-seven, each with officials and source."""
    source = worlds.source(chronicle.issue.publication, "\n".join(f"原文{n}" for n in range(400)))
    Entry.objects.filter(pk=chronicle.pk).update(source=source)
    for position in range(5, number + 1):
        rooms_world.event(chronicle, position, "同日，副州长王强会见客人。", 4, 2, {"王强": "副州长"})
    Event.objects.update(source=source)
    desk.get(change_url(chronicle))
    with CaptureQueriesContext(connection) as queries:
        page = desk.get(change_url(chronicle)).content.decode()
    assert page.count("王强</a>") >= number - 3
    assert f"原文{199 + number}" in page.replace("</pre>", "\n")
    assert len(queries) == 13


def test_a_page_opened_before_publishing_is_refused(
    desk: Client, chronicle: ChronicleEntry, signer: User
) -> None:
    """Publishing wins; the editor reads why, and her text is still there."""
    form = shown(desk.get(change_url(chronicle)))
    publishing.publish_issue(chronicle.issue, signer)
    answer = desk.post(change_url(chronicle), {**form, "events-0-text": "迟到的改动"})
    assert "已经发布" in answer.content.decode()
    assert shown(answer)["events-0-text"] == "迟到的改动"
    assert not Event.objects.filter(text="迟到的改动").exists()
    closed = desk.get(change_url(chronicle))
    assert "请由签发人先撤回" in closed.content.decode()
    assert "events-0-text" not in shown(closed)
    for event in chronicle.events.all()[:1]:
        assert "text" not in shown(desk.get(change_url(event)))


def test_a_page_does_not_overwrite_what_a_colleague_saved_meanwhile(
    desk: Client, chronicle: ChronicleEntry
) -> None:
    form = shown(desk.get(change_url(chronicle)))
    first = chronicle.events.get(position=1)
    first.text = "先存的"
    first.save()
    answer = desk.post(change_url(chronicle), {**form, "events-1-text": "后写的"})
    assert "以免覆盖" in answer.content.decode()
    assert shown(answer)["events-1-text"] == "后写的"
    assert not Event.objects.filter(text="后写的").exists()


def test_the_lines_of_a_register_are_rows(desk: Client, editor: User, register: RegisterListing) -> None:
    form = shown(desk.get(change_url(register)))
    new = {"direction": "incoming", "doc_number": "", "title": "《关于放假\r\n的通知》", "position": "1"}
    changes = {f"register_entries-3-{name}": value for name, value in new.items()}
    saved = desk.post(change_url(register), {**form, **changes, "register_entries-2-DELETE": "on"})
    assert saved.status_code == 302
    held = list(register.register_entries.values_list("position", "direction", "title"))
    assert held[1] == (2, "incoming", "《关于放假的通知》")
    assert len(held) == 3
    assert audit.editors_of(register.issue) == {editor.pk}


@pytest.mark.parametrize(
    ("row", "field", "message"),
    [
        ({"direction": "outgoing", "doc_number": "", "title": "", "position": "9"}, "doc_number", "没有字号"),
        ({"direction": "", "doc_number": "伊河政发〔2021〕9号"}, "direction", "必填"),
        ({"direction": "outgoing", "title": "长" * 301}, "title", "300"),
    ],
)
def test_a_line_that_names_nothing_is_refused(
    desk: Client, register: RegisterListing, row: dict[str, str], field: str, message: str
) -> None:
    typed = {f"register_entries-3-{name}": value for name, value in row.items()}
    answer = desk.post(change_url(register), {**shown(desk.get(change_url(register))), **typed})
    assert message in beside(answer, f"register_entries-3-{field}")
    assert shown(answer).items() >= typed.items()
    assert register.register_entries.count() == 3


def test_the_lists_hold_entries_of_their_kind(
    desk: Client, chronicle: ChronicleEntry, register: RegisterListing
) -> None:
    """Also one that stands under no section but holds events."""
    Entry.objects.filter(pk=chronicle.pk).update(section=None)
    pages = {
        name: desk.get(reverse(f"admin:editorial_{name}_changelist"))
        for name in ("chronicleentry", "registerlisting")
    }
    assert list(pages["chronicleentry"].context["cl"].result_list) == [chronicle]
    assert list(pages["registerlisting"].context["cl"].result_list) == [register]
    assert (
        reverse("admin:editorial_chronicleentry_changelist")
        in desk.get(reverse("admin:index")).content.decode()
    )
