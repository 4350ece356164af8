"""What each form of an export is made of, and how it is made."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django.utils.translation import gettext as _

from documents.models import Document
from exporting import epub, word
from exporting.epub import document_epub, epub_file
from exporting.word import document_file, word_file
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


# Made of a PDF, its manuscript, and whether it is published.
PRESS: dict[str, Callable[[bytes, Manuscript, bool], bytes]] = {
    Form.PROOF: lambda pdf, text, signed: press.proof(pdf, text, signed=signed),
    Form.PRESS: lambda pdf, _text, _signed: press.final(pdf),
    Form.BOOKLET: lambda pdf, _text, _signed: press.booklet(pdf),
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
        return _written(partial(epub_file, issue))
    if form == Form.DOCX:
        return _written(partial(word_file, issue))
    text = entry_manuscript(entry) if entry else manuscript(issue)
    if text is None:
        raise PrintingError(_("这一篇没有收录正文，不能排印。"))
    if form == Form.PDF:
        return to_set(text, setting)
    return _for_press(text, form, setting, signed=issue.is_published)


def order_document(document: Document, form: str) -> Order:
    """A document by itself, to read elsewhere: Form.EPUB or Form.DOCX."""
    return _written(partial(document_epub if form == Form.EPUB else document_file, document))


def to_set(text: Manuscript, setting: Setting = set_now) -> Order:
    """A manuscript as a PDF."""

    def make(progress: Progress, cancelled: Cancelled) -> Made:
        printed = setting(text, progress, cancelled)
        return Made(printed.pdf, printed.pages, text.warnings)

    return Order(text.digest, make)


def _written(write: Callable[[], bytes]) -> Order:
    """A file that is written in a second or two: whether it is the same is seen by its bytes."""

    def make(progress: Progress, cancelled: Cancelled) -> Made:
        progress(20, _("写文件"))
        return Made(write())

    return Order("", make)


def _for_press(text: Manuscript, form: str, setting: Setting, *, signed: bool) -> Order:
    def make(progress: Progress, cancelled: Cancelled) -> Made:
        printed = setting(text, progress, cancelled)
        progress(90, _("拼版、检查"))
        pdf = PRESS[form](printed.pdf, text, signed)
        # Of a booklet, the pages are looked at before they lie two to a side.
        booklet = form == Form.BOOKLET
        checks = press.check_booklet(printed.pdf, text) if booklet else press.check(pdf, text)
        return Made(pdf, printed.pages, text.warnings, checks.to_json())

    told = json.dumps([form, press.VERSION, text.digest, form == Form.PROOF and signed])
    return Order(hashlib.sha256(told.encode()).hexdigest(), make)
