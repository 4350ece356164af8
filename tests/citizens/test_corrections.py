"""A citizen says what is wrong with a page, and comes back for the answer."""

import re

import pytest
from auditlog.models import LogEntry
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from portal.citizens.numbers import as_given
from portal.models import Correction, Opinion, Sending
from portal.working_days import deadline
from tests.citizens.conftest import correction
from tests.pages.page import Page, text_of
from tests.world import World

SENT = {"page": "/yihe/2021/3/", "kind": "wording", "text": "第二段少了一个字。", "contact": ""}


def sent(client: Client, path: str = "/corrections/", **changes: str) -> Page:
    """The page that answers a form which was not taken."""
    return Page.of(client.post(path, {**SENT, **changes}))


def test_every_page_asks_for_corrections_of_itself(client: Client, world: World) -> None:
    page = Page(client, "/yihe/2021/3/")
    assert page.links()["本页有误？请告诉我们"] == "/corrections/?page=/yihe/2021/3/"


@pytest.mark.parametrize("path", ["/corrections/", "/opinions/", "/nowhere/"])
def test_neither_the_forms_nor_error_pages_do(client: Client, db: None, path: str) -> None:
    assert "本页有误" not in client.get(path).content.decode()


def test_the_form_names_the_page_that_the_reader_came_from(client: Client, world: World) -> None:
    address = world.second.get_absolute_url()
    page = Page(client, f"/corrections/?page={address}")
    assert "关于保护湿地的意见" in page.text
    assert page.one(".//input[@name='page']").attrib["value"] == address


@pytest.mark.parametrize(
    "page", ["https://elsewhere.example/", "//elsewhere.example/", "/a/b/c/d/", "/admin/", "x"]
)
def test_what_is_no_page_of_this_portal_is_not_filled_in(client: Client, db: None, page: str) -> None:
    shown = Page(client, f"/corrections/?page={page}").one(".//input[@name='page']")
    assert not shown.attrib.get("value")


def test_a_title_that_is_not_public_is_not_told(client: Client, world: World) -> None:
    world.issue.__class__.objects.update(published_at=None)
    page = Page(client, f"/corrections/?page={world.second.get_absolute_url()}")
    assert "湿地" not in page.text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("/yihe/2021/3/", "/yihe/2021/3/"),
        ("http://testserver/~elder-dark/yihe/2021/3/", "/yihe/2021/3/"),
        ("http://testserver/en/yihe/documents/?page=2#top", "/en/yihe/documents/?page=2"),
        ("", ""),
    ],
)
def test_the_page_is_kept_without_the_modes_of_the_reader(
    client: Client, world: World, typed: str, kept: str
) -> None:
    client.post("/corrections/", {**SENT, "page": typed})
    assert Correction.objects.get().page == kept


def test_a_correction_is_kept_and_acknowledged_with_a_number(client: Client, world: World) -> None:
    """The number is of the day and cannot be guessed; its page says until when there will be an answer."""
    answer = client.post("/corrections/", {**SENT, "contact": "reader@example.com"})
    kept = Correction.objects.get()
    assert re.fullmatch(timezone.localdate().strftime("%Y%m%d") + "-[34679CDFGHJKMNPQRTVWXY]{8}", kept.number)
    assert answer.headers["Location"] == f"/corrections/{kept.number}/"
    assert (kept.text, kept.kind, kept.contact) == (SENT["text"], "wording", "reader@example.com")
    assert kept.due_on == deadline(kept.received_at, 3)
    page = Page(client, answer.headers["Location"])
    assert (page.facts()["状态"], page.facts()["类型"]) == ("待处理", "文字错误")
    assert kept.number in page.text


def test_neither_contact_nor_text_is_shown_to_whoever_has_the_number(client: Client, world: World) -> None:
    kept = correction()
    page = client.get(kept.get_absolute_url())
    assert "reader@example.com" not in page.content.decode()
    assert kept.text not in page.content.decode()
    assert "no-store" in page.headers["Cache-Control"]
    assert 'content="noindex"' in page.content.decode()


def test_the_answer_is_read_under_the_number(client: Client, world: World) -> None:
    kept = correction(state="answered", answer="已经改好。", answered_at=timezone.now())
    page = Page(client, kept.get_absolute_url())
    assert page.facts()["状态"] == "已答复"
    assert "办理期限" not in page.facts()
    assert "已经改好。" in page.text


@pytest.mark.parametrize(
    "typed", ["20251010-K7Q3M9XH", " 20251010 k7q3m9xh ", "２０２５１０１０－Ｋ７Ｑ３Ｍ９ＸＨ"]
)
def test_the_number_is_found_however_it_is_typed(client: Client, db: None, typed: str) -> None:
    kept = correction()
    assert as_given(typed) == kept.number
    assert client.get("/corrections/", {"number": typed}).headers["Location"] == kept.get_absolute_url()


