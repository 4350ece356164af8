"""python -m intake.sources.child FOLDER: opens one file, within limits, for worker.py.

FOLDER holds `request.json` and the file as `source`; the answer is written there as `answer.json`. What
comes back is data: no code of the file, and no object, crosses the border.
"""

import dataclasses
import json
import sys
import traceback
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.utils import translation

from intake.errors import SourceError
from intake.sources.isolation import isolate
from intake.sources.scan import ScanError
from intake.sources.text import SourceText

Progress = Callable[[int, int], None]
# Imported only where wanted: a reader of PDFs takes longer to load than a short docx to read.
READERS = {
    "docx": ("intake.sources.word.read", "read_docx"),
    "doc": ("intake.sources.office", "read_through_office"),
    "html": ("intake.sources.html.read", "read_html"),
    "pdf": ("intake.sources.pdf", "read_pdf"),
    "scan": ("intake.sources.ocr", "ocr_pdf"),
}
# These tell how far they are: reader(name, data, progress).
TELLING = {"scan"}
# Trees are walked by recursion; the XML parser refuses what is nested deeper than 256 levels.
_RECURSION = 10_000


def main(folder: Path) -> None:
    request = json.loads((folder / "request.json").read_text(encoding="utf-8"))
    limits = request["limits"]
    isolate(
        seconds=limits["SOURCE_SECONDS"],
        memory_mb=limits["SOURCE_MEMORY_MB"],
        file_bytes=2 * limits["SOURCE_MAX_EXPANDED_BYTES"] + limits["SOURCE_MAX_PDF_BYTES"],
    )
    sys.setrecursionlimit(_RECURSION)
    # Django's settings, as far as a reader needs them: limits, and the language of its messages.
    settings.configure(**limits, LANGUAGE_CODE=request["language"], LOCALE_PATHS=request["locale_paths"])
    django.setup()
    translation.activate(request["language"])
    answer = answer_to(request["format"], request["name"], (folder / "source").read_bytes(), _teller(folder))
    (folder / "answer.json").write_text(json.dumps(answer), encoding="utf-8")


def _teller(folder: Path) -> Progress:
    """Writes how far a reader is to where the parent looks; it never finds half of it."""

    def tell(done: int, pages: int) -> None:
        (folder / "progress.new").write_text(f"{done} {pages}")
        (folder / "progress.new").replace(folder / "progress")

    return tell


def answer_to(kind: str, name: str, data: bytes, progress: Progress) -> dict[str, Any]:
    """The text of a file as plain data, or what is wrong with it."""
    try:
        module, function = READERS[kind]
        arguments = (name, data, progress) if kind in TELLING else (name, data)
        return {"text": as_data(getattr(import_module(module), function)(*arguments))}
    except ScanError as fault:
        return {"refused": str(fault), "line": fault.line, "scan_pages": fault.pages}
    except SourceError as fault:
        return {"refused": str(fault), "line": fault.line}
    except MemoryError:
        return {"ended": "memory"}
    except RecursionError:
        return {"ended": "depth"}
    except Exception:
        # Whatever a damaged file makes a parser stumble over; the parent's log gets it.
        return {"ended": "crash", "trace": traceback.format_exc()}


def as_data(text: SourceText) -> dict[str, Any]:
    """All fields that do not come from the file itself."""
    return {
        field.name: value
        for field in dataclasses.fields(text)
        if field.name not in {"name", "data", "sha256"}
        for value in [_plain(getattr(text, field.name))]
    }


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return dataclasses.asdict(value) if dataclasses.is_dataclass(value) else value  # type: ignore[arg-type]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
