"""A file that was made goes on its shelf; one that is there already is used again."""

import hashlib
from typing import Any

from printing.errors import CancelledError
from printing.files import DESK, keep
from printing.making import Cancelled, Made, Progress, ending, order, set_now
from printing.manuscript import Manuscript, Printed
from printing.models import Export, Form, State


def file_made(export: Export, progress: Progress, cancelled: Cancelled) -> dict[str, Any]:
    """What is to be written of an export for the desk once its file is there. Raises PrintingError."""
    asked = order(export.issue, export.form, export.entry, set_once)
    former = same(export.form, asked.digest)
    if former:
        return facts_of(former)
    if cancelled():
        raise CancelledError
    made = asked.make(progress, cancelled)
    if cancelled():
        raise CancelledError
    path = keep(export.issue, DESK, made.data, ending(export.form))
    return facts(made, asked.digest, path)


def set_once(text: Manuscript, progress: Progress, cancelled: Cancelled) -> Printed:
    """The PDF of a manuscript, of which others are made: the one that the desk has of it, or a new one."""
    kept = Export.objects.filter(form=Form.PDF, digest=text.digest, state=State.DONE)
    # What readers get may be signed, and what is signed is not worked on.
    for export in kept.filter(file__startswith=f"{DESK}/").order_by("-pk"):
        if export.is_there:
            return Printed(export.path.read_bytes(), export.pages or 0)
    return set_now(text, progress, cancelled)


def same(form: str, digest: str) -> Export | None:
    """An export of this form with the same content whose file is still there."""
    made = Export.objects.filter(form=form, digest=digest, state=State.DONE).exclude(digest="")
    return next((export for export in made.order_by("-pk") if export.is_there), None)


def facts(made: Made, digest: str, path: str) -> dict[str, Any]:
    """What an export says of the file that it is."""
    sum_ = hashlib.sha256(made.data).hexdigest()
    return {
        "file": path,
        "digest": digest or sum_,
        "sha256": sum_,
        "size": len(made.data),
        "pages": made.pages,
        "warnings": made.warnings,
        "findings": made.findings,
    }


def facts_of(former: Export) -> dict[str, Any]:
    names = ("file", "digest", "sha256", "size", "pages", "warnings", "findings")
    return {name: getattr(former, name) for name in names}
