"""The files that are measured: a real issue of some 60 pages and one 20 times as long, in each format."""

from collections.abc import Collection
from copy import deepcopy
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import docx
import pypdfium2
from django.core.management import call_command

from benchmarks.long_issue import long_issue

ISSUE = Path(__file__).parents[1] / "fixtures" / "issues" / "ili-2018-01.txt"
PLACE = "伊犁哈萨克自治州"
TIMES = 20


@dataclass(frozen=True)
class Files:
    """One format's file of the issue, and of the long one."""

    short: Path
    long: Path


def make(folder: Path, formats: Collection[str]) -> dict[str, Files]:
    """The files of these formats (txt, docx, pdf); Word file and PDF are made in a database of their own."""
    text = ISSUE.read_text(encoding="utf-8-sig")
    made = {"txt": (text.encode(), long_issue(text, TIMES).encode())}
    if {"docx", "pdf"} & set(formats):
        word, paper = _exported()
        made["docx"] = (word, _repeated_docx(word))
        made["pdf"] = (paper, _repeated_pdf(paper))
    return {name: _written(folder, name, *made[name]) for name in formats}


def _written(folder: Path, name: str, short: bytes, long: bytes) -> Files:
    files = Files(folder / f"short.{name}", folder / f"long.{name}")
    files.short.write_bytes(short)
    files.long.write_bytes(long)
    return files


def _exported() -> tuple[bytes, bytes]:
    """The issue as the Word file and the PDF that the portal makes of it."""
    from exporting.word import word_file
    from gazette.models import Publication
    from intake.flows.import_source import import_source
    from printing.render import render_issue

    call_command("migrate", verbosity=0)
    gazette = Publication.objects.create(
        code="bench", name=f"{PLACE}人民政府公报", place=PLACE, sponsor=f"{PLACE}人民政府"
    )
    issue = import_source(ISSUE.name, ISSUE.read_bytes(), gazette, as_printed=True).issue
    if issue is None:
        raise ValueError("the example is no issue")
    return word_file(issue), render_issue(issue)


def _repeated_docx(data: bytes) -> bytes:
    """The body many times over; opening a file does not ask what it says."""
    document = docx.Document(BytesIO(data))
    body = document.element.body
    content = [each for each in body if not each.tag.endswith("}sectPr")]
    for _ in range(TIMES - 1):
        for each in content:
            body[-1].addprevious(deepcopy(each))
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def _repeated_pdf(data: bytes) -> bytes:
    made = BytesIO()
    with pypdfium2.PdfDocument.new() as whole, pypdfium2.PdfDocument(data) as one:
        for _ in range(TIMES):
            whole.import_pages(one)
        whole.save(made)
    return made.getvalue()
