"""The desk's forms: what is typed is checked, kept and recorded, and never goes where it was not meant."""

import pytest
from auditlog.models import LogEntry
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from editorial.roles import EDITOR
from editorial.views.desk.parts import part_of
from gazette.models import SectionKind
from intake.models import Submission
from tests import desk_world
from tests import world as worlds
from tests.editorial.conftest import member
from tests.editorial.desk_forms import SCRIPT, every_part, now, part, press, save, text_of
from tests.editorial.forms import shown


@pytest.fixture
def submission(editor: User) -> Submission:
    return desk_world.submission(worlds.publication(), editor)


def test_what_an_editor_sets_is_kept_marked_and_recorded(
    desk: Client, editor: User, submission: Submission
) -> None:
    """The value, that it is hers, the count of changes, and who changed what from what to what."""
    before = now(submission).documents[0].issuer
    page = save(desk, submission, "item.0", issuer="伊河州水利局", issued_on="2021年4月9日")
    document = now(submission).documents[0]
    assert (document.issuer, document.issued_on) == ("伊河州水利局", "2021-04-09")
    assert document.edited == ["issued_on", "issuer"]
    assert submission.version == 1
    assert 'class="set"' in text_of(page)
    [entry] = LogEntry.objects.get_for_object(submission).filter(action=LogEntry.Action.UPDATE)
    assert entry.actor == editor
    assert [before or "", "伊河州水利局"] in entry.changes.values()
    history = text_of(desk.get(reverse("admin:intake_submission_history", args=[submission.pk])))
    assert "伊河州水利局" in history


def test_saving_a_form_as_it_stands_changes_nothing(desk: Client, submission: Submission) -> None:
    """Every form of everything that was read takes what it shows for what was read."""
    before = now(submission)
    for name in every_part(before):
        page = save(desk, submission, name)
        assert page.status_code == 200, name
        assert now(submission) == before, name
    assert submission.version == 0
    assert {name.split(".")[0] for name in every_part(before)} >= {"issue", "contents", "block", "tables"}


@pytest.mark.parametrize(
    ("kind", "field", "value", "said"),
    [
        ("item", "issued_on", "2021-02-30", "没有这一天"),
        ("item", "title", "", "必填"),
        ("issue", "published", "2021-13", "没有这一天"),
        ("issue", "number_end", "1", "不能小于"),
        ("block", "text", "", "文字不能空着"),
        ("block", "level", "9", "5"),
        ("tables", "rows", "甲｜乙\n丙", "第2行有1格"),
        ("events", "officials", "｜州长", "看不出姓名"),
        ("appointments", "post", "职" * 201, "200"),
    ],
)
def test_a_value_that_cannot_be_is_said_beside_its_field_and_not_lost(
    desk: Client, submission: Submission, kind: str, field: str, value: str, said: str
) -> None:
    name = next(each for each in every_part(now(submission)) if each.startswith(kind))
    page = save(desk, submission, name, **{field: value})
    assert page.status_code == 422
    assert said in " ".join(page.context["form"].errors[field])
    assert page.context["form"][field].value() == value
    assert now(submission).to_json() == desk_world.reading().to_json() | {"problems": []}


def test_a_stale_form_says_who_changed_what_and_keeps_what_was_typed(
    desk: Client, submission: Submission
) -> None:
    """Where the thing itself is as it was, saving once more is enough."""
    opened = shown(desk.get(part(submission, "item.0")))
    other = Client()
    other.force_login(member("巴图", EDITOR))
    save(other, submission, "item.1", issuer="州林业局")
    page = desk.post(part(submission, "item.0"), {**opened, "issuer": "州水利局"})
    assert page.status_code == 422
    assert "巴图" in text_of(page)
    assert "再点一次" in text_of(page)
    assert page.context["form"]["issuer"].value() == "州水利局"
    assert now(submission).documents[0].issuer != "州水利局"
    desk.post(part(submission, "item.0"), shown(page))
    assert now(submission).documents[0].issuer == "州水利局"
    assert now(submission).documents[1].issuer == "州林业局"


def test_a_form_of_what_was_changed_itself_can_only_be_copied(desk: Client, submission: Submission) -> None:
    """Two people at the same block: the second sees what she typed, and no button to overwrite with."""
    opened = shown(desk.get(part(submission, "block.0.0")))
    other = Client()
    other.force_login(member("巴图", EDITOR))
    save(other, submission, "block.0.0", text="巴图改的。")
    page = desk.post(part(submission, "block.0.0"), {**opened, "text": "古丽改的。"})
    assert "不是您打开时的样子" in text_of(page)
    assert "古丽改的。" in text_of(page)
    assert "保存</button>" not in text_of(page)
    assert now(submission).documents[0].body[0].text == "巴图改的。"


