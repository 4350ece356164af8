"""A notice of appointment is entered as rows; names are typed, and whoever is new is made."""

import pytest
from auditlog.models import LogEntry
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse

from appointments.models import Appointment, AppointmentNotice, Official, Post
from editorial import audit
from editorial.errors import NotAllowed
from editorial.flows import publishing
from gazette.models import Entry, Issue, SectionKind
from tests import rooms_world
from tests import world as worlds
from tests.editorial.forms import beside, change_url, shown

ADD = "admin:appointments_appointmentnotice_add"
FIVE = [
    ("appoint", "阿依·努尔", "州长", ""),
    ("appoint", "王强", "州财政局局长", "试用期一年"),
    ("remove", "王强", "州财政局副局长", ""),
    ("remove", "赵 河", "州教育局局长", "另有任用"),
    ("appoint", "巴图", "州教育局局长", ""),
]


@pytest.fixture
def summer(world: worlds.World) -> Issue:
    return worlds.issue(world.gazette, number=4, published=False)


@pytest.fixture
def entry(summer: Issue) -> Entry:
    """A line of the contents that waits for its notice."""
    return rooms_world.entry(summer, SectionKind.APPOINTMENTS, "伊河州人民政府干部任免通知")


def rows(*appointments: tuple[str, str, str, str]) -> dict[str, str]:
    """The fields of the first rows."""
    typed = {}
    for number, (action, official, post, note) in enumerate(appointments):
        said = {"action": action, "official": official, "post": post, "note": note}
        typed |= {f"appointments-{number}-{name}": value for name, value in said.items()}
    return typed


def new_form(desk: Client, entry: Entry) -> tuple[str, dict[str, str]]:
    address = f"{reverse(ADD)}?entry={entry.pk}"
    return address, shown(desk.get(address))


def said(notice: AppointmentNotice) -> list[tuple[str, str, str, str]]:
    return [
        (each.action, str(each.official), str(each.post), each.note) for each in notice.appointments.all()
    ]


def test_a_notice_of_five_appointments_is_entered_in_one_form(
    desk: Client, editor: User, entry: Entry
) -> None:
    """Title and number come from the contents; whoever is not held yet is made, and the page says so."""
    held = Official.objects.create(name="王强")
    address, form = new_form(desk, entry)
    saved = desk.post(address, {**form, **rows(*FIVE)}, follow=True)
    notice = AppointmentNotice.objects.get()
    assert (notice.entry, notice.title) == (entry, "伊河州人民政府干部任免通知")
    assert said(notice) == [(*row[:1], "".join(row[1].split()), *row[2:]) for row in FIVE]
    assert [each.position for each in notice.appointments.all()] == [1, 2, 3, 4, 5]
    assert Official.objects.filter(name="王强").get() == held
    assert "新建了干部“赵河”" in saved.content.decode()
    assert "新建了干部“王强”" not in saved.content.decode()
    assert str(Post.objects.get(name="州财政局局长").body) == "州财政局"
    assert (
        LogEntry.objects.get_for_object(notice.appointments.get(official=held, action="remove"))
        .latest()
        .actor
        == editor
    )


@pytest.mark.parametrize(
    ("row", "field", "message"),
    [
        (("appoint", "巴图", "", ""), "post", "任免要写明是什么职务"),
        (("appoint", "", "州长", ""), "official", "请填写姓名"),
        (("", "巴图", "州长", ""), "action", "必填"),
        (("appoint", "巴图、赵河", "州长", ""), "official", "一行只写一个人"),
        (("appoint", "巴" * 51, "州长", ""), "official", "50"),
        (("appoint", "巴图", "州" * 201, ""), "post", "200"),
        (("appoint", "阿依·努尔", "州长", ""), "official", "已经写过一次"),
    ],
)
def test_a_row_that_says_nothing_sound_is_refused(
    desk: Client, entry: Entry, row: tuple[str, str, str, str], field: str, message: str
) -> None:
    """The message stands beside the field, what was typed stays, and nothing at all is saved."""
    address, form = new_form(desk, entry)
    answer = desk.post(address, {**form, **rows(FIVE[0], row)})
    assert message in beside(answer, f"appointments-1-{field}")
    assert shown(answer).items() >= rows(FIVE[0], row).items()
    for model in (AppointmentNotice, Appointment, Official, Post):
        assert not model.objects.exists()


