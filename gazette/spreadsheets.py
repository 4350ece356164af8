"""Tables as files for spreadsheets."""

import csv
import re
from collections.abc import Iterable, Sequence

from django.http import HttpResponse
from django.utils.http import content_disposition_header

# Without this mark spreadsheet programs take UTF-8 for something else.
_MARK = "\ufeff"
# What a spreadsheet would run as a formula; a figure with its sign is none.
_FORMULA = re.compile(r"[=＝@＠\t\r]|[-+－＋]+\s*[^\s\-+－＋]")
_FIGURE = re.compile(r"[-+－＋]\s*[\d,]+(?:\.\d+)?\s*[%‰]?")


def as_csv(rows: Iterable[Sequence[str]], name: str) -> HttpResponse:
    """The rows as a file of this name."""
    answer = HttpResponse(_MARK, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = content_disposition_header(True, f"{name}.csv")
    csv.writer(answer).writerows([safe(cell) for cell in row] for row in rows)
    return answer


def safe(cell: str) -> str:
    """The cell, with an apostrophe before what a spreadsheet would run as a formula (OWASP, CSV Injection)."""
    text = str(cell)
    return f"'{text}" if _FORMULA.match(text) and not _FIGURE.fullmatch(text) else text
