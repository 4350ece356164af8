"""Short ways to ask the engine, and to scan without it."""

from search.engine import Query, Results, search
from search.folding import fold
from search.grams import PART
from search.models import Item
from search.queries import wanted


def found(typed: str, **more: object) -> Results:
    looked = wanted(typed)
    return search(Query(looked.ways, looked.whole, **{"size": 100_000, **more}))  # type: ignore[arg-type]


def ids(typed: str, **more: object) -> set[int]:
    return {pk for hits in found(typed, **more).hits.values() for pk in hits}


def titles(typed: str, **more: object) -> list[str]:
    """The titles of the hits in the order of the results."""
    held = Item.objects.in_bulk()
    return [str(held[pk]) for hits in found(typed, **more).hits.values() for pk in hits]


def scanned(words: list[str]) -> set[int]:
    """The items in which a scan of the printed texts finds all words, without index and stored foldings."""
    return {
        item.pk
        for item in Item.objects.published()
        if all(any(fold(word) in fold(part) for part in _parts(item)) for word in words)
    }


def _parts(item: Item) -> list[str]:
    return [item.title, item.number, *item.text.split(PART)]
