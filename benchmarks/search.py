"""How fast the search answers, beside a scan of all texts: documents made by recombining lines of the real issues."""

import random
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

DOCUMENTS = 20_000
_ISSUES = Path(__file__).parents[1] / "fixtures" / "issues"
_BLOCKS, _LINES_OF_BLOCK, _AT_ONCE = 7, 4, 500
# A word that is everywhere, a name, a phrase, two words, a part of a number.
QUERIES = ["就业", "叶尔夏提", "智慧支付工程", "就业 培训", "8号"]


def report(documents: int, rounds: int) -> str:
    """Fill an empty database and measure; the database is the one of the settings."""
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0)
    characters = _fill(documents)
    print("indexing …", file=sys.stderr)
    from search.indexing import rebuild

    start = perf_counter()
    items = rebuild()
    seconds = perf_counter() - start
    head = (
        f"{connection.vendor}: {documents:,} documents of {characters / documents:,.0f} characters; "
        f"{items:,} items indexed in {seconds:.0f} s ({seconds / items * 1000:.1f} ms each)."
    )
    return "\n\n".join([head, _table(rounds)])


def _table(rounds: int) -> str:
    lines = ["| query | found | search, ms (20 rows, exact counts by kind, publication, year) | LIKE scan, ms (20 rows, total) |"]
    lines.append("|---|--:|--:|--:|")
    for query in QUERIES:
        print(f"{query} …", file=sys.stderr)
        (total, ours), (scanned, scan) = _timed(_searched, query, rounds), _timed(_scanned, query, max(1, rounds // 2))
        if total != scanned:
            raise ValueError(f"{query}: the search found {total}, a scan {scanned}")
        lines.append(f"| {query} | {total:,} | {ours:.1f} | {scan:.1f} |")
    return "\n".join(lines)


def _timed(ask: Callable[[str], int], query: str, rounds: int) -> tuple[int, float]:
    """How many were found, and the median of the rounds in milliseconds; the first one only warms up."""
    total = ask(query)
    times = []
    for _round in range(rounds):
        start = perf_counter()
        ask(query)
        times.append((perf_counter() - start) * 1000)
    return total, median(times)


def _searched(typed: str) -> int:
    from search.engine import Query, search
    from search.models import Item
    from search.queries import wanted

    looked = wanted(typed)
    results = search(Query(looked.ways, looked.whole, size=20))
    Item.objects.defer("folded").in_bulk([pk for hits in results.hits.values() for pk in hits])
    return results.total


def _scanned(typed: str) -> int:
    from search.models import Item
    from search.queries import wanted

    found = Item.objects.published().defer("folded")
    for term in wanted(typed).terms:
        found = found.filter(folded__contains=term)
    list(found.order_by("-year", "-day")[:20])
    return found.count()


def _fill(documents: int) -> int:
    """Published documents in one publication; answers the number of their characters."""
    from documents.models import Block, Document
    from gazette.models import Publication

    gazette = Publication.objects.create(code="bench", name="测试公报", place="测试州", sponsor="测试州")
    characters = 0
    for first in range(0, documents, _AT_ONCE):
        print(f"documents {first:,} …", file=sys.stderr)
        made = Document.objects.bulk_create(_documents(gazette.pk, range(first, min(first + _AT_ONCE, documents))))
        blocks = [block for document in made for block in _blocks(document.pk)]
        Block.objects.bulk_create(blocks, batch_size=_AT_ONCE)
        characters += sum(len(block.text) for block in blocks)
    return characters


def _documents(publication: int, serials: range) -> "list":  # type: ignore[type-arg]
    import datetime

    from django.utils import timezone

    from documents.models import Document

    return [
        Document(
            publication_id=publication,
            slug=f"bench-{serial}",
            title=f"关于第{serial}项工作的通知",
            doc_number=f"测政发〔{2000 + serial % 25}〕{serial // 25 + 1}号",
            issued_on=datetime.date(2000 + serial % 25, serial % 12 + 1, serial % 28 + 1),
            published_at=timezone.now(),
        )
        for serial in serials
    ]


def _blocks(document: int) -> "Iterator":  # type: ignore[type-arg]
    from documents.models import Block

    dice = random.Random(document)  # noqa: S311
    for position in range(_BLOCKS):
        text = "".join(dice.choices(_lines(), k=_LINES_OF_BLOCK))
        yield Block(document_id=document, position=position, text=text)


_LINES: list[str] = []


def _lines() -> list[str]:
    if not _LINES:
        files = sorted(_ISSUES.glob("*.txt"))
        texts = (file.read_text(encoding="utf-8-sig") for file in files)
        _LINES.extend(line.strip() for text in texts for line in text.split("\n") if line.strip())
    return _LINES
