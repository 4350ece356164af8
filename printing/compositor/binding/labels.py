"""The page numbers that a reader's window shows: those that are printed."""

import pikepdf
from pikepdf import Array, Dictionary, Name


def label_pages(pdf: pikepdf.Pdf, front: int) -> None:
    """Roman figures for so many pages of the front, which print none; the folios for those of the text."""
    ranges: list[object] = [0, Dictionary(S=Name.r)] if front else []
    if len(pdf.pages) > front:
        ranges += [front, Dictionary(S=Name.D)]
    pdf.Root.PageLabels = Dictionary(Nums=Array(ranges))
