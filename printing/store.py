"""The printed PDFs on disk: made once for each content, whole or not at all."""

import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from gazette.models import Issue
from printing.render import Manuscript, manuscript, typeset


def pdf_file(issue: Issue) -> Path:
    """The PDF of the issue as it stands now, printed first where it has not been yet."""
    text = manuscript(issue)
    path = _path(issue, text)
    if not path.exists():
        print_once(path, text)
        _remove_former(issue, path)
    return path


def open_pdf(issue: Issue) -> BinaryIO:
    """The PDF of the issue, opened; once open, it can be read to its end even where an edit removes it."""
    try:
        return pdf_file(issue).open("rb")
    except FileNotFoundError:
        # An edit came between: another reader had the issue printed anew, and this file removed.
        return pdf_file(issue).open("rb")


def print_once(path: Path, text: Manuscript) -> None:
    with _one_at_a_time():
        # Another process may have printed it while this one waited.
        if not path.exists():
            write_whole(path, typeset(text).pdf)


def is_printed(issue: Issue) -> bool:
    return _path(issue, manuscript(issue)).exists()


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that no reader ever meets half of it."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        # mkstemp makes files for the owner alone; a web server in front must read them.
        part.chmod(0o644)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _path(issue: Issue, text: Manuscript) -> Path:
    return Path(settings.PDF_DIR) / f"{_stem(issue)}-{text.digest[:16]}.pdf"


def _stem(issue: Issue) -> str:
    return f"{issue.publication.code}-{issue.year}-{issue.number}"


def _remove_former(issue: Issue, kept: Path) -> None:
    for path in kept.parent.glob(f"{_stem(issue)}-*.pdf"):
        if path != kept:
            path.unlink(missing_ok=True)


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Printing takes some 300 MB of memory, so the processes of a machine take turns."""
    folder = Path(settings.PDF_DIR)
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
