"""Documents for measuring the search, made by recombining lines of the real issues; the same ones every time."""

import datetime
import random
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.utils import timezone

from documents.models import Block, Document
from gazette.models import Publication

_ISSUES = Path(__file__).parents[1] / "fixtures" / "issues"
_BLOCKS, _LINES_OF_BLOCK, _AT_ONCE = 7, 4, 500


def fill(count: int) -> int:
    """Publish so many documents in a database that has none; answers the number of their characters."""
    if Publication.objects.exists():
        raise ValueError("the database is not empty")
    gazette = Publication.objects.create(code="bench", name="测试公报", place="测试州", sponsor="测试州")
    characters = 0
    for first in range(0, count, _AT_ONCE):
        print(f"documents {first:,} …", file=sys.stderr)
        serials = range(first, min(first + _AT_ONCE, count))
        made = Document.objects.bulk_create([_document(gazette, serial) for serial in serials])
        blocks = [block for document in made for block in _blocks(document)]
        Block.objects.bulk_create(blocks, batch_size=_AT_ONCE)
        characters += sum(len(block.text) for block in blocks)
    return characters


def _document(gazette: Publication, serial: int) -> Document:
    year = 2000 + serial % 25
    return Document(
        publication=gazette,
        slug=f"bench-{serial}",
        title=f"关于第{serial}项工作的通知",
        doc_number=f"测政发〔{year}〕{serial // 25 + 1}号",
        issued_on=datetime.date(year, serial % 12 + 1, serial % 28 + 1),
        published_at=timezone.now(),
    )


def _blocks(document: Document) -> Iterator[Block]:
    dice = random.Random(document.slug)  # noqa: S311 (nobody's secret)
    for position in range(_BLOCKS):
        text = "".join(dice.choices(_lines(), k=_LINES_OF_BLOCK))
        yield Block(document=document, position=position, text=text)


@cache
def _lines() -> list[str]:
    texts = (file.read_text(encoding="utf-8-sig") for file in sorted(_ISSUES.glob("*.txt")))
    return [line.strip() for text in texts for line in text.split("\n") if line.strip()]
