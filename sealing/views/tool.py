"""The program that verifies without this site, as one file: `python3 verify-offline.pyz`."""

import zipfile
from io import BytesIO
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from sealing import offline

NAME = "verify-offline.pyz"
# Of all files, so that the same release gives the same bytes.
_DATED = (1980, 1, 1, 0, 0, 0)
_MAIN = "from sealing.offline.command import main\n\nraise SystemExit(main())\n"


@require_safe
def tool(request: HttpRequest) -> HttpResponse:
    answer = HttpResponse(packed(), content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="{NAME}"'
    return answer


def packed() -> bytes:
    """An archive that Python runs (zipapp, PEP 441), with the source of `sealing.offline`."""
    folder = Path(next(iter(offline.__path__)))
    files = {f"sealing/offline/{path.name}": path.read_text() for path in sorted(folder.glob("*.py"))}
    files = {"__main__.py": _MAIN, "sealing/__init__.py": "", **files}
    made = BytesIO(b"#!/usr/bin/env python3\n")
    made.seek(0, 2)
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name, _DATED), text, zipfile.ZIP_DEFLATED)
    return made.getvalue()
