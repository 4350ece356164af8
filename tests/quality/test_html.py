"""HTML as the Nu checker of the W3C reads it."""

import json
import shutil
import subprocess
import urllib.request
from pathlib import Path

import pytest

from tests.quality.pages import Pages

pytestmark = pytest.mark.quality

JAR = Path(__file__).parent / "node_modules/vnu-jar/build/dist/vnu.jar"


def test_every_kind_of_page_is_valid(home: str, pages: Pages, tmp_path: Path) -> None:
    """No error on any page, in both languages and in a mode of the address."""
    for number, (kind, address) in enumerate(pages.kinds.items()):
        for prefix in ("", "en/", "~elder/") if "/api/" not in address else ("",):
            name = f"{number}-{prefix.strip('/')}-{kind.replace('/', '_').replace(':', '_')}.html"
            with urllib.request.urlopen(address.replace(home, home + prefix)) as answer:  # noqa: S310
                (tmp_path / name).write_bytes(answer.read())
    assert _errors(tmp_path) == []


def test_what_is_wrong_is_found(tmp_path: Path) -> None:
    """The checker runs, and its errors are seen."""
    wrong = "<!doctype html><html lang='zh'><title>题</title><ul><p>段</ul></html>"
    (tmp_path / "wrong.html").write_text(wrong)
    assert _errors(tmp_path)


def _errors(folder: Path) -> list[str]:
    java = shutil.which("java")
    assert java, "Java is missing: scripts/system-packages test"
    command = [java, "-Xss1024k", "-jar", str(JAR), "--format", "json", "--exit-zero-always"]
    run = subprocess.run([*command, str(folder)], capture_output=True, check=True)
    messages = json.loads(run.stderr)["messages"]
    told = {
        f"{Path(m['url']).name}:{m.get('lastLine')} {m['message']}" for m in messages if m["type"] == "error"
    }
    return sorted(told)
