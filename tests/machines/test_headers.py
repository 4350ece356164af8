"""What every answer tells the browser of its own safety."""

import pytest
from django.test import Client

from tests.world import World

POLICIES = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
ANSWERS = {
    "/": 200,
    "/yihe/documents/yihezhengfa-2021-1/": 200,
    "/~elder-dark/yihe/": 200,
    "/yihe/documents/": 200,
    "/corrections/": 200,
    "/api/v1/documents/": 200,
    "/api/v1/nichts/": 404,
    "/feeds/all.atom": 200,
    "/sitemap.xml": 200,
    "/static/icon.svg": 200,
    "/static/nichts.css": 404,
    "/nichts/": 404,
    "/yihe": 301,
    "/admin/": 302,
    "/admin/login/": 200,
}


@pytest.mark.parametrize(("path", "status"), ANSWERS.items())
def test_every_answer_is_safe(client: Client, world: World, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert {name: answer.get(name) for name in POLICIES} == POLICIES
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert "'unsafe" not in answer["Content-Security-Policy"]
    assert "camera=()" in answer["Permissions-Policy"]
    # A file is closed by whoever has read it to its end.
    assert b"".join(answer) or status != 200


def test_a_failure_is_safe_too(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise RuntimeError

    monkeypatch.setattr("portal.shelf.newest_issues", fail)
    answer = Client(raise_request_exception=False).get("/")
    assert answer.status_code == 500
    assert {name: answer.get(name) for name in POLICIES} == POLICIES
    assert answer["Cache-Control"] == "no-store"
    assert "Permissions-Policy" in answer


@pytest.mark.parametrize(
    ("path", "tag"), [("/", "zh-hans"), ("/en/yihe/", "en"), ("/api/v1/documents/", "zh-hans")]
)
def test_the_language_is_told(client: Client, world: World, path: str, tag: str) -> None:
    """By the address, whatever the browser would like."""
    answer = client.get(path, headers={"accept-language": "fr"})
    assert answer["Content-Language"] == tag
    assert "accept-language" not in answer.get("Vary", "").lower()
