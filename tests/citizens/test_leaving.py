"""The notice before a reader leaves the site."""

import pytest
from django.template import Context, Template
from django.test import Client
from pytest_django import Settings

from portal.citizens.leaving import leaving_address
from tests.pages.page import Page

AWAY = "https://www.gov.cn/zhengce/?a=1&b=政策"


@pytest.mark.django_db
def test_the_address_is_shown_in_full_and_linked(client: Client) -> None:
    page = Page(client, leaving_address(AWAY))
    assert page.texts(".//h1") == ["您即将离开本网站"]
    assert AWAY in page.text
    link = next(a for a in page.main.iter("a") if a.attrib["href"] == AWAY)
    assert link.attrib["rel"] == "noopener noreferrer nofollow"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "to", ["", "https://evil.example/", "https://evil.example/:abc", "javascript:alert(1)", "%00"]
)
def test_what_the_portal_has_not_signed_is_not_found(client: Client, to: str) -> None:
    """No one else can make it lead anywhere."""
    assert client.get("/leaving/", {"to": to}).status_code == 404
    assert client.get("/leaving/").status_code == 404


@pytest.mark.django_db
def test_a_signature_does_not_fit_another_address(client: Client) -> None:
    tampered = leaving_address(AWAY).replace("www.gov.cn", "www.evil.example")
    assert client.get(tampered).status_code == 404


@pytest.mark.parametrize(
    "address", ["/yihe/", "https://www.yihe.example/x", "mailto:a@example.com", "javascript:alert(1)", "//["]
)
def test_only_the_web_of_others_is_noticed(settings: Settings, address: str) -> None:
    settings.SITE_DOMAIN = "www.yihe.example"
    assert leaving_address(address) == address


def test_an_address_without_a_scheme_leads_out_too(settings: Settings) -> None:
    """//host/… is another host on the page's own scheme; it passes the notice unless the host is this portal's."""
    settings.SITE_DOMAIN = "www.yihe.example"
    assert leaving_address("//elsewhere.example/a").startswith("/leaving/?to=")
    assert leaving_address("//www.yihe.example/a") == "//www.yihe.example/a"


def test_templates_have_a_filter_for_it() -> None:
    shown = Template("{% load leaving %}{{ to|leaving }}").render(Context({"to": AWAY}))
    assert shown == leaving_address(AWAY)
