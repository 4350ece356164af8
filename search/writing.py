"""Writing items and the databases' index of their pairs."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from django.db import connections, router, transaction
from django.db.models import QuerySet
from django.forms.models import model_to_dict

from search.backends import backend_of
from search.grams import grams_of
from search.models import Item

Thing = TypeVar("Thing")
_AT_ONCE = 200


def replace(held: QuerySet[Item], made: Iterable[Item]) -> set[tuple[str, int]]:
    """Put what was made in the place of what is held; answers what is no more (kind and id)."""
    wanted = {(item.kind, item.object_id): item for item in made}
    changed: list[int] = []
    gone: set[tuple[str, int]] = set()
    for item in held.iterator(_AT_ONCE):
        key = (item.kind, item.object_id)
        if key in wanted and _content(wanted[key]) == _content(item):
            del wanted[key]
        else:
            changed.append(item.pk)
            gone.add(key)
    for some in batches(changed):
        Item.objects.filter(pk__in=some).delete()
    # New ones come with new ids: see search.backends.sqlite.
    for items in batches(list(wanted.values())):
        _enter(Item.objects.bulk_create(items))
    return gone - set(wanted)


def _content(item: Item) -> dict[str, Any]:
    return model_to_dict(item, exclude=["id", "unindexed"])


def _enter(items: Iterable[Item]) -> None:
    connection = connections[router.db_for_write(Item)]
    backend = backend_of(connection)
    pairs = {item.pk: grams_of(item.folded) for item in items}
    most = backend.MOST_GRAMS
    too_many = [pk for pk, grams in pairs.items() if most and len(grams) > most]
    if too_many:
        Item.objects.filter(pk__in=too_many).update(unindexed=True)
    backend.put(connection, [(pk, grams) for pk, grams in pairs.items() if pk not in too_many])


def batches(things: list[Thing]) -> Iterator[list[Thing]]:
    return (things[start : start + _AT_ONCE] for start in range(0, len(things), _AT_ONCE))


@transaction.atomic
def refill() -> None:
    """Fill the databases' index from the items."""
    one_at_a_time()
    connection = connections[router.db_for_write(Item)]
    backend_of(connection).empty(connection)
    pks = list(Item.objects.order_by("pk").values_list("pk", flat=True))
    for some in batches(pks):
        _enter(Item.objects.filter(pk__in=some).only("pk", "folded"))


def one_at_a_time() -> None:
    """Wait until no one else writes the index: two who replace one item would be in each other's way."""
    connection = connections[router.db_for_write(Item)]
    backend_of(connection).lock(connection)
