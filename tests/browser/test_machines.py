"""What the head of a page holds for programs troubles no browser."""

import json

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests import world as worlds
from tests.browser.test_walk import faultless

__all__ = ["faultless"]

pytestmark = pytest.mark.browser


def test_data_is_no_script_to_the_security_policy(
    transactional_db: None, live_server: LiveServer, faultless: Page
) -> None:
    """A block of another type than JavaScript is never run, so `script-src 'self'` lets it stand."""
    worlds.build()
    said: list[str] = []
    faultless.on("console", lambda message: said.append(message.text))
    answer = faultless.goto(f"{live_server.url}/yihe/documents/yihezhengfa-2021-1/")
    assert answer
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    data = faultless.locator("script[type='application/ld+json']").text_content()
    assert json.loads(data or "")["@graph"][0]["@type"] == "Legislation"
    assert said == []


def test_a_browser_asks_again_for_what_it_has_and_is_spared_it(
    transactional_db: None, live_server: LiveServer, faultless: Page
) -> None:
    worlds.build()
    faultless.goto(f"{live_server.url}/yihe/")
    etag = faultless.request.get(f"{live_server.url}/yihe/").headers["etag"]
    again = faultless.request.get(f"{live_server.url}/yihe/", headers={"If-None-Match": etag})
    assert again.status == 304
