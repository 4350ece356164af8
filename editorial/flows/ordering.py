"""Keeping the parts of a record counted in reading order."""

from typing import Any

from django.db.models import QuerySet


def renumber(parts: QuerySet[Any]) -> None:
    """Count the parts from 1 again: of two with one position, the later made comes second."""
    moved = []
    for position, part in enumerate(parts.order_by("position", "pk"), 1):
        if part.position != position:
            part.position = position
            moved.append(part)
    parts.bulk_update(moved, ["position"])
