"""Lighthouse on its phone profile: a slow line and a slow processor, both simulated."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.quality.pages import Pages

pytestmark = pytest.mark.quality

KINDS = ["home", "issue", "document", "official", "indicator", "search"]
CATEGORIES = {"performance", "accessibility", "best-practices", "seo"}
# Results of a search are not for search engines, which Lighthouse holds against the page.
HIDDEN = {"search"}
HEAVIEST = 100_000
# A machine that does other things at the same time is slow for a moment, not three times.
TRIES = 3


@pytest.fixture(scope="module")
def seen(home: str, pages: Pages) -> dict[str, dict[str, Any]]:
    """What Lighthouse says, by kind of page; of several tries the best, each with fresh eyes."""
    addresses = {kind: pages.kinds[kind] for kind in KINDS}
    best: dict[str, dict[str, Any]] = {}
    for _try in range(TRIES):
        asked = {
            kind: addresses[kind] for kind in KINDS if kind not in best or not _is_good(kind, best[kind])
        }
        found = _run(list(asked.values())) if asked else {}
        for kind, address in asked.items():
            best[kind] = max(best.get(kind, found[address]), found[address], key=_lowest)
    return best


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_scores_95_in_everything(seen: dict[str, dict[str, Any]], kind: str) -> None:
    asked = CATEGORIES - ({"seo"} if kind in HIDDEN else set())
    assert asked <= set(seen[kind]["scores"])
    low = {name: score for name, score in seen[kind]["scores"].items() if name in asked and score < 0.95}
    assert not low, seen[kind]


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_light_and_keeps_still(seen: dict[str, dict[str, Any]], kind: str) -> None:
    assert seen[kind]["bytes"] < HEAVIEST
    assert seen[kind]["layoutShift"] < 0.01


def _is_good(kind: str, found: dict[str, Any]) -> bool:
    return all(
        score >= 0.95 for name, score in found["scores"].items() if kind not in HIDDEN or name != "seo"
    )


def _lowest(found: dict[str, Any]) -> float:
    return min(score or 0 for score in found["scores"].values())


def _run(addresses: list[str]) -> dict[str, dict[str, Any]]:
    node, chromium = shutil.which("node"), os.environ.get("CHROMIUM") or shutil.which("chromium")
    assert node, "Node.js is missing: scripts/system-packages test"
    command = [node, "lighthouse.mjs", str(chromium), *addresses]
    run = subprocess.run(command, cwd=Path(__file__).parent, capture_output=True, check=True, text=True)
    return json.loads(run.stdout)
