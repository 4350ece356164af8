"""The blocks of a document's text, each in its style."""

from collections.abc import Iterable, Iterator

from documents.models import BlockKind
from exporting.pictures import picture
from exporting.tables import text_table
from exporting.wordml import Element, paragraph, run
from printing.blocks import PrintedBlock, Run


def runs_of(runs: Iterable[Run]) -> Iterator[tuple[Element, bool]]:
    """The blocks of a text in order, and whether each stands on a page that is turned."""
    for group in runs:
        for block in group.blocks:
            for element in _block(block):
                yield element, group.area == "landscape"


def _block(printed: PrintedBlock) -> Iterator[Element]:
    block = printed.block
    match block.kind:
        case BlockKind.HEADING:
            yield _heading(printed)
        case BlockKind.ARTICLE:
            yield paragraph("BodyText", run(block.label, style="Strong"), f"　{block.text}")
        case BlockKind.TABLE:
            if printed.rows:
                yield text_table(printed.rows, block.spans or ())
        case BlockKind.FIGURE:
            if block.figure:
                yield picture(block.figure)
            if block.text:
                yield paragraph("Figure", block.text)
        case BlockKind.LIST:
            yield from (paragraph("Member", line) for line in printed.lines)
        case BlockKind.SIGNATURE:
            yield from (paragraph("Signature", line) for line in printed.lines)
        case _:
            yield _paragraph(printed)


def _heading(printed: PrintedBlock) -> Element:
    block = printed.block
    if not printed.is_chapter:
        return paragraph(f"Heading{printed.rank}", f"{block.label}{block.text}")
    style = "SectionOfChapter" if "节" in block.label else "Chapter"
    return paragraph(style, f"{block.label}　{block.text}")


def _paragraph(printed: PrintedBlock) -> Element:
    block = printed.block
    if printed.lead:
        return paragraph("BodyText", run(f"{block.label}{printed.lead}", style="Lead"), printed.rest)
    return paragraph("BodyText", f"{block.label}{block.text}", from_right=printed.direction == "rtl")