def test_a_day_that_does_not_exist_is_refused(desk: Client, entry: Entry) -> None:
    address, form = new_form(desk, entry)
    answer = desk.post(address, {**form, **rows(*FIVE), "issued_on": "2021-02-30"})
    assert "没有这一天" in beside(answer, "issued_on")
    assert shown(answer).items() >= {"issued_on": "2021-02-30", **rows(*FIVE)}.items()
    assert not AppointmentNotice.objects.exists()


def test_of_several_who_share_a_name_the_editor_says_which(desk: Client, entry: Entry) -> None:
    """The message names the ways to write them; one of these is then understood."""
    Official.objects.create(name="王强", distinction="州财政局")
    teacher = Official.objects.create(name="王强", distinction="州教育局")
    address, form = new_form(desk, entry)
    asked = desk.post(address, {**form, **rows(("appoint", "王强", "州长", ""))})
    message = beside(asked, "appointments-0-official")
    assert "“王强（州财政局）”" in message
    assert "“王强（州教育局）”" in message
    desk.post(address, {**form, **rows(("appoint", "王强(州教育局)", "州长", ""))})
    assert Appointment.objects.get().official == teacher


def test_a_new_namesake_is_made_by_a_distinction(desk: Client, entry: Entry) -> None:
    first = Official.objects.create(name="王强")
    address, form = new_form(desk, entry)
    desk.post(address, {**form, **rows(("appoint", "王强（州医院）", "州医院院长", ""))})
    made = Appointment.objects.get().official
    assert made != first
    assert (made.name, made.distinction) == ("王强", "州医院")


def test_a_notice_takes_only_an_entry_that_waits_for_one(
    desk: Client, world: worlds.World, entry: Entry
) -> None:
    """Not that of a document, of a public issue, or one with its notice; the page lists those that wait."""
    taken = rooms_world.notice(entry.issue)
    public = rooms_world.entry(world.issue, SectionKind.APPOINTMENTS, "已经发布的一期")
    page = desk.get(reverse(ADD))
    assert list(page.context["entries"]) == [entry]
    address, form = new_form(desk, entry)
    for wrong in (taken.entry, public):
        answer = desk.post(address, {**form, "entry": wrong.pk, **rows(FIVE[0])})
        assert beside(answer, "entry")
    assert AppointmentNotice.objects.get() == taken


def test_an_issue_published_meanwhile_takes_no_new_notice(desk: Client, entry: Entry, signer: User) -> None:
    """What the editor typed stays on the page."""
    address, form = new_form(desk, entry)
    publishing.publish_issue(entry.issue, signer)
    answer = desk.post(address, {**form, **rows(*FIVE)})
    assert beside(answer, "entry")
    assert shown(answer).items() >= rows(*FIVE).items()
    assert not AppointmentNotice.objects.exists()


def test_correcting_one_row_marks_and_logs_that_row(desk: Client, editor: User, summer: Issue) -> None:
    """To open and save marks nothing; a corrected post becomes another post and leaves the old one be."""
    notice = rooms_world.notice(summer)
    assert desk.post(change_url(notice), shown(desk.get(change_url(notice)))).status_code == 302
    assert not any(each.edited_fields for each in notice.appointments.all())
    form = shown(desk.get(change_url(notice)))
    desk.post(change_url(notice), {**form, "appointments-1-post": "州教育局局长"})
    first, second, _third = notice.appointments.all()
    assert (first.edited_fields, second.edited_fields) == ([], ["post"])
    assert str(second.post) == "州教育局局长"
    assert Post.objects.filter(name="州财政局局长").exists()
    assert LogEntry.objects.get_for_object(second).latest().actor == editor


def test_two_rows_change_places(desk: Client, summer: Issue) -> None:
    """What one row said another may say now, though no notice says it twice."""
    notice = rooms_world.notice(summer)
    form = shown(desk.get(change_url(notice)))
    names = ("action", "official", "post")
    swap = {f"appointments-0-{name}": form[f"appointments-1-{name}"] for name in names}
    swap |= {f"appointments-1-{name}": form[f"appointments-0-{name}"] for name in names}
    assert desk.post(change_url(notice), {**form, **swap}).status_code == 302
    assert [row[1] for row in said(notice)] == ["古丽", "王强", "阿依·努尔"]


