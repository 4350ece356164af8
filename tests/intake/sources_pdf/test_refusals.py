"""A PDF that cannot be read is refused in words that tell what to do."""

import io

import pypdf
import pytest

from intake.errors import SourceError
from intake.sources.pdf import read_pdf
from intake.sources.scan import ScanError
from tests.intake.sources_pdf.sheets import paragraph, scan_of, sheet, together

TEXT = sheet(f"<p>{paragraph('甲')}</p>")


def encrypted(password: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(TEXT))
    writer.encrypt(user_password=password, owner_password="拥有者", algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def test_a_password_is_named() -> None:
    with pytest.raises(SourceError, match="有密码"):
        read_pdf("a.pdf", encrypted("secret"))


def test_protection_that_needs_no_password_to_read_is_no_obstacle() -> None:
    assert read_pdf("a.pdf", encrypted("")).text.strip() == paragraph("甲")


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", TEXT[:400], b"%PDF-1.4\n" + bytes(range(256)) * 20])
def test_a_damaged_file_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError, match="PDF"):
        read_pdf("a.pdf", data)


def test_too_many_pages_are_refused_with_the_limit() -> None:
    with pytest.raises(SourceError, match="共 3 页，最多读 2 页"):
        read_pdf("a.pdf", together(TEXT, TEXT, TEXT), most_pages=2)


def test_a_page_with_more_text_than_paper_holds_is_refused() -> None:
    with pytest.raises(SourceError, match="第 1 页的文字多得不合常理"):
        read_pdf("a.pdf", TEXT, most_characters=50)


def test_an_empty_page_has_no_text() -> None:
    with pytest.raises(SourceError, match="没有文字") as refusal:
        read_pdf("a.pdf", sheet("<p></p>"))
    assert not isinstance(refusal.value, ScanError)


def test_a_scan_is_told_apart_with_its_pages() -> None:
    with pytest.raises(ScanError, match="扫描件") as refusal:
        read_pdf("a.pdf", scan_of(together(TEXT, TEXT)))
    assert refusal.value.pages == 2


def test_scanned_pages_between_others_are_named() -> None:
    source = read_pdf("a.pdf", together(TEXT, scan_of(TEXT), scan_of(TEXT), TEXT))
    (problem,) = [each for each in source.problems if each.code == "page-without-text"]
    assert (problem.severity, "第 2—3 页" in problem.message) == ("warning", True)
    assert source.text.count(paragraph("甲")) == 2
