"""The search engine behind one small interface: a Query goes in, Results come out, both plain data.

What a database does in its own way is in `search.backends`.
"""

from dataclasses import dataclass, field
from typing import Any

from search.matching import as_sql, connection_of_index, matching

BY_DATE = "date"
BY_RELEVANCE = "relevance"


@dataclass(frozen=True)
class Query:
    """`ways` as in search.queries.Wanted; `whole` is what a title is compared with that is asked for exactly.

    The filters leave all through where they are None. Of each kind `size` hits are given, from page `page` on.
    """

    ways: tuple[tuple[str, ...], ...]
    whole: str = ""
    publication: int | None = None
    kind: str | None = None
    year: int | None = None
    order: str = BY_RELEVANCE
    page: int = 1
    size: int = 20


@dataclass(frozen=True)
class Group:
    """How many of what is found, whatever the filters, are of one kind, publication and year."""

    kind: str
    publication: int | None
    year: int | None
    count: int


@dataclass(frozen=True)
class Results:
    """`hits` are ids of items in order, by kind; `groups` are complete, so counts made of them are exact."""

    query: Query
    groups: list[Group] = field(default_factory=list)
    hits: dict[str, list[int]] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return sum(self.counts("kind").values()) if self.query.kind is None else self.of_kind(self.query.kind)

    def of_kind(self, kind: str) -> int:
        return self.counts("kind").get(kind, 0)

    def counts(self, by: str) -> dict[Any, int]:
        """How many there are of each kind, publication or year, under the other two filters."""
        counted: dict[Any, int] = {}
        for group in self.groups:
            if self._passes(group, but=by):
                value = getattr(group, by)
                counted[value] = counted.get(value, 0) + group.count
        return counted

    def _passes(self, group: Group, but: str) -> bool:
        return all(
            wanted is None or name == but or getattr(group, name) == wanted
            for name, wanted in _filters(self.query).items()
        )


def search(query: Query) -> Results:
    """What is public at this moment and holds the terms; nothing is left out, and nothing is counted roughly."""
    if not query.ways:
        return Results(query)
    found, values = as_sql(matching(query.ways, query.whole))
    conditions, chosen = _conditions(query)
    first = (query.page - 1) * query.size
    statement = _STATEMENT.format(found=found, where=conditions, order=_ORDERS[query.order])
    with connection_of_index().cursor() as cursor:
        cursor.execute(statement, [*values, *chosen, first, first + query.size])
        rows = cursor.fetchall()
    return _results(query, rows)


# Matches are worked out once, then counted and put in order. A hit's row has an id, a group's has none.
_STATEMENT = """
WITH found (id, kind, publication_id, year, day, issue_id, object_id, rank) AS MATERIALIZED ({found})
SELECT 0 AS id, kind, publication_id, year, COUNT(*) AS number FROM found GROUP BY kind, publication_id, year
UNION ALL
SELECT id, kind, publication_id, year, place AS number FROM (
    SELECT id, kind, publication_id, year, ROW_NUMBER() OVER (PARTITION BY kind ORDER BY {order}) AS place
    FROM found WHERE {where}
) AS placed WHERE place > %s AND place <= %s
ORDER BY 2, 5
"""
_NEWEST = "year DESC NULLS LAST, day DESC NULLS LAST, issue_id DESC NULLS LAST, object_id"
_ORDERS = {BY_RELEVANCE: f"rank, {_NEWEST}", BY_DATE: _NEWEST}


def _results(query: Query, rows: list[tuple[int, str, int | None, int | None, int]]) -> Results:
    results = Results(query)
    for pk, kind, publication, year, number in rows:
        if pk:
            results.hits.setdefault(kind, []).append(pk)
        else:
            results.groups.append(Group(kind, publication, year, number))
    return results


def _filters(query: Query) -> dict[str, Any]:
    return {"kind": query.kind, "publication": query.publication, "year": query.year}


def _conditions(query: Query) -> tuple[str, list[Any]]:
    columns = {"kind": "kind", "publication": "publication_id", "year": "year"}
    chosen = {columns[name]: wanted for name, wanted in _filters(query).items() if wanted is not None}
    return " AND ".join(f"{column} = %s" for column in chosen) or "1 = 1", list(chosen.values())
