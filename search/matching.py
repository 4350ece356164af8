"""Which items hold the terms, as a condition that the database answers from its index."""

from collections.abc import Iterable
from types import ModuleType
from typing import Any

from django.db import connections, router
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Case, Q, QuerySet, Value, When
from django.db.models.functions import StrIndex
from django.db.models.lookups import GreaterThan

from search.backends import backend_of
from search.grams import grams_of_terms
from search.models import Item

# As search.queries.Wanted has them.
Ways = tuple[tuple[str, ...], ...]


def matching(ways: Ways, whole: str) -> QuerySet[Item, Any]:
    """The public items that hold all terms of one of the ways, with what they are counted and put in order by."""
    backend = backend_of(connection_of_index())
    condition = Q()
    for way in ways:
        condition |= _way(way, backend)
    found = Item.objects.published().filter(condition).order_by().annotate(rank=_rank(ways, whole))
    return found.values_list("pk", "kind", "publication_id", "year", "day", "issue_id", "object_id", "rank")


def _way(terms: tuple[str, ...], backend: ModuleType) -> Q:
    """The condition under which an item holds all of these terms."""
    grams = grams_of_terms(terms)
    if not grams:
        return _all(terms, "folded")
    # A single pair is in the index just when it is in the text; what is longer is compared with the text.
    indexed = backend.holding(grams) & _all([term for term in terms if len(term) != 2], "folded")
    if backend.MOST_GRAMS is None:
        return indexed
    return indexed | (Q(unindexed=True) & _all(terms, "folded"))


def _all(terms: Iterable[str], column: str) -> Q:
    """The condition under which a column holds all terms."""
    condition = Q()
    for term in terms:
        condition &= Q(GreaterThan(StrIndex(column, Value(term)), 0))
    return condition


def _rank(ways: Ways, whole: str) -> Case:
    """0 where the title is what was asked for, 1 where it holds all terms, else 2."""
    in_title = [When(_all(way, "folded_title"), then=Value(1)) for way in ways]
    return Case(When(folded_title=whole, then=Value(0)), *in_title, default=Value(2))


def as_sql(found: QuerySet[Item, Any]) -> tuple[str, list[Any]]:
    sql, values = found.query.get_compiler(connection=connection_of_index()).as_sql()
    return sql, list(values)


def connection_of_index() -> BaseDatabaseWrapper:
    return connections[router.db_for_read(Item)]