def test_a_new_row_takes_the_place_that_it_is_given(desk: Client, summer: Issue) -> None:
    notice = rooms_world.notice(summer)
    form = shown(desk.get(change_url(notice)))
    new = {"action": "appoint", "official": "巴图", "post": "州教育局局长", "position": "1"}
    desk.post(
        change_url(notice), {**form, **{f"appointments-3-{name}": value for name, value in new.items()}}
    )
    assert [row[1] for row in said(notice)] == ["王强", "巴图", "古丽", "阿依·努尔"]


def test_a_row_does_not_overwrite_what_a_colleague_saved_meanwhile(desk: Client, summer: Issue) -> None:
    notice = rooms_world.notice(summer)
    form = shown(desk.get(change_url(notice)))
    notice.appointments.filter(position=1).first().delete()  # type: ignore[union-attr]
    answer = desk.post(change_url(notice), {**form, "appointments-1-note": "后写的"})
    assert "以免覆盖" in answer.content.decode()
    assert shown(answer)["appointments-1-note"] == "后写的"
    assert not notice.appointments.filter(note="后写的").exists()


def test_a_published_notice_is_shown_but_not_edited(desk: Client, world: worlds.World) -> None:
    """Neither its own fields nor its rows; and it cannot be deleted."""
    notice = rooms_world.notice(world.issue)
    page = desk.get(change_url(notice))
    assert "请由签发人先撤回" in page.content.decode()
    assert "州财政局局长" in page.content.decode()
    assert not [name for name in shown(page) if name.startswith("appointments") and name.endswith("post")]
    delete = reverse("admin:appointments_appointmentnotice_delete", args=[notice.pk])
    assert desk.post(delete, {"post": "yes"}).status_code == 403
    Issue.objects.filter(pk=world.issue.pk).update(as_printed=True)
    assert "appointments-0-post" in shown(desk.get(change_url(notice)))
    assert desk.post(delete, {"post": "yes"}).status_code == 403


@pytest.mark.parametrize("step", ["change", "delete a row", "delete the notice"])
def test_whoever_worked_on_a_notice_does_not_publish_its_issue(
    desk: Client, editor: User, summer: Issue, step: str
) -> None:
    """Also when nothing is left of her work to see."""
    notice = rooms_world.notice(summer)
    form = shown(desk.get(change_url(notice)))
    if step == "change":
        desk.post(change_url(notice), {**form, "appointments-0-note": "改"})
    elif step == "delete a row":
        desk.post(change_url(notice), {**form, "appointments-0-DELETE": "on"})
    else:
        desk.post(reverse("admin:appointments_appointmentnotice_delete", args=[notice.pk]), {"post": "yes"})
    assert audit.editors_of(summer) == {editor.pk}
    editor.user_permissions.add(_publishing())
    with pytest.raises(NotAllowed, match="须由另一人签发"):
        publishing.publish_issue(summer, User.objects.get(pk=editor.pk))


def test_the_history_of_a_notice_tells_of_its_rows(desk: Client, summer: Issue) -> None:
    notice = rooms_world.notice(summer)
    form = shown(desk.get(change_url(notice)))
    desk.post(change_url(notice), {**form, "appointments-1-note": "任期三年"})
    page = desk.get(reverse("admin:appointments_appointmentnotice_history", args=[notice.pk]))
    assert "任期三年" in page.content.decode()


def test_a_row_shows_the_lines_that_it_was_read_from(desk: Client, summer: Issue) -> None:
    notice = rooms_world.notice(summer)
    paper = worlds.source(summer.publication, "\n".join(f"原文{number}" for number in range(1, 120)))
    AppointmentNotice.objects.update(source=paper)
    Appointment.objects.update(source=paper)
    assert "<pre>原文102</pre>" in desk.get(change_url(notice)).content.decode()


def _publishing() -> Permission:
    return Permission.objects.get(codename="publish_issue")
