"""What the compositor is given: a manuscript with its faces, and in how many processes it may be set."""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from printing.manuscript import Attached, Manuscript

# Attachments and images go as bytes; warnings are no part of what is set.
_APART = {"images", "attached", "warnings"}


@dataclass(frozen=True)
class Order:
    """`faces` are font files by the names that faces.css asks for; `identifier` is the manuscript's digest."""

    manuscript: Manuscript
    faces: Mapping[str, bytes]
    identifier: str
    processes: int = 2

    def packed(self) -> tuple[dict[str, Any], bytes]:
        """As a frame: what JSON can hold, and all bytes one after the other."""
        text = self.manuscript
        told: dict[str, Any] = {
            "manuscript": {
                field.name: getattr(text, field.name)
                for field in dataclasses.fields(text)
                if field.name not in _APART
            },
            "faces": _sizes(self.faces),
            "images": _sizes(text.images),
            "attached": [
                [each.name, each.media_type, each.description, each.relationship, len(each.data)]
                for each in text.attached
            ],
            "identifier": self.identifier,
            "processes": self.processes,
        }
        attached = (each.data for each in text.attached)
        return told, b"".join([*self.faces.values(), *text.images.values(), *attached])

    @classmethod
    def unpacked(cls, told: dict[str, Any], data: bytes) -> "Order":
        pieces = _Pieces(data)
        faces, images = pieces.named(told["faces"]), pieces.named(told["images"])
        attached = tuple(
            Attached(name, pieces.take(size), media_type, description, relationship)
            for name, media_type, description, relationship, size in told["attached"]
        )
        fields: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in told["manuscript"].items()
        }
        text = Manuscript(**fields, images=images, attached=attached)
        return cls(text, faces, told["identifier"], told["processes"])


class _Pieces:
    def __init__(self, data: bytes) -> None:
        self._data, self._here = data, 0

    def take(self, size: int) -> bytes:
        self._here += size
        return self._data[self._here - size : self._here]

    def named(self, sizes: list[list[Any]]) -> dict[str, bytes]:
        return dict(self._each(sizes))

    def _each(self, sizes: list[list[Any]]) -> Iterator[tuple[str, bytes]]:
        for name, size in sizes:
            yield name, self.take(size)


def _sizes(files: Mapping[str, bytes]) -> list[list[Any]]:
    return [[name, len(data)] for name, data in files.items()]
