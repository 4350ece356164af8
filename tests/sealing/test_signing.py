"""The office's signature: valid for everybody's tools, and gone with the smallest change."""

import datetime
import re
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.signers import pdf_signer

from sealing import signing
from sealing.appearance import box_on
from sealing.certificate import Seal, seal_of_office
from sealing.errors import SealError
from sealing.offline.signatures import Signature, signatures
from sealing.signing import Placement, sign
from tests.sealing.office import DAY, NAME, NOW, Office, office, paper


def one(pdf: bytes, *trust: Path) -> Signature:
    (found,) = signatures(BytesIO(pdf), [path.read_bytes() for path in trust])
    return found


def test_without_a_certificate_the_pdf_stays_as_it_is() -> None:
    assert sign(paper()) == paper()


def test_a_signature_names_the_office_and_covers_the_whole_file(chancery: Office) -> None:
    pdf = sign(paper())
    found = one(pdf, chancery.pem)
    assert found.holds
    assert (found.signer, found.serial, found.end) == (NAME, f"{4711:x}", len(pdf))
    at = datetime.datetime.fromisoformat(found.signed_at)
    assert abs((at - datetime.datetime.now(datetime.UTC)).total_seconds()) < 300
    assert not found.stamped


def test_what_was_there_before_is_untouched(chancery: Office) -> None:
    """Signing writes behind the bytes that the same content always gives."""
    assert sign(paper()).startswith(paper())


def test_other_tools_find_it_valid(chancery: Office, tmp_path: Path) -> None:
    (tmp_path / "signed.pdf").write_bytes(sign(paper()))
    said = subprocess.run(
        ["pdfsig", str(tmp_path / "signed.pdf")], capture_output=True, text=True, check=False
    ).stdout
    assert "Signature is Valid." in said
    assert "Total document signed" in said
    assert "ETSI.CAdES.detached" in said
    checked = subprocess.run(["qpdf", "--check", str(tmp_path / "signed.pdf")], check=False)
    assert checked.returncode == 0


def test_it_certifies_that_nothing_is_changed_afterwards(chancery: Office) -> None:
    with pikepdf.open(BytesIO(sign(paper()))) as pdf:
        reference = pdf.Root.Perms.DocMDP.Reference[0]
        assert reference.TransformMethod == "/DocMDP"
        assert int(reference.TransformParams.P) == 1


def test_it_shows_on_the_last_page_who_signed_and_when(chancery: Office, tmp_path: Path) -> None:
    file = tmp_path / "signed.pdf"
    file.write_bytes(sign(paper(pages=3)))
    text = subprocess.run(
        ["pdftotext", "-f", "3", "-raw", str(file), "-"], capture_output=True, text=True, check=True
    ).stdout
    assert f"电子签名：{NAME}" in text
    assert "证书序列号：1267" in text
    assert re.search(r"20\d\d-\d\d-\d\d \d\d:\d\d", text)


def test_its_face_is_embedded(chancery: Office, tmp_path: Path) -> None:
    """As PDF/A asks."""
    file = tmp_path / "signed.pdf"
    file.write_bytes(sign(paper()))
    said = subprocess.run(["pdffonts", str(file)], capture_output=True, text=True, check=True).stdout
    rows = said.splitlines()[2:]
    assert rows
    assert all(row.split()[-5] == "yes" for row in rows)


def test_its_field_has_a_place_in_the_structure_tree(chancery: Office) -> None:
    """As PDF/UA asks: a Form element in the Document, entered in the parent tree, with a name to be read out."""
    with pikepdf.open(BytesIO(sign(paper()))) as pdf:
        (widget,) = pdf.pages[-1].Annots
        assert str(widget.TU) == "电子签名"
        # Printed, and nothing else: neither hidden nor invisible.
        assert int(widget.F) & 0b111 == 0b100
        assert pdf.pages[-1].Tabs == "/S"
        tree = pdf.Root.StructTreeRoot
        numbers = list(tree.ParentTree.Nums)
        assert int(numbers[0]) == int(widget.StructParent) == 3
        form = numbers[1]
        assert form.S == "/Form"
        assert form.K.Obj.objgen == widget.objgen
        assert form.P.S == "/Document"
        assert NAME in str(form.Alt)


