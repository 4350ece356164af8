"""How the API is given: to anyone, in one shape, whatever goes wrong."""

from pathlib import Path

import pytest
from django.test import Client
from django.urls import Resolver404, resolve

from gazette.models import Issue
from tests.api.conftest import Get
from tests.setup.site import status

LISTS = {
    *("publications", "issues", "documents", "notices", "appointments", "officials", "bodies"),
    *("events", "meetings", "register-entries", "indicators", "observations", "tables"),
}


def test_the_entrance_names_every_list(get: Get, db: None) -> None:
    assert set(get("")) == LISTS | {"schema", "docs"}


@pytest.mark.parametrize("name", sorted(LISTS))
def test_scripts_of_any_site_may_read_it(client: Client, issue: Issue, name: str) -> None:
    answer = client.get(
        f"/api/v1/{name}/", headers={"accept": "text/html", "origin": "https://other.example"}
    )
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Content-Type"] == "application/json"
    assert answer.json()["count"] > 0


def test_chinese_is_written_as_it_is(client: Client, issue: Issue) -> None:
    assert "伊河州人民政府公报".encode() in client.get("/api/v1/publications/").content


@pytest.mark.parametrize(
    "path", ["nothing/", "documents/yihe/none/", "officials/0/", "events/99999999999999999999/"]
)
def test_what_is_not_there_is_told_in_json(get: Get, issue: Issue, path: str) -> None:
    assert get(path, 404) == {"detail": "没有找到，或者没有公开。", "parameters": {}}


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_nothing_can_be_written(client: Client, issue: Issue, method: str) -> None:
    answer = getattr(client, method)("/api/v1/documents/")
    assert answer.status_code == 405
    assert answer.json()["detail"] == "这里只供读取，请用 GET 请求。"


def test_an_address_without_its_slash_leads_to_the_one_with_it(client: Client, db: None) -> None:
    assert client.get("/api/v1/documents?kind=notice")["Location"] == "/api/v1/documents/?kind=notice"


def test_the_readers_site_needs_neither_session_nor_user_for_it(tmp_path: Path) -> None:
    assert status("/api/v1/documents/", tmp_path, PORTAL_SITE="public") == 200


def test_the_editors_site_does_not_have_it() -> None:
    with pytest.raises(Resolver404):
        resolve("/api/v1/documents/", urlconf="config.urls.editorial")