def test_a_form_of_what_is_gone_gives_back_what_was_typed(desk: Client, submission: Submission) -> None:
    last = len(now(submission).documents[0].body) - 1
    opened = shown(desk.get(part(submission, f"block.0.{last}")))
    press(desk, submission, "drop_block", item=0, block=0)
    page = desk.post(part(submission, f"block.0.{last}"), {**opened, "text": "写了很久的一段。"})
    assert page.status_code == 409
    assert "写了很久的一段。" in text_of(page)


def test_a_kept_form_never_writes_into_what_has_its_address_now(desk: Client, submission: Submission) -> None:
    """The block above was taken out since: even with the newest version the form is of another block."""
    opened = shown(desk.get(part(submission, "block.0.3")))
    press(desk, submission, "drop_block", item=0, block=1)
    before = now(submission)
    sent = {**opened, "version": submission.version, "text": "写给原来那一段的。"}
    page = desk.post(part(submission, "block.0.3"), sent)
    assert now(submission) == before
    assert "不是您打开时的样子" in text_of(page)
    assert "写给原来那一段的。" in text_of(page)
    assert "保存</button>" not in text_of(page)


def test_a_kept_form_of_what_still_stands_there_is_taken(desk: Client, submission: Submission) -> None:
    """A change further down, by the same editor, is no reason to refuse what she typed above."""
    opened = shown(desk.get(part(submission, "block.0.0")))
    item = shown(desk.get(part(submission, "item.0")))
    press(desk, submission, "drop_block", item=0, block=3)
    submission.refresh_from_db()
    sent = {**opened, "version": submission.version, "text": "改好的一段。"}
    desk.post(part(submission, "block.0.0"), sent)
    assert now(submission).documents[0].body[0].text == "改好的一段。"
    desk.post(part(submission, "item.0"), {**item, "version": submission.version, "issuer": "州水利局"})
    assert now(submission).documents[0].issuer == "州水利局"


def test_what_was_typed_for_an_item_of_another_kind_is_given_back(
    desk: Client, submission: Submission
) -> None:
    """Its form has not all the fields any more; to the script it is said, and the form stays as it is."""
    opened = shown(desk.get(part(submission, "item.0")))
    press(desk, submission, "change_kind", number=0, kind="chronicle")
    sent = {**opened, "issuer": "伊河州水利局"}
    page = desk.post(part(submission, "item.0"), sent)
    assert page.status_code == 409
    assert "伊河州水利局" in text_of(page)
    answer = desk.post(part(submission, "item.0"), sent, headers=SCRIPT)
    assert (answer.status_code, "复制" in answer.json()["error"]) == (409, True)


def test_the_choice_of_a_line_of_the_contents_is_of_the_list_that_was_shown(
    desk: Client, submission: Submission
) -> None:
    opened = shown(desk.get(part(submission, "item.0")))
    press(desk, submission, "move_entry", number=1, step=1)
    before = now(submission)
    sent = {**opened, "version": submission.version, "contents_entry": "1"}
    assert desk.post(part(submission, "item.0"), sent).status_code == 422
    assert now(submission) == before


def test_what_is_to_be_added_keeps_its_place(desk: Client, submission: Submission) -> None:
    """A form for a new line of the contents, or a new record, is for beside what stood there when it opened."""
    reading = now(submission)
    notice = next(n for n, item in enumerate(reading.items) if item.kind == SectionKind.APPOINTMENTS)
    for name, press_ in (
        ("contents.new.1", ("move_entry", {"number": 0, "step": 1})),
        (f"appointments.new.{notice}", ("split_item", {"number": 0, "block": 2, "title": "新的通知"})),
    ):
        opened = shown(desk.get(part(submission, name)))
        press(desk, submission, press_[0], **press_[1])
        before = now(submission)
        filled = {"title": "题", "person": "甲", "action": "appoint", "post": "乙"}
        page = desk.post(part(submission, name), {**opened, **filled, "version": submission.version})
        assert page.status_code in {409, 422}, name
        assert now(submission) == before, name
    # Where nothing has come between, several are added one after another.
    opened = shown(desk.get(part(submission, "contents.new.0")))
    save(desk, submission, "item.1", issuer="州林业局")
    submission.refresh_from_db()
    desk.post(part(submission, "contents.new.0"), {**opened, "version": submission.version, "title": "题"})
    assert now(submission).contents[0].title == "题"


def test_an_odd_version_is_an_old_one(desk: Client, submission: Submission) -> None:
    opened = shown(desk.get(part(submission, "block.0.0")))
    for version in ("²", "9" * 5000, "-1", ""):
        page = desk.post(part(submission, "block.0.0"), {**opened, "version": version, "text": "改。"})
        assert page.status_code == 422, version[:5]
    submission.refresh_from_db()
    assert submission.version == 0


def test_a_part_knows_itself_again(submission: Submission) -> None:
    """The digest by which a stale form is told follows what the form shows."""
    reading = now(submission)
    before = part_of(reading, "block.0.0").print
    assert part_of(now(submission), "block.0.0").print == before
    reading.documents[0].body[0].text += "。"
    assert part_of(reading, "block.0.0").print != before
