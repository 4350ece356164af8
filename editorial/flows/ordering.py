"""Keeping the parts of a document counted in reading order."""

from documents.models import Document


def renumber(document: Document) -> None:
    """Count the blocks from 1 again: of two with one position, the later made comes second."""
    moved = []
    for position, block in enumerate(document.blocks.order_by("position", "pk"), 1):
        if block.position != position:
            block.position = position
            moved.append(block)
    document.blocks.bulk_update(moved, ["position"])