def test_a_parent_tree_of_branches_gets_another_branch(chancery: Office) -> None:
    with pikepdf.open(BytesIO(paper())) as pdf:
        leaf = pdf.make_indirect(pikepdf.Dictionary(Nums=[5, pdf.Root.StructTreeRoot.K], Limits=[5, 5]))
        pdf.Root.StructTreeRoot.ParentTree = pikepdf.Dictionary(Kids=[leaf])
        del pdf.Root.StructTreeRoot.ParentTreeNextKey
        branched = BytesIO()
        pdf.save(branched)
    with pikepdf.open(BytesIO(sign(branched.getvalue()))) as pdf:
        last = pdf.Root.StructTreeRoot.ParentTree.Kids[-1]
        assert [int(key) for key in last.Limits] == [6, 6]
        assert last.Nums[1].S == "/Form"


def test_an_untagged_pdf_is_signed_too(chancery: Office) -> None:
    pdf = sign(paper(tagged=False))
    assert one(pdf, chancery.pem).holds
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert "/StructTreeRoot" not in opened.Root


def test_it_may_stand_elsewhere(chancery: Office) -> None:
    with pikepdf.open(BytesIO(sign(paper(), placement=Placement(page=0, box=(100, 100, 300, 140))))) as pdf:
        (widget,) = pdf.pages[0].Annots
        assert [float(side) for side in widget.Rect] == [100, 100, 300, 140]


@pytest.mark.parametrize("size", [(595, 842), (524, 737), (842, 595), (200, 200)])
def test_its_box_stays_on_the_page(size: tuple[int, int]) -> None:
    left, bottom, right, top = box_on(*size)
    assert 0 <= left < right <= size[0]
    assert 0 <= bottom < top <= size[1]


def test_a_changed_byte_spoils_it(chancery: Office) -> None:
    """Even one that no reader of the PDF would miss: in the comment of its second line."""
    pdf = bytearray(sign(paper()))
    assert pdf[9:10] == b"%"
    pdf[12] ^= 1
    found = one(bytes(pdf), chancery.pem)
    assert not found.intact
    assert not found.holds


def test_what_is_added_afterwards_spoils_it(chancery: Office) -> None:
    pdf = sign(paper())
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    writer.trailer["/Info"]["/Title"] = __import__("pyhanko.pdf_utils.generic", fromlist=["x"]).pdf_string(
        "two"
    )
    writer.update_container(writer.trailer["/Info"])
    grown = BytesIO()
    writer.write(grown)
    found = one(grown.getvalue(), chancery.pem)
    assert found.intact
    assert not found.whole
    assert found.end == len(pdf)


def test_who_is_not_trusted_is_not_trusted(chancery: Office, tmp_path: Path) -> None:
    stranger = office(tmp_path, "东河县某公司")
    found = one(sign(paper()), stranger.pem)
    assert found.intact
    assert not found.trusted
    assert not one(sign(paper())).trusted


def test_what_was_signed_while_the_certificate_was_valid_stays_good(
    tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An archive verifies long after the certificate has expired."""
    ended = office(tmp_path, begins=NOW - 800 * DAY, ends=NOW - 400 * DAY)
    settings.SEAL = ended.settings
    at = NOW - 500 * DAY

    class Then(datetime.datetime):
        @classmethod
        def now(cls, tz: datetime.tzinfo | None = None) -> datetime.datetime:  # type: ignore[override]
            return at.astimezone(tz)

    monkeypatch.setattr(signing, "seal_of_office", lambda: _seal_at(at))
    monkeypatch.setattr(pdf_signer, "datetime", Then)
    pdf = sign(paper())
    assert one(pdf, ended.pem).holds


def _seal_at(at: datetime.datetime) -> Seal | None:
    return seal_of_office(at)


def test_what_is_no_pdf_is_not_signed(chancery: Office) -> None:
    with pytest.raises(SealError, match="没有签成名"):
        sign(b"not a PDF")
