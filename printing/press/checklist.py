"""The list that is gone through before a PDF goes to the press."""

from printing.manuscript import Manuscript
from printing.press.booklet import order
from printing.press.checks import CHECKS
from printing.press.checks.pages import imposed
from printing.press.examined import examined
from printing.press.files import opened
from printing.press.finding import Checklist, Finding

__all__ = ["Checklist", "Finding", "check", "check_booklet"]


def check(pdf: bytes, text: Manuscript) -> Checklist:
    """Go through the PDF of a manuscript: the reading edition, a proof or the final one, not a booklet.

    What it is and holds is read from the PDF; the manuscript says only what should be there. Raises PrintingError
    for a broken PDF.
    """
    with opened(pdf) as file:
        issue = examined(pdf, file, text)
        return Checklist(tuple(finding for each in CHECKS for finding in each(issue)))


def check_booklet(pdf: bytes, text: Manuscript) -> Checklist:
    """The same for a booklet, by the PDF of its pages; how many they are is told with the sides that they fill."""
    with opened(pdf) as file:
        pages = len(file.pages)
    sides = imposed(pages, len(order(pages)))
    checks = check(pdf, text).findings
    return Checklist(tuple(sides if each.kind == sides.kind else each for each in checks))
