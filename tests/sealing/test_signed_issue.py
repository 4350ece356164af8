"""A signed issue is still what archives and screen readers ask for."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from printing.render import render_issue
from sealing.signing import sign
from tests.printing.conformance.verapdf import faults
from tests.sealing.office import Office
from tests.world import World

FLAVOURS = ("3a", "ua1")


@pytest.fixture
def printed(world: World, chancery: Office) -> bytes:
    return render_issue(world.issue)


def test_signing_breaks_no_rule_of_pdf_a_and_pdf_ua(printed: bytes, tmp_path: Path) -> None:
    (tmp_path / "before.pdf").write_bytes(printed)
    (tmp_path / "after.pdf").write_bytes(sign(printed))
    assert faults(tmp_path / "after.pdf", *FLAVOURS) == faults(tmp_path / "before.pdf", *FLAVOURS) == []


def test_what_is_attached_stays_attached(printed: bytes) -> None:
    with pikepdf.open(BytesIO(printed)) as before, pikepdf.open(BytesIO(sign(printed))) as after:
        assert set(after.attachments) == set(before.attachments)
        assert len(after.pages) == len(before.pages)
        assert str(after.docinfo.Title) == str(before.docinfo.Title)
