"""What staff take to the press, made from the PDF that readers get: its pages are set once, so none can differ.

`proof` to be read and corrected, `final` for the printing works, `booklet` for a printer in the house, and `check`,
the list that is gone through before. All take a PDF as bytes; for one that is broken they raise PrintingError.
"""

from printing.press.booklet import booklet
from printing.press.checklist import Checklist, Finding, check, check_booklet
from printing.press.final import final
from printing.press.proof import proof

# Changes whenever the same PDF would be made up otherwise; part of the digest of what is made.
VERSION = "2"

__all__ = ["VERSION", "Checklist", "Finding", "booklet", "check", "check_booklet", "final", "proof"]
