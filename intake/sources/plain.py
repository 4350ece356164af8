"""Text files: UTF-8 with or without a byte order mark, or GB 18030."""

import hashlib

from django.conf import settings
from django.utils.translation import gettext as _

from intake.errors import SourceError
from intake.sources.text import SourceText

_BINARY_SIGNATURES = {
    b"%PDF": "PDF",
    b"PK\x03\x04": "Word/ZIP",
    b"\xd0\xcf\x11\xe0": "Word",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
}


def read_plain(name: str, data: bytes) -> SourceText:
    """Decode a text file.

    Raises SourceError where it is empty, too large, not text, or in an unknown encoding.
    """
    if len(data) > settings.SOURCE_MAX_BYTES:
        limit = settings.SOURCE_MAX_BYTES // 1_000_000
        raise SourceError(
            _("文件太大：%(size).1f MB，最多 %(limit)d MB。")
            % {"size": len(data) / 1_000_000, "limit": limit}
        )
    _refuse_binary(data)
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise SourceError(_("文件是空的，没有文字。"))
    return SourceText(name, data, text, hashlib.sha256(data).hexdigest())


def _refuse_binary(data: bytes) -> None:
    for signature, kind in _BINARY_SIGNATURES.items():
        if data.startswith(signature):
            raise SourceError(_("这是 %(kind)s 文件，不能当作纯文本读入。") % {"kind": kind})
    if b"\x00" in data:
        raise SourceError(_("这不是文本文件（含有二进制内容），不能读入。"))


def decode(data: bytes) -> str:
    """Text in UTF-8 or GB 18030. Raises SourceError, with the line, where it is in neither."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        place = data[: fault.start].count(b"\n") + 1
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        text = ""
    if not _looks_chinese(text):
        raise SourceError(
            _("第 %(line)d 行的编码无法识别。请把文件存为 UTF-8 或 GB 18030 编码。") % {"line": place},
            line=place,
        )
    return text


def _looks_chinese(text: str) -> bool:
    """GB 18030 decodes nearly anything; text in another encoding gives rare characters and symbols."""
    letters = [char for char in text if ord(char) > 0x7F]
    # The common characters of GB 2312's first level, and full-width punctuation.
    common = sum(1 for char in letters if _is_common(char))
    return bool(letters) and common >= 0.7 * len(letters)


def _is_common(char: str) -> bool:
    encoded = char.encode("gb2312", errors="ignore")
    return len(encoded) == 2 and (0xB0 <= encoded[0] <= 0xD7 or 0xA1 <= encoded[0] <= 0xA3)
