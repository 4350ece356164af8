"""What kind of file this is, by its content; a name's ending only helps where the content leaves it open."""

import io
import re
import zipfile
from pathlib import PurePath

from django.utils.translation import gettext as _

from intake.errors import SourceError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_IMAGES = {
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"II*\x00": "TIFF",
    b"MM\x00*": "TIFF",
    b"BM": "BMP",
}
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*+<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_HTML_TAG = re.compile(rb"<(?:html|head|body|div|p|table|br|h[1-6])\b", re.I)
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_NAMED_HTML = {".html", ".htm", ".xhtml", ".shtml"}
_NAMED_MARKDOWN = {".md", ".markdown"}
_READABLE = "txt、md、docx、doc、wps、pdf、html"


def kind_of(name: str, data: bytes) -> str:
    """txt, md, html, docx, doc (also WPS and RTF) or pdf. Raises SourceError where it is none of these."""
    if is_pdf(name, data):
        return "pdf"
    if data.startswith(_ZIP):
        return _kind_of_zip(data)
    if data.startswith(_OLE):
        return _kind_of_ole(data)
    head = _head(data)
    if head.startswith(b"{\\rtf"):
        return "doc"
    _refuse_others(head)
    return _kind_of_text(PurePath(name).suffix.lower(), data)


def is_pdf(name: str, data: bytes) -> bool:
    """Whether it is a PDF; some have other bytes before their signature."""
    head = _head(data)
    return head.lstrip().startswith(b"%PDF") or (name.lower().endswith(".pdf") and b"%PDF-" in head)


def _head(data: bytes) -> bytes:
    head = data[:4096]
    # Two-byte encodings, as some programs save pages, become comparable without their zero bytes.
    if head.startswith(_BOMS[1:]):
        head = head.replace(b"\x00", b"")
    for bom in _BOMS:
        head = head.removeprefix(bom)
    return head


def _kind_of_text(ending: str, data: bytes) -> str:
    head = _head(data)
    if _HTML.match(head) or (ending in _NAMED_HTML and _HTML_TAG.search(head)):
        return "html"
    return "md" if ending in _NAMED_MARKDOWN else "txt"


def _kind_of_zip(data: bytes) -> str:
    """A ZIP by what is in it: Word, or one of the others, which are named."""
    try:
        names = set(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as fault:
        raise SourceError(_("文件不完整或已经损坏，打不开。请重新下载或另存后再试。")) from fault
    if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names):
        return "docx"
    if any(name.startswith("xl/") for name in names):
        raise _other("Excel")
    if any(name.startswith("ppt/") for name in names):
        raise _other("PowerPoint")
    if "OFD.xml" in names:
        raise SourceError(_("这是 OFD 版式文件，不能读入。请另存为 PDF 或 docx。"))
    if "mimetype" in names:
        raise _other("OpenDocument/EPUB")
    raise SourceError(_("这是压缩包，不能读入。请解压后逐个读入其中的文件。"))


def _kind_of_ole(data: bytes) -> str:
    """The older container of Word, WPS, Excel and PowerPoint, by the names of its streams."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        raise SourceError(_("文件有打开密码，不能读入。请去掉密码后另存，再读入。"))
    if holds("_VBA_PROJECT"):
        raise SourceError(_("文件里有宏，不能读入。请另存为不含宏的 docx。"))
    if holds("WordDocument"):
        return "doc"
    if holds("Workbook") or holds("ET_Book"):
        raise _other("Excel")
    if holds("PowerPoint Document"):
        raise _other("PowerPoint")
    raise _unknown()


def _refuse_others(head: bytes) -> None:
    for signature, kind in _IMAGES.items():
        if head.startswith(signature) and (len(signature) > 2 or b"\x00" in head):
            raise SourceError(
                _("这是 %(kind)s 图片，不能读入。扫描件请合成 PDF，再用 OCR 识别。") % {"kind": kind}
            )
    if re.match(rb"\s*MIME-Version:", head, re.I) and re.search(rb"multipart/", head, re.I):
        raise _other("MHTML")
    if b"<w:wordDocument" in head or b"<pkg:package" in head:
        raise _other("Word XML")
    if head.startswith((b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")):
        raise SourceError(_("这是压缩包，不能读入。请解压后逐个读入其中的文件。"))


def _other(kind: str) -> SourceError:
    return SourceError(_("这是 %(kind)s 文件，不能读入。请另存为 docx、PDF 或纯文本。") % {"kind": kind})


def _unknown() -> SourceError:
    return SourceError(
        _("认不出这是什么文件，不能读入。能读入的格式有：%(formats)s。") % {"formats": _READABLE}
    )
