"""The one door for files: what they are decides their content; what cannot be read is named."""

import base64
import contextlib
import io
import time
from unittest import mock

import docx
import pytest
from django.test import override_settings
from hypothesis import given
from hypothesis import strategies as st

from intake.errors import SourceError
from intake.sources.kinds import kind_of
from intake.sources.open import read_source
from intake.sources.scan import ScanError
from intake.sources.text import SourceText
from tests.intake.sources.offices import WORD_97
from tests.intake.sources.word_files import p, packed, word
from tests.intake.texts import ISSUE

OLE = WORD_97[:512]
PAGE = "<html><body><p>正文。</p></body></html>"


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", "正文。".encode(), "txt"),
        ("没有后缀", "正文。".encode("gb18030"), "txt"),
        ("a.MD", "# 正文".encode(), "md"),
        ("a.txt", word(p("正文。")), "docx"),
        ("a.docx", b"%PDF-1.7", "pdf"),
        ("a.pdf", b"\x0d\x0ajunk\x0d\x0a%PDF-1.4", "pdf"),
        ("a.docx", WORD_97, "doc"),
        ("a.wps", WORD_97, "doc"),
        ("a.doc", rb"{\rtf1\ansi x}", "doc"),
        ("a.doc", PAGE.encode(), "html"),
        ("a.txt", b"\xef\xbb\xbf<!-- saved -->\n<!DOCTYPE html><html>", "html"),
        ("a.html", "<div>正文。</div>".encode(), "html"),
        ("a.htm", PAGE.encode("utf-16"), "html"),
        ("a.txt", "自治州<html>说明".encode(), "txt"),
    ],
)
def test_the_content_says_what_kind_of_file_it_is(name: str, data: bytes, kind: str) -> None:
    assert kind_of(name, data) == kind


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x89PNG\r\n", "PNG 图片"),
        (b"\xff\xd8\xff\xe0", "JPEG 图片"),
        (packed({"[Content_Types].xml": b"", "xl/workbook.xml": b""}), "Excel"),
        (packed({"[Content_Types].xml": b"", "ppt/presentation.xml": b""}), "PowerPoint"),
        (packed({"OFD.xml": b""}), "OFD"),
        (packed({"mimetype": b"application/vnd.oasis.opendocument.text"}), "OpenDocument"),
        (packed({"公报.txt": b""}), "压缩包"),
        (b"Rar!\x1a\x07", "压缩包"),
        (b"PK\x03\x04broken", "损坏"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "打开密码"),
        (OLE + "_VBA_PROJECT".encode("utf-16-le") + "WordDocument".encode("utf-16-le"), "有宏"),
        (OLE + "Workbook".encode("utf-16-le"), "Excel"),
        (OLE, "认不出"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", "MHTML"),
        (b"<?xml version='1.0'?><w:wordDocument xmlns:w='x'>", "Word XML"),
    ],
)
def test_what_cannot_be_read_is_named_with_a_way_out(data: bytes, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        read_source("a.docx", data)


def test_the_same_text_is_read_from_every_format() -> None:
    """Plain, Word and a saved page: the readers see the same lines."""
    lines = ["关于公文的通知", "各县市：", "第一段。"]
    made = docx.Document()
    for line in lines:
        made.add_paragraph(line)
    saved = io.BytesIO()
    made.save(saved)
    page = "".join(f"<p>{line}</p>" for line in lines)
    sources = {
        "txt": "\n".join(lines).encode(),
        "docx": saved.getvalue(),
        "html": f"<html><body>{page}</body></html>".encode(),
    }
    for kind, data in sources.items():
        text = read_source("来稿", data)
        assert (text.format, text.lines, text.data) == (kind, lines, data)


def test_plain_text_is_not_changed() -> None:
    text = read_source("a.txt", ISSUE.encode())
    assert (text.text, text.origin, text.format) == (ISSUE, (), "txt")


@override_settings(SOURCE_MAX_BYTES=1_000_000, SOURCE_MAX_PDF_BYTES=2_000_000)
def test_size_is_looked_at_first_and_a_pdf_may_be_larger() -> None:
    with pytest.raises(SourceError, match=r"文件太大：1\.5 MB，最多 1 MB"):
        read_source("a.docx", b"PK\x03\x04" + bytes(1_500_000))
    with pytest.raises(SourceError, match=r"文件太大：2\.5 MB，最多 2 MB"):
        read_source("a.pdf", b"%PDF-1.7" + bytes(2_500_000))
    with mock.patch("intake.sources.open.open_apart", return_value=SourceText("a", b"", "x", "")) as opened:
        read_source("a.pdf", b"%PDF-1.7" + bytes(1_500_000))
    assert opened.call_args.args[0] == "pdf"


def test_a_pdf_is_read_apart_as_all_others_are() -> None:
    weasyprint = pytest.importorskip("weasyprint")
    data = weasyprint.HTML(string="<p>关于公文的通知</p><p>各县市人民政府：</p>").write_pdf()
    text = read_source("a.pdf", data)
    assert text.format == "pdf"
    assert "关于公文的通知" in text.text
    assert set(text.pages) == {1}


def test_a_scan_is_told_from_what_cannot_be_read() -> None:
    weasyprint = pytest.importorskip("weasyprint")
    dot = base64.b64encode(_png()).decode()
    style = "<style>@page{margin:0;size:200px 200px}img{width:200px;height:200px;display:block}</style>"
    data = weasyprint.HTML(string=f"{style}<img src='data:image/png;base64,{dot}'>").write_pdf()
    with pytest.raises(ScanError) as caught:
        read_source("a.pdf", data)
    assert caught.value.pages == 1


@given(st.binary(max_size=400))
def test_whatever_comes_is_text_or_refused(data: bytes) -> None:
    with mock.patch("intake.sources.open.open_apart", return_value=SourceText("a", b"", "x", "")):
        try:
            found = read_source("a.txt", data).text
        except SourceError as refused:
            found = str(refused)
    assert found.strip()


def _png() -> bytes:
    from PIL import Image

    made = io.BytesIO()
    Image.new("L", (200, 200), 128).save(made, "PNG")
    return made.getvalue()


def test_what_no_database_keeps_is_no_part_of_a_text() -> None:
    damaged = SourceText("a", b"", "第一条\x00\x01 为了\ud800规范\n第二条\x0c", "")
    with mock.patch("intake.sources.open.open_apart", return_value=damaged):
        assert read_source("a.pdf", b"%PDF-1.7").text == "第一条 为了规范\n第二条"


@pytest.mark.parametrize("unit", ["<!---->", "<td", "$\\circled" + " " * 40])
def test_hostile_marks_take_no_time(unit: str) -> None:
    """Patterns that try every way to part a text would take minutes over these."""
    begun = time.monotonic()
    with contextlib.suppress(SourceError):
        read_source("a.txt", ("关于公文\n" + unit * 3_000 + "x").encode())
    assert time.monotonic() - begun < 20
