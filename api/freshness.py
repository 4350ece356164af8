"""How old an answer is: ETag and Last-Modified on everything public, and 304 for who has it already.

HTTP semantics: RFC 9110, sections 8.8 and 13.
"""

import datetime
import os
from collections.abc import Callable
from io import BufferedReader
from typing import Any

from auditlog.models import LogEntry
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Model, QuerySet, Subquery
from django.http import FileResponse, HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response, set_response_etag
from django.utils.http import http_date

from documents.models import Document
from gazette.models import Issue

GetResponse = Callable[[HttpRequest], HttpResponseBase]

# A new release may show the same records otherwise.
RELEASED_AT = timezone.now()


def last_change(at: datetime.datetime) -> datetime.datetime:
    """The second, up to `at`, in which anything that readers see may have changed last.

    That is the last step in the audit trail, the last moment at which something became public or was taken
    back, the start of the day (what is in force depends on it), or the start of this release.
    """
    begun = timezone.localtime(at).replace(hour=0, minute=0, second=0, microsecond=0)
    return max([begun, RELEASED_AT, *_moments(at)]).replace(microsecond=0)


def conditional(get_response: GetResponse) -> GetResponse:
    """Tell how old a public page is, and spare its reader what he has; nothing else may be kept by anyone."""

    def handle(request: HttpRequest) -> HttpResponseBase:
        # What changes while the answer is made may be in it or not: it counts as later.
        begun = timezone.now()
        answer = get_response(request)
        if request.path_info.startswith("/admin/") or "no-store" in _listed(answer, "Cache-Control"):
            return answer
        # A file that never changes has told its own age, and answered for parts of it (printing.ranges).
        if answer.has_header("Last-Modified"):
            return answer
        if not _is_for_all(request, answer):
            answer["Cache-Control"] = "no-store"
            return answer
        return _dated(request, answer, begun)

    return handle


def _dated(request: HttpRequest, answer: HttpResponseBase, begun: datetime.datetime) -> HttpResponseBase:
    changed = int(last_change(begun).timestamp())
    # More may change within a second that is not over: its answers are dated before it, so that none still stands.
    is_over = changed < int(begun.timestamp())
    answer["Last-Modified"] = http_date(changed if is_over else changed - 1)
    answer.headers.setdefault("Cache-Control", f"public, max-age={settings.PAGES_MAX_AGE}")
    if "ETag" not in answer:
        _tag(answer)
    given: Any = get_conditional_response(request, answer.get("ETag"), changed, answer)  # type: ignore[arg-type]
    if given is not answer and isinstance(answer, FileResponse) and answer.file_to_stream:
        answer.file_to_stream.close()
    return given


def _tag(answer: HttpResponseBase) -> None:
    """ETag by the bytes; for a file on disk, which is only ever replaced as a whole, by its size and time."""
    if not isinstance(answer, FileResponse):
        set_response_etag(answer)
        return
    file: Any = answer.file_to_stream
    if isinstance(file, BufferedReader):
        status = os.fstat(file.fileno())
        answer["ETag"] = f'"{status.st_mtime_ns:x}-{status.st_size:x}"'


def _is_for_all(request: HttpRequest, answer: HttpResponseBase) -> bool:
    """Whether this is what everyone would get: a page without a cookie, for instance the token of a form."""
    asked_to_read = request.method in {"GET", "HEAD"} and answer.status_code in {200, 304}
    varies = "cookie" in _listed(answer, "Vary")
    return asked_to_read and not answer.cookies and not varies


def _listed(answer: HttpResponseBase, header: str) -> list[str]:
    """The words of a header that is a list, in small letters."""
    return [word.strip() for word in answer.get(header, "").lower().split(",")]


def _moments(at: datetime.datetime) -> list[datetime.datetime]:
    """The last steps of each kind, in one query."""
    log = LogEntry.objects.filter(timestamp__lte=at).order_by("-timestamp").values("timestamp")[:1]
    asked = {"logged": Subquery(log)}
    shelves: dict[str, QuerySet[Any]] = {
        "issue": Issue.objects.all(),
        "document": Document.objects.filter(entry__isnull=True),
    }
    for name, shelf in shelves.items():
        for stamp in ("published_at", "withdrawn_at"):
            asked[f"{name}_{stamp}"] = Subquery(_latest(shelf, stamp, at))
    # Any table that is never empty carries the question.
    row = ContentType.objects.order_by().annotate(**asked).values_list(*asked)[:1]
    return [moment for moments in row for moment in moments if moment is not None]


def _latest(shelf: QuerySet[Any], stamp: str, at: datetime.datetime) -> QuerySet[Model, Any]:
    begun = shelf.filter(**{f"{stamp}__lte": at}).order_by(F(stamp).desc())
    return begun.values(stamp)[:1]
