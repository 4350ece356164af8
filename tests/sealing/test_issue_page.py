"""The page where the QR code leads, and the manifests as programs read them."""

import json
import re
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone, translation

from gazette.models import Issue, Publication
from sealing.flows import seal
from sealing.mark import verification
from sealing.models import Manifest
from sealing.offline.manifests import breaks, digest
from tests import world as worlds
from tests.pages.page import Page
from tests.sealing.conftest import seal_papers
from tests.world import World


def test_it_lists_the_files_with_their_digests(client: Client, sealed: Manifest, world: World) -> None:
    page = Page(client, "/verify/yihe/2021/3/")
    assert page.texts(".//main//li/h3") == ["整期 PDF", "整期电子书（EPUB）", "关于做好冬季供暖工作的通知"]
    for file in sealed.files.all():
        assert file.sha256 in page.text
        assert file.sm3 in page.text
    assert page.links()["整期 PDF"] == "/yihe/2021/3/gazette.pdf"
    assert sealed.sha256 in page.text
    assert "sha256sum" in page.text


def test_the_forms_of_a_document_are_told_apart(client: Client, world: World) -> None:
    """By their names, the PDF first; each name leads to its file."""
    entry = world.first.entry_id
    seal(world.issue, {f"entries/{entry}.{form}": form.encode() for form in ("docx", "epub", "pdf")}, b"{}")
    page, title = Page(client, "/verify/yihe/2021/3/"), world.first.title
    assert page.texts(".//main//li/h3") == [title, f"{title}（EPUB）", f"{title}（Word）"]
    assert page.links()[f"{title}（EPUB）"] == f"/yihe/2021/3/entries/{entry}.epub"


def test_it_lists_every_revision_newest_first(client: Client, sealed: Manifest, world: World) -> None:
    seal_papers(world.issue, "two")
    page = Page(client, "/verify/yihe/2021/3/")
    assert page.texts(".//main//section/h2")[:2] == ["第2版 现行版", "第1版 已有新版"]
    assert sealed.sha256 in page.text


def test_before_there_is_a_manifest_it_says_so(client: Client, world: World) -> None:
    assert "还没有做好" in Page(client, "/verify/yihe/2021/3/").text


def test_a_draft_is_not_there_and_a_withdrawn_issue_is_gone(
    client: Client, sealed: Manifest, world: World
) -> None:
    worlds.issue(world.gazette, number=4, published=False)
    Issue.objects.filter(pk=world.issue.pk).update(withdrawn_at=timezone.now())
    for address, status in (
        ("/verify/yihe/2021/4/", 404),
        ("/verify/yihe/2021/3/", 410),
        ("/yihe/2021/3/manifest.json", 410),
        ("/yihe/2021/3/manifest-1.json", 410),
        ("/yihe/2021/4/manifest.json", 404),
    ):
        assert client.get(address).status_code == status, address


def test_every_number_of_a_double_issue_leads_there(client: Client, sealed: Manifest, world: World) -> None:
    Issue.objects.filter(pk=world.issue.pk).update(number_end=4)
    assert client.get("/verify/yihe/2021/4/")["Location"] == "/verify/yihe/2021/3/"
    assert client.get("/yihe/2021/4/manifest.json")["Location"] == "/yihe/2021/3/manifest.json"
    assert client.get("/yihe/2021/4/manifest-1.json")["Location"] == "/yihe/2021/3/manifest-1.json"


def test_a_manifest_is_given_as_the_bytes_of_its_digest(
    client: Client, sealed: Manifest, world: World
) -> None:
    answer = client.get("/yihe/2021/3/manifest.json")
    assert answer["Content-Type"] == "application/json"
    assert digest(answer.content) == sealed.sha256
    assert answer["ETag"] == f'"{sealed.sha256}"'
    seal_papers(world.issue, "two")
    assert digest(client.get("/yihe/2021/3/manifest-1.json").content) == sealed.sha256
    assert json.loads(client.get("/yihe/2021/3/manifest.json").content)["revision"] == 2
    assert client.get("/yihe/2021/3/manifest-3.json").status_code == 404


