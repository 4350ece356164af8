"""Every public address answers, carries its tags and headers, leads somewhere, and is nowhere blank."""

import re
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from pytest_django import Settings

from gazette.models import Issue
from tests import rooms_world
from tests import world as worlds
from tests.machines.walk import HOST, Visit, Walk, parted
from tests.printing.stub import installed

ARTICLE = ("ArticleTitle", "PubDate", "ContentSource", "Url")
COLUMN = ("ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType")
HEADERS = (
    *("Content-Security-Policy", "Referrer-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy"),
    *("ETag", "Last-Modified", "Cache-Control", "Content-Language"),
)
# Pages that no one looks for by themselves: forms, answers, other forms of a page, files.
UNLISTED = re.compile(
    r"/(corrections|opinions|leaving|search|verify)/|\?|^/(api/v1|static|feeds)/|\.(pdf|epub|docx|csv|xml)$"
)
# Pages with a form, whose query only says where the reader comes from.
ONCE = re.compile(r"^(/[a-z-]+)?/(corrections|leaving|opinions)/")


@pytest.fixture(params=["invented", "real"])
def walk(request: pytest.FixtureRequest, db: None, tmp_path: Path, settings: Settings) -> Walk:
    """The test world with all its rooms, and the three real issues. PDFs are not really printed."""
    settings.PDF_DIR = tmp_path / "pdf"
    monkeypatch = request.getfixturevalue("monkeypatch")
    installed(monkeypatch)
    if request.param == "invented":
        rooms_world.furnish(worlds.build())
    else:
        call_command("load_examples", verbosity=0, stdout=StringIO())
    assert Issue.objects.published().exists()
    call_command("print_issues", stdout=StringIO())
    return Walk(Client())


def test_every_address_answers_and_leads_on(walk: Walk) -> None:
    listed = walk.sitemap()
    assert len(listed) == len(set(listed))
    pages = [walk.visit(address) for address in listed]
    faults = [fault for page in pages for fault in (*_faults(page), *_headers(page))]
    faults += [fault for page in pages for fault in _links(walk, page, set(listed))]
    assert not faults, "\n".join(faults)


def _faults(page: Visit) -> list[str]:
    """What is wrong with a page by itself."""
    if page.status != 200 or not page.is_page:
        return [f"{page.address}: {page.status}"]
    language = "en" if page.address.startswith("/en/") else "zh-Hans"
    wrong = {
        "lang": page.root.get("lang") != language,
        "h1": len(page.root.xpath("//h1")) != 1,
        "SiteName": not page.tag("SiteName"),
        "tags": not (all(map(page.tag, ARTICLE)) ^ all(map(page.tag, COLUMN))),
        "PubDate": not re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d", page.tag("PubDate") or "2000-01-01 00:00"),
        "description": not (page.tag("Description") or page.tag("description")),
        "canonical": page.root.xpath("//link[@rel='canonical']/@href") != [f"{HOST}{page.address}"],
        f"blank: {page.blank_sections()}": bool(page.blank_sections()),
    }
    return [f"{page.address}: {name}" for name, is_wrong in wrong.items() if is_wrong]


def _headers(page: Visit) -> list[str]:
    missing = [name for name in HEADERS if name not in page.headers]
    if page.headers.get("X-Content-Type-Options") != "nosniff":
        missing.append("nosniff")
    if page.has_cookies or "cookie" in page.headers.get("Vary", "").lower():
        missing.append("the same for all")
    return [f"{page.address}: {name}" for name in missing]


def _links(walk: Walk, page: Visit, listed: set[str]) -> list[str]:
    """What is wrong with where it leads. A page that is not listed by the sitemap is one that is lost."""
    faults = []
    for link in page.links():
        address, fragment = parted(link)
        if ONCE.match(address):
            address = address.partition("?")[0]
        target = walk.visit(address)
        if target.status != 200:
            faults.append(f"{page.address} → {link}: {target.status}")
        elif fragment and target.is_page and fragment not in target.ids:
            faults.append(f"{page.address} → {link}: no such place")
        elif address not in listed and not UNLISTED.search(address):
            faults.append(f"{page.address} → {link}: not in the sitemap")
    return faults
