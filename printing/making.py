"""What each form of an export is made of, and how it is made."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from exporting import epub, word
from exporting.epub import epub_file
from exporting.word import word_file
from gazette.models import Entry, Issue
from printing import press
from printing.compositor import compose
from printing.errors import PrintingError
from printing.manuscript import Manuscript, Printed
from printing.models import Form
from printing.render import entry_manuscript, manuscript

Progress = Callable[[int, str], None]
"""Told how far it is, in per cent, and what is being done."""
Cancelled = Callable[[], bool]
"""Asked, often, whether it is still wanted."""
Setting = Callable[[Manuscript, Progress, Cancelled], Printed]
"""Sets a manuscript, or gives what was set of it before."""

ENDINGS = {Form.EPUB: "epub", Form.DOCX: "docx"}
MEDIA_TYPES = {
    "pdf": "application/pdf",
    "epub": epub.MEDIA_TYPE,
    "docx": word.MEDIA_TYPE,
}


PRESS: dict[str, Callable[[bytes, Manuscript], bytes]] = {
    Form.PROOF: press.proof,
    Form.PRESS: lambda pdf, _text: press.final(pdf),
    Form.BOOKLET: lambda pdf, _text: press.booklet(pdf),
}


@dataclass(frozen=True)
class Made:
    """A file, with what is told of it."""

    data: bytes
    pages: int | None = None
    warnings: list[str] = field(default_factory=list)
    findings: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True)
class Order:
    """A file that can be made. `digest` is of its content; empty where only the file itself tells.

    `make` raises PrintingError, of which CancelledError means that nobody wants it any more.
    """

    digest: str
    make: Callable[[Progress, Cancelled], Made]


def ending(form: str) -> str:
    """The ending of a file's name."""
    return ENDINGS.get(Form(form), "pdf")


def set_now(text: Manuscript, progress: Progress, cancelled: Cancelled) -> Printed:
    """Set a manuscript in a process of its own."""
    return compose(text, progress=progress, cancelled=cancelled)


def order(issue: Issue, form: str, entry: Entry | None = None, setting: Setting = set_now) -> Order:
    """What is asked for. Raises PrintingError where it cannot be made of the records."""
    if form == Form.EPUB:
        return _written(epub_file, issue)
    if form == Form.DOCX:
        return _written(word_file, issue)
    text = entry_manuscript(entry) if entry else manuscript(issue)
    if text is None:
        raise PrintingError(_("这一篇没有收录正文，不能排印。"))
    return to_set(text, setting) if form == Form.PDF else _for_press(text, form, setting)


def to_set(text: Manuscript, setting: Setting = set_now) -> Order:
    """A manuscript as a PDF."""

    def make(progress: Progress, cancelled: Cancelled) -> Made:
        printed = setting(text, progress, cancelled)
        return Made(printed.pdf, printed.pages, text.warnings)

    return Order(text.digest, make)


def _written(write: Callable[[Issue], bytes], issue: Issue) -> Order:
    """A file that is written in a second or two: whether it is the same is seen by its bytes."""

    def make(progress: Progress, cancelled: Cancelled) -> Made:
        progress(20, _("写文件"))
        return Made(write(issue))

    return Order("", make)


def _for_press(text: Manuscript, form: str, setting: Setting) -> Order:
    def make(progress: Progress, cancelled: Cancelled) -> Made:
        printed = setting(text, progress, cancelled)
        progress(90, _("拼版、检查"))
        pdf = PRESS[form](printed.pdf, text)
        # Of a booklet, the pages are looked at before they lie two to a side.
        seen = printed.pdf if form == Form.BOOKLET else pdf
        return Made(pdf, printed.pages, text.warnings, press.check(seen, text).to_json())

    told = json.dumps([form, press.VERSION, text.digest])
    return Order(hashlib.sha256(told.encode()).hexdigest(), make)