def test_who_has_a_manifest_is_spared_it(client: Client, sealed: Manifest) -> None:
    answer = client.get("/yihe/2021/3/manifest.json", headers={"If-None-Match": f'"{sealed.sha256}"'})
    assert answer.status_code == 304


def test_the_chain_can_be_followed_by_its_list(client: Client, sealed: Manifest, world: World) -> None:
    seal_papers(worlds_issue(world))
    told = client.get("/yihe/manifests.json").json()
    assert [each["position"] for each in told["manifests"]] == [1, 2]
    data = [client.get(each["address"]).content for each in told["manifests"]]
    assert [digest(each) for each in data] == [each["sha256"] for each in told["manifests"]]
    assert told["manifests"][1]["previous"] == told["manifests"][0]["sha256"]
    assert list(breaks(data)) == []


def test_the_list_shows_where_a_withdrawn_issue_stands(
    client: Client, sealed: Manifest, world: World
) -> None:
    """Without it the manifests behind it would hang in the air."""
    Issue.objects.filter(pk=world.issue.pk).update(withdrawn_at=timezone.now())
    (only,) = client.get("/yihe/manifests.json").json()["manifests"]
    assert only["withdrawn"] is True
    assert only["sha256"] == sealed.sha256


def test_a_publication_without_manifests_has_no_list(client: Client, world: World) -> None:
    assert client.get("/yihe/manifests.json").status_code == 404
    assert client.get("/none/manifests.json").status_code == 404


def test_the_pages_ask_as_much_of_many_revisions_as_of_one(
    client: Client, sealed: Manifest, world: World, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(12):
        client.get("/verify/yihe/2021/3/")
    for text in ("two", "three", "four"):
        seal_papers(world.issue, text)
    with django_assert_max_num_queries(12):
        client.get("/verify/yihe/2021/3/")
    with django_assert_max_num_queries(4):
        client.get("/yihe/manifests.json")


def test_the_mark_is_the_address_on_the_readers_site(world: World, settings: Any) -> None:
    assert verification(world.issue) is None
    settings.SITE_DOMAIN = "gazette.example"
    mark = verification(world.issue)
    assert mark is not None
    assert mark["address"] == "https://gazette.example/verify/yihe/2021/3/"


def test_the_mark_is_the_same_from_the_editors_site(world: World, settings: Any) -> None:
    """There its workers print, and the readers' addresses are not served."""
    settings.SITE_DOMAIN = "gazette.example"
    settings.ROOT_URLCONF = "config.urls.editorial"
    with translation.override("en"):
        mark = verification(world.issue)
    assert mark is not None
    assert mark["address"] == "https://gazette.example/verify/yihe/2021/3/"


def test_its_picture_has_no_styles(world: World, settings: Any) -> None:
    settings.SITE_DOMAIN = "gazette.example"
    mark = verification(world.issue)
    assert mark is not None
    assert mark["svg"].startswith("<svg")
    assert "style" not in mark["svg"]


def test_no_publication_may_take_the_address(db: None) -> None:
    with pytest.raises(ValidationError):
        Publication(code="verify", name="甲", place="甲", sponsor="甲").full_clean()


def test_staff_may_read_manifests_and_nothing_else(client: Client, sealed: Manifest) -> None:
    user = worlds.editor("古丽")
    user.groups.add(Group.objects.get(name="编辑"))
    client.force_login(user)
    address = f"/admin/sealing/manifest/{sealed.pk}/"
    page = Page(client, address + "change/")
    assert sealed.sha256 in page.text
    assert not page.all(".//input[@name='_save']")
    assert Page(client, "/admin/sealing/manifest/").text
    for action in ("delete/",):
        assert client.post(address + action, {"post": "yes"}).status_code == 403
    assert client.get("/admin/sealing/manifest/add/").status_code == 403


def test_pages_hold_no_inline_style_or_script(client: Client, sealed: Manifest) -> None:
    for address in ("/verify/", "/verify/yihe/2021/3/"):
        text = client.get(address).content.decode()
        assert not re.search(r"\sstyle=|<style|<script(?! src=| type=.application/ld)", text), address


def worlds_issue(world: World) -> Issue:
    made = worlds.issue(world.gazette, number=5)
    worlds.document(world.gazette, 5, printed_in=made)
    return made
