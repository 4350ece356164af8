"""Pictures for tests, made anew: nothing of them comes from a camera."""

import io
from typing import Any

from PIL import Image, ImageDraw

from documents.figures import keep
from documents.models import Block, BlockKind, Document, Figure


def file_of(kind: str = "PNG", mode: str = "RGB", size: tuple[int, int] = (120, 80), **options: Any) -> bytes:
    """A picture of a line from corner to corner, as a file; `options` are those of Pillow's writer."""
    image = Image.new(mode, size, "white" if mode in {"1", "L", "RGB", "RGBA"} else 0)
    if mode in {"1", "L", "RGB", "RGBA"}:
        ImageDraw.Draw(image).line((0, 0, *size), fill="black", width=3)
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def shown_in(document: Document, alt: str = "供暖范围示意图", caption: str = "图1 供暖范围") -> Figure:
    """A picture at the end of a document."""
    data = file_of()
    figure = Figure.objects.create(
        document=document, alt=alt, format="png", width=120, height=80, sha256=keep(data, "png")
    )
    Block.objects.create(document=document, position=99, kind=BlockKind.FIGURE, text=caption, figure=figure)
    return figure
