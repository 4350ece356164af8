"""SQLite: an FTS5 table without content or positions; its rowid is the item's id.

A row is never taken out, which SQLite 3.40 cannot do without the former text: ids are never given twice, so what is
left of a deleted item leads nowhere, and `rebuild_search` clears it away.
"""

from collections.abc import Iterable

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Q
from django.db.models.expressions import RawSQL

# FTS5 has no limit on one row's terms.
MOST_GRAMS: int | None = None

_MAKE = (
    "CREATE VIRTUAL TABLE search_grams USING fts5"
    "(grams, content='', detail='none', columnsize=0, tokenize='ascii')"
)


def create(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_MAKE)


def drop(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE search_grams")


def put(connection: BaseDatabaseWrapper, grams: Iterable[tuple[int, set[str]]]) -> None:
    """Enter new items: their ids, and the pairs in their texts."""
    rows = [(pk, " ".join(sorted(pairs))) for pk, pairs in grams]
    with connection.cursor() as cursor:
        cursor.executemany("INSERT INTO search_grams (rowid, grams) VALUES (%s, %s)", rows)


def lock(connection: BaseDatabaseWrapper) -> None:
    """A transaction that writes is alone here anyway."""


def empty(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO search_grams (search_grams) VALUES ('delete-all')")


def holding(grams: list[str]) -> Q:
    """The items whose texts hold all these pairs."""
    wanted = " AND ".join(f'"{each}"' for each in grams)
    rows = RawSQL("SELECT rowid FROM search_grams WHERE search_grams MATCH %s", [wanted])
    return Q(pk__in=rows)
