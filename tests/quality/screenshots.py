"""Pictures of one page of every kind, as readers of several kinds see it: FOLDER-OF-DATA FOLDER-OF-PICTURES."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import django
from playwright.sync_api import Browser, sync_playwright

from tests.browser.browsers import FLAGS
from tests.quality.pages import crawl
from tests.quality.server import portal

DESKTOP, PHONE = {"width": 1280, "height": 1000}, {"width": 390, "height": 844}
LOOKS: dict[str, tuple[str, dict[str, Any]]] = {
    "desktop": ("", {"viewport": DESKTOP}),
    "phone": ("", {"viewport": PHONE, "is_mobile": True, "device_scale_factor": 1.5}),
    "dark": ("", {"viewport": DESKTOP, "color_scheme": "dark"}),
    "large": ("~elder/", {"viewport": PHONE, "is_mobile": True, "device_scale_factor": 1.5}),
    "english": ("en/", {"viewport": DESKTOP}),
}


def main(data: str, pictures: str) -> None:
    folder = Path(pictures)
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.jpg"):
        old.unlink()
    with portal(Path(data)) as home, sync_playwright() as playwright:
        kinds = {kind: address for kind, address in crawl(home).kinds.items() if "/api/" not in address}
        browser = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=FLAGS)
        for look in LOOKS:
            _take(browser, home, kinds, look, folder)
        _print(browser, kinds, folder)
        browser.close()


def _take(browser: Browser, home: str, kinds: dict[str, str], look: str, folder: Path) -> None:
    prefix, options = LOOKS[look]
    context = browser.new_context(**options)
    page = context.new_page()
    for kind, address in kinds.items():
        page.goto(address.replace(home, home + prefix))
        page.screenshot(path=folder / f"{kind}-{look}.jpg", type="jpeg", quality=60)
    context.close()


def _print(browser: Browser, kinds: dict[str, str], folder: Path) -> None:
    """The first sheet of each page as it comes out of a printer."""
    page = browser.new_page()
    for kind, address in kinds.items():
        page.goto(address)
        with tempfile.NamedTemporaryFile(suffix=".pdf") as paper:
            paper.write(page.pdf(format="A4"))
            paper.flush()
            name = folder / f"{kind}-print"
            pages = ["-f", "1", "-l", "1", "-singlefile", "-r", "60", "-jpeg"]
            subprocess.run(["pdftoppm", *pages, paper.name, str(name)], check=True)


if __name__ == "__main__":
    django.setup()
    main(*sys.argv[1:])
