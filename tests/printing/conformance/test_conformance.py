"""What archives and screen readers ask of the PDF: PDF/A-3, conformance level A, and PDF/UA-1."""

import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from documents.models import Block, BlockKind
from printing.render import render_issue
from tests import world as worlds
from tests.printing.conformance.verapdf import faults
from tests.printing.rooms import furnish


@pytest.fixture
def file(world: worlds.World, tmp_path: Path) -> Path:
    """An issue with all kinds of content: columns, a table over pages, one on its side, attachments, members."""
    furnish(world.issue)
    head = ["序号", "任务", "时间", "单位"]
    rows = [head, *([str(n), "加强供暖设施检修" * 4, "十月底", "住建局"] for n in range(1, 60))]
    wide = [[f"第{n}项" for n in range(12)], ["一"] * 12]
    for position, table in enumerate((rows, wide), start=100):
        Block.objects.create(document=world.second, position=position, kind=BlockKind.TABLE, rows=table)
    target = tmp_path / "issue.pdf"
    target.write_bytes(render_issue(world.issue))
    return target


def test_the_pdf_keeps_all_rules_of_pdf_a_and_pdf_ua(file: Path) -> None:
    """veraPDF finds nothing to object to in either profile, in one file (ISO 19005-3, level A; ISO 14289-1)."""
    assert faults(file, "3a", "ua1") == []


def test_the_validator_sees_a_fault(file: Path) -> None:
    """Without its language, and with a face taken out, the same file is refused."""
    with pikepdf.open(file, allow_overwriting_input=True) as pdf:
        del pdf.Root.Lang
        pdf.save(file)
    clauses = {(each.profile, each.clause) for each in faults(file, "3a", "ua1")}
    assert ("3a", "6.7.4") in clauses or ("ua1", "7.2") in clauses


def test_the_file_is_well_built(file: Path) -> None:
    """qpdf reads every object and stream of it without a warning."""
    said = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stdout + said.stderr
    assert "No syntax or stream encoding errors found" in said.stdout
    with pikepdf.open(BytesIO(file.read_bytes())) as pdf:
        assert pdf.check_pdf_syntax() == []
