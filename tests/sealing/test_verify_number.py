"""Who has only paper, or a digest, finds the issue by what is printed on it."""

import pytest
from django.test import Client

from gazette.models import Issue
from sealing.models import Manifest
from tests import world as worlds
from tests.pages.page import Page
from tests.world import World


@pytest.mark.parametrize(
    "typed",
    [
        "2021年第3号",
        "伊河州人民政府公报２０２１年第３期",
        "总第103期",
        "https://gazette.example/verify/yihe/2021/3/",
        "yihe/2021/3",
        "伊河政发〔2021〕2号",
        "伊河政发[2021]2",
    ],
)
def test_paper_leads_to_its_issue(client: Client, sealed: Manifest, typed: str) -> None:
    answer = client.get("/verify/", {"number": typed})
    assert answer.status_code == 302
    assert answer["Location"] == "/verify/yihe/2021/3/"


def test_where_several_are_meant_there_is_a_choice(client: Client, sealed: Manifest) -> None:
    worlds.issue(worlds.publication("donghe", "东河县"))
    page = Page(client, "/verify/?number=2021年第3号")
    assert page.links()["东河县人民政府公报 2021年第3号"] == "/verify/donghe/2021/3/"


@pytest.mark.parametrize("kind", ["sha256", "sm3"])
def test_a_digest_is_looked_up(client: Client, sealed: Manifest, kind: str) -> None:
    file = sealed.files.get(name="gazette.epub")
    page = Page(client, f"/verify/?number={getattr(file, kind).upper()}++gazette.epub")
    assert "这是本网站发布的文件的摘要" in page.text
    assert "整期电子书（EPUB）" in page.text


@pytest.mark.parametrize(
    "typed", ["0" * 64, "2021年第9号", "无此文件", "' OR 1=1 --", "9" * 300, "\x00", "yihe/2199/9"]
)
def test_what_is_not_there_is_said_beside_the_field(client: Client, sealed: Manifest, typed: str) -> None:
    page = Page.of(client.get("/verify/", {"number": typed}))
    assert page.one(".//input[@name='number']").get("aria-invalid") == "true"


def test_a_draft_is_not_found(client: Client, world: World) -> None:
    Issue.objects.update(published_at=None)
    assert "没有找到" in Page.of(client.get("/verify/", {"number": "2021年第3号"})).text
