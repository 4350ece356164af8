"""The site in the other browser: Firefox ESR."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.quality


def test_a_reader_walks_through_the_site_in_firefox(home: str) -> None:
    """Home, search, an entry of the newest issue and the one after it, on a phone's width."""
    node = shutil.which("node")
    firefox = os.environ.get("FIREFOX") or shutil.which("firefox-esr") or shutil.which("firefox")
    assert node, "Node.js is missing: scripts/system-packages test"
    if firefox is None:
        pytest.skip("no Firefox that can be driven (Ubuntu's is a snap)")
    command = [node, "firefox.mjs", firefox, home]
    run = subprocess.run(command, cwd=Path(__file__).parent, capture_output=True, check=True, text=True)
    seen = json.loads(run.stdout)
    assert seen["faults"] == []
    assert seen["wide"] == []
    assert seen["marked"] == "通知"
    assert seen["home"]
    assert seen["search"]
    assert seen["entry"] != seen["following"]