def test_a_number_that_does_not_exist_is_said_so_beside_it(client: Client, db: None) -> None:
    page = Page(client, "/corrections/?number=20251010-AAAA")
    assert "没有这个编号，请核对。" in page.text
    assert Page(client, "/corrections/20251010-AAAA/", 404)


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        ({"text": " \n"}, "text", "请填写内容。"),
        ({"text": "长" * 5001}, "text", "内容最多5000字，现在有5001字，请缩短。"),
        ({"kind": ""}, "kind", "请选择是什么问题。"),
        ({"contact": "有空来找我"}, "contact", "请填写完整的电子邮箱或者电话号码，也可以不填。"),
        ({"page": "https://elsewhere.example/"}, "page", "这不是本网站的网址。"),
        ({"website": "http://spam.example"}, "website", "请清空后再提交。"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_in_a_summary(
    client: Client, db: None, changes: dict[str, str], field: str, said: str
) -> None:
    """The summary takes the focus and links to the field; the field points to its message."""
    page = sent(client, **changes)
    summary = page.one(".//div[@class='refusal']")
    assert "autofocus" in summary.attrib
    assert f"#id_{field}" in page.links(".//div[@class='refusal']").values()
    assert said in text_of(summary)
    assert said in text_of(page.one(f".//*[@id='id_{field}_error']"))
    described = [each.attrib.get("aria-describedby", "") for each in page.root.iter()]
    assert any(f"id_{field}_error" in each.split() for each in described)
    assert not Correction.objects.exists()


def test_all_that_was_typed_is_still_there(client: Client, db: None) -> None:
    page = sent(client, kind="", contact="12345678", text="  第一行\n<b>第二行</b>")
    assert "".join(page.one(".//textarea").itertext()).lstrip("\n") == "  第一行\n<b>第二行</b>"
    assert page.one(".//input[@name='contact']").attrib["value"] == "12345678"
    assert page.one(".//input[@name='page']").attrib["value"] == SENT["page"]


def test_opening_the_form_sets_only_the_token_of_the_form(client: Client, db: None) -> None:
    answer = client.get("/corrections/")
    assert list(answer.cookies) == ["csrftoken"]
    assert "no-store" in answer.headers["Cache-Control"]


def test_a_form_without_its_token_is_shown_again_with_what_was_typed(db: None) -> None:
    """A page that was open overnight, or a browser without cookies, loses nothing."""
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post("/corrections/", SENT)
    assert answer.status_code == 403
    assert SENT["text"] in answer.content.decode()
    assert "请再提交一次" in answer.content.decode()
    assert not Correction.objects.exists()
    token = (
        Page.of(answer, 403).one(".//form[@method='post']/input[@name='csrfmiddlewaretoken']").attrib["value"]
    )
    assert strict.post("/corrections/", {**SENT, "csrfmiddlewaretoken": token}).status_code == 302


class TestHowMuchOneMaySend:
    def test_one_address_may_not_drown_the_others_out(
        self, client: Client, db: None, settings: Settings
    ) -> None:
        """Refused with everything still in the form; another address is not concerned."""
        settings.MESSAGES_PER_SENDER = 2
        answers = [client.post("/corrections/", SENT) for _ in range(3)]
        assert [answer.status_code for answer in answers] == [302, 302, 429]
        assert SENT["text"] in answers[2].content.decode()
        assert client.post("/corrections/", SENT, REMOTE_ADDR="192.0.2.7").status_code == 302

    def test_a_line_of_ipv6_is_one_client(self, client: Client, db: None, settings: Settings) -> None:
        settings.MESSAGES_PER_SENDER = 1
        assert client.post("/corrections/", SENT, REMOTE_ADDR="2001:db8::1").status_code == 302
        assert client.post("/opinions/", SENT, REMOTE_ADDR="2001:db8::ffff:2").status_code == 429
        assert client.post("/opinions/", SENT, REMOTE_ADDR="2001:db8:0:1::2").status_code == 302

    def test_all_together_have_a_ceiling(self, client: Client, db: None, settings: Settings) -> None:
        settings.MESSAGES_PER_DAY = 1
        assert client.post("/corrections/", SENT, REMOTE_ADDR="192.0.2.1").status_code == 302
        assert client.post("/corrections/", SENT, REMOTE_ADDR="192.0.2.2").status_code == 429

    def test_behind_a_proxy_only_the_proxys_own_word_counts(
        self, client: Client, db: None, settings: Settings
    ) -> None:
        """What a client writes into the header stands before what the proxy adds."""
        settings.BEHIND_PROXY, settings.MESSAGES_PER_SENDER = True, 1
        for invented, status in (("1.1.1.1", 302), ("2.2.2.2", 429)):
            answer = client.post("/corrections/", SENT, HTTP_X_FORWARDED_FOR=f"{invented}, 192.0.2.9")
            assert answer.status_code == status

    def test_what_is_counted_tells_no_address_and_is_gone_tomorrow(self, client: Client, db: None) -> None:
        client.post("/corrections/", SENT, REMOTE_ADDR="192.0.2.1")
        Sending.objects.update(day=timezone.localdate() - timezone.timedelta(days=1))
        client.post("/corrections/", SENT, REMOTE_ADDR="192.0.2.1")
        assert not any("192" in each.sender for each in Sending.objects.all())
        assert {each.day for each in Sending.objects.all()} == {timezone.localdate()}


def test_an_opinion_goes_the_same_way(client: Client, db: None) -> None:
    answer = client.post("/opinions/", {"text": "希望增加朗读。"})
    kept = Opinion.objects.get()
    assert answer.headers["Location"] == f"/opinions/{kept.number}/"
    assert Page(client, answer.headers["Location"]).facts()["状态"] == "待处理"
    assert client.get(f"/corrections/{kept.number}/").status_code == 404


def test_the_audit_trail_does_not_hold_what_a_citizen_wrote(client: Client, db: None) -> None:
    client.post("/corrections/", SENT)
    assert not LogEntry.objects.get_for_object(Correction.objects.get()).exists()
