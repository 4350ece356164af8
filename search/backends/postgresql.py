"""PostgreSQL: a tsvector of the pairs beside each item, with a GIN index. It has no positions and needs no dictionary."""

from collections.abc import Iterable

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BooleanField, Q
from django.db.models.expressions import RawSQL

# A tsvector's terms may fill 1 MB together; a pair is written in at most 13 bytes, commonly in 9.
MOST_GRAMS: int | None = 70_000
# Any number that nothing else in this database locks.
_LOCK = 20_180_308


def create(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE search_item ADD COLUMN grams tsvector")
        cursor.execute("CREATE INDEX search_item_grams ON search_item USING gin (grams)")


def drop(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE search_item DROP COLUMN grams")


def put(connection: BaseDatabaseWrapper, grams: Iterable[tuple[int, set[str]]]) -> None:
    """Enter new items: their ids, and the pairs in their texts."""
    rows = [(sorted(pairs), pk) for pk, pairs in grams]
    with connection.cursor() as cursor:
        cursor.executemany("UPDATE search_item SET grams = array_to_tsvector(%s::text[]) WHERE id = %s", rows)


def lock(connection: BaseDatabaseWrapper) -> None:
    """Held until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def empty(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE search_item SET grams = NULL")


def holding(grams: list[str]) -> Q:
    """The items whose texts hold all these pairs."""
    wanted = " & ".join(f"'{each}'" for each in grams)
    return Q(RawSQL("search_item.grams @@ %s::tsquery", [wanted], output_field=BooleanField()))
