"""Accessibility, as axe-core sees it: WCAG 2.2 AA and good practice, on every kind of page."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.quality.pages import Pages

pytestmark = pytest.mark.quality

AXE = Path(__file__).parent / "node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
VIEWS: dict[str, tuple[str, Any, Any]] = {
    "desktop": ("", DESKTOP, "light"),
    "dark": ("", DESKTOP, "dark"),
    "phone": ("", PHONE, "light"),
    "phone, dark": ("", PHONE, "dark"),
    "elder": ("~elder/", DESKTOP, "light"),
    "elder, phone, dark": ("~elder-dark/", PHONE, "dark"),
    "English": ("en/", DESKTOP, "light"),
    "English, phone": ("en/", PHONE, "light"),
}


@pytest.fixture(params=VIEWS, scope="module")
def view(request: pytest.FixtureRequest, browser: Browser) -> Iterator[tuple[str, Page]]:
    prefix, size, scheme = VIEWS[request.param]
    # The policy of the site forbids what is put into its pages, which axe-core is here.
    context = browser.new_context(viewport=size, color_scheme=scheme, bypass_csp=True)
    context.add_init_script(path=AXE)
    yield prefix, context.new_page()
    context.close()


def test_no_page_breaks_a_rule(view: tuple[str, Page], home: str, pages: Pages) -> None:
    prefix, page = view
    faults = []
    for kind, address in pages.kinds.items():
        page.goto(address.replace(home, home + prefix) if "/api/" not in address else address)
        found = page.evaluate("tags => axe.run({ runOnly: tags })", TAGS)
        faults += [f"{kind}: {_told(violation)}" for violation in found["violations"]]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("view", ["phone", "elder, phone, dark", "English, phone"], indirect=True)
def test_no_page_is_wider_than_a_small_phone(view: tuple[str, Page], home: str, pages: Pages) -> None:
    """320 px, text at 200 %: nothing is scrolled sideways but tables in their frames."""
    prefix, page = view
    page.set_viewport_size({"width": 320, "height": 640})
    wide = []
    for kind, address in pages.kinds.items():
        page.goto(address.replace(home, home + prefix) if "/api/" not in address else address)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(kind)
    assert not wide


def _told(violation: dict[str, Any]) -> str:
    places = "; ".join(str(node["target"]) for node in violation["nodes"][:3])
    return f"{violation['id']}: {violation['help']} ({places})"
