"""A submission's file to its text and reading; what an editor set in an earlier reading is kept."""

from collections.abc import Callable
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from intake.errors import SourceError
from intake.flows.likeness import line_map
from intake.flows.merge_edits import keep_edits
from intake.flows.structure import edits_of_structure
from intake.models import Submission
from intake.read import read
from intake.reading import Reading
from intake.sources.ocr_apart import recognise
from intake.sources.open import read_source
from intake.sources.scan import ScanError
from intake.sources.text import SourceText

Progress = Callable[[int, str], None]
"""Told how far the reading is (per cent), and in which stage (Chinese)."""
Result = dict[str, Any]
"""The fields of a submission that its reading sets."""


def read_again_or_first(submission: Submission, progress: Progress, *, ocr: bool = False) -> Result:
    """Read the file. Raises SourceError where it cannot be read; a scan is a result of its own.

    It is not read again where that would undo what an editor did (see refuse_to_undo).
    """
    refuse_to_undo(submission)
    progress(10, _("打开文件"))
    try:
        text = _open(submission, progress, ocr=ocr)
    except ScanError as scan:
        return {"state": Submission.State.SCAN, "message": str(scan), "fault_line": None, "progress": 100}
    progress(60, _("读文字"))
    found = read(text)
    as_read = found.to_json()
    progress(90, _("核对"))
    if submission.reading:
        base = Reading.from_json(submission.as_read) if submission.as_read else None
        moved = line_map(submission.text, text.text)
        found = keep_edits(Reading.from_json(submission.reading), found, base, moved)[0]
    return {
        "state": Submission.State.READ,
        "progress": 100,
        "message": "",
        "fault_line": None,
        "format": text.format,
        "text": text.text,
        "pages": list(text.pages),
        "reading": found.to_json(),
        "as_read": as_read,
        "read_at": timezone.now(),
    }


def refuse_to_undo(submission: Submission) -> None:
    """Raise SourceError where reading again would undo what an editor did to the structure of the reading."""
    done = structure_edited(submission)
    if done:
        message = _(
            "编辑%(done)s，重新读入保不住这些修改，所以没有重新读入。可以接着核对现在的读入结果；"
            "要按新的读入从头核对，请点“放弃修改并重新读入”。"
        )
        raise SourceError(message % {"done": "，".join(done)})


def structure_edited(submission: Submission) -> list[str]:
    """What editors did to the structure of the reading since it was read; see edits_of_structure."""
    if not submission.reading or not submission.as_read:
        return []
    readings = (Reading.from_json(each) for each in (submission.as_read, submission.reading))
    return edits_of_structure(*readings)


def _open(submission: Submission, progress: Progress, *, ocr: bool) -> SourceText:
    data = bytes(submission.original)
    if ocr:
        return recognise(submission.name, data, _between(progress, 10, 60))
    return read_source(submission.name, data)


def _between(progress: Progress, start: int, end: int) -> Callable[[int, int], None]:
    """Tell the pages that are done as a part of the whole."""

    def say(done: int, total: int) -> None:
        share = done / total if total else 0
        stage = _("识别第 %(done)d 页，共 %(total)d 页") % {"done": done, "total": total}
        progress(int(start + share * (end - start)), stage)

    return say
