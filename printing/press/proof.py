"""清样: the pages as they will be printed, marked as a proof, with the lines numbered for correction."""

import pikepdf
from django.utils.translation import gettext as _
from pikepdf import Name

from printing.manuscript import Manuscript
from printing.pdfium import pages_of
from printing.press.examined import FOLIO
from printing.press.files import MM, opened, saved, trim
from printing.press.lettering import Lettering
from printing.press.lines import Ruled, Stretch, ruled, stretches

# In points: line numbers, how far they stand from the text; the strip at the head of the page.
NUMBER_SIZE, NUMBER_GAP = 6, 8.0
STRIP_SIZE, STRIP_FROM_TOP = 8.5, 9 * MM
# The share of the page's shorter side that the watermark takes.
WATERMARK = 0.75
ASKEW = "0.7071 0.7071 -0.7071 0.7071"


def proof(pdf: bytes, text: Manuscript, *, round_: int = 0, dated: str = "", signed: bool = False) -> bytes:
    """A manuscript's PDF as a proof. Raises PrintingError for a broken PDF.

    A watermark lies under the text of each page, a strip over it says what it is, and each line has a number in
    the margin beside its column. All of it is drawn, so the text stays as it was. `round_` (which proof it is) and
    `dated` are printed where they are known; that it is not passed for printing, unless it is `signed`.
    """
    with opened(pdf) as file:
        strip = _strip(text.title, round_, dated, "" if signed else _("未经签发"))
        heads = {Stretch(0, 0, 0, head).plain for head in (text.gazette, text.number) if head}
        letters = Lettering(file, "Proof")
        for page, lines in zip(file.pages, _lines(pdf, heads), strict=True):
            drawn = (
                _watermark(page, letters) + _headed(page, letters, strip) + _numbered(page, letters, lines)
            )
            artifact = f"/Artifact <</Type /Pagination>> BDC\nq\n{drawn}Q\nEMC\n"
            page.contents_add(artifact.encode(), prepend=True)
        _entitled(file, f"{_('清样')}：{text.title}")
        return saved(file)


def _entitled(file: pikepdf.Pdf, title: str) -> None:
    file.docinfo[Name.Title] = title
    if "/Metadata" in file.Root:
        with file.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            metadata["dc:title"] = title


def _strip(title: str, round_: int, dated: str, unsigned: str) -> str:
    name = _("第%(round)d次清样") % {"round": round_} if round_ else _("清样")
    return "　".join(part for part in (name, dated, unsigned, _("不得外传"), title) if part)


def _lines(pdf: bytes, heads: set[str]) -> list[Ruled | None]:
    made = []
    with pages_of(pdf) as document:
        for page in document:
            found = [each for each in stretches(page) if not _in_margin(each, heads)]
            made.append(ruled(found, page.get_width() / 2))
            page.close()
    return made


def _in_margin(stretch: Stretch, heads: set[str]) -> bool:
    return bool(FOLIO.fullmatch(stretch.plain)) or stretch.plain in heads


def _watermark(page: pikepdf.Page, letters: Lettering) -> str:
    left, bottom, right, top = trim(page)
    words = _("清样")
    size = WATERMARK * min(right - left, top - bottom) / (letters.width(words) * 0.7071 + 0.7071)
    half = letters.width(words) * size / 2
    x = (left + right) / 2 - 0.7071 * half + 0.7071 * 0.38 * size
    y = (bottom + top) / 2 - 0.7071 * half - 0.7071 * 0.38 * size
    return "0.9 g\n" + letters.draw(page, words, size=size, x=x, y=y, turn=ASKEW)


def _headed(page: pikepdf.Page, letters: Lettering, strip: str) -> str:
    left, _bottom, right, top = trim(page)
    width = letters.width(strip)
    size = min(STRIP_SIZE, 0.9 * (right - left) / width)
    x = (left + right - width * size) / 2
    return "0 g\n" + letters.draw(page, strip, size=size, x=x, y=top - STRIP_FROM_TOP)


def _numbered(page: pikepdf.Page, letters: Lettering, lines: Ruled | None) -> str:
    if lines is None:
        return ""
    drawn = "0.4 g\n"
    for number, baseline in enumerate(lines.left, start=1):
        x = lines.edges[0] - NUMBER_GAP - letters.width(str(number)) * NUMBER_SIZE
        drawn += letters.draw(page, str(number), size=NUMBER_SIZE, x=x, y=baseline)
    for number, baseline in enumerate(lines.right, start=1):
        drawn += letters.draw(page, str(number), size=NUMBER_SIZE, x=lines.edges[1] + NUMBER_GAP, y=baseline)
    return drawn
