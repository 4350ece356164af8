"""The printed PDFs on disk: made once for each content, whole or not at all."""

import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import BinaryIO, TextIO

from django.conf import settings
from django.utils.translation import gettext as _

from gazette.models import Entry, Issue
from printing.errors import BusyError
from printing.manuscript import Manuscript
from printing.render import entry_manuscript, manuscript, typeset

# How many seconds a reader of one entry waits for those who print before him.
ENTRY_PATIENCE = 10.0


def pdf_file(issue: Issue) -> Path:
    """The PDF of the issue as it stands now, printed first where it has not been yet."""
    text = manuscript(issue)
    path = _path(issue, text)
    if not path.exists():
        print_once(path, text)
        _remove_former(_stem(issue), path)
    return path


def entry_pdf_file(entry: Entry) -> Path | None:
    """The PDF of one entry as it stands now, printed first where it has not been; None where it has no text.

    A reader who asks for many, or many readers at once, are told to come again (BusyError) before they fill
    the house: an issue's PDF is what everyone may wait for.
    """
    text = entry_manuscript(entry)
    if text is None:
        return None
    stem = f"{_stem(entry.issue)}-{entry.pk}"
    path = Path(settings.PDF_DIR) / "entries" / f"{stem}-{text.digest[:16]}.pdf"
    if not path.exists():
        print_once(path, text, patience=ENTRY_PATIENCE)
        _remove_former(stem, path)
    return path


def open_pdf(issue: Issue) -> BinaryIO:
    """The PDF of the issue, opened; once open, it can be read to its end even where an edit removes it."""
    try:
        return pdf_file(issue).open("rb")
    except FileNotFoundError:
        # An edit came between: another reader had the issue printed anew, and this file removed.
        return pdf_file(issue).open("rb")


def open_entry_pdf(entry: Entry) -> BinaryIO | None:
    """The PDF of an entry, opened as `open_pdf` opens an issue's; None where it has no text."""
    for _try in range(2):
        path = entry_pdf_file(entry)
        if path is None:
            return None
        try:
            return path.open("rb")
        except FileNotFoundError:
            continue
    raise BusyError(_("本篇正在修改"))


def print_once(path: Path, text: Manuscript, patience: float | None = None) -> None:
    """Print where nobody has yet, waiting for those who print now; `patience` seconds at most."""
    with _one_at_a_time(patience):
        # Another process may have printed it while this one waited.
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
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


def _remove_former(stem: str, kept: Path) -> None:
    for path in kept.parent.glob(f"{stem}-*.pdf"):
        if path != kept:
            path.unlink(missing_ok=True)


@contextmanager
def _one_at_a_time(patience: float | None = None) -> Iterator[None]:
    """Printing takes some 300 MB of memory, so the processes of a machine take turns."""
    folder = Path(settings.PDF_DIR)
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as lock:
        _take(lock, patience)
        yield


def _take(lock: TextIO, patience: float | None) -> None:
    if patience is None:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return
    until = monotonic() + patience
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if monotonic() >= until:
                raise BusyError(_("其他文件正在排印")) from None
            sleep(0.1)
        else:
            return
