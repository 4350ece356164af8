"""How fast the search answers, beside a scan of all texts: documents made by recombining lines of the real issues."""

import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter

from django.core.management import call_command
from django.db import connection

from benchmarks.search_texts import fill
from search.engine import Query, search
from search.indexing import rebuild
from search.models import Item
from search.queries import wanted

# A word that is everywhere, a name, a phrase, two words, a part of a number.
QUERIES = ["就业", "叶尔夏提", "智慧支付工程", "就业 培训", "8号"]


def report(documents: int, rounds: int) -> str:
    """Fill an empty database and measure; the database is the one of the settings."""
    call_command("migrate", verbosity=0)
    characters = fill(documents)
    print("indexing …", file=sys.stderr)
    start = perf_counter()
    items = rebuild()
    seconds = perf_counter() - start
    head = (
        f"{connection.vendor}: {documents:,} documents of {characters / documents:,.0f} characters; "
        f"{items:,} items indexed in {seconds:.0f} s ({seconds / items * 1000:.1f} ms each)."
    )
    return "\n\n".join([head, _table(rounds)])


def _table(rounds: int) -> str:
    lines = [
        "| query | found | search, ms (20 rows, exact counts by kind, publication, year) | LIKE scan, ms (20 rows, total) |"
    ]
    lines.append("|---|--:|--:|--:|")
    for query in QUERIES:
        print(f"{query} …", file=sys.stderr)
        (total, ours), (scanned, scan) = (
            _timed(_searched, query, rounds),
            _timed(_scanned, query, max(1, rounds // 2)),
        )
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
    looked = wanted(typed)
    results = search(Query(looked.ways, looked.whole, size=20))
    Item.objects.defer("folded").in_bulk([pk for hits in results.hits.values() for pk in hits])
    return results.total


def _scanned(typed: str) -> int:
    found = Item.objects.published().defer("folded")
    for term in wanted(typed).terms:
        found = found.filter(folded__contains=term)
    list(found.order_by("-year", "-day")[:20])
    return found.count()
