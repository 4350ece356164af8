"""A file that is served whole or in part, and not at all to who has it: RFC 9110, sections 8.8, 13 and 14."""

import datetime
import re
from io import BufferedIOBase
from pathlib import Path
from typing import BinaryIO

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, parse_http_date_safe

# One range of bytes; who asks for several at once gets the whole, as the standard allows.
_RANGE = re.compile(r"bytes=\s*(\d{1,18})?\s*-\s*(\d{1,18})?\s*", re.ASCII)
Span = tuple[int, int]


def served(
    request: HttpRequest, path: Path, *, etag: str, changed: datetime.datetime, media_type: str, name: str
) -> HttpResponseBase:
    """200, 206, 304 or 416 for a file that never changes under its path. `name` is what it is saved as.

    Raises FileNotFoundError.
    """
    tag, moment = f'"{etag}"', int(changed.timestamp())
    size = path.stat().st_size
    answer: HttpResponseBase | None = get_conditional_response(request, tag, moment)
    if answer is None:
        span = _asked(request, tag, moment, size)
        if span is not None and span[0] >= size:
            answer = HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
        else:
            answer = _file(path, span, size, media_type, name)
    answer["ETag"], answer["Last-Modified"], answer["Accept-Ranges"] = tag, http_date(moment), "bytes"
    return answer


def _file(path: Path, span: Span | None, size: int, media_type: str, name: str) -> HttpResponseBase:
    file: BinaryIO = path.open("rb")
    # A browser shows a PDF; what it cannot show is to be kept.
    to_keep = media_type != "application/pdf"
    if span is None:
        return FileResponse(file, as_attachment=to_keep, filename=name, content_type=media_type)
    first, last = span[0], min(span[1], size - 1)
    part = _Part(file, first, last - first + 1)
    answer = FileResponse(part, as_attachment=to_keep, filename=name, status=206, content_type=media_type)
    answer["Content-Range"] = f"bytes {first}-{last}/{size}"
    answer["Content-Length"] = str(last - first + 1)
    return answer


def _asked(request: HttpRequest, tag: str, moment: int, size: int) -> Span | None:
    """The first and the last byte asked for; None where the whole is to be given."""
    match = _RANGE.fullmatch(request.headers.get("Range", ""))
    if request.method != "GET" or match is None or not _still_the_same(request, tag, moment):
        return None
    first, last = match[1], match[2]
    if first is None:
        return None if last is None else (max(size - int(last), 0) if int(last) else size, size - 1)
    span = int(first), size - 1 if last is None else int(last)
    return span if span[0] <= span[1] or span[0] >= size else None


def _still_the_same(request: HttpRequest, tag: str, moment: int) -> bool:
    """Whether the part fits what the reader has of the file (If-Range)."""
    held = request.headers.get("If-Range")
    return held is None or held == tag or parse_http_date_safe(held) == moment


class _Part(BufferedIOBase):
    """Some bytes of a file, as a file."""

    def __init__(self, file: BinaryIO, first: int, count: int) -> None:
        super().__init__()
        file.seek(first)
        self._file, self._left = file, count

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        wanted = self._left if size is None or size < 0 else min(size, self._left)
        data = self._file.read(wanted)
        self._left -= len(data)
        return data

    def close(self) -> None:
        self._file.close()
        super().close()
