"""Scans to text by tesseract, where it is installed; what it is not sure of is said line by line."""

import csv
import dataclasses
import io
import os
import shutil
import subprocess
from collections.abc import Callable

import pypdfium2
from django.utils.translation import gettext as _

from intake.errors import SourceError
from intake.reading import Problem
from intake.sources.ocr_words import glyphs_of_words
from intake.sources.pdf import read_pages, set_in_order
from intake.sources.pdf_glyphs import Run, runs_of
from intake.sources.pdf_page import PageParts
from intake.sources.pdf_problems import pages_text
from intake.sources.text import SourceText

LANGUAGE = "chi_sim"
DOTS_PER_INCH = 300
# A poster would take all memory; a page of A3 at 300 dpi has 17 million points.
_MOST_DOTS = 40_000_000
_POINTS_PER_INCH = 72
SECONDS_A_PAGE = 180
# Below this confidence (0 to 100) a word is shown as doubtful.
_CERTAIN = 80
_SHOWN_WORDS = 12

Progress = Callable[[int, int], None]


def available() -> bool:
    """Whether tesseract and its data for simplified Chinese are installed."""
    program = shutil.which("tesseract")
    if program is None:
        return False
    try:
        # The program is the one on the path, the arguments are constants.
        answer = subprocess.run(  # noqa: S603
            [program, "--list-langs"], capture_output=True, text=True, timeout=20, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return LANGUAGE in (answer.stdout + answer.stderr).split()


def ocr_pdf(
    name: str, data: bytes, progress: Progress | None = None, *, seconds_a_page: float = SECONDS_A_PAGE
) -> SourceText:
    """The text of a scan: pages that have text are read, images are recognised.

    `progress(done, pages)` is called after each page. Every line with a word that is doubtful is a
    problem. Raises SourceError where tesseract is missing, fails or takes too long, and as `read_pdf`.
    """
    if not available():
        raise SourceError(_("没有安装 OCR 程序 tesseract 及其简体中文数据，不能识别扫描件。"))
    pages = read_pages(data)
    recognised = []
    document = pypdfium2.PdfDocument(data)
    try:
        for done, page in enumerate(pages, 1):
            if page.scanned:
                _recognise(document, page, seconds_a_page)
                recognised.append(page.number)
            if progress:
                progress(done, len(pages))
    finally:
        document.close()
    source, runs = set_in_order(name, data, pages)
    problems = [*_said(recognised), *source.problems, *_doubtful(source.lines, runs)]
    return dataclasses.replace(source, problems=tuple(problems))


def _recognise(document: pypdfium2.PdfDocument, page: PageParts, seconds: float) -> None:
    """Put the words of a page's image in the place of its text."""
    image, scale = _image(document, page)
    rows = csv.DictReader(
        io.StringIO(_tesseract(image, page.number, seconds)), delimiter="\t", quoting=csv.QUOTE_NONE
    )
    # A page number that the file sets over the image is in the image too.
    page.runs = runs_of(glyphs_of_words(rows, 1 / scale))
    page.tables, page.scanned = [], False


def _image(document: pypdfium2.PdfDocument, page: PageParts) -> tuple[bytes, float]:
    """A page as a grey picture (PGM), and its points a point of the paper."""
    sheet = document[page.number - 1]
    try:
        width, height = sheet.get_size()
        scale = min(DOTS_PER_INCH / _POINTS_PER_INCH, (_MOST_DOTS / max(width * height, 1)) ** 0.5)
        picture = sheet.render(scale=scale, grayscale=True).to_pil().convert("L")
    finally:
        sheet.close()
    head = f"P5\n{picture.width} {picture.height}\n255\n".encode()
    return head + picture.tobytes(), scale


def _tesseract(image: bytes, number: int, seconds: float) -> str:
    program = shutil.which("tesseract") or "tesseract"
    try:
        # The program is the one on the path, the arguments are constants; the picture comes by a pipe.
        answer = subprocess.run(  # noqa: S603
            [program, "-", "-", "-l", LANGUAGE, "--dpi", str(DOTS_PER_INCH), "--psm", "3", "tsv"],
            input=image,
            capture_output=True,
            timeout=seconds,
            check=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired as fault:
        raise SourceError(_("识别第 %(page)d 页用时太长，没有读入。") % {"page": number}) from fault
    except (OSError, subprocess.CalledProcessError) as fault:
        raise SourceError(_("OCR 程序识别第 %(page)d 页时出错，没有读入。") % {"page": number}) from fault
    return answer.stdout.decode("utf-8", errors="replace")


def _said(recognised: list[int]) -> list[Problem]:
    if not recognised:
        return []
    message = _("第 %(pages)s 页的文字由 OCR 识别，可能有错字漏字，请对照原件逐行核对。")
    return [Problem("ocr", "note", message % {"pages": pages_text(recognised)}, [])]


def _doubtful(lines: list[str], runs: list[list[Run]]) -> list[Problem]:
    """A problem for each line with words that the program was not sure of."""
    problems = []
    for number, (line, pieces) in enumerate(zip(lines, runs, strict=True), 1):
        words = [
            g for run in pieces for g in run.glyphs if g.confidence is not None and g.confidence < _CERTAIN
        ]
        if not words:
            continue
        shown = "、".join(f"“{word.text}”（{word.confidence:.0f}%）" for word in words[:_SHOWN_WORDS])
        more = _("等 %(count)d 处") % {"count": len(words)} if len(words) > _SHOWN_WORDS else ""
        message = _("OCR 没有把握的字词：%(words)s%(more)s。") % {"words": shown, "more": more}
        problems.append(Problem("ocr-uncertain", "warning", message, [[number, number]], line.strip()))
    return problems
