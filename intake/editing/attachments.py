"""The attachments of a document, and the blocks that begin them, kept in step.

The first attachments of a document are those printed in it, one for each block of type `attachment`, in
the order of the text; behind them come those that are only announced, without a label.
"""

from intake.reading import Attachment, Block, DocumentReading

ATTACHMENT = "attachment"


def headings(document: DocumentReading) -> list[Block]:
    """The blocks that begin an attachment, in order."""
    return [block for block in document.body if block.type == ATTACHMENT]


def place_of(document: DocumentReading, number: int) -> int:
    """Which attachment the block at this place begins, or would begin."""
    return sum(block.type == ATTACHMENT for block in document.body[:number])


def announce(document: DocumentReading, titles: list[str]) -> None:
    """Have the document announce these besides what is printed; those known keep their lines."""
    printed = len(headings(document))
    known = {each.title: each for each in document.attachments[printed:]}
    head = [list(each) for each in document.lines[:1]]
    made = [known.get(title) or Attachment(title, "", head) for title in titles]
    document.attachments = [*document.attachments[:printed], *made]


def insert(document: DocumentReading, number: int, attachment: Attachment | None = None) -> None:
    """The block at this place, in the body already, begins an attachment."""
    block = document.body[number]
    made = attachment or Attachment(block.text, block.label, block.lines)
    made.title, made.label = block.text or made.title, block.label
    document.attachments.insert(place_of(document, number), made)


def remove(document: DocumentReading, number: int) -> Attachment:
    """The block at this place, still in the body, begins no attachment any more."""
    return document.attachments.pop(place_of(document, number))
