"""Files on disk: whole or not at all, named by what they hold."""

import hashlib
import os
from pathlib import Path

from django.conf import settings

from gazette.files import write_whole
from gazette.models import Issue

PUBLIC, DESK = "public", "desk"


def keep(issue: Issue, shelf: str, data: bytes, ending: str) -> str:
    """Put a file on a shelf (PUBLIC, DESK) of settings.PDF_DIR; its path under that folder.

    The name has the issue, for people, and the digest of the bytes: the same bytes are one file.
    """
    name = f"{issue.publication.code}-{issue.year}-{issue.number}-{hashlib.sha256(data).hexdigest()[:16]}.{ending}"
    folder = Path(settings.PDF_DIR) / shelf
    folder.mkdir(parents=True, exist_ok=True)
    try:
        # Who takes files away leaves alone what was used lately.
        os.utime(folder / name)
    except FileNotFoundError:
        write_whole(folder / name, data)
    return f"{shelf}/{name}"
