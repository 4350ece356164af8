"""The scan of an archive issue: the printed original, as it was brought in."""

import tempfile
from pathlib import Path
from typing import Any, BinaryIO

from django.conf import settings
from django.db.models import Case, F, IntegerField, QuerySet, When
from django.db.models.functions import Length
from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from gazette.at_address import issues_at, no_issue, to_first_number
from gazette.models import Issue

_MEGABYTE = 1_000_000


def with_scan(issues: QuerySet[Issue]) -> QuerySet[Issue]:
    """The issues with `scan_bytes`, the size of the scan that they are kept as; None where they were read."""
    # A source without text is a scan that nothing was read from, and always a PDF.
    size = Case(When(source__text="", then=Length("source__original")), output_field=IntegerField())
    return issues.annotate(scan_bytes=size)


def scan_size(issue: Any) -> str:
    """The size in MB of the scan of an issue of `with_scan`, as readers are told it; empty where it has none."""
    if not issue.scan_bytes:
        return ""
    number = max(issue.scan_bytes / _MEGABYTE, 0.1)
    return f"{number:.1f}" if number < 100 else f"{number:.0f}"


@require_safe
def original_scan(request: HttpRequest, publication: str, year: int, number: int) -> HttpResponseBase:
    """The PDF of a published archive issue."""
    light = ("source__original", "source__text", "source__reading")
    kept = issues_at(publication, year, number).filter(source__text="")
    kept = kept.select_related("publication", "source").defer(*light)
    issue = kept.published().annotate(scan_sha256=F("source__sha256")).first()
    if issue is None:
        return no_issue(request, kept)
    if issue.number != number:
        return to_first_number(issue, "issue_scan")
    etag = f'"{issue.scan_sha256}"'
    answer: HttpResponseBase | None = get_conditional_response(request, etag=etag)
    if answer is None:
        answer = FileResponse(_file(issue), content_type="application/pdf")
        answer["Content-Disposition"] = f'inline; filename="{publication}-{year}-{issue.numbers}.pdf"'
        answer["X-Content-Type-Options"] = "nosniff"
    answer["ETag"] = etag
    return answer


def _file(issue: Issue) -> BinaryIO:
    """The scan as a file: read from the database once, for it may be a hundred megabytes, then from the disk."""
    source = issue.source
    if source is None:
        raise Http404
    folder: Path = settings.DATA_DIR / "scans"
    path = folder / f"{source.sha256}.pdf"
    if not path.exists():
        folder.mkdir(exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, delete=False) as half:
            half.write(bytes(source.original))
        Path(half.name).replace(path)
    return path.open("rb")
