"""What was made of an issue, on a phone and on a desk's screen: nothing is cut off, and no word stands on end."""

from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from editorial.roles import EDITOR
from printing.models import Export, Form, State
from tests import world as worlds
from tests.browser.test_admin_rooms import Keys

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SAYS = "共 70 页，不是 4 的倍数；骑马订须补 2 页"
# Characters that follow each other on a line share their upper edge.
LINES = """cell => {
  const text = document.createRange();
  text.selectNodeContents(cell);
  return new Set([...text.getClientRects()].map(box => Math.round(box.top))).size;
}"""
INNER = "document.documentElement.scrollWidth"


@pytest.fixture
def export(transactional_db: None, settings: object, tmp_path: Path) -> Export:
    """A proof with its check list, and a file that readers got until it was replaced."""
    settings.PDF_DIR = tmp_path  # type: ignore[attr-defined]
    editor = worlds.editor("古丽")
    editor.groups.add(Group.objects.get(name=EDITOR))
    issue = worlds.issue(worlds.publication())
    (tmp_path / "proof.pdf").write_bytes(b"%PDF")
    shared = {
        "issue": issue,
        "state": State.DONE,
        "file": "proof.pdf",
        "size": 1_234_567,
        "sha256": "a9" * 32,
    }
    now = timezone.now()
    Export.objects.create(**shared, form=Form.BOOKLET, issued_at=now, replaced_at=now)
    found = [
        {"kind": "pages", "severity": "warn", "message": SAYS, "page": None},
        {"kind": "fonts", "severity": "ok", "message": f"字体未嵌入：{'NotoSerifCJKsc' * 4}", "page": 69},
    ]
    return Export.objects.create(**shared, form=Form.PROOF, pages=70, findings=found, requested_by=editor)


def opened(page: Page, site: str, path: str, width: int) -> Page:
    page.set_viewport_size({"width": width, "height": 900})
    keys = Keys(page, site)
    keys.log_in("古丽")
    keys.go(path)
    return page


def test_an_export_fits_a_phone(page: Page, live_server: LiveServer, export: Export) -> None:
    """Its sum is broken, and the sentences of its check list have room for a line."""
    opened(page, live_server.url, f"/admin/printing/export/{export.pk}/change/", 390)
    assert page.evaluate(INNER) <= 390
    for verdict in page.locator(".press-checks tbody :is(th, td:nth-child(2))").all():
        assert verdict.evaluate(LINES) == 1
    message = page.locator(".press-checks tbody td:last-child").first.bounding_box()
    assert message
    assert message["width"] > 170


def test_the_list_shows_all_columns(page: Page, live_server: LiveServer, export: Export) -> None:
    """The size, its last one, as well; and says how many there are."""
    opened(page, live_server.url, "/admin/printing/export/", 1440)
    results = page.locator("#changelist .results")
    assert results.evaluate("box => box.scrollWidth <= box.clientWidth")
    assert page.locator(".paginator").inner_text().strip() == f"共 {Export.objects.count()} 条"
