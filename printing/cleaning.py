"""Drafts that nobody needs any more are removed; what readers got is kept."""

import datetime
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from printing.files import DESK, PUBLIC
from printing.models import Export, Form

_HALF_A_DAY = 43_200
"""Seconds for which a file without an export may be one that a job is just about to name."""


def remove_old(now: datetime.datetime | None = None) -> int:
    """Remove exports for the desk that ended EXPORT_KEEP_DAYS ago, and files that no export names; how many exports.

    The orders of editions go too; files that readers get or got stay, also where others have replaced them.
    """
    before = (now or timezone.now()) - datetime.timedelta(days=settings.EXPORT_KEEP_DAYS)
    old = Export.objects.filter(issued_at=None, finished_at__lt=before).exclude(pk__in=_waiting())
    # The latest order tells whether an edition failed.
    latest = Export.objects.filter(form=Form.EDITION).order_by("issue", "-pk")
    kept = {each.issue_id: each.pk for each in reversed(latest)}
    removed = old.exclude(pk__in=kept.values()).delete()[0]
    _sweep((now or timezone.now()).timestamp())
    return removed


def _waiting() -> list[int]:
    return list(Export.objects.waiting().values_list("pk", flat=True))


def _sweep(now: float) -> None:
    named = set(Export.objects.filter(file__startswith=f"{DESK}/").values_list("file", flat=True))
    drafts = (path for path in _files(DESK) if f"{DESK}/{path.name}" not in named)
    # What a power cut left of a file for readers; their whole files stay, whatever names them.
    halves = (path for path in _files(PUBLIC) if path.suffix == ".part")
    for path in (*drafts, *halves):
        if now - path.stat().st_mtime > _HALF_A_DAY:
            path.unlink(missing_ok=True)


def _files(shelf: str) -> list[Path]:
    folder = Path(settings.PDF_DIR) / shelf
    return list(folder.iterdir()) if folder.is_dir() else []
