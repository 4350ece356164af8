"""A number that is just one thing's leads straight there."""

from search.models import Item, ItemKind
from search.queries import Wanted

_NUMBERED = (ItemKind.DOCUMENT, ItemKind.NOTICE)


def only_one_of_number(looked: Wanted) -> Item | None:
    """The one public document or notice whose number the query is; None where there is none, or several."""
    number = looked.number
    if number is None:
        return None
    near = Item.objects.published().filter(kind__in=_NUMBERED, number_tail=number.tail)
    found = [item for item in near.defer("folded", "text") if number.is_of(item.number)]
    return found[0] if len(found) == 1 else None
