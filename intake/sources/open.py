"""The one door for files that come in: any format that can be read, as numbered lines of text."""

import dataclasses
import re

from django.conf import settings
from django.utils.translation import gettext as _

from intake.errors import SourceError
from intake.sources.kinds import is_pdf, kind_of
from intake.sources.markdown import normalise
from intake.sources.plain import read_plain
from intake.sources.text import SourceText
from intake.sources.worker import open_apart

# All but the tab and the line's end.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def read_source(name: str, data: bytes) -> SourceText:
    """The text of a file. What it is decides its content, not its name.

    Raises SourceError where it is too large, of a kind that cannot be read, damaged or hostile, or where
    reading it takes too much time or memory; ScanError where it is a scan without text.
    """
    _refuse_large(data, settings.SOURCE_MAX_PDF_BYTES if is_pdf(name, data) else settings.SOURCE_MAX_BYTES)
    kind = kind_of(name, data)
    if kind in {"txt", "md"}:
        plain = read_plain(name, data)
        normal = normalise(plain.text)
        return _printable(dataclasses.replace(plain, text=normal.text, format=kind, origin=normal.origin))
    return _printable(open_apart(kind, name, data))


def _printable(source: SourceText) -> SourceText:
    """Without what no text has and no database keeps: control characters, halves of characters."""
    return dataclasses.replace(source, text=_UNPRINTABLE.sub("", source.text))


def _refuse_large(data: bytes, most: int) -> None:
    if len(data) > most:
        raise SourceError(
            _("文件太大：%(size).1f MB，最多 %(limit)d MB。")
            % {"size": len(data) / 1_000_000, "limit": most // 1_000_000}
        )
