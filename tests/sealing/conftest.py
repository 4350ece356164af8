from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from gazette.models import Issue
from sealing import turns
from sealing.flows import seal
from sealing.models import Manifest
from sealing.signing import sign
from tests.sealing.office import UNSIGNED, Office, office, paper
from tests.world import World


@pytest.fixture(autouse=True)
def nobody_came_before() -> Iterator[None]:
    turns.forget()
    yield
    turns.forget()


@pytest.fixture(autouse=True)
def unsigned(settings: Any) -> None:
    """What the machine's own environment says is not these tests' business."""
    settings.SEAL = dict(UNSIGNED)


@pytest.fixture
def chancery(tmp_path: Path, settings: Any) -> Office:
    """The office whose certificate this site signs with, and trusts."""
    made = office(tmp_path)
    settings.SEAL = made.settings
    return made


@pytest.fixture
def sealed(world: World) -> Manifest:
    """The first issue, with three editions that are not signed."""
    return seal_papers(world.issue)


@pytest.fixture
def signed(world: World, chancery: Office) -> bytes:
    """The signed PDF of the first issue, as it was published."""
    pdf = sign(paper())
    seal(world.issue, {"gazette.pdf": pdf}, b"{}")
    return pdf


def seal_papers(issue: Issue, text: str = "one") -> Manifest:
    entry = issue.entries.order_by("position").first()
    assert entry is not None
    files = {
        "gazette.pdf": paper(text),
        "gazette.epub": f"epub {text}".encode(),
        f"entries/{entry.pk}.pdf": paper(f"entry of {issue} {text}"),
    }
    return seal(issue, files, f'{{"text":"{text}"}}'.encode())
