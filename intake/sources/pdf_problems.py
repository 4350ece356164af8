"""What opening a PDF left doubtful, and what was left out of its text."""

from django.utils.translation import gettext as _

from intake.reading import Problem, ranges_of
from intake.sources.pdf_furniture import Furniture
from intake.sources.pdf_glyphs import UNKNOWN
from intake.sources.pdf_page import PageParts

_SHOWN = 6


def problems_of(pages: list[PageParts], furniture: Furniture, lines: list[str]) -> list[Problem]:
    """The problems of a PDF that was read."""
    return [
        *_furniture(furniture),
        *_scanned(pages),
        *_layered(pages),
        *_turned(pages),
        *_unknown(pages, lines),
    ]


def pages_text(numbers: list[int]) -> str:
    """Page numbers as a person writes them: 3、5—8."""
    return "、".join(str(first) if first == last else f"{first}—{last}" for first, last in ranges_of(numbers))


def _furniture(furniture: Furniture) -> list[Problem]:
    problems = []
    if furniture.taken:
        shown = [
            _("“%(text)s”（%(count)d 页）") % {"text": text, "count": count}
            for text, count in furniture.taken.most_common(_SHOWN)
        ]
        rest = len(furniture.taken) - len(shown)
        more = _("等 %(count)d 种") % {"count": len(furniture.taken)} if rest > 0 else ""
        problems.append(
            Problem(
                "page-furniture",
                "note",
                _("页眉页脚没有读入正文：%(shown)s%(more)s。") % {"shown": "、".join(shown), "more": more},
                [],
                "\n".join(furniture.taken),
            )
        )
    if furniture.numbered:
        message = _("%(count)d 页的页码没有读入正文。") % {"count": furniture.numbered}
        problems.append(Problem("page-furniture", "note", message, []))
    return problems


def _scanned(pages: list[PageParts]) -> list[Problem]:
    numbers = [page.number for page in pages if page.scanned]
    if not numbers:
        return []
    message = _("第 %(pages)s 页是图像，没有文字，内容没有读入。") % {"pages": pages_text(numbers)}
    return [Problem("page-without-text", "warning", message, [])]


def _layered(pages: list[PageParts]) -> list[Problem]:
    numbers = [page.number for page in pages if page.layered]
    if not numbers:
        return []
    message = _("第 %(pages)s 页是图像加文字层，文字多半由识别软件得来，请对照原图核对。") % {
        "pages": pages_text(numbers)
    }
    return [Problem("ocr-layer", "warning", message, [])]


def _turned(pages: list[PageParts]) -> list[Problem]:
    problems = []
    for page in pages:
        if page.turned:
            message = _("第 %(page)d 页有横放或倒放的文字，没有读入正文。") % {"page": page.number}
            problems.append(Problem("turned-text", "warning", message, [], page.turned[:200]))
    return problems


def _unknown(pages: list[PageParts], lines: list[str]) -> list[Problem]:
    """Characters that the file draws without saying which they are."""
    places = [number for number, line in enumerate(lines, 1) if UNKNOWN in line]
    if not places:
        return []
    numbers = [page.number for page in pages if page.unknown]
    message = _("第 %(pages)s 页有 %(count)d 个字在 PDF 里没有编码，以“%(mark)s”代替，请对照原件补上。") % {
        "pages": pages_text(numbers),
        "count": sum(line.count(UNKNOWN) for line in lines),
        "mark": UNKNOWN,
    }
    return [Problem("unknown-character", "error", message, ranges_of(places))]
